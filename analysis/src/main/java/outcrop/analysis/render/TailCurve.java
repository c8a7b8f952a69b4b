package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Points of a curve over ranks, thinned so that a million classes are drawn with a few hundred:
/// only those are kept that lie a pixel or more from the one before.
final class TailCurve {
  /// A class at its place.
  record At(int rank, double x, double y) {}

  private TailCurve() {}

  /// The ranks whose points differ on the screen, the first and the last always among them.
  ///
  /// @param count how many ranks there are
  /// @param x and y pixel of a rank; `x` does not fall
  /// @param apart the least distance of neighbours in pixels
  static List<At> thin(int count, IntToDoubleFunction x, IntToDoubleFunction y, double apart) {
    List<At> kept = new ArrayList<>();
    int rank = 0;
    while (rank < count) {
      At at = new At(rank, x.applyAsDouble(rank), y.applyAsDouble(rank));
      kept.add(at);
      rank = next(rank, count, at.x + apart, x, at, y, apart);
    }
    if (kept.getLast().rank < count - 1) {
      int last = count - 1;
      kept.add(new At(last, x.applyAsDouble(last), y.applyAsDouble(last)));
    }
    return kept;
  }

  /// The first later rank that lies `apart` from a point, found by doubling steps and halving.
  private static int next(
      int rank,
      int count,
      double wantedX,
      IntToDoubleFunction x,
      At at,
      IntToDoubleFunction y,
      double apart) {
    int low = rank;
    int step = 1;
    int high = rank + 1;
    while (high < count && !isFar(high, wantedX, x, at, y, apart)) {
      low = high;
      step *= 2;
      high = (int) Math.min(count, (long) high + step);
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (isFar(middle, wantedX, x, at, y, apart)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static boolean isFar(
      int rank, double wantedX, IntToDoubleFunction x, At at, IntToDoubleFunction y, double apart) {
    return x.applyAsDouble(rank) >= wantedX || Math.abs(y.applyAsDouble(rank) - at.y) >= apart;
  }
}
