package outcrop.app.cli;

import java.util.Locale;
import outcrop.analysis.column.NumberColumn;

/// Numbers as people read them, the same in every language setting.
final class Words {
  private static final int SIGNIFICANT = 6;
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double SEPARATED = 10_000;
  private static final double LARGEST_PLAIN = 1e15;

  private Words() {}

  /// `1690784` as `1,690,784`.
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `1 row`, `2 rows`.
  static String count(long number, String one) {
    return count(number) + " " + one + (number == 1 ? "" : "s");
  }

  /// A value with six significant digits, and with thousands separators from five digits before the
  /// point on.
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return NumberColumn.textOf(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN) {
      // Four digits may be a year.
      return Math.abs(value) < SEPARATED ? Long.toString((long) value) : count((long) value);
    }
    double size = Math.abs(value);
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return String.format(Locale.ROOT, "%.5e", value);
    }
    int decimals = Math.max(0, SIGNIFICANT - 1 - (int) Math.floor(Math.log10(size)));
    String text =
        String.format(Locale.ROOT, (size < SEPARATED ? "%." : "%,.") + decimals + "f", value);
    return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
  }

  /// A share of a whole, `12.3 %`; empty where there is no whole.
  static String share(long part, long whole) {
    return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
