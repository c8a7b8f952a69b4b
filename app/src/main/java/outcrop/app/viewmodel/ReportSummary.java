package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.io.ReadReport.QuarantinedRow;

/// A report in the order in which a person reads it: what was said of many files is said once, and
/// refused rows are counted by file.
///
/// @param warnings one for each different sentence
/// @param refused files with refused rows, those with most first; counted over the listed rows
public record ReportSummary(List<Warning> warnings, List<FileCount> refused) {
  /// @param sentence without the name of a file
  /// @param files that it was said of; empty where it is about the whole
  public record Warning(String sentence, List<String> files) {
    /// The sentence with its file, or with the number of its files.
    public String text(Words words) {
      return switch (files.size()) {
        case 0 -> sentence;
        case 1 -> files.getFirst() + ": " + sentence;
        default -> words.of("report.inFiles", words.count(files.size())) + " " + sentence;
      };
    }
  }

  /// @param count refused rows of the file among those that the report lists
  public record FileCount(String file, long count) {}

  /// @param files names of all sources, with which warnings about one of many files begin
  /// @param further what else is to be known, said of the whole
  public static ReportSummary of(ReadReport report, Set<String> files, List<String> further) {
    List<Warning> warnings =
        Stream.concat(
                further.stream().map(sentence -> new Warning(sentence, List.of())),
                grouped(report.warnings(), files).stream())
            .toList();
    Map<String, Long> counts =
        report.quarantined().stream()
            .collect(Collectors.groupingBy(QuarantinedRow::file, Collectors.counting()));
    return new ReportSummary(
        warnings,
        counts.entrySet().stream()
            .map(entry -> new FileCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(FileCount::count)
                    .reversed()
                    .thenComparing(FileCount::file))
            .toList());
  }

  /// What was said of several files, each sentence once.
  ///
  /// @param files names of all sources, with which warnings about one of many files begin
  public static List<Warning> grouped(List<String> warnings, Set<String> files) {
    Map<String, List<String>> grouped = new LinkedHashMap<>();
    for (String warning : warnings) {
      int colon = warning.indexOf(": ");
      boolean ofFile = colon > 0 && files.contains(warning.substring(0, colon));
      List<String> named =
          grouped.computeIfAbsent(
              ofFile ? warning.substring(colon + 2) : warning, _ -> new ArrayList<>());
      if (ofFile) {
        named.add(warning.substring(0, colon));
      }
    }
    return grouped.entrySet().stream()
        .map(entry -> new Warning(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /// The names with which warnings about one of many sources begin.
  public static Set<String> names(ImportSpec spec) {
    return spec.sources().stream().map(ReportSummary::name).collect(Collectors.toSet());
  }

  private static String name(SourceSpec source) {
    String path = source.path().replace('\\', '/');
    String file = path.substring(path.lastIndexOf('/') + 1);
    return source.constants().getOrDefault(ImportSpec.FILE_NAME, file);
  }

  /// Everything as tab-separated text.
  public String text(ReadReport report) {
    StringBuilder text = new StringBuilder();
    warnings.forEach(
        warning ->
            text.append(warning.sentence())
                .append(warning.files().isEmpty() ? "" : "\t" + String.join(", ", warning.files()))
                .append('\n'));
    report
        .quarantined()
        .forEach(
            row ->
                text.append(row.file())
                    .append('\t')
                    .append(row.line())
                    .append('\t')
                    .append(row.reason())
                    .append('\n'));
    return text.toString();
  }
}
