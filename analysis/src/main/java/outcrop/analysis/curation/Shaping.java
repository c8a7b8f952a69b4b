package outcrop.analysis.curation;

import java.util.List;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;

/// Which rows an operation shapes, and how: what all its kinds have in common.
///
/// @param rows the rows that are shaped; others are not part of the result
/// @param targets one field or two, with different names
/// @param total rows wanted, as [TargetSpec] has it
/// @param missing whether rows without a place on the axis take part
/// @param seed of the keyed hash
public record Shaping(
    Predicate rows, List<FieldTarget> targets, long total, boolean missing, long seed) {
  /// @throws IllegalArgumentException for no target or more than two, for two on one field, and for
  ///   a negative total
  public Shaping {
    targets = List.copyOf(targets);
    if (targets.isEmpty() || targets.size() > 2) {
      throw new IllegalArgumentException(
          "One field or two are shaped at once, not " + targets.size());
    }
    if (targets.size() == 2 && targets.getFirst().field().equals(targets.getLast().field())) {
      throw new IllegalArgumentException(
          "Two targets want two fields, not “" + targets.getFirst().field() + "” twice");
    }
    if (total < 0) {
      throw new IllegalArgumentException("The total must be 0 or more rows, not " + total);
    }
  }

  /// One field of all rows.
  public static Shaping of(FieldTarget target) {
    return new Shaping(new Predicate.All(), List.of(target), 0, true, 0);
  }

  /// The target of one of the fields.
  TargetSpec target(int index, Mode mode) {
    return new TargetSpec(targets.get(index).target(), mode, total, missing, seed);
  }

  Shaping withTargets(List<FieldTarget> value) {
    return new Shaping(rows, value, total, missing, seed);
  }
}
