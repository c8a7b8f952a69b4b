package outcrop.analysis.render;

import java.util.EnumMap;
import java.util.Map;

/// The ends of the scales that drawings beside each other share: every one of them that asks moves
/// an end outwards, so that all have the same scales when they are laid out.
final class CommonScale {
  /// An end that is shared.
  enum End {
    /// The largest of what a drawing compares: heights, counts of cells.
    MOST,
    /// The smallest of it.
    LEAST,
    MOST_ACROSS,
    LEAST_ACROSS,
    MOST_UP,
    LEAST_UP
  }

  private final Map<End, Double> ends = new EnumMap<>(End.class);

  /// @param own the largest value of one drawing at an upper end, the smallest at a lower
  /// @return the outermost of all that asked so far
  double raise(End end, double own) {
    boolean lower = end == End.LEAST || end == End.LEAST_ACROSS || end == End.LEAST_UP;
    return ends.merge(end, own, lower ? Math::min : Math::max);
  }
}
