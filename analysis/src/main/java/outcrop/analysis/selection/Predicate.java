package outcrop.analysis.selection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowKey;

/// Which rows are meant, as a value. Logic is two-valued: a missing value satisfies only
/// [IsMissing], so a negation holds for rows where the field is missing.
///
/// As JSON, the property `type` names the kind.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Predicate.All.class, name = "all"),
  @JsonSubTypes.Type(value = Predicate.Range.class, name = "range"),
  @JsonSubTypes.Type(value = Predicate.In.class, name = "in"),
  @JsonSubTypes.Type(value = Predicate.IsMissing.class, name = "missing"),
  @JsonSubTypes.Type(value = Predicate.Polygon.class, name = "polygon"),
  @JsonSubTypes.Type(value = Predicate.Query.class, name = "query"),
  @JsonSubTypes.Type(value = Predicate.Keys.class, name = "keys"),
  @JsonSubTypes.Type(value = Predicate.And.class, name = "and"),
  @JsonSubTypes.Type(value = Predicate.Or.class, name = "or"),
  @JsonSubTypes.Type(value = Predicate.Not.class, name = "not")
})
public sealed interface Predicate {
  /// Every row.
  record All() implements Predicate {}

  /// Numbers or times between two bounds, given as exact text of the field's type; a null bound is
  /// open. NaN lies in no range, so a range open on both sides has every value but NaN. A time may
  /// be cut off at the year, month, day or hour and then means that whole period. Categories lie
  /// between texts by code point.
  record Range(
      String field,
      @Nullable String lo,
      @Nullable String hi,
      boolean loInclusive,
      boolean hiInclusive)
      implements Predicate {
    /// At least `lo` and less than `hi`, as the bins of a histogram are.
    public static Range halfOpen(String field, @Nullable String lo, @Nullable String hi) {
      return new Range(field, lo, hi, true, false);
    }
  }

  /// Values equal to one of the texts, compared as the field's type has it (`1.0` equals `1` in
  /// numbers); of a list some element.
  record In(String field, List<String> values) implements Predicate {
    public In {
      values = List.copyOf(values);
    }
  }

  /// Rows where the field has no value.
  record IsMissing(String field) implements Predicate {}

  /// Rows whose values in two fields of numbers are a point inside an outline, by the even-odd
  /// rule: a ray from the point to greater `x` crosses an odd number of sides. The test is exact
  /// for the doubles that the columns and the corners hold. Points on a side belong to whichever of
  /// two outlines with that side lies at greater `x`, on a level side at greater `y`. Missing and
  /// infinite values and NaN are inside no outline.
  ///
  /// @param x the field of the first coordinate
  /// @param y the field of the second
  /// @param corners in order; the last is joined to the first, and sides may cross
  record Polygon(String x, String y, List<Corner> corners) implements Predicate {
    public static final int MOST_CORNERS = 10_000;

    /// @throws IllegalArgumentException for fewer than three corners or more than 10,000
    public Polygon {
      corners = List.copyOf(corners);
      if (corners.size() < 3 || corners.size() > MOST_CORNERS) {
        throw new IllegalArgumentException(
            "An outline has 3 to 10000 corners, not " + corners.size());
      }
    }
  }

  /// A corner of an outline, in the units of the two fields.
  record Corner(double x, double y) {
    /// @throws IllegalArgumentException for a corner that is not finite
    public Corner {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("A corner of an outline must be finite numbers");
      }
    }
  }

  /// A query in the search language.
  record Query(String text) implements Predicate {}

  /// Rows by name; keys that the dataset does not have are ignored.
  record Keys(List<RowKey> keys) implements Predicate {
    public Keys {
      keys = List.copyOf(keys);
    }
  }

  /// Rows that satisfy every part; all rows where there is no part.
  record And(List<Predicate> parts) implements Predicate {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// Rows that satisfy some part; no row where there is no part.
  record Or(List<Predicate> parts) implements Predicate {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Predicate part) implements Predicate {}
}
