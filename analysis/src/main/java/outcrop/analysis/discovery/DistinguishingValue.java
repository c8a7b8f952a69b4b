package outcrop.analysis.discovery;

import outcrop.analysis.selection.Predicate;
import outcrop.analysis.stats.Interval;

/// A value, or a range of numbers, that a group of rows has more often than the others.
///
/// @param field of the value
/// @param text the value, or the range as `12.5 … 80`
/// @param predicate the rows that have it
/// @param rows rows of the group that have it
/// @param share of the group's rows
/// @param outside share of the other rows
/// @param difference of the two shares, 95 %
/// @param z how many standard deviations more frequent it is in the group than outside
public record DistinguishingValue(
    String field,
    String text,
    Predicate predicate,
    int rows,
    double share,
    double outside,
    Interval difference,
    double z) {
  /// How many times as frequent it is as outside; infinite where nobody else has it.
  public double lift() {
    return share / outside;
  }
}
