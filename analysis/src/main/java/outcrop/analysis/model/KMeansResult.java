package outcrop.analysis.model;

import java.util.Arrays;

/// What k-means found.
///
/// @param centres one per cluster, the mean of its lines
/// @param labels the cluster of each line
/// @param sizes lines per cluster; zero only where there are fewer different vectors than clusters
/// @param inertia the sum of squared distances of the lines from their centres
/// @param iterations over all lines
/// @param converged whether the centres stood still in the end
public record KMeansResult(
    Vectors centres, int[] labels, int[] sizes, double inertia, int iterations, boolean converged) {
  @Override
  public boolean equals(Object other) {
    return other instanceof KMeansResult that
        && inertia == that.inertia
        && iterations == that.iterations
        && converged == that.converged
        && centres.equals(that.centres)
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(labels) + Double.hashCode(inertia);
  }
}
