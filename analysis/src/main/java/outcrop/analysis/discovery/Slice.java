package outcrop.analysis.discovery;

import java.util.List;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.stats.Interval;

/// Rows that share a few simple traits and are worse than the rest.
///
/// @param predicates the statements that hold for them, at most one of each field
/// @param rows the rows
/// @param score of SliceLine: above 0 is worse than the whole, and large enough to matter
/// @param metric the mean error of the rows
/// @param effect the mean error of the rows less that of all others
/// @param interval of the effect, 95 %, after Welch
/// @param p that rows drawn at random would differ as much, normal approximation
/// @param q the share of false alarms to expect among all that is at least as clear, over every
///   slice that was looked at
/// @param overlap the largest share of rows in common with a better slice of the result (Jaccard)
public record Slice(
    List<Predicate> predicates,
    RowSet rows,
    double score,
    double metric,
    double effect,
    Interval interval,
    double p,
    double q,
    double overlap) {
  /// From here on a slice is another one's shadow.
  public static final double SHADOW = 0.7;

  public Slice {
    predicates = List.copyOf(predicates);
  }

  Slice withOverlap(double value) {
    return new Slice(predicates, rows, score, metric, effect, interval, p, q, value);
  }

  /// The rows of the slice, as a clause.
  public Predicate predicate() {
    return predicates.size() == 1 ? predicates.getFirst() : new Predicate.And(predicates);
  }
}
