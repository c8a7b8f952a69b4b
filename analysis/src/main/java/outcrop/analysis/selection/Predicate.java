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
