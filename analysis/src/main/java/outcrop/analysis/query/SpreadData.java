package outcrop.analysis.query;

import java.util.List;
import java.util.Optional;
import outcrop.analysis.stats.Difference;
import outcrop.analysis.stats.QuantileBootstrap;
import outcrop.analysis.stats.Spread;

/// How values are spread, for shapes that are not made of bins. Values of times are microseconds,
/// of texts their lengths.
///
/// @param context of all rows, by group
/// @param selected of the selected rows, by group
/// @param compared the difference of two groups of the selected rows; empty where there are not two
public record SpreadData(List<Spread> context, List<Spread> selected, Optional<Compared> compared) {
  /// Seed of everything in it that is drawn by lot.
  public static final long SEED = QuantileBootstrap.SEED;

  public SpreadData {
    context = List.copyOf(context);
    selected = List.copyOf(selected);
  }

  /// Two groups by number, the first less the second.
  public record Compared(int first, int second, Difference difference) {}
}
