package outcrop.analysis.query;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.task.TaskRunner;

/// Rows as points in a square, sorted by the cells of a grid, so that whoever paints, points at or
/// outlines a part of the square reads only that part, and reads it in one run per line of cells.
///
/// A place is a whole number of [#SPAN] steps along each axis from the least to the greatest value,
/// which is finer than a pixel up to the closest view. Rows without a value in one of the fields,
/// or with one that is not finite, have no place. Immutable; the arrays that it gives are its own
/// and must not be changed. About 12 bytes per point.
public final class PointGrid {
  /// Steps along an axis.
  public static final int SPAN = 1 << 28;

  private static final int PER_CELL = 16;
  private static final int MOST_BITS = 10;
  private static final int PART = 1 << 18;

  private final Extent x;
  private final Extent y;
  private final int bits;
  private final int[] starts;
  private final int[] xs;
  private final int[] ys;
  private final int[] rows;
  private final TaskRunner runner;

  /// The finite values of a field from the least to the greatest; 0 to 0 where there are none.
  public record Extent(double from, double to) {
    /// The step of a value.
    int step(double value) {
      double share = share(value);
      return (int) Math.clamp(share * (SPAN - 1), 0, SPAN - 1);
    }

    /// How far along the span a value is; a half where all values are one.
    public double share(double value) {
      return to > from ? (value / 2 - from / 2) / (to / 2 - from / 2) : value - from + 0.5;
    }

    /// The value at a share of the span.
    public double value(double share) {
      return to > from ? from * (1 - share) + to * share : from + share - 0.5;
    }

    /// How long the span is; 1 where all values are one.
    public double length() {
      return to > from ? to - from : 1;
    }
  }

  private PointGrid(
      Extent x,
      Extent y,
      int bits,
      int[] starts,
      int[] xs,
      int[] ys,
      int[] rows,
      TaskRunner runner) {
    this.x = x;
    this.y = y;
    this.bits = bits;
    this.starts = starts;
    this.xs = xs;
    this.ys = ys;
    this.rows = rows;
    this.runner = runner;
  }

  /// The points of two fields.
  static PointGrid of(NumberColumn x, NumberColumn y, TaskRunner runner) {
    int rowCount = x.rowCount();
    int parts = (rowCount + PART - 1) / PART;
    double[][] ends = new double[Math.max(1, parts)][];
    int[] placed = new int[Math.max(1, parts)];
    ends[0] = Ends.NONE.clone();
    runner.forEachPart(
        parts,
        part -> {
          double[] found = Ends.NONE.clone();
          int last = Math.min(rowCount, (part + 1) * PART);
          for (int row = part * PART; row < last; row++) {
            if (isPlaced(x, y, row)) {
              Ends.add(found, x.at(row), y.at(row));
              placed[part]++;
            }
          }
          ends[part] = found;
        });
    double[] all = Ends.together(ends);
    Extent spanX = new Extent(all[0], all[1]);
    Extent spanY = new Extent(all[2], all[3]);
    int count = Arrays.stream(placed).sum();
    int bits = bits(count);
    Sorting sorting = new Sorting(x, y, spanX, spanY, bits, parts);
    int[] starts = sorting.starts(runner);
    int[] xs = new int[count];
    int[] ys = new int[count];
    int[] rows = new int[count];
    sorting.sort(runner, xs, ys, rows);
    return new PointGrid(spanX, spanY, bits, starts, xs, ys, rows, runner);
  }

  private static int bits(int count) {
    int bits = 2;
    while (bits < MOST_BITS && (long) PER_CELL << 2 * bits < count) {
      bits++;
    }
    return bits;
  }

  private static boolean isPlaced(NumberColumn x, NumberColumn y, int row) {
    return !x.isMissing(row)
        && !y.isMissing(row)
        && Double.isFinite(x.at(row))
        && Double.isFinite(y.at(row));
  }

  /// Least and greatest of two coordinates in a row: x, x, y, y.
  private static final class Ends {
    static final double[] NONE = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };

    private Ends() {}

    static void add(double[] ends, double x, double y) {
      ends[0] = Math.min(ends[0], x);
      ends[1] = Math.max(ends[1], x);
      ends[2] = Math.min(ends[2], y);
      ends[3] = Math.max(ends[3], y);
    }

