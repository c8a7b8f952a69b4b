package outcrop.analysis.spec;

import java.util.List;
import java.util.Map;

/// What is drawn around and on the marks of a chart, the same for each kind of chart. Changes
/// nothing that is counted.
///
/// @param xTitle empty for the field's name
/// @param yTitle empty for a title made from the content
/// @param colours `#rrggbb` by value of the splitting field, or by value of the field itself where
///   nothing splits it; the key [#BAR] colours bars that belong to no value
/// @param legend whether the legend is drawn
public record ChartStyle(
    String xTitle,
    String yTitle,
    Map<String, String> colours,
    List<ReferenceLine> lines,
    boolean legend,
    Size size) {
  public static final String BAR = "";
  public static final ChartStyle DEFAULT =
      new ChartStyle("", "", Map.of(), List.of(), true, Size.AUTO);

  public ChartStyle {
    colours = Map.copyOf(colours);
    lines = List.copyOf(lines);
  }

  public ChartStyle withXTitle(String value) {
    return new ChartStyle(value, yTitle, colours, lines, legend, size);
  }

  public ChartStyle withYTitle(String value) {
    return new ChartStyle(xTitle, value, colours, lines, legend, size);
  }

  public ChartStyle withColours(Map<String, String> value) {
    return new ChartStyle(xTitle, yTitle, value, lines, legend, size);
  }

  public ChartStyle withLines(List<ReferenceLine> value) {
    return new ChartStyle(xTitle, yTitle, colours, value, legend, size);
  }

  public ChartStyle withLegend(boolean value) {
    return new ChartStyle(xTitle, yTitle, colours, lines, value, size);
  }

  public ChartStyle withSize(Size value) {
    return new ChartStyle(xTitle, yTitle, colours, lines, legend, value);
  }

  /// A line across the plot.
  ///
  /// @param axis which axis the value is on
  /// @param value exact text of the value: a number, a date, or the name of a bar
  /// @param label empty for the value itself
  public record ReferenceLine(AxisSide axis, String value, String label) {}

  public enum AxisSide {
    X,
    Y
  }

  /// The size of the drawing when exported; on the screen a view fills its pane.
  ///
  /// @param width and height in `unit`, both 0 for the default of 160 × 100 mm
  public record Size(double width, double height, Unit unit) {
    public static final Size AUTO = new Size(0, 0, Unit.MM);

    /// @throws IllegalArgumentException for sizes that are negative, not finite or beyond 10,000
    public Size {
      if (!(width >= 0 && width <= 10_000 && height >= 0 && height <= 10_000)) {
        throw new IllegalArgumentException(
            "A drawing is 0 to 10,000 wide and high, not " + width + " × " + height);
      }
    }
  }

  public enum Unit {
    MM,
    PX
  }
}
