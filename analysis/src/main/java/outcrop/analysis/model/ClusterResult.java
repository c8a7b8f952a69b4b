package outcrop.analysis.model;

import java.util.Arrays;
import java.util.List;

/// Clusters of vectors.
///
/// @param labels the cluster of each line, 0 being the largest; [#UNCLUSTERED] for lines that are
///   in none
/// @param sizes lines per cluster, falling
/// @param centres the mean of each cluster
/// @param quality how well the clusters are apart
/// @param notes what a reader of the result has to know, one sentence each
public record ClusterResult(
    int[] labels, int[] sizes, Vectors centres, ClusterQuality quality, List<String> notes) {
  /// The label of lines in no cluster.
  public static final int UNCLUSTERED = -1;

  public ClusterResult {
    notes = List.copyOf(notes);
  }

  /// The number of clusters; none where every line is unclustered.
  public int k() {
    return sizes.length;
  }

  /// The number of lines in no cluster.
  public int unclustered() {
    return labels.length - Arrays.stream(sizes).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClusterResult that
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(sizes, that.sizes)
        && centres.equals(that.centres)
        && quality.equals(that.quality)
        && notes.equals(that.notes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(labels);
  }
}
