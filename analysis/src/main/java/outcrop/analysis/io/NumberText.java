package outcrop.analysis.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Reads numbers straight from characters and says what kind they are. Used by one thread at a
/// time.
final class NumberText {
  /// What a text is, seen as a number.
  enum Kind {
    /// Up to 18 digits without leading zeros or plus; in [#asLong()] and [#asDouble()].
    INTEGER,
    /// A decimal that a double holds exactly enough to print it again; in [#asDouble()].
    DECIMAL,
    /// A number that would lose something: leading zeros, a plus, more digits than fit; the nearest
    /// double is in [#asDouble()].
    INEXACT,
    /// `NaN`, `Infinity`, `inf` in any case, with sign; in [#asDouble()].
    SPECIAL,
    /// `NA`, `N/A`, `null`, `NULL`, `None`, `-`, or nothing but blanks.
    MARKER,
    NONE
  }

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final int LONGEST = 400;

  private final NumberStyle style;
  private char[] plain = {};
  private long longValue;
  private double doubleValue;
  private boolean whole;

  /// Reads plain numbers.
  NumberText() {
    this(NumberStyle.PLAIN);
  }

  NumberText(NumberStyle style) {
    this.style = style;
  }

  long asLong() {
    return longValue;
  }

  double asDouble() {
    return doubleValue;
  }

  /// Whether the last number was up to 18 digits, with leading zeros or a plus perhaps; [#asLong()]
  /// has it.
  boolean isWhole() {
    return whole;
  }

  /// Blanks around the number do not count.
  Kind read(char[] chars, int offset, int size) {
    int start = offset;
    int end = offset + size;
    while (start < end && chars[start] == ' ') {
      start++;
    }
    while (end > start && chars[end - 1] == ' ') {
      end--;
    }
    if (start == end) {
      whole = false;
      return Kind.MARKER;
    }
    return style == NumberStyle.PLAIN
        ? readPlain(chars, start, end)
        : readStyled(chars, start, end);
  }

  private Kind readStyled(char[] chars, int start, int end) {
    if (plain.length < end - start) {
      plain = new char[end - start + 32];
    }
    int length = end - start > LONGEST ? -1 : style.plain(chars, start, end, plain);
    whole = false;
    return length <= 0 ? word(chars, start, end) : readPlain(plain, 0, length);
  }

  private Kind readPlain(char[] chars, int start, int end) {
    char first = chars[start];
    int at = first == '-' || first == '+' ? start + 1 : start;
    long value = 0;
    int digitsStart = at;
    int digitsEnd = Math.min(end, at + 18);
    while (at < digitsEnd) {
      int digit = chars[at] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      at++;
    }
    whole = at == end && at > digitsStart;
    if (whole) {
      boolean negative = first == '-';
      longValue = negative ? -value : value;
      doubleValue = negative ? -(double) value : value;
      boolean padded = chars[digitsStart] == '0' && at - digitsStart > 1;
      if (padded || first == '+') {
        return Kind.INEXACT;
      }
      return negative && value == 0 ? Kind.DECIMAL : Kind.INTEGER;
    }
    return readDecimal(chars, start, end);
  }

  private Kind readDecimal(char[] chars, int start, int end) {
    int at = start;
    boolean negative = chars[at] == '-';
    boolean plus = chars[at] == '+';
    if (negative || plus) {
      at++;
    }
    int bodyStart = at;
    long mantissa = 0;
    int significant = 0;
    int digits = 0;
    int fraction = 0;
    boolean point = false;
    for (; at < end; at++) {
      char c = chars[at];
      if (c == '.' && !point) {
        point = true;
        continue;
      }
      int digit = c - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      digits++;
      if (point) {
        fraction++;
      }
      if (significant > 0 || digit != 0) {
        significant++;
      }
      if (significant <= 18) {
        mantissa = mantissa * 10 + digit;
      }
    }
    if (digits == 0) {
      return word(chars, start, end);
    }
    int exponent = 0;
    if (at < end && (chars[at] == 'e' || chars[at] == 'E')) {
      int from = ++at;
      boolean down = at < end && chars[at] == '-';
      if (at < end && (chars[at] == '-' || chars[at] == '+')) {
        from = ++at;
      }
      for (; at < end && chars[at] >= '0' && chars[at] <= '9'; at++) {
        exponent = Math.min(99_999, exponent * 10 + chars[at] - '0');
      }
      if (at == from) {
        return Kind.NONE;
      }
      exponent = down ? -exponent : exponent;
    }
    if (at < end || end - start > LONGEST) {
      return Kind.NONE;
    }
    boolean padded =
        chars[bodyStart] == '0' && bodyStart + 1 < end && Character.isDigit(chars[bodyStart + 1]);
    boolean exact = value(chars, start, end, negative, mantissa, significant, exponent - fraction);
    return exact && !padded && !plus ? Kind.DECIMAL : Kind.INEXACT;
  }

  /// Sets the double; up to 15 digits and small powers of ten need one rounding only (Clinger
  /// 1990).
  private boolean value(
      char[] chars,
      int start,
      int end,
      boolean negative,
      long mantissa,
      int significant,
      int scale) {
    if (significant <= 15 && scale >= -22 && scale <= 22) {
      double value = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
      doubleValue = negative ? -value : value;
      return true;
    }
    String text = new String(chars, start, end - start);
    doubleValue = Double.parseDouble(text);
    return survives(text, doubleValue);
  }

  /// Whether the text is what some program prints for this double: its shortest form, or its
  /// expansion to as many digits as the text has.
  private static boolean survives(String text, double value) {
    if (Double.isInfinite(value)) {
      return false;
    }
    String shortest = Double.toString(value);
    if (text.equals(shortest)) {
      return true;
    }
    BigDecimal written = new BigDecimal(text);
    if (written.signum() == 0 || value == 0) {
      return written.signum() == 0;
    }
    if (written.compareTo(new BigDecimal(shortest)) == 0) {
      return true;
    }
    MathContext digits = new MathContext(written.precision(), RoundingMode.HALF_EVEN);
    return written.precision() >= 15 && written.compareTo(new BigDecimal(value).round(digits)) == 0;
  }

  private Kind word(char[] chars, int start, int end) {
    int at = start;
    boolean negative = chars[at] == '-';
    if (negative || chars[at] == '+') {
      at++;
    }
    int length = end - at;
    if (is(chars, at, length, "nan") && at == start) {
      doubleValue = Double.NaN;
      return Kind.SPECIAL;
    }
    if (is(chars, at, length, "inf") || is(chars, at, length, "infinity")) {
      doubleValue = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return Kind.SPECIAL;
    }
    return isMarker(chars, start, end) ? Kind.MARKER : Kind.NONE;
  }

  /// Whether a text stands for a missing value in a column of numbers or times.
  static boolean isMarker(char[] chars, int start, int end) {
    int length = end - start;
    return switch (length) {
      case 0 -> true;
      case 1 -> chars[start] == '-';
      case 2 -> same(chars, start, "NA");
      case 3 -> same(chars, start, "N/A");
      case 4 ->
          same(chars, start, "null") || same(chars, start, "NULL") || same(chars, start, "None");
      default -> false;
    };
  }

  private static boolean same(char[] chars, int start, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (chars[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(char[] chars, int start, int length, String lowerCase) {
    if (length != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((chars[start + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
