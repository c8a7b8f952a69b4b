package outcrop.analysis.query;

import outcrop.analysis.dataset.FieldType;

/// The places that the values of one field of a relation have: the bins of its axis, and behind
/// them one for the values that are not named, one for rows without a value and one for values that
/// have no place on the axis. Every row has a place, so that counts by place add up to all rows
/// (but for lists, whose rows have a place for each different value).
///
/// @param axis the bins, or the values that are named
/// @param otherValues how many different values are counted together
public record FieldSlots(String field, FieldType type, BinAxis axis, int otherValues) {
  private static final int APART = 3;

  /// How many places there are.
  public int size() {
    return axis.size() + APART;
  }

  /// The place of the values that are not named.
  public int other() {
    return axis.size();
  }

  /// The place of rows without a value.
  public int missing() {
    return axis.size() + 1;
  }

  /// The place of values that are not numbers, infinite, not positive on a logarithmic scale, and
  /// of lists that are empty.
  public int offScale() {
    return axis.size() + 2;
  }
}
