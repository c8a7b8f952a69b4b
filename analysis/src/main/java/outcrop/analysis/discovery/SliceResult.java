package outcrop.analysis.discovery;

import java.util.List;

/// What a search for slices found.
///
/// @param slices the best first
/// @param hidden slices left out because a better one has most of their rows
/// @param rows the rows that were searched, all with a metric
/// @param missing rows left out for want of a metric
/// @param measured the rows on which the slices were measured; fewer than `rows` where a half was
///   held out
/// @param mean the mean error of all rows searched
/// @param support the fewest rows of a slice
/// @param evaluated slices that were looked at
/// @param complete whether no better slice of the wanted level exists
public record SliceResult(
    List<Slice> slices,
    int hidden,
    int rows,
    int missing,
    int measured,
    double mean,
    int support,
    long evaluated,
    boolean complete) {
  public SliceResult {
    slices = List.copyOf(slices);
  }
}
