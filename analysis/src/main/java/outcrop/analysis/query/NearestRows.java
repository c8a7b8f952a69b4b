package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.task.TaskContext;

/// The rows whose vectors point most nearly where that of a row does: an exact scan of all rows by
/// the cosine of the angle between them.
public final class NearestRows {
  private static final int CHECK_EVERY = 1 << 12;
  private static final Comparator<Near> FARTHEST_FIRST =
      Comparator.comparingDouble(Near::cosine)
          .thenComparing(Comparator.comparingInt(Near::row).reversed());

  private NearestRows() {}

  /// @param cosine of the angle between the vectors, −1…1
  public record Near(int row, double cosine) {}

  /// The nearest other rows, nearest first, of equally near ones the first. Rows without a vector
  /// and vectors without a direction (all zeros, or with a number that is not finite) are none.
  ///
  /// @param count at most so many
  /// @throws java.util.concurrent.CancellationException where nobody wants to know any more
  public static List<Near> of(
      VectorColumn vectors, int row, int count, ColumnUse use, TaskContext context) {
    int dimensions = vectors.dimensions();
    float[] wanted = new float[dimensions];
    float[] other = new float[dimensions];
    vectors.copy(row, wanted);
    double length = length(wanted);
    PriorityQueue<Near> nearest = new PriorityQueue<>(FARTHEST_FIRST);
    if (vectors.isMissing(row) || !(length > 0) || Double.isInfinite(length)) {
      return List.of();
    }
    for (int candidate = 0; candidate < vectors.rowCount(); candidate++) {
      if (candidate % CHECK_EVERY == 0) {
        context.checkCancelled();
        use.checkWanted();
        context.progress(candidate, vectors.rowCount());
      }
      if (candidate == row || vectors.isMissing(candidate)) {
        continue;
      }
      vectors.copy(candidate, other);
      double dot = 0;
      double square = 0;
      for (int i = 0; i < dimensions; i++) {
        dot += (double) wanted[i] * other[i];
        square += (double) other[i] * other[i];
      }
      double cosine = dot / (length * Math.sqrt(square));
      if (Double.isFinite(cosine)) {
        nearest.add(new Near(candidate, Math.clamp(cosine, -1, 1)));
        if (nearest.size() > count) {
          nearest.poll();
        }
      }
    }
    List<Near> found = new ArrayList<>(nearest);
    found.sort(FARTHEST_FIRST.reversed());
    return found;
  }

  private static double length(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    return Math.sqrt(square);
  }
}
