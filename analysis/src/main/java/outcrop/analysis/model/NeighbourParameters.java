package outcrop.analysis.model;

import outcrop.analysis.stats.Seeds;

/// What is asked of a neighbour graph.
///
/// @param k neighbours wanted for each line, at least 1
/// @param exactUpTo so many lines are compared pair by pair; more are searched with a forest
/// @param seed of the forest; without meaning where every pair is compared
public record NeighbourParameters(int k, VectorDistance distance, int exactUpTo, long seed) {
  /// Neighbours where nothing else is said.
  public static final int DEFAULT_K = 15;

  /// Up to here, comparing every pair takes less than about a minute on two cores.
  public static final int DEFAULT_EXACT_UP_TO = 150_000;

  /// @throws IllegalArgumentException for fewer than one neighbour
  public NeighbourParameters {
    if (k < 1) {
      throw new IllegalArgumentException("At least one neighbour is wanted, not " + k);
    }
  }

  /// With defaults for the rest.
  public static NeighbourParameters of(int k, VectorDistance distance) {
    return new NeighbourParameters(k, distance, DEFAULT_EXACT_UP_TO, Seeds.DEFAULT);
  }
}
