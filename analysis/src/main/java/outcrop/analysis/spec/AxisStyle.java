package outcrop.analysis.spec;

import java.util.List;

/// How an axis is cut, marked and written, where not as the program would. Values are exact texts
/// as on the axis itself: numbers, or dates and times in ISO 8601.
///
/// @param from where the axis starts; empty for where the data does
/// @param to where it ends; empty for where the data does
/// @param step between ticks: a number, or on times a number with one of the letters `y`, `mo`,
///   `w`, `d`, `h`, `min`, `s`; empty for a round one
/// @param ticks the marked values themselves; they count before a step
/// @param format how marked values are written
public record AxisStyle(String from, String to, String step, List<String> ticks, Format format) {
  public static final AxisStyle AUTO = new AxisStyle("", "", "", List.of(), Format.AUTO);

  public AxisStyle {
    ticks = List.copyOf(ticks);
  }

  public AxisStyle withRange(String start, String end) {
    return new AxisStyle(start, end, step, ticks, format);
  }

  public AxisStyle withStep(String value) {
    return new AxisStyle(from, to, value, ticks, format);
  }

  public AxisStyle withTicks(List<String> value) {
    return new AxisStyle(from, to, step, value, format);
  }

  public AxisStyle withFormat(Format value) {
    return new AxisStyle(from, to, step, ticks, value);
  }

  /// How marked values are written.
  ///
  /// @param decimals digits behind the point, 0…15; −1 for as many as tell ticks apart
  /// @param prefix what stands before each value, such as a currency
  /// @param suffix what stands behind it, such as a unit
  public record Format(Notation notation, int decimals, String prefix, String suffix) {
    public static final Format AUTO = new Format(Notation.AUTO, -1, "", "");

    /// @throws IllegalArgumentException for decimals outside −1…15
    public Format {
      if (decimals < -1 || decimals > 15) {
        throw new IllegalArgumentException("Decimals must be -1 to 15, not " + decimals);
      }
    }

    public Format withNotation(Notation value) {
      return new Format(value, decimals, prefix, suffix);
    }

    public Format withDecimals(int value) {
      return new Format(notation, value, prefix, suffix);
    }

    public Format withPrefix(String value) {
      return new Format(notation, decimals, value, suffix);
    }

    public Format withSuffix(String value) {
      return new Format(notation, decimals, prefix, value);
    }
  }

  /// The ways to write a number or a time. One that does not fit the axis counts as [#AUTO].
  public enum Notation {
    AUTO,
    /// `1234567`
    PLAIN,
    /// `1,234,567`
    GROUPED,
    /// `1.2M`
    COMPACT,
    /// `12%` for 0.12
    PERCENT,
    /// `1.2e6`
    SCIENTIFIC,
    /// `2024`
    YEAR,
    /// `2024-03`
    MONTH,
    /// `2024-03-05`
    DAY,
    /// `14:30`
    TIME;

    /// Whether the notation is one of times.
    public boolean isOfTimes() {
      return compareTo(YEAR) >= 0;
    }
  }
}
