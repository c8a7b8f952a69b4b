package outcrop.analysis.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;

/// What a row must satisfy, with every bound in the physical form of its field: nothing of the
/// search language or of Outcrop's own rules is left to be understood by who writes it down.
///
/// Logic is two-valued as in [outcrop.analysis.selection.Predicate]: only [IsMissing] holds for a
/// missing value.
sealed interface Condition {
  /// Every row, or none.
  record Always(boolean holds) implements Condition {}

  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  record IsMissing(Field field) implements Condition {}

  /// A number that is NaN.
  record IsNan(Field field) implements Condition {}

  /// Numbers between bounds, never NaN.
  ///
  /// @param lo a [Long] for whole numbers, else a [Double]; null where open
  record Numbers(
      Field field,
      @Nullable Number lo,
      @Nullable Number hi,
      boolean loInclusive,
      boolean hiInclusive)
      implements Condition {}

  /// Times between bounds in microseconds since 1970, both inclusive; null where open.
  record Times(Field field, @Nullable Long lo, @Nullable Long hi) implements Condition {}

  /// Texts between bounds by code point; null where open.
  record Texts(
      Field field,
      @Nullable String lo,
      @Nullable String hi,
      boolean loInclusive,
      boolean hiInclusive)
      implements Condition {}

  /// Texts equal to one of the values.
  record OneOf(Field field, List<String> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// Lists with at least one of these elements.
  ///
  /// @param values elements as texts, numbers in their shortest exact form
  record HasOneOf(Field field, List<String> values) implements Condition {
    public HasOneOf {
      values = List.copyOf(values);
    }
  }

  /// Texts in which, in lower case, the expression finds something
  /// ([outcrop.analysis.index.WordPattern]).
  record Finds(Field field, String expression) implements Condition {}

  /// Rows by their number in the dataset, counted from 1 over the rows that the import took.
  record Numbered(List<Integer> numbers) implements Condition {
    public Numbered {
      numbers = List.copyOf(numbers);
    }
  }
}
