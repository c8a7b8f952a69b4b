package outcrop.analysis.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// The long tail of a field: how many classes have how many rows, from the largest to the rarest.
///
/// @param field whose classes or values are shown
/// @param counted what has a size
/// @param shape as what it is drawn
/// @param bands where the head ends and the tail begins
/// @param fit how far a power law is tested
/// @param beside fields that the classes are looked at with
/// @param look what is drawn of the classes, and on which scales
/// @param style titles, lines, size: changes nothing that is counted
/// @param facet the field by whose values the view is repeated as small multiples; empty for none
/// @param target the sizes that the classes should have; null for none
public record TailSpec(
    String id,
    String title,
    String field,
    Counted counted,
    Shape shape,
    Bands bands,
    Fit fit,
    Beside beside,
    Look look,
    ChartStyle style,
    String facet,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TargetSpec target,
    @JsonIgnore Map<String, Object> extra)
    implements ShapedSpec {
  public TailSpec {
    extra = Extra.copy(extra);
  }

  /// The sizes of the classes of a field by rank, with every default.
  public static TailSpec of(String id, String field) {
    return new TailSpec(
        id,
        "",
        field,
        Counted.CLASSES,
        Shape.RANK,
        Bands.DEFAULT,
        Fit.DEFAULT,
        Beside.NONE,
        Look.DEFAULT,
        ChartStyle.DEFAULT,
        "",
        null,
        Map.of());
  }

  /// What has a size.
  public enum Counted {
    /// Each different value is a class, and its size is the number of rows that have it; of a text
    /// each term, and its size is how often it occurs.
    CLASSES,
    /// Each row is one of the field's numbers, and the number is its size.
    VALUES
  }

  /// As what sizes are drawn.
  public enum Shape {
    /// Size against rank, largest first.
    RANK,
    /// Share of classes that are at least so large.
    CCDF,
    /// Share of rows in the smallest classes.
    LORENZ,
    /// Share of rows in the largest classes.
    COVERAGE,
    /// Classes that a sample of so many rows finds, and what twice as many rows would find.
    RAREFACTION,
    /// Whether the rows of a class come together.
    BURSTINESS,
    /// When the rows of each class come: a line per class, a mark per row.
    RASTER,
    /// How many labels of another field a class has, and how many classes a label.
    LABELS,
    /// How different the rows of each class are, by a field of vectors.
    VARIATION;

    /// Whether its items are classes by rank.
    public boolean hasRanks() {
      return switch (this) {
        case RANK, CCDF, LORENZ, COVERAGE, RAREFACTION, RASTER -> true;
        case BURSTINESS, LABELS, VARIATION -> false;
      };
    }

    /// Whether an axis has the scale of the look; others have the one that suits them.
    public boolean hasScale(AxisSide side) {
      return switch (this) {
        case RANK, CCDF -> true;
        case COVERAGE -> side == AxisSide.X;
        case LORENZ, RAREFACTION, BURSTINESS, RASTER, LABELS, VARIATION -> false;
      };
    }
  }

  /// Where head, body and tail part. Classes of one size are never parted.
  ///
  /// @param preset whose convention it is
  /// @param head the least size of a class of the head; only of [Preset#OWN]
  /// @param body the least size of a class of the body, at most `head`; equal to it where there is
  ///   no body; only of [Preset#OWN]
  public record Bands(Preset preset, double head, double body) {
    public static final Bands DEFAULT = Bands.of(Preset.SHARES);

    /// @throws IllegalArgumentException for bounds that are negative or not finite, or a body that
    ///   begins above the head
    public Bands {
      if (!(body >= 0 && head >= body && head < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Bands are bounded by sizes of 0 or more, the head from at least where the body begins,"
                + " not by "
                + head
                + " and "
                + body);
      }
    }

    /// The bands of a convention.
    public static Bands of(Preset preset) {
      return new Bands(preset, 0, 0);
    }

    /// Bands between bounds of the user's own.
    public static Bands own(double head, double body) {
      return new Bands(Preset.OWN, head, body);
    }
  }

  /// Conventions for head, body and tail.
  public enum Preset {
    /// The head has the first 50 % of the rows, the body the next 40 %, the tail the rest.
    SHARES,
    /// More than 100 rows, 20 to 100, fewer than 20: the words of the paper on open long-tailed
    /// recognition (Liu and others 2019), as for ImageNet-LT, Places-LT and iNaturalist.
    OLTR,
    /// At least 100 rows, 21 to 99, at most 20: what the program of that paper does.
    OLTR_CODE,
    /// More than 100 rows, 11 to 100, at most 10: frequent, common and rare of LVIS.
    LVIS,
    /// At least 20,000 rows, fewer: what MetaCLIP caps, and what it keeps whole.
    METACLIP,
    /// From where a power law fits, below.
    XMIN,
    /// The user's own bounds.
    OWN
  }

  /// How far a power law is tested.
  ///
  /// @param draws synthetic datasets of the goodness of fit, 0 for none
  /// @param seed of their random numbers
  public record Fit(int draws, long seed) {
    public static final int MOST_DRAWS = 10_000;
    public static final Fit DEFAULT = new Fit(0, 1);

    /// @throws IllegalArgumentException for a number of draws outside 0…10,000
    public Fit {
      if (draws < 0 || draws > MOST_DRAWS) {
        throw new IllegalArgumentException("A fit has 0 to 10,000 draws, not " + draws);
      }
    }
  }

  /// Fields that the classes are looked at with; empty for none.
  ///
  /// @param events what orders or holds the rows for bursts and labels: a time or a number in whose
  ///   order they come, or a category whose values are contexts; empty for the order of the dataset
  /// @param other the field that stands against the classes, such as a split
  /// @param label the field whose values are labels of the classes
  /// @param vector the field of vectors that says how different rows are
  public record Beside(String events, String other, String label, String vector) {
    public static final Beside NONE = new Beside("", "", "", "");

    public Beside withEvents(String value) {
      return new Beside(value, other, label, vector);
    }

    public Beside withOther(String value) {
      return new Beside(events, value, label, vector);
    }

    public Beside withLabel(String value) {
      return new Beside(events, other, value, vector);
    }

    public Beside withVector(String value) {
      return new Beside(events, other, label, value);
    }

    Stream<String> fields() {
      return Stream.of(events, other, label, vector);
    }

    Beside withFields(UnaryOperator<String> mapping) {
      return new Beside(
          mapping.apply(events), mapping.apply(other), mapping.apply(label), mapping.apply(vector));
    }
  }

  /// What is drawn of the classes, and on which scales.
  ///
  /// @param x scale of ranks or sizes, where the shape has a choice
  /// @param y scale of sizes or shares, where the shape has a choice
  /// @param fitted whether fitted laws are drawn
  /// @param context whether the classes of all rows are drawn in grey where a filter is set
  /// @param measures the measures that stand under the title
  public record Look(Scale x, Scale y, boolean fitted, boolean context, List<Measure> measures) {
    public static final Look DEFAULT =
        new Look(Scale.LOG, Scale.LOG, true, true, List.of(Measure.GINI, Measure.SINGLETONS));

    public Look {
      measures = List.copyOf(measures);
    }

    public Look withX(Scale value) {
      return new Look(value, y, fitted, context, measures);
    }

    public Look withY(Scale value) {
      return new Look(x, value, fitted, context, measures);
    }

    public Look withFitted(boolean value) {
      return new Look(x, y, value, context, measures);
    }

    public Look withContext(boolean value) {
      return new Look(x, y, fitted, value, measures);
    }

    public Look withMeasures(List<Measure> value) {
      return new Look(x, y, fitted, context, value);
    }
  }

  /// One number about all classes.
  public enum Measure {
    GINI,
    ENTROPY,
    HILL1,
    HILL2,
    EVENNESS,
    IMBALANCE,
    TOP_SHARE,
    SINGLETONS,
    SINGLETON_PRICE,
    UNSEEN_MASS,
    SAMPLE_COVERAGE,
    CHAO1,
    ACE,
    ZIPF,
    POWER_LAW,
    BURSTINESS,
    LIFT
  }

  @Override
  public TailSpec withTitle(String value) {
    return new TailSpec(
        id, value, field, counted, shape, bands, fit, beside, look, style, facet, target, extra);
  }

  public TailSpec withField(String value) {
    return new TailSpec(
        id, title, value, counted, shape, bands, fit, beside, look, style, facet, target, extra);
  }

  public TailSpec withCounted(Counted value) {
    return new TailSpec(
        id, title, field, value, shape, bands, fit, beside, look, style, facet, target, extra);
  }

  public TailSpec withShape(Shape value) {
    return new TailSpec(
        id, title, field, counted, value, bands, fit, beside, look, style, facet, target, extra);
  }

  public TailSpec withBands(Bands value) {
    return new TailSpec(
        id, title, field, counted, shape, value, fit, beside, look, style, facet, target, extra);
  }

  public TailSpec withFit(Fit value) {
    return new TailSpec(
        id, title, field, counted, shape, bands, value, beside, look, style, facet, target, extra);
  }

  public TailSpec withBeside(Beside value) {
    return new TailSpec(
        id, title, field, counted, shape, bands, fit, value, look, style, facet, target, extra);
  }

  public TailSpec withLook(Look value) {
    return new TailSpec(
        id, title, field, counted, shape, bands, fit, beside, value, style, facet, target, extra);
  }

  @Override
  public TailSpec withStyle(ChartStyle value) {
    return new TailSpec(
        id, title, field, counted, shape, bands, fit, beside, look, value, facet, target, extra);
  }

  @Override
  public TailSpec withoutFacet() {
    return withFacet("");
  }

  public TailSpec withFacet(String value) {
    return new TailSpec(
        id, title, field, counted, shape, bands, fit, beside, look, style, value, target, extra);
  }

  @Override
  public TailSpec withTarget(@Nullable TargetSpec value) {
    return new TailSpec(
        id, title, field, counted, shape, bands, fit, beside, look, style, facet, value, extra);
  }

  @Override
  public List<String> fields() {
    return Stream.concat(Stream.of(field, facet), beside.fields())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public TailSpec withFields(UnaryOperator<String> mapping) {
    UnaryOperator<String> known = name -> name.isEmpty() ? name : mapping.apply(name);
    return withField(mapping.apply(field))
        .withBeside(beside.withFields(known))
        .withFacet(known.apply(facet));
  }
}
