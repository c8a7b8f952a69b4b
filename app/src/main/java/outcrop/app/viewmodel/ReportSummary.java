package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  public record Warning(String sentence, List<String> files) {}

  /// @param count refused rows of the file among those that the report lists
  public record FileCount(String file, long count) {}

  /// @param files names of all sources, with which warnings about one of many files begin
  /// @param further what else is to be known, said of the whole
  public static ReportSummary of(ReadReport report, Set<String> files, List<String> further) {
    Map<String, List<String>> grouped = new LinkedHashMap<>();
    further.forEach(sentence -> grouped.put(sentence, new ArrayList<>()));
    for (String warning : report.warnings()) {
      int colon = warning.indexOf(": ");
      boolean ofFile = colon > 0 && files.contains(warning.substring(0, colon));
      List<String> named =
          grouped.computeIfAbsent(
              ofFile ? warning.substring(colon + 2) : warning, _ -> new ArrayList<>());
      if (ofFile) {
        named.add(warning.substring(0, colon));
      }
    }
    Map<String, Long> counts =
        report.quarantined().stream()
            .collect(Collectors.groupingBy(QuarantinedRow::file, Collectors.counting()));
    return new ReportSummary(
        grouped.entrySet().stream()
            .map(entry -> new Warning(entry.getKey(), List.copyOf(entry.getValue())))
            .toList(),
        counts.entrySet().stream()
            .map(entry -> new FileCount(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong(FileCount::count)
                    .reversed()
                    .thenComparing(FileCount::file))
            .toList());
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
