package outcrop.analysis.spec;

/// The target layer of a view: the shape wanted, and how rows are to be made to have it.
///
/// @param target the shape
/// @param mode what is done to the rows
/// @param total how many rows share targets are spread over; 0 for the most that can be had without
///   repeating a row when rows are left out, and for as many as there are otherwise
/// @param missing whether rows that have no place on the axis (without a value, not a number) take
///   part as classes of their own; where not, they are left out
/// @param seed of the keyed hash that decides which rows of a class are taken
public record TargetSpec(ShapeTarget target, Mode mode, long total, boolean missing, long seed) {
  /// @throws IllegalArgumentException for a negative total
  public TargetSpec {
    if (total < 0) {
      throw new IllegalArgumentException("The total must be 0 or more rows, not " + total);
    }
  }

  /// With every default: leave rows out, the largest total.
  public static TargetSpec of(ShapeTarget target) {
    return new TargetSpec(target, Mode.SUBSAMPLE, 0, true, 0);
  }

  /// What is done to the rows.
  public enum Mode {
    /// Each row is kept or left out.
    SUBSAMPLE,
    /// All rows stay and carry a weight.
    WEIGHTS,
    /// Rows are left out or stand several times.
    REPEAT
  }

  public TargetSpec withTarget(ShapeTarget value) {
    return new TargetSpec(value, mode, total, missing, seed);
  }

  /// With what another has besides its shape: two targets are met by one choice of rows.
  public TargetSpec withSettingsOf(TargetSpec other) {
    return new TargetSpec(target, other.mode, other.total, other.missing, other.seed);
  }

  public TargetSpec withMode(Mode value) {
    return new TargetSpec(target, value, total, missing, seed);
  }

  public TargetSpec withTotal(long value) {
    return new TargetSpec(target, mode, value, missing, seed);
  }

  public TargetSpec withMissing(boolean value) {
    return new TargetSpec(target, mode, total, value, seed);
  }

  public TargetSpec withSeed(long value) {
    return new TargetSpec(target, mode, total, missing, value);
  }
}
