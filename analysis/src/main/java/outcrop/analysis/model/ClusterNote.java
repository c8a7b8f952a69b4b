package outcrop.analysis.model;

import java.util.List;

/// Something that a reader of clusters has to know.
///
/// @param numbers what the sentence of the kind speaks of, in its order
public record ClusterNote(Kind kind, List<Double> numbers) {
  /// What there is to know.
  public enum Kind {
    /// Centres still moved after the last iteration.
    NOT_CONVERGED("The centres still moved after %,.0f iterations."),
    /// Clusters that have no rows, of all that were asked for.
    EMPTY("%,.0f of %,.0f clusters are empty and left out."),
    /// Rows that took part in the method, of all; the others joined the nearest cluster.
    SAMPLED("Made from %,.0f of %,.0f rows; the others joined the cluster of the nearest."),
    /// The number of clusters was chosen, out of a range.
    CHOSEN("%,.0f clusters were chosen out of %,.0f to %,.0f."),
    /// The number of clusters is the most that were allowed.
    AT_MOST("There are as many clusters as were allowed, %,.0f; more may be there."),
    /// A radius was taken from the distances of the rows.
    RADIUS("The radius %.4g was taken from the distances between neighbours."),
    /// No row is in any cluster.
    NO_CLUSTERS("No clusters were found; every row is unclustered.");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  public ClusterNote {
    numbers = List.copyOf(numbers);
  }

  static ClusterNote of(Kind kind, double... numbers) {
    return new ClusterNote(kind, java.util.Arrays.stream(numbers).boxed().toList());
  }

  /// One sentence for people.
  public String sentence() {
    return kind.words.formatted(numbers.toArray());
  }
}
