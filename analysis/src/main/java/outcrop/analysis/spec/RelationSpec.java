package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// How the values of several fields go together: rows counted by the values of all of them at once.
///
/// @param shape as what the counts are drawn
/// @param crossed the fields in order: across and upwards, or from the outermost to the innermost;
///   `fields` in JSON
/// @param colour the field that gives the colours; empty for the colours of the counts
/// @param bins how values are put together
/// @param axes the scales of numbers and of colours, and what the counts are compared with
/// @param style titles, colours, lines, size: changes nothing that is counted
/// @param facet the field by whose values the view is repeated as small multiples; empty for none
public record RelationSpec(
    String id,
    String title,
    Shape shape,
    @JsonProperty("fields") List<String> crossed,
    String colour,
    Bins bins,
    Axes axes,
    ChartStyle style,
    String facet,
    @JsonIgnore Map<String, Object> extra)
    implements ChartSpec {
  public RelationSpec {
    crossed = List.copyOf(crossed);
    extra = Extra.copy(extra);
  }

  /// Some fields in a shape with every default.
  public static RelationSpec of(String id, Shape shape, List<String> crossed) {
    return new RelationSpec(
        id,
        "",
        shape,
        crossed,
        "",
        Bins.DEFAULT,
        shape == Shape.SCATTER ? Axes.DEFAULT.withColour(Scale.LOG) : Axes.DEFAULT,
        ChartStyle.DEFAULT,
        "",
        Map.of());
  }

  /// As what the counts are drawn.
  public enum Shape {
    /// A cell for each pair of values of two fields.
    HEAT_MAP(2, 2),
    /// A point for each row by two fields of numbers or times; where rows are many, their density.
    SCATTER(2, 2),
    /// Ribbons between the values of fields that stand beside each other.
    PARALLEL_SETS(2, 6),
    /// Rectangles in rectangles, as large as the rows that they stand for are many.
    TREEMAP(1, 3);

    private final int fewest;
    private final int most;

    Shape(int fewest, int most) {
      this.fewest = fewest;
      this.most = most;
    }

    /// The fewest fields that it shows.
    public int fewest() {
      return fewest;
    }

    /// The most fields that it shows.
    public int most() {
      return most;
    }
  }

  /// How values are put together.
  ///
  /// @param across wanted bins of the first field where it has numbers or times, the most of its
  ///   values that are named where it has categories, the rest then being counted together; 0 for
  ///   as many as suit the shape
  /// @param upwards the same for all other fields
  /// @param missing whether rows without a value have a place of their own
  /// @param order of categories
  public record Bins(int across, int upwards, boolean missing, Order order) {
    public static final int MOST = 1000;
    public static final Bins DEFAULT = new Bins(0, 0, true, Order.COUNT_DOWN);

    /// @throws IllegalArgumentException for numbers outside 0…1000
    public Bins {
      if (across < 0 || across > MOST || upwards < 0 || upwards > MOST) {
        throw new IllegalArgumentException(
            "The number of bins must be 0 to 1000, not %d and %d".formatted(across, upwards));
      }
    }

    public Bins withAcross(int value) {
      return new Bins(value, upwards, missing, order);
    }

    public Bins withUpwards(int value) {
      return new Bins(across, value, missing, order);
    }

    public Bins withMissing(boolean value) {
      return new Bins(across, upwards, value, order);
    }

    public Bins withOrder(Order value) {
      return new Bins(across, upwards, missing, value);
    }
  }

  /// What the colour of a place says.
  public enum Measure {
    /// How many rows.
    ROWS,
    /// Their share of the rows with the same value of the second field: rows of a heat map add up
    /// to one.
    SHARE_OF_ROW,
    /// Their share of the rows with the same value of the first field: columns add up to one.
    SHARE_OF_COLUMN,
    /// How far they are from what two independent fields would give, in standard errors: the
    /// adjusted standardised residual (Haberman, 1973).
    RESIDUAL,
    /// Which share of all rows of the place the filter keeps.
    SHARE_SELECTED
  }

  /// What is drawn over the points of a scatter.
  public enum Trend {
    NONE,
    /// The median of the second field in stretches of the first, with its interval.
    MEDIAN,
    /// The median and the quartiles.
    QUARTILES
  }

  /// @param x scale of the first field where it has numbers
  /// @param y the same of the second
  /// @param colour scale of the colours of counts
  public record Axes(Scale x, Scale y, Scale colour, Measure measure, Trend trend) {
    public static final Axes DEFAULT =
        new Axes(Scale.LINEAR, Scale.LINEAR, Scale.LINEAR, Measure.ROWS, Trend.NONE);

    public Axes withX(Scale value) {
      return new Axes(value, y, colour, measure, trend);
    }

    public Axes withY(Scale value) {
      return new Axes(x, value, colour, measure, trend);
    }

    public Axes withColour(Scale value) {
      return new Axes(x, y, value, measure, trend);
    }

    public Axes withMeasure(Measure value) {
      return new Axes(x, y, colour, value, trend);
    }

    public Axes withTrend(Trend value) {
      return new Axes(x, y, colour, measure, value);
    }
  }

  @Override
  public RelationSpec withTitle(String value) {
    return new RelationSpec(id, value, shape, crossed, colour, bins, axes, style, facet, extra);
  }

  public RelationSpec withShape(Shape value) {
    return new RelationSpec(id, title, value, crossed, colour, bins, axes, style, facet, extra);
  }

  public RelationSpec withCrossed(List<String> value) {
    return new RelationSpec(id, title, shape, value, colour, bins, axes, style, facet, extra);
  }

  public RelationSpec withColour(String value) {
    return new RelationSpec(id, title, shape, crossed, value, bins, axes, style, facet, extra);
  }

  public RelationSpec withBins(Bins value) {
    return new RelationSpec(id, title, shape, crossed, colour, value, axes, style, facet, extra);
  }

  public RelationSpec withAxes(Axes value) {
    return new RelationSpec(id, title, shape, crossed, colour, bins, value, style, facet, extra);
  }

  @Override
  public RelationSpec withStyle(ChartStyle value) {
    return new RelationSpec(id, title, shape, crossed, colour, bins, axes, value, facet, extra);
  }

  @Override
  public RelationSpec withoutFacet() {
    return withFacet("");
  }

  public RelationSpec withFacet(String value) {
    return new RelationSpec(id, title, shape, crossed, colour, bins, axes, style, value, extra);
  }

  /// The field of the points of a scatter, of the ribbons of parallel sets, of the outermost
  /// rectangles of a treemap; colours of a heat map belong to no value.
  @Override
  public String colourField() {
    String first = crossed.isEmpty() ? "" : crossed.getFirst();
    return switch (shape) {
      case HEAT_MAP -> "";
      case SCATTER -> colour;
      case PARALLEL_SETS -> colour.isEmpty() ? first : colour;
      case TREEMAP -> colour.isEmpty() && axes.measure() != Measure.SHARE_SELECTED ? first : "";
    };
  }

  @Override
  public List<String> fields() {
    return Stream.concat(crossed.stream(), Stream.of(colour, facet))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public RelationSpec withFields(UnaryOperator<String> mapping) {
    return new RelationSpec(
        id,
        title,
        shape,
        crossed.stream().map(mapping).toList(),
        colour.isEmpty() ? colour : mapping.apply(colour),
        bins,
        axes,
        style,
        facet.isEmpty() ? facet : mapping.apply(facet),
        extra);
  }
}
