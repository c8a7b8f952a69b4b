package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;

/// The distribution of one field, split by a second where wanted: a histogram of numbers or times,
/// bars of categories.
///
/// @param field the field shown
/// @param by the field that splits the bars; empty for none
/// @param bins how values are put together
/// @param axes scales and what the height means
/// @param style titles, colours, lines, size: changes nothing that is counted
/// @param shape as what the values are drawn
/// @param facet the field by whose values the view is repeated as small multiples; empty for none
/// @param target the shape that the distribution should have, drawn over it; null for none
public record DistributionSpec(
    String id,
    String title,
    String field,
    String by,
    Bins bins,
    Axes axes,
    ChartStyle style,
    Shape shape,
    String facet,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TargetSpec target,
    @JsonIgnore Map<String, Object> extra)
    implements ShapedSpec {
  public DistributionSpec {
    extra = Extra.copy(extra);
  }

  /// A histogram or bars with every default.
  public static DistributionSpec of(String id, String field) {
    return new DistributionSpec(
        id,
        "",
        field,
        "",
        Bins.DEFAULT,
        Axes.DEFAULT,
        ChartStyle.DEFAULT,
        Shape.BARS,
        "",
        null,
        Map.of());
  }

  /// As what values are drawn. All but bars need values with an order: numbers, times, or texts,
  /// which count as their lengths.
  public enum Shape {
    /// A histogram of numbers or times, bars of categories.
    BARS,
    /// A smooth curve of area one per group: a kernel density on the scale of the axis.
    DENSITY,
    /// The share of values up to each value, with a band.
    ECDF,
    /// Quartiles, whiskers and outliers per group, after Tukey.
    BOX,
    /// The density of each group, mirrored, with its quartiles.
    VIOLIN,
    /// A point per row, beside each other where they would cover each other.
    STRIP,
    /// Quantiles against those of another group or of the normal law.
    QQ,
    /// Counts by step of the axis as a line per group.
    LINE;

    /// Whether it needs the values in their order, not only counts.
    public boolean isSpread() {
      return this != BARS && this != LINE;
    }

    /// The shapes that a field of a type can have.
    public static List<Shape> of(FieldType type) {
      return switch (type) {
        case NUMBER, TIME -> List.of(values());
        case TEXT -> List.of(BARS, DENSITY, ECDF, BOX, VIOLIN, STRIP, QQ);
        case CATEGORY, LIST, IMAGE, VECTOR -> List.of(BARS);
      };
    }
  }

  /// How values are put together.
  ///
  /// @param count wanted bins of a histogram, 1…1000; 0 for the default rule (Freedman–Diaconis
  ///   between 5 and 60 for numbers, the calendar unit that gives 10…60 bins for times)
  /// @param missing whether rows without a value have a bar of their own
  /// @param order of the bars of a category
  /// @param limit the most bars drawn at once; the legend and the scroll reach all others. 0 for as
  ///   many as fit
  /// @param edges exact texts of the edges of a histogram, rising, at least two; they count before
  ///   the number of bins. Empty for none. Rows beyond them are counted apart, as off the scale
  /// @param own bars that stand first in [Order#OWN]; where there are none, those of the field
  /// @param step the calendar step of time bins, which counts before the number of bins
  /// @param groups values of the splitting field that come first and are never put together with
  ///   others; the first two are the ones compared. Empty for the largest
  public record Bins(
      int count,
      boolean missing,
      Order order,
      int limit,
      List<String> edges,
      List<String> own,
      Step step,
      List<String> groups) {
    public static final Bins DEFAULT = new Bins(0, true, Order.COUNT_DOWN, 0);

    public Bins(int count, boolean missing, Order order, int limit) {
      this(count, missing, order, limit, List.of(), List.of(), Step.AUTO, List.of());
    }

    /// @throws IllegalArgumentException for a count outside 0…1000, a negative limit, or one or
    ///   more than 1001 edges
    public Bins {
      edges = List.copyOf(edges);
      own = List.copyOf(own);
      if (edges.size() == 1 || edges.size() > 1001) {
        throw new IllegalArgumentException("Bins have 2 to 1001 edges, not " + edges.size());
      }
      if (count < 0 || count > 1000) {
        throw new IllegalArgumentException("The number of bins must be 0 to 1000, not " + count);
      }
      if (limit < 0) {
        throw new IllegalArgumentException("The number of bars must be 0 or more, not " + limit);
      }
      groups = List.copyOf(groups);
    }

    public Bins withCount(int value) {
      return new Bins(value, missing, order, limit, edges, own, step, groups);
    }

    public Bins withMissing(boolean value) {
      return new Bins(count, value, order, limit, edges, own, step, groups);
    }

    public Bins withOrder(Order value) {
      return new Bins(count, missing, value, limit, edges, own, step, groups);
    }

    public Bins withLimit(int value) {
      return new Bins(count, missing, order, value, edges, own, step, groups);
    }

    /// With edges of its own, none where the list is empty.
    public Bins withEdges(List<String> value) {
      return new Bins(count, missing, order, limit, value, own, step, groups);
    }

    /// With bars in an order of its own.
    public Bins withOwn(List<String> value) {
      return new Bins(count, missing, Order.OWN, limit, edges, value, step, groups);
    }

    public Bins withStep(Step value) {
      return new Bins(count, missing, order, limit, edges, own, value, groups);
    }

    public Bins withGroups(List<String> value) {
      return new Bins(count, missing, order, limit, edges, own, step, value);
    }
  }

  /// A step of the calendar.
  public enum Step {
    /// The finest that gives few enough bins.
    AUTO,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
  }

  /// The order of bars. Ties are broken by value, so that the order is always the same.
  public enum Order {
    COUNT_DOWN,
    COUNT_UP,
    VALUE_UP,
    VALUE_DOWN,
    /// As values first appear in the dataset.
    DATA,
    /// As the user put them, the others behind them by count.
    OWN
  }

  public enum Scale {
    LINEAR,
    /// Positive values only; others are counted apart and shown as such.
    LOG,
    /// Linear near zero, logarithmic far from it, for either sign.
    SYMLOG;

    /// The place of a value on the scale.
    public double place(double value) {
      return switch (this) {
        case LINEAR -> value;
        case LOG -> Math.log10(value);
        case SYMLOG -> Math.signum(value) * Math.log10(1 + Math.abs(value));
      };
    }

    /// The value at a place of the scale.
    public double value(double place) {
      return switch (this) {
        case LINEAR -> place;
        case LOG -> Math.pow(10, place);
        case SYMLOG -> Math.copySign(Math.pow(10, Math.abs(place)) - 1, place);
      };
    }
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

  @Override
  public DistributionSpec withTitle(String value) {
    return new DistributionSpec(
        id, value, field, by, bins, axes, style, shape, facet, target, extra);
  }

  public DistributionSpec withField(String value) {
    return new DistributionSpec(
        id, title, value, by, bins, axes, style, shape, facet, target, extra);
  }

  public DistributionSpec withBy(String value) {
    return new DistributionSpec(
        id, title, field, value, bins, axes, style, shape, facet, target, extra);
  }

  public DistributionSpec withBins(Bins value) {
    return new DistributionSpec(
        id, title, field, by, value, axes, style, shape, facet, target, extra);
  }

  public DistributionSpec withAxes(Axes value) {
    return new DistributionSpec(
        id, title, field, by, bins, value, style, shape, facet, target, extra);
  }

  @Override
  public DistributionSpec withStyle(ChartStyle value) {
    return new DistributionSpec(
        id, title, field, by, bins, axes, value, shape, facet, target, extra);
  }

  public DistributionSpec withShape(Shape value) {
    return new DistributionSpec(
        id, title, field, by, bins, axes, style, value, facet, target, extra);
  }

  @Override
  public DistributionSpec withoutFacet() {
    return withFacet("");
  }

  public DistributionSpec withFacet(String value) {
    return new DistributionSpec(
        id, title, field, by, bins, axes, style, shape, value, target, extra);
  }

  @Override
  public DistributionSpec withTarget(@Nullable TargetSpec value) {
    return new DistributionSpec(
        id, title, field, by, bins, axes, style, shape, facet, value, extra);
  }

  @Override
  public List<String> fields() {
    return Stream.of(field, by, facet).filter(name -> !name.isEmpty()).distinct().toList();
  }

  @Override
  public String colourField() {
    return by.isEmpty() ? field : by;
  }

  @Override
  public DistributionSpec withFields(UnaryOperator<String> mapping) {
    return new DistributionSpec(
        id,
        title,
        mapping.apply(field),
        by.isEmpty() ? by : mapping.apply(by),
        bins,
        axes,
        style,
        shape,
        facet.isEmpty() ? facet : mapping.apply(facet),
        target,
        extra);
  }
}
