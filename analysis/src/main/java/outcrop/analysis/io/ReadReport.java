package outcrop.analysis.io;

import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.dataset.Schema;

/// What an import took in and what it refused.
///
/// @param rows rows in the dataset
/// @param schema the fields, with the types that the rows turned out to have
/// @param quarantinedCount rows refused, all of them
/// @param quarantined the refused rows, at most [#LISTED] of them; the project's quarantine file
///   has all
/// @param warnings one sentence each, none twice: what the preview said of its guesses (encoding,
///   other files of an archive, types kept as text), then renamed fields, widened types, precision
///   lost
public record ReadReport(
    long rows,
    Schema schema,
    long quarantinedCount,
    List<QuarantinedRow> quarantined,
    List<String> warnings) {
  /// How many refused rows a report lists.
  public static final int LISTED = 1000;

  /// The same with what was known before the read, each sentence once.
  ReadReport withKnown(List<String> known) {
    List<String> all = Stream.concat(known.stream(), warnings.stream()).distinct().toList();
    return new ReadReport(rows, schema, quarantinedCount, quarantined, all);
  }

  /// A row that could not be read.
  ///
  /// @param file the source as the user named it
  /// @param line the physical line where the row starts, counted from 1; the row number where the
  ///   format has no lines
  /// @param reason one sentence
  public record QuarantinedRow(String file, long line, String reason) {}
}
