package outcrop.analysis.discovery;

import java.util.List;
import java.util.Map;

/// How slices are searched for.
///
/// @param alpha the weight of how bad a slice is against how small it is, above 0 up to 1
/// @param support the fewest rows of a slice; 0 for the larger of 32 and a hundredth of the rows
/// @param level the most statements in a slice, at least 1
/// @param top how many slices are found
/// @param shadows whether slices that share most of their rows with a better one count, too
/// @param edges rising edges of the bins of number fields, by name; fields without them get bins of
///   about as many rows
/// @param heldOut whether one half of the rows is searched and the other one measured, so that what
///   is found is not flattered by having been chosen
/// @param seed which rows are in which half
public record SliceOptions(
    double alpha,
    int support,
    int level,
    int top,
    boolean shadows,
    Map<String, List<Double>> edges,
    boolean heldOut,
    long seed) {
  public static final SliceOptions DEFAULT =
      new SliceOptions(0.95, 0, 3, 10, false, Map.of(), false, 20_260_101L);

  private static final int FEWEST_ROWS = 32;
  private static final int SHADOWS_PER_SLICE = 10;

  /// @throws IllegalArgumentException where a number is out of its range
  public SliceOptions {
    edges = Map.copyOf(edges);
    if (!(alpha > 0 && alpha <= 1) || support < 0 || level < 1 || top < 1) {
      throw new IllegalArgumentException("These are no options of a search for slices");
    }
  }

  /// The fewest rows of a slice among `rows` rows.
  int support(int rows) {
    return support > 0 ? support : Math.max(FEWEST_ROWS, Math.ceilDiv(rows, 100));
  }

  /// How many slices the search keeps: the shadows among them go afterwards.
  int kept() {
    return shadows ? top : SHADOWS_PER_SLICE * top;
  }
}
