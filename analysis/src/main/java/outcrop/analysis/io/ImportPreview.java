package outcrop.analysis.io;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an import would give: the guessed spec and the first rows as text.
///
/// @param spec every guess; change it and ask again, or import it
/// @param rows the first rows, one text per field of the spec, null where missing
/// @param estimatedRows rows in all sources; −1 unknown
/// @param exact whether these are the rows there are, because the format says so or all were looked
///   at, and no estimate from size
/// @param bytes size of all sources on disk
/// @param warnings what the user should look at before importing, one sentence each
/// @param leftOut those of the warnings that tell what was named but is not among the sources; an
///   edited spec does not know of it any more
/// @param estimate what the import will take
public record ImportPreview(
    ImportSpec spec,
    List<List<@Nullable String>> rows,
    long estimatedRows,
    boolean exact,
    long bytes,
    List<String> warnings,
    List<String> leftOut,
    ImportEstimate estimate) {
  /// The same with a spec that the user edited.
  public ImportPreview withSpec(ImportSpec edited) {
    return new ImportPreview(
        edited, rows, estimatedRows, exact, bytes, warnings, leftOut, estimate);
  }

  /// The same, saying as well what an earlier preview of the same names left out.
  public ImportPreview withLeftOut(List<String> earlier) {
    List<String> all = Stream.concat(earlier.stream(), warnings.stream()).distinct().toList();
    return new ImportPreview(spec, rows, estimatedRows, exact, bytes, all, earlier, estimate);
  }
}
