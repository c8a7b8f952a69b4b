package outcrop.analysis.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as they are written in drawings, the same in every language: a point before decimals,
/// letters for powers of a thousand (k, M, G, T, P), a true minus sign.
public final class Numerals {
  private static final String[] POWERS = {"", "k", "M", "G", "T", "P", "E"};

  private Numerals() {}

  /// A count in full, in groups of three: `1,203`.
  public static String exact(long count) {
    StringBuilder text = new StringBuilder(Long.toString(count));
    int sign = count < 0 ? 1 : 0;
    for (int i = text.length() - 3; i > sign; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString().replace('-', '−');
  }

  /// A count in at most three digits and a letter: `980`, `1.2k`, `12M`.
  public static String compact(double value) {
    double size = Math.abs(value);
    if (size < 1000) {
      return plain(value, 3);
    }
    int power = 0;
    double scaled = size;
    while (scaled >= 999.5 && power < POWERS.length - 1) {
      scaled /= 1000;
      power++;
    }
    return (value < 0 ? "−" : "") + plain(scaled, scaled < 100 ? 2 : 3) + POWERS[power];
  }

  /// A share as percent with a digit where it tells something: `12%`, `3.4%`, `0.02%`.
  public static String percent(double share) {
    double percent = share * 100;
    int digits = Math.abs(percent) >= 10 ? 3 : 2;
    return plain(percent, percent > 99.5 && percent < 100 ? 4 : digits) + "%";
  }

  /// A value rounded to significant digits, without needless zeros; in powers of ten beyond 10¹⁵
  /// and below 10⁻⁴.
  public static String plain(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return written(rounded.stripTrailingZeros());
  }

  /// A tick label: as many digits as the step between ticks needs, a letter where it shortens.
  ///
  /// @param largest the largest tick by size: all ticks of an axis take the same letter
  static String tick(BigDecimal value, BigDecimal step, double largest) {
    int power = largest >= 10_000 ? Math.min(5, exponent(largest) / 3) : 0;
    while (power > 0 && step.movePointLeft(3 * power).stripTrailingZeros().scale() > 1) {
      power--;
    }
    if (value.signum() == 0) {
      return "0";
    }
    return written(value.movePointLeft(3 * power).stripTrailingZeros()) + POWERS[power];
  }

  private static String written(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= 15 || exponent < -4) {
      BigDecimal mantissa = value.movePointLeft(exponent).stripTrailingZeros();
      return minus(mantissa.toPlainString()) + "e" + minus(Integer.toString(exponent));
    }
    return minus(value.toPlainString());
  }

  private static int exponent(double value) {
    return (int) Math.floor(Math.log10(value) + 1e-12);
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
