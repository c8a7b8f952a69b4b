package outcrop.analysis.export;

/// The words of a report around its drawings, in one language. Numbers in braces stand for what is
/// filled in.
public record ReportWords(
    String language,
    String report,
    String contents,
    String sources,
    String rows,
    String fields,
    String fingerprint,
    String program,
    String made,
    String filter,
    String allRows,
    String someRows,
    String added,
    String rowsThen,
    String nothing,
    String page) {
  public static final ReportWords ENGLISH =
      new ReportWords(
          "en",
          "Report",
          "Contents",
          "Data",
          "Rows",
          "Fields",
          "Fingerprint of the data",
          "Made with",
          "Made on",
          "Filter",
          "all {0} rows",
          "{0} of {1} rows",
          "added on {0}",
          "it showed {0} of {1} rows then",
          "There are no views in this report.",
          "{0} of {1}");

  /// A pattern with its places filled.
  public static String fill(String pattern, Object... values) {
    String text = pattern;
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }
}
