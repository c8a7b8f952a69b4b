package outcrop.analysis.image;

import java.io.IOException;
import outcrop.analysis.task.TaskContext;

/// Scales a picture down by the average over the area that each pixel of the target covers, so that
/// no line is lost and no edge flickers. Colours weigh by their alpha.
final class AreaScaler {
  private static final int CHANNELS = 4;
  private static final int ROWS_PER_CHECK = 64;

  private final int width;
  private final int height;
  private final double[] row;
  private final double[] sum;
  private final int[] argb;
  private final double rowsPerRow;
  private final double columnsPerColumn;

  private AreaScaler(PixelRows rows, int width, int height) {
    this.width = width;
    this.height = height;
    this.row = new double[width * CHANNELS];
    this.sum = new double[width * CHANNELS];
    this.argb = new int[width * height];
    this.columnsPerColumn = (double) rows.width() / width;
    this.rowsPerRow = (double) rows.height() / height;
  }

  /// @param width of the target, at most that of the rows
  /// @param height of the target, at most that of the rows
  static Pixels scale(PixelRows rows, int width, int height, TaskContext context)
      throws IOException {
    int[] line = new int[rows.width()];
    if (width == rows.width() && height == rows.height()) {
      return copy(rows, line, context);
    }
    AreaScaler scaler = new AreaScaler(rows, width, height);
    int target = 0;
    for (int y = 0; y < rows.height(); y++) {
      if (y % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
      }
      rows.next(line);
      scaler.narrow(line);
      double end = (target + 1) * scaler.rowsPerRow;
      if (y + 1 < end) {
        scaler.add(1);
      } else {
        scaler.add(end - y);
        scaler.finish(target++);
        scaler.add(y + 1 - end);
      }
    }
    if (target < height) {
      scaler.finish(target);
    }
    return new Pixels(width, height, scaler.argb);
  }

  private static Pixels copy(PixelRows rows, int[] line, TaskContext context) throws IOException {
    int[] all = new int[rows.width() * rows.height()];
    for (int y = 0; y < rows.height(); y++) {
      if (y % ROWS_PER_CHECK == 0) {
        context.checkCancelled();
      }
      rows.next(line);
      System.arraycopy(line, 0, all, y * line.length, line.length);
    }
    return new Pixels(rows.width(), rows.height(), all);
  }

  /// Averages one line into the columns of the target.
  private void narrow(int[] line) {
    java.util.Arrays.fill(row, 0);
    int target = 0;
    for (int x = 0; x < line.length; x++) {
      double end = (target + 1) * columnsPerColumn;
      if (x + 1 < end || target == width - 1) {
        put(target, line[x], Math.min(1, Math.max(0, end - x)));
      } else {
        put(target, line[x], end - x);
        target++;
        put(target, line[x], x + 1 - end);
      }
    }
  }

  private void put(int column, int pixel, double share) {
    int at = column * CHANNELS;
    double alpha = share * (pixel >>> 24);
    row[at] += alpha;
    row[at + 1] += alpha * (pixel >> 16 & 0xFF);
    row[at + 2] += alpha * (pixel >> 8 & 0xFF);
    row[at + 3] += alpha * (pixel & 0xFF);
  }

  private void add(double share) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += share * row[i];
    }
  }

  private void finish(int target) {
    double area = rowsPerRow * columnsPerColumn;
    for (int x = 0; x < width; x++) {
      int at = x * CHANNELS;
      double alpha = sum[at];
      int opaque = (int) Math.min(255, Math.round(alpha / area));
      argb[target * width + x] =
          opaque == 0
              ? 0
              : opaque << 24
                  | channel(sum[at + 1] / alpha) << 16
                  | channel(sum[at + 2] / alpha) << 8
                  | channel(sum[at + 3] / alpha);
    }
    java.util.Arrays.fill(sum, 0);
  }

  private static int channel(double value) {
    return (int) Math.min(255, Math.round(value));
  }
}
