package outcrop.analysis.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;
import outcrop.analysis.spec.AxisStyle.Format;

/// Values of an axis as its format writes them. Prefix and suffix are added by who asks.
final class AxisFormat {
  private AxisFormat() {}

  /// A number; empty where the format leaves it to the axis.
  static Optional<String> number(double value, Format format) {
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    int decimals = format.decimals();
    return switch (format.notation()) {
      case PLAIN -> Optional.of(fixed(value, decimals, false));
      case GROUPED -> Optional.of(fixed(value, decimals, true));
      case COMPACT -> Optional.of(Numerals.compact(value));
      case PERCENT -> Optional.of(fixed(value * 100, decimals, false) + "%");
      case SCIENTIFIC -> Optional.of(scientific(value, decimals));
      case AUTO -> decimals < 0 ? Optional.empty() : Optional.of(fixed(value, decimals, false));
      case YEAR, MONTH, DAY, TIME -> Optional.empty();
    };
  }

  private static String fixed(double value, int decimals, boolean grouped) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded =
        decimals >= 0
            ? exact.setScale(decimals, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(12, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    String text = rounded.signum() == 0 ? zero(decimals) : rounded.toPlainString();
    if (grouped) {
      int point = text.indexOf('.');
      String whole = point < 0 ? text : text.substring(0, point);
      text = grouped(whole) + (point < 0 ? "" : text.substring(point));
    }
    return text.replace('-', '−');
  }

  /// Rounding leaves no minus before a zero.
  private static String zero(int decimals) {
    return decimals <= 0 ? "0" : "0." + "0".repeat(decimals);
  }

  private static String grouped(String whole) {
    StringBuilder text = new StringBuilder(whole);
    int sign = whole.startsWith("-") ? 1 : 0;
    for (int i = text.length() - 3; i > sign; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  private static String scientific(double value, int decimals) {
    if (value == 0) {
      return "0";
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
    BigDecimal mantissa = new BigDecimal(value).movePointLeft(exponent);
    String text =
        decimals >= 0
            ? mantissa.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
            : mantissa.round(new MathContext(4)).stripTrailingZeros().toPlainString();
    return (text + "e" + exponent).replace('-', '−');
  }

  /// A moment in microseconds; empty where the format leaves it to the axis.
  static Optional<String> time(double micros, Format format) {
    LocalDateTime time = CalendarTicks.time(micros);
    String day = time.toLocalDate().toString();
    return switch (format.notation()) {
      case YEAR -> Optional.of(Integer.toString(time.getYear()));
      case MONTH -> Optional.of(day.substring(0, day.length() - 3));
      case DAY -> Optional.of(day);
      case TIME -> Optional.of(time.toLocalTime().withNano(0).toString());
      case AUTO, PLAIN, GROUPED, COMPACT, PERCENT, SCIENTIFIC -> Optional.empty();
    };
  }
}
