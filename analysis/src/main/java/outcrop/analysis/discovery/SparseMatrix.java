package outcrop.analysis.discovery;

import java.util.Arrays;
import outcrop.analysis.model.RandomisedSvd;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// A matrix of which most numbers are zero, line by line, to be multiplied with.
///
/// @param dimensions columns
/// @param starts where each line starts in `columns`, and one more
/// @param columns the column of each number
/// @param values the number
record SparseMatrix(int dimensions, int[] starts, int[] columns, float[] values) {
  private static final int PART = 512;

  int lines() {
    return starts.length - 1;
  }

  /// The lines in the space of the largest singular values, at length one: near where lines have
  /// the same columns, and columns of the same lines.
  ///
  /// A line without numbers stays zero.
  Vectors embedded(int rank, long seed, TaskRunner tasks, TaskContext context) {
    RandomisedSvd svd = RandomisedSvd.of(operand(tasks, context), rank, seed, tasks, context);
    Vectors axes = svd.axes();
    int width = axes.lines();
    float[] turned = new float[dimensions * width];
    for (int axis = 0; axis < width; axis++) {
      for (int d = 0; d < dimensions; d++) {
        turned[d * width + axis] = axes.values()[axis * dimensions + d];
      }
    }
    Vectors placed = times(new Vectors(dimensions, width, turned), tasks, context);
    for (int line = 0; line < lines(); line++) {
      double square = 0;
      for (int d = 0; d < width; d++) {
        float value = placed.values()[line * width + d];
        square += value * value;
      }
      float length = (float) Math.sqrt(square);
      for (int d = 0; d < width && length > 0; d++) {
        placed.values()[line * width + d] /= length;
      }
    }
    return placed;
  }

  private RandomisedSvd.Operand operand(TaskRunner tasks, TaskContext context) {
    SparseMatrix self = this;
    SparseMatrix turned = turned();
    return new RandomisedSvd.Operand() {
      @Override
      public int lines() {
        return self.lines();
      }

      @Override
      public int dimensions() {
        return dimensions;
      }

      @Override
      public Vectors times(Vectors right) {
        return self.times(right, tasks, context);
      }

      @Override
      public Vectors turnedTimes(Vectors left) {
        return turned.times(left, tasks, context);
      }
    };
  }

  private Vectors times(Vectors right, TaskRunner tasks, TaskContext context) {
    int width = right.dimensions();
    float[] result = new float[lines() * width];
    tasks.forEachPart(
        Math.ceilDiv(lines(), PART),
        part -> {
          context.checkCancelled();
          int end = Math.min(lines(), (part + 1) * PART);
          for (int line = part * PART; line < end; line++) {
            for (int at = starts[line]; at < starts[line + 1]; at++) {
              int from = columns[at] * width;
              for (int d = 0; d < width; d++) {
                result[line * width + d] += values[at] * right.values()[from + d];
              }
            }
          }
        });
    return new Vectors(lines(), width, result);
  }

  private SparseMatrix turned() {
    int[] begins = new int[dimensions + 1];
    for (int column : columns) {
      begins[column + 1]++;
    }
    for (int d = 0; d < dimensions; d++) {
      begins[d + 1] += begins[d];
    }
    int[] next = begins.clone();
    int[] lines = new int[columns.length];
    float[] numbers = new float[columns.length];
    for (int line = 0; line < lines(); line++) {
      for (int at = starts[line]; at < starts[line + 1]; at++) {
        int place = next[columns[at]]++;
        lines[place] = line;
        numbers[place] = values[at];
      }
    }
    return new SparseMatrix(lines(), begins, lines, numbers);
  }

  /// Numbers in the order in which they come, line by line.
  static final class Builder {
    private final int dimensions;
    private int[] starts;
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int lines;
    private int count;

    Builder(int lines, int dimensions) {
      this.dimensions = dimensions;
      this.starts = new int[lines + 1];
    }

    void add(int column, double value) {
      if (count == columns.length) {
        columns = Arrays.copyOf(columns, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      columns[count] = column;
      values[count++] = (float) value;
    }

    void endLine() {
      starts[++lines] = count;
    }

    SparseMatrix build() {
      return new SparseMatrix(
          dimensions, starts, Arrays.copyOf(columns, count), Arrays.copyOf(values, count));
    }
  }
}
