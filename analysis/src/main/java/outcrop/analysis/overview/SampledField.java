package outcrop.analysis.overview;

import java.util.Optional;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.overview.FieldAssociations.Reason;
import outcrop.analysis.stats.ComparedField;

/// Which fields are compared over a sample of the rows.
final class SampledField {
  private SampledField() {}

  /// Why a field takes no part, empty where it does.
  static Optional<Reason> refusal(Field field, ColumnProfile profile, int sampled) {
    if (profile.distinct() < 2 && (profile.distinct() < 1 || profile.missing() == 0)) {
      return Optional.of(Reason.CONSTANT);
    }
    if (field.role() == FieldRole.ID) {
      return Optional.of(Reason.NAMES_ROWS);
    }
    return switch (field.type()) {
      case CATEGORY ->
          profile.distinct()
                  > Math.min(ComparedField.MOST_VALUES, sampled / ComparedField.ROWS_PER_VALUE)
              ? Optional.of(Reason.TOO_MANY_VALUES)
              : Optional.empty();
      case NUMBER, TIME -> profile.distinct() < 2 ? Optional.of(Reason.CONSTANT) : Optional.empty();
      case TEXT, IMAGE, VECTOR, LIST -> Optional.of(Reason.OF_TYPE);
    };
  }
}
