package outcrop.analysis.selection;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate.Corner;

/// The inside of a closed line of straight sides by the even-odd rule.
///
/// A grid over the outline knows which of its cells no side comes near: all points of such a cell
/// are inside or all are outside. Only points of other cells are tested against the sides that
/// cross their line of cells. The test is exact: where rounding could decide the side of a line on
/// which a point lies, it is worked out without rounding (Shewchuk 1997, the bound of the first
/// stage).
public final class Outline {
  private static final int SIDE = 256;
  private static final double ROUNDING = 3.3306690738754716e-16;
  private static final byte OUTSIDE = 0;
  private static final byte INSIDE = 1;
  private static final byte NEAR = 2;

  private final double[] xs;
  private final double[] ys;
  private final double left;
  private final double right;
  private final double bottom;
  private final double top;
  private final double perX;
  private final double perY;
  private final byte[] cells = new byte[SIDE * SIDE];
  private final int[][] sidesOfLine = new int[SIDE][];

  /// @param corners at least three
  public Outline(List<Corner> corners) {
    xs = corners.stream().mapToDouble(Corner::x).toArray();
    ys = corners.stream().mapToDouble(Corner::y).toArray();
    left = Arrays.stream(xs).min().orElseThrow();
    right = Arrays.stream(xs).max().orElseThrow();
    bottom = Arrays.stream(ys).min().orElseThrow();
    top = Arrays.stream(ys).max().orElseThrow();
    perX = perUnit(left, right);
    perY = perUnit(bottom, top);
    markSides();
    markRest();
  }

  /// Cells per unit; 0 where the outline is too thin or too wide for cells, so that all of it is
  /// one cell that a side crosses.
  private static double perUnit(double from, double to) {
    double per = SIDE / (to - from);
    return Double.isFinite(per) && Double.isFinite(to - from) ? per : 0;
  }

  private static int cell(double value, double from, double per) {
    return Math.clamp((int) ((value - from) * per), 0, SIDE - 1);
  }

  private void markSides() {
    int[] counts = new int[SIDE];
    for (int pass = 0; pass < 2; pass++) {
      for (int side = 0; side < xs.length; side++) {
        int end = side + 1 == xs.length ? 0 : side + 1;
        int first = Math.max(0, cell(Math.min(ys[side], ys[end]), bottom, perY) - 1);
        int last = Math.min(SIDE - 1, cell(Math.max(ys[side], ys[end]), bottom, perY) + 1);
        for (int line = first; line <= last; line++) {
          if (pass == 1) {
            sidesOfLine[line][counts[line]] = side;
            markNear(side, end, line);
          }
          counts[line]++;
        }
      }
      if (pass == 0) {
        for (int line = 0; line < SIDE; line++) {
          sidesOfLine[line] = new int[counts[line]];
          counts[line] = 0;
        }
      }
    }
  }

  /// Marks the cells of a line that a side comes near, one more on either end for what rounding may
  /// shift.
  private void markNear(int side, int end, int line) {
    double from = Math.min(xs[side], xs[end]);
    double to = Math.max(xs[side], xs[end]);
    double rise = ys[end] - ys[side];
    if (perY > 0 && rise != 0 && Double.isFinite(rise)) {
      double low = xAt(side, end, bottom + (line - 1) / perY);
      double high = xAt(side, end, bottom + (line + 2) / perY);
      double lowest = Math.max(from, Math.min(low, high));
      double highest = Math.min(to, Math.max(low, high));
      if (lowest <= highest) {
        from = lowest;
        to = highest;
      }
    }
    int first = Math.max(0, cell(from, left, perX) - 1);
    int last = Math.min(SIDE - 1, cell(to, left, perX) + 1);
    Arrays.fill(cells, line * SIDE + first, line * SIDE + last + 1, NEAR);
  }

  private double xAt(int side, int end, double y) {
    return xs[side] + (y - ys[side]) / (ys[end] - ys[side]) * (xs[end] - xs[side]);
  }

  private void markRest() {
    for (int line = 0; line < SIDE; line++) {
      boolean known = false;
      byte state = OUTSIDE;
      for (int column = 0; column < SIDE; column++) {
        if (cells[line * SIDE + column] == NEAR) {
          known = false;
          continue;
        }
        if (!known) {
          double x = left + (column + 0.5) / perX;
          double y = bottom + (line + 0.5) / perY;
          state = crossesOdd(x, y, sidesOfLine[line]) ? INSIDE : OUTSIDE;
          known = true;
        }
        cells[line * SIDE + column] = state;
      }
    }
  }

  /// Whether a point is inside; never for NaN and the infinities.
  public boolean contains(double x, double y) {
    if (!(x >= left && x <= right && y >= bottom && y <= top)) {
      return false;
    }
    int line = cell(y, bottom, perY);
    byte state = cells[line * SIDE + cell(x, left, perX)];
    return state == NEAR ? crossesOdd(x, y, sidesOfLine[line]) : state == INSIDE;
  }

  private boolean crossesOdd(double x, double y, int[] sides) {
    boolean odd = false;
    for (int side : sides) {
      int end = side + 1 == xs.length ? 0 : side + 1;
      boolean above = ys[side] > y;
      if (above != ys[end] > y) {
        odd ^= above ? isLeft(end, side, x, y) : isLeft(side, end, x, y);
      }
    }
    return odd;
  }

  /// Whether a point lies left of the line from a lower to an upper corner.
  private boolean isLeft(int low, int high, double x, double y) {
    double one = (xs[low] - x) * (ys[high] - y);
    double other = (ys[low] - y) * (xs[high] - x);
    double turn = one - other;
    double bound = ROUNDING * (Math.abs(one) + Math.abs(other));
    if (turn > bound || -turn > bound) {
      return turn > 0;
    }
    return exactTurn(low, high, new BigDecimal(x), new BigDecimal(y)) > 0;
  }

  private int exactTurn(int low, int high, BigDecimal x, BigDecimal y) {
    BigDecimal one =
        new BigDecimal(xs[low]).subtract(x).multiply(new BigDecimal(ys[high]).subtract(y));
    BigDecimal other =
        new BigDecimal(ys[low]).subtract(y).multiply(new BigDecimal(xs[high]).subtract(x));
    return one.compareTo(other);
  }

  /// The rows whose values are inside.
  RowSet rows(NumberColumn x, NumberColumn y, int rowCount) {
    long[] words = new long[RowSet.wordCount(rowCount)];
    for (int word = 0; word < words.length; word++) {
      int base = word << 6;
      int count = Math.min(Long.SIZE, rowCount - base);
      long bits = 0;
      for (int i = 0; i < count; i++) {
        bits |= contains(x.at(base + i), y.at(base + i)) ? 1L << i : 0;
      }
      words[word] = bits;
    }
    RowSet inside = RowSet.ofWords(words, rowCount);
    return inside.and(ColumnScan.present(x)).and(ColumnScan.present(y));
  }
}