    static double[] together(double[][] parts) {
      double[] all = NONE.clone();
      for (double[] part : parts) {
        add(all, part[0], part[2]);
        add(all, part[1], part[3]);
      }
      return parts[0] == null || all[0] > all[1] ? new double[4] : all;
    }
  }

  /// Sorts points by cell, stretches of rows at once: counts first, then each stretch knows where
  /// its points go. Points of a cell stay in the order of the rows.
  private static final class Sorting {
    private final NumberColumn x;
    private final NumberColumn y;
    private final Extent spanX;
    private final Extent spanY;
    private final int bits;
    private final int[][] next;

    Sorting(NumberColumn x, NumberColumn y, Extent spanX, Extent spanY, int bits, int parts) {
      this.x = x;
      this.y = y;
      this.spanX = spanX;
      this.spanY = spanY;
      this.bits = bits;
      this.next = new int[parts][];
    }

    private void forEachPoint(int part, IntConsumer action) {
      int last = Math.min(x.rowCount(), (part + 1) * PART);
      for (int row = part * PART; row < last; row++) {
        if (isPlaced(x, y, row)) {
          action.accept(row);
        }
      }
    }

    int[] starts(TaskRunner runner) {
      int cells = 1 << 2 * bits;
      runner.forEachPart(
          next.length,
          part -> {
            int[] counts = new int[cells];
            forEachPoint(part, row -> counts[cell(row)]++);
            next[part] = counts;
          });
      int[] starts = new int[cells + 1];
      int at = 0;
      for (int cell = 0; cell < cells; cell++) {
        starts[cell] = at;
        for (int[] counts : next) {
          int count = counts[cell];
          counts[cell] = at;
          at += count;
        }
      }
      starts[cells] = at;
      return starts;
    }

    private int cell(int row) {
      int shift = Integer.numberOfTrailingZeros(SPAN) - bits;
      return spanY.step(y.at(row)) >> shift << bits | spanX.step(x.at(row)) >> shift;
    }

    void sort(TaskRunner runner, int[] xs, int[] ys, int[] rows) {
      runner.forEachPart(
          next.length,
          part ->
              forEachPoint(
                  part,
                  row -> {
                    int place = next[part][cell(row)]++;
                    xs[place] = spanX.step(x.at(row));
                    ys[place] = spanY.step(y.at(row));
                    rows[place] = row;
                  }));
    }
  }

  /// The span of the first field.
  public Extent x() {
    return x;
  }

  /// The span of the second field.
  public Extent y() {
    return y;
  }

  /// How many points there are.
  public int size() {
    return rows.length;
  }

  /// How many cells a side of the grid has.
  public int side() {
    return 1 << bits;
  }

  /// The cell along an axis of a step; those beyond the ends count to the last ones.
  public int cell(double step) {
    return (int) Math.clamp(step, 0, SPAN - 1) >> Integer.numberOfTrailingZeros(SPAN) - bits;
  }

  /// The number of the first point of a cell. Those of the cells of a line follow each other.
  ///
  /// @param line 0…side−1
  /// @param column 0…side; `side` for the end of the line
  public int start(int line, int column) {
    return starts[(line << bits) + column];
  }

  /// The step of each point along the first axis.
  public int[] xs() {
    return xs;
  }

  /// The step of each point along the second axis.
  public int[] ys() {
    return ys;
  }

  /// The row of each point.
  public int[] rows() {
    return rows;
  }

  /// The most points in a cell.
  public int densest() {
    int most = 0;
    for (int cell = 0; cell + 1 < starts.length; cell++) {
      most = Math.max(most, starts[cell + 1] - starts[cell]);
    }
    return most;
  }

  /// The number of the point nearest to a place, −1 where none is near enough.
  ///
  /// @param stepX and stepY the place in steps
  /// @param perX and perY how long a step is, in the unit of `most`
  /// @param most the greatest distance
  /// @param wanted which points count, by their number
  public int nearest(
      double stepX, double stepY, double perX, double perY, double most, IntPredicate wanted) {
    int found = -1;
    double best = most * most;
    int firstLine = cell(stepY - most / perY);
    int lastLine = cell(stepY + most / perY);
    int firstColumn = cell(stepX - most / perX);
    int lastColumn = cell(stepX + most / perX);
    for (int line = firstLine; line <= lastLine; line++) {
      int end = start(line, lastColumn + 1);
      for (int i = start(line, firstColumn); i < end; i++) {
        double dx = (xs[i] - stepX) * perX;
        double dy = (ys[i] - stepY) * perY;
        double distance = dx * dx + dy * dy;
        if (distance < best && wanted.test(i)) {
          best = distance;
          found = i;
        }
      }
    }
    return found;
  }

  /// Runs parts of some work on the points, on several threads where there are several.
  public void forEachPart(int parts, IntConsumer part) {
    runner.forEachPart(parts, part);
  }

  long sizeInBytes() {
    return 12L * rows.length + 4L * starts.length;
  }
}
