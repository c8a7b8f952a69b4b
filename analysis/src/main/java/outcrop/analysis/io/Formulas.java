package outcrop.analysis.io;

/// Texts that spreadsheets would run.
public final class Formulas {
  private Formulas() {}

  /// The text with an apostrophe before it where a spreadsheet would take it for a formula.
  public static String guarded(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula ? '\'' + text : text;
  }
}
