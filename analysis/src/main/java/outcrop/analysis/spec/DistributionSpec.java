package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/// The distribution of one field, split by a second where wanted: a histogram of numbers or times,
/// bars of categories.
///
/// @param field the field shown
/// @param by the field that splits the bars; empty for none
/// @param bins how values are put together
/// @param axes scales and what the height means
/// @param style titles, colours, lines, size: changes nothing that is counted
public record DistributionSpec(
    String id,
    String title,
    String field,
    String by,
    Bins bins,
    Axes axes,
    Style style,
    @JsonIgnore Map<String, Object> extra)
    implements ViewSpec {
  public DistributionSpec {
    extra = Extra.copy(extra);
  }

  /// A histogram or bars with every default.
  public static DistributionSpec of(String id, String field) {
    return new DistributionSpec(
        id, "", field, "", Bins.DEFAULT, Axes.DEFAULT, Style.DEFAULT, Map.of());
  }

  /// How values are put together.
  ///
  /// @param count wanted bins of a histogram, 1…1000; 0 for the default rule (Freedman–Diaconis
  ///   between 5 and 60 for numbers, the calendar unit that gives 10…60 bins for times)
  /// @param missing whether rows without a value have a bar of their own
  /// @param order of the bars of a category
  /// @param limit the most bars drawn at once; the legend and the scroll reach all others. 0 for as
  ///   many as fit
  public record Bins(int count, boolean missing, Order order, int limit) {
    public static final Bins DEFAULT = new Bins(0, true, Order.COUNT_DOWN, 0);

    /// @throws IllegalArgumentException for a count outside 0…1000 or a negative limit
    public Bins {
      if (count < 0 || count > 1000) {
        throw new IllegalArgumentException("The number of bins must be 0 to 1000, not " + count);
      }
      if (limit < 0) {
        throw new IllegalArgumentException("The number of bars must be 0 or more, not " + limit);
      }
    }

    public Bins withCount(int value) {
      return new Bins(value, missing, order, limit);
    }

    public Bins withMissing(boolean value) {
      return new Bins(count, value, order, limit);
    }

    public Bins withOrder(Order value) {
      return new Bins(count, missing, value, limit);
    }

    public Bins withLimit(int value) {
      return new Bins(count, missing, order, value);
    }
  }

  /// The order of bars. Ties are broken by value, so that the order is always the same.
  public enum Order {
    COUNT_DOWN,
    COUNT_UP,
    VALUE_UP,
    VALUE_DOWN,
    /// As values first appear in the dataset.
    DATA
  }

  public enum Scale {
    LINEAR,
    /// Positive values only; others are counted apart and shown as such.
    LOG,
    /// Linear near zero, logarithmic far from it, for either sign.
    SYMLOG
  }

  /// How the groups of a split stand.
  public enum Grouping {
    STACKED,
    SIDE_BY_SIDE,
    OVERLAID,
    /// Each bar fills the height: shares within the bar.
    SHARE_OF_BAR,
    /// Each group sums to one: shapes comparable between groups of different size.
    SHARE_OF_GROUP
  }

  /// @param x scale of the values; for a histogram, bins are equal on this scale
  /// @param y scale of the counts
  public record Axes(Scale x, Scale y, Grouping grouping) {
    public static final Axes DEFAULT = new Axes(Scale.LINEAR, Scale.LINEAR, Grouping.STACKED);

    public Axes withX(Scale value) {
      return new Axes(value, y, grouping);
    }

    public Axes withY(Scale value) {
      return new Axes(x, value, grouping);
    }

    public Axes withGrouping(Grouping value) {
      return new Axes(x, y, value);
    }
  }

  /// What is drawn around and on the bars.
  ///
  /// @param xTitle empty for the field's name
  /// @param yTitle empty for a title made from the content
  /// @param colours `#rrggbb` by value of the splitting field, or by value of the field itself
  ///   where nothing splits it; the key [#BAR] colours bars that belong to no value
  /// @param legend whether the legend is drawn
  public record Style(
      String xTitle,
      String yTitle,
      Map<String, String> colours,
      List<ReferenceLine> lines,
      boolean legend,
      Size size) {
    public static final String BAR = "";
    public static final Style DEFAULT = new Style("", "", Map.of(), List.of(), true, Size.AUTO);

    public Style {
      colours = Map.copyOf(colours);
      lines = List.copyOf(lines);
    }

    public Style withXTitle(String value) {
      return new Style(value, yTitle, colours, lines, legend, size);
    }

    public Style withYTitle(String value) {
      return new Style(xTitle, value, colours, lines, legend, size);
    }

    public Style withColours(Map<String, String> value) {
      return new Style(xTitle, yTitle, value, lines, legend, size);
    }

    public Style withLines(List<ReferenceLine> value) {
      return new Style(xTitle, yTitle, colours, value, legend, size);
    }

    public Style withLegend(boolean value) {
      return new Style(xTitle, yTitle, colours, lines, value, size);
    }

    public Style withSize(Size value) {
      return new Style(xTitle, yTitle, colours, lines, legend, value);
    }
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

  @Override
  public DistributionSpec withTitle(String value) {
    return new DistributionSpec(id, value, field, by, bins, axes, style, extra);
  }

  public DistributionSpec withField(String value) {
    return new DistributionSpec(id, title, value, by, bins, axes, style, extra);
  }

  public DistributionSpec withBy(String value) {
    return new DistributionSpec(id, title, field, value, bins, axes, style, extra);
  }

  public DistributionSpec withBins(Bins value) {
    return new DistributionSpec(id, title, field, by, value, axes, style, extra);
  }

  public DistributionSpec withAxes(Axes value) {
    return new DistributionSpec(id, title, field, by, bins, value, style, extra);
  }

  public DistributionSpec withStyle(Style value) {
    return new DistributionSpec(id, title, field, by, bins, axes, value, extra);
  }
}
