package outcrop.analysis.render;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import outcrop.analysis.column.TimeColumn;

/// Texts that say where on an axis something is: numbers, dates and times.
public final class AxisText {
  private AxisText() {}

  /// A finite number.
  public static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// A count, or a share written as percent.
  public static OptionalDouble count(String text) {
    String trimmed = text.strip();
    if (!trimmed.endsWith("%")) {
      return number(trimmed);
    }
    OptionalDouble percent = number(trimmed.substring(0, trimmed.length() - 1));
    return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
  }

  /// Microseconds since 1970 in UTC of a year, month, day, local time or instant, each at its
  /// beginning.
  public static OptionalDouble moment(String text) {
    OptionalLong micros = TimeColumn.microsOf(text);
    return micros.isPresent() ? OptionalDouble.of(micros.getAsLong()) : OptionalDouble.empty();
  }
}
