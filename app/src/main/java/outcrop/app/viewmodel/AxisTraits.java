package outcrop.app.viewmodel;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.spec.AxisStyle;

/// What an axis measures, and what is wrong with a text that is meant for it.
///
/// @param log whether only values above zero have a place on it
/// @param from where the data starts, in microseconds for times
/// @param to where it ends; below `from` where nobody knows
/// @param values what is on an axis of names; empty where nobody knows
public record AxisTraits(Kind kind, boolean log, double from, double to, List<String> values) {
  /// An axis of numbers of which nothing is known.
  public static final AxisTraits NUMBERS = of(Kind.NUMBERS, false);

  private static final Pattern CALENDAR_STEP =
      Pattern.compile("\\s*[1-9]\\d{0,3}\\s*(y|mo|w|d|h|min|s)\\s*");

  /// What the values of an axis are.
  public enum Kind {
    NUMBERS,
    /// Counts of rows, or shares of them, which may be written as percent.
    COUNTS,
    TIMES,
    NAMES
  }

  public AxisTraits {
    values = List.copyOf(values);
  }

  static AxisTraits of(Kind kind, boolean log) {
    return new AxisTraits(kind, log, 1, 0, List.of());
  }

  /// The axis of bins.
  static AxisTraits of(BinAxis axis, boolean log) {
    return switch (axis) {
      case BinAxis.Numbers numbers ->
          new AxisTraits(
              Kind.NUMBERS, log, numbers.edges()[0], numbers.edges()[numbers.size()], List.of());
      case BinAxis.Times times ->
          new AxisTraits(
              Kind.TIMES, false, times.edges()[0], times.edges()[times.size()], List.of());
      case BinAxis.Values(List<String> values) -> new AxisTraits(Kind.NAMES, false, 1, 0, values);
    };
  }

  /// Whether the axis can be cut and marked otherwise.
  public boolean isScaled() {
    return kind != Kind.NAMES;
  }

  /// The value that a text names, in microseconds for times.
  public OptionalDouble value(String text) {
    String typed = text.strip();
    return switch (kind) {
      case NUMBERS -> number(typed);
      case COUNTS ->
          typed.endsWith("%")
              ? share(number(typed.substring(0, typed.length() - 1)))
              : number(typed);
      case TIMES -> {
        var micros = TimeColumn.microsOf(typed);
        yield micros.isPresent() ? OptionalDouble.of(micros.getAsLong()) : OptionalDouble.empty();
      }
      case NAMES -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble share(OptionalDouble percent) {
    return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }

  /// What is wrong with a value on the axis, in a sentence; empty where nothing is.
  ///
  /// @param field what the axis shows, for the sentence
  public String faultOf(String text, String field, Words words) {
    if (text.isBlank()) {
      return "";
    }
    if (kind == Kind.NAMES) {
      return values.isEmpty() || values.contains(text)
          ? ""
          : words.of("editor.lineCategory", text, field);
    }
    if (value(text).isPresent()) {
      return "";
    }
    return words.of(kind == Kind.TIMES ? "editor.lineTime" : "editor.lineNumber", text);
  }

  /// What is wrong with a range of the axis, in a sentence; empty where nothing is.
  public String faultOfRange(String start, String end, Words words) {
    for (String text : List.of(start, end)) {
      String fault = faultOf(text, "", words);
      if (!fault.isEmpty()) {
        return fault;
      }
      if (log && !text.isBlank() && !(value(text).orElse(1) > 0)) {
        return words.of("editor.rangeLog", text);
      }
    }
    double low = start.isBlank() ? from : value(start).orElse(from);
    double high = end.isBlank() ? to : value(end).orElse(to);
    boolean known = to >= from;
    boolean both = !start.isBlank() && !end.isBlank();
    if (both && !(low < high)) {
      return words.of("editor.rangeInverted", start, end);
    }
    boolean any = !start.isBlank() || !end.isBlank();
    return any && known && (low > to || high < from) ? words.of("editor.rangeEmpty") : "";
  }

  /// What is wrong with a step between ticks, in a sentence; empty where nothing is.
  public String faultOfStep(String step, Words words) {
    if (step.isBlank()) {
      return "";
    }
    if (kind == Kind.TIMES) {
      return CALENDAR_STEP.matcher(step).matches() ? "" : words.of("editor.stepTime", step);
    }
    return value(step).orElse(0) > 0 ? "" : words.of("editor.stepNumber", step);
  }

  /// The notations that can be used on the axis.
  public List<AxisStyle.Notation> notations() {
    return List.of(AxisStyle.Notation.values()).stream()
        .filter(
            notation ->
                notation == AxisStyle.Notation.AUTO || notation.isOfTimes() == (kind == Kind.TIMES))
        .toList();
  }
}
