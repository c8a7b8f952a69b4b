package outcrop.analysis.column;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as written, exact, to compare with the values of a column without losing digits.
///
/// @param approximate the nearest double; NaN and the infinities are allowed
/// @param exact the decimal as written, null where it is not finite or beyond 64-bit integers
public record NumberBound(double approximate, @Nullable BigDecimal exact) {
  private static final Pattern SHAPE =
      Pattern.compile("[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|Infinity)|NaN");
  private static final double BEYOND_LONG = 0x1p64;
  private static final double SMALL = 1e-300;
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);

  /// Reads a decimal number, `NaN`, `Infinity` or `-Infinity`; empty where the text is none.
  public static Optional<NumberBound> parse(String text) {
    String number = text.strip();
    if (!SHAPE.matcher(number).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(number);
    return Optional.of(new NumberBound(value == 0 ? 0.0 : value, exact(number, value)));
  }

  private static @Nullable BigDecimal exact(String number, double value) {
    if (!(Math.abs(value) < BEYOND_LONG)) {
      return null;
    }
    if (Math.abs(value) > SMALL) {
      return new BigDecimal(number);
    }
    // 1e-999999999 would need a gigabyte of digits; its sign says enough.
    boolean zero = number.split("[eE]", 2)[0].chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? BigDecimal.ZERO : BigDecimal.valueOf(number.startsWith("-") ? -1 : 1, 400);
  }

  /// The smallest whole number that satisfies this as a lower bound; empty where none in 64 bits
  /// does.
  public Optional<Long> lowest(boolean inclusive) {
    if (exact == null) {
      return approximate < 0 ? Optional.of(Long.MIN_VALUE) : Optional.empty();
    }
    return inLong(
        inclusive
            ? exact.setScale(0, RoundingMode.CEILING)
            : exact.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE),
        1);
  }

  /// The largest whole number that satisfies this as an upper bound; empty where none in 64 bits
  /// does.
  public Optional<Long> highest(boolean inclusive) {
    if (exact == null) {
      return approximate > 0 ? Optional.of(Long.MAX_VALUE) : Optional.empty();
    }
    return inLong(
        inclusive
            ? exact.setScale(0, RoundingMode.FLOOR)
            : exact.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE),
        -1);
  }

  /// Beyond the 64 bits on the side where `sign` points no value is left; beyond the other side,
  /// all are.
  private static Optional<Long> inLong(BigDecimal bound, int sign) {
    if (bound.compareTo(MAX) > 0) {
      return sign > 0 ? Optional.empty() : Optional.of(Long.MAX_VALUE);
    }
    if (bound.compareTo(MIN) < 0) {
      return sign < 0 ? Optional.empty() : Optional.of(Long.MIN_VALUE);
    }
    return Optional.of(bound.longValueExact());
  }
}
