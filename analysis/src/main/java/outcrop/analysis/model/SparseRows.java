package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// A matrix of which most numbers are zero, line after line.
///
/// @param width columns of the matrix
/// @param starts where the entries of each line begin, and one more
/// @param columns of each entry
/// @param values of each entry
public record SparseRows(int width, int[] starts, int[] columns, float[] values) {
  private static final int PART = 512;

  public int lines() {
    return starts.length - 1;
  }

  /// Lines and columns exchanged; the entries of a line stand in the order of the lines they came
  /// from.
  SparseRows transposed() {
    int[] turned = new int[width + 1];
    for (int column : columns) {
      turned[column + 1]++;
    }
    for (int c = 0; c < width; c++) {
      turned[c + 1] += turned[c];
    }
    int[] next = turned.clone();
    int[] lineOf = new int[columns.length];
    float[] valueOf = new float[columns.length];
    for (int line = 0; line < lines(); line++) {
      for (int i = starts[line]; i < starts[line + 1]; i++) {
        int place = next[columns[i]]++;
        lineOf[place] = line;
        valueOf[place] = values[i];
      }
    }
    return new SparseRows(lines(), turned, lineOf, valueOf);
  }

  /// The product with a dense matrix of as many lines as this one has columns.
  Vectors times(Vectors dense, TaskRunner tasks, TaskContext context) {
    int dimensions = dense.dimensions();
    float[] product = new float[lines() * dimensions];
    tasks.forEachPart(
        Math.ceilDiv(lines(), PART),
        part -> {
          context.checkCancelled();
          for (int line = part * PART; line < Math.min(lines(), (part + 1) * PART); line++) {
            for (int i = starts[line]; i < starts[line + 1]; i++) {
              Kernels.addScaled(
                  values[i],
                  dense.values(),
                  dense.start(columns[i]),
                  product,
                  line * dimensions,
                  dimensions);
            }
          }
        });
    return new Vectors(lines(), dimensions, product);
  }

  /// For the decomposition of this matrix, which never becomes dense.
  RandomisedSvd.Operand operand(TaskRunner tasks, TaskContext context) {
    SparseRows turned = transposed();
    return new RandomisedSvd.Operand() {
      @Override
      public int lines() {
        return SparseRows.this.lines();
      }

      @Override
      public int dimensions() {
        return width;
      }

      @Override
      public Vectors times(Vectors right) {
        return SparseRows.this.times(right, tasks, context);
      }

      @Override
      public Vectors turnedTimes(Vectors left) {
        return turned.times(left, tasks, context);
      }
    };
  }

  /// The lines in the space of the largest singular values, at length one: near where lines have
  /// the same columns, and columns of the same lines. A line without numbers stays zero.
  ///
  /// @param rank of the space, less where the matrix has less
  public Vectors embedded(int rank, long seed, TaskRunner tasks, TaskContext context) {
    RandomisedSvd svd = RandomisedSvd.of(operand(tasks, context), rank, seed, tasks, context);
    return times(svd.axes().turned(), tasks, context).normalised();
  }

  /// Matrices of one width, one below the other.
  static SparseRows below(SparseRows... parts) {
    int lines = 0;
    int entries = 0;
    for (SparseRows part : parts) {
      lines += part.lines();
      entries = Math.addExact(entries, part.values().length);
    }
    int[] starts = new int[lines + 1];
    int[] columns = new int[entries];
    float[] values = new float[entries];
    int line = 0;
    int entry = 0;
    for (SparseRows part : parts) {
      System.arraycopy(part.columns(), 0, columns, entry, part.columns().length);
      System.arraycopy(part.values(), 0, values, entry, part.values().length);
      for (int l = 1; l <= part.lines(); l++) {
        starts[++line] = entry + part.starts()[l];
      }
      entry += part.values().length;
    }
    return new SparseRows(parts.length == 0 ? 0 : parts[0].width(), starts, columns, values);
  }

  /// Collects lines.
  public static final class Builder {
    private final int width;
    private final IntList starts = new IntList();
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int size;

    /// @param width columns of the matrix
    public Builder(int width) {
      this.width = width;
      starts.add(0);
    }

    /// Adds a whole line.
    void add(BucketCounts counts) {
      makeRoom(counts.size());
      counts.copyTo(columns, values, size);
      size += counts.size();
      endLine();
    }

    /// Adds a number to the line that has begun; each column once.
    public void add(int column, double value) {
      makeRoom(1);
      columns[size] = column;
      values[size++] = (float) value;
    }

    /// Ends the line that has begun.
    public void endLine() {
      starts.add(size);
    }

    private void makeRoom(int more) {
      if (size + more > columns.length) {
        columns = Arrays.copyOf(columns, (size + more) * 2);
        values = Arrays.copyOf(values, columns.length);
      }
    }

    public SparseRows build() {
      return new SparseRows(
          width, starts.toArray(), Arrays.copyOf(columns, size), Arrays.copyOf(values, size));
    }
  }
}
