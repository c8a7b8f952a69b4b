package outcrop.analysis.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.Field;

/// What a field is like at a glance.
///
/// @param field with the role that the project gives it
/// @param profile its exact figures
/// @param warnings most serious first
/// @param spread see [#spread(ColumnProfile)]
public record FieldCard(
    Field field, ColumnProfile profile, List<FieldWarning> warnings, double spread) {
  private static final double MOST_OF_WARNINGS = 6;

  /// Interesting fields first; equally interesting ones stay in the order that they had.
  public static final Comparator<FieldCard> BY_INTEREST =
      Comparator.comparingDouble(FieldCard::interest).reversed();

  public FieldCard {
    List<FieldWarning> sorted = new ArrayList<>(warnings);
    sorted.sort(
        Comparator.comparingDouble((FieldWarning warning) -> warning.kind().weight()).reversed());
    warnings = List.copyOf(sorted);
  }

  static FieldCard of(Field field, ColumnProfile profile, List<FieldWarning> warnings) {
    return new FieldCard(field, profile, warnings, spread(profile));
  }

  /// The card with more warnings.
  public FieldCard with(List<FieldWarning> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<FieldWarning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new FieldCard(field, profile, all, spread);
  }

  /// How much the field deserves to be looked at first; larger is more.
  ///
  /// The sum of three parts: the weights of its warnings (at most 6), its spread (0…1), and its
  /// role (label 3, split 1.5, time 0.5, id and source −1).
  public double interest() {
    double found = warnings.stream().mapToDouble(warning -> warning.kind().weight()).sum();
    return Math.min(MOST_OF_WARNINGS, found) + spread + roleBonus();
  }

  private double roleBonus() {
    return switch (field.role()) {
      case LABEL -> 3;
      case SPLIT -> 1.5;
      case TIME -> 0.5;
      case ID, SOURCE -> -1;
      case NONE, TEXT, IMAGE, VECTOR -> 0;
    };
  }

  /// How evenly the rows spread over the values: the entropy of the shares of the
  /// [ColumnProfile#TOP] largest values, all others taken as one more, as a part of the greatest
  /// that so many values can have. 0 for one value, 1 for even shares; 0 for a field whose values
  /// are all distinct, and for texts and vectors, where the share of one value says nothing.
  static double spread(ColumnProfile profile) {
    long n = profile.rows() - profile.missing();
    if (profile.top().isEmpty() || profile.distinct() < 2 || profile.distinct() >= n) {
      return 0;
    }
    double entropy = 0;
    double rest = 1;
    for (ValueCount value : profile.top()) {
      double share = Math.min(1, (double) value.count() / n);
      entropy -= share * Math.log(share);
      rest -= share;
    }
    if (rest > 1e-12) {
      entropy -= rest * Math.log(rest);
    }
    long parts = Math.min(profile.distinct(), ColumnProfile.TOP + 1L);
    return Math.clamp(entropy / Math.log(parts), 0.0, 1.0);
  }
}
