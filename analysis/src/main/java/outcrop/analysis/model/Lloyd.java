package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Lloyd's iteration: every line joins its nearest centre, every centre moves to the mean of its
/// lines. A centre that has lost all its lines takes the one that lies furthest from its own.
final class Lloyd {
  private final Vectors vectors;
  private final float[] squares;
  private final int k;
  private final TaskRunner tasks;
  private final TaskContext context;
  private final LineParts parts;
  private final Part[] sums;
  private final int[] labels;

  /// @param vectors at least `k` lines
  Lloyd(Vectors vectors, int k, TaskRunner tasks, TaskContext context) {
    this.vectors = vectors;
    this.k = k;
    this.tasks = tasks;
    this.context = context;
    this.squares = new float[vectors.lines()];
    this.parts = LineParts.of(vectors.lines());
    this.sums = new Part[parts.count()];
    Arrays.setAll(sums, _ -> new Part(k, vectors.dimensions()));
    this.labels = new int[vectors.lines()];
    Arrays.fill(labels, -1);
    parts.each(
        tasks,
        context,
        (_, from, to) -> {
          for (int line = from; line < to; line++) {
            int at = vectors.start(line);
            squares[line] =
                Kernels.dot(vectors.values(), at, vectors.values(), at, vectors.dimensions());
          }
        });
  }

  /// What one part of the lines adds up to.
  private static final class Part {
    final double[] sums;
    final float[] few;
    final int[] counts;
    double inertia;
    int changed;
    int furthest;
    float distance;

    Part(int k, int dimensions) {
      sums = new double[Math.multiplyExact(k, dimensions)];
      few = new float[k * dimensions];
      counts = new int[k];
    }

    void clear() {
      Arrays.fill(sums, 0);
      Arrays.fill(counts, 0);
      inertia = 0;
      changed = 0;
      furthest = -1;
      distance = 0;
    }

    /// Adds what was summed in single precision over a few lines.
    void flush() {
      for (int i = 0; i < few.length; i++) {
        sums[i] += few[i];
      }
      Arrays.fill(few, 0);
    }
  }

  /// Iterates.
  ///
  /// @param start `k` centres
  /// @param tolerance the sum of squared moves of all centres below which they stand still
  /// @param most iterations at most
  KMeansResult run(Vectors start, double tolerance, int most) {
    Vectors centres = start;
    int iteration = 0;
    boolean converged = false;
    while (!converged && iteration < most) {
      iteration++;
      assign(centres);
      Vectors moved = means(centres);
      double moves = 0;
      for (int i = 0; i < moved.values().length; i++) {
        double move = moved.values()[i] - centres.values()[i];
        moves += move * move;
      }
      boolean same = Arrays.stream(sums).allMatch(part -> part.changed == 0);
      if (same && moves == 0) {
        return result(moved, iteration, true);
      }
      converged = moves <= tolerance;
      centres = moved;
    }
    assign(centres);
    return result(centres, iteration, converged);
  }

  private KMeansResult result(Vectors centres, int iterations, boolean converged) {
    double inertia = 0;
    int[] sizes = new int[k];
    for (Part part : sums) {
      inertia += part.inertia;
      for (int c = 0; c < k; c++) {
        sizes[c] += part.counts[c];
      }
    }
    return new KMeansResult(centres, labels.clone(), sizes, inertia, iterations, converged);
  }

  private void assign(Vectors centres) {
    TurnedLines turned = TurnedLines.forDistances(centres);
    for (Part part : sums) {
      part.clear();
    }
    parts.each(tasks, context, (part, from, to) -> assign(turned, sums[part], from, to));
  }

  private void assign(TurnedLines turned, Part part, int from, int to) {
    int padded = turned.padded();
    float[] found = new float[4 * padded];
    int line = from;
    for (; line + 4 <= to; line += 4) {
      turned.four(vectors.values(), vectors.start(line), found);
      for (int i = 0; i < 4; i++) {
        join(part, line + i, found, i * padded, padded);
      }
    }
    for (; line < to; line++) {
      turned.one(vectors.values(), vectors.start(line), found, 0);
      join(part, line, found, 0, padded);
    }
    part.flush();
  }

  private void join(Part part, int line, float[] found, int at, int padded) {
    int cluster = Kernels.least(found, at, padded);
    float distance = Math.max(0, found[at + cluster] + squares[line]);
    if (labels[line] != cluster) {
      labels[line] = cluster;
      part.changed++;
    }
    part.counts[cluster]++;
    part.inertia += distance;
    if (distance > part.distance) {
      part.distance = distance;
      part.furthest = line;
    }
    int dimensions = vectors.dimensions();
    Kernels.add(vectors.values(), vectors.start(line), part.few, cluster * dimensions, dimensions);
  }

  private Vectors means(Vectors centres) {
    int dimensions = vectors.dimensions();
    double[] total = new double[k * dimensions];
    int[] counts = new int[k];
    for (Part part : sums) {
      for (int i = 0; i < total.length; i++) {
        total[i] += part.sums[i];
      }
      for (int c = 0; c < k; c++) {
        counts[c] += part.counts[c];
      }
    }
    fillEmpty(total, counts);
    float[] moved = centres.values().clone();
    for (int c = 0; c < k; c++) {
      for (int j = c * dimensions; counts[c] > 0 && j < (c + 1) * dimensions; j++) {
        moved[j] = (float) (total[j] / counts[c]);
      }
    }
    return new Vectors(k, dimensions, moved);
  }

  /// Gives each empty cluster the line that lies furthest from its centre, one from each part.
  private void fillEmpty(double[] total, int[] counts) {
    List<Part> far = new ArrayList<>();
    for (int c = 0; c < k; c++) {
      if (counts[c] > 0) {
        continue;
      }
      if (far.isEmpty()) {
        far.addAll(Arrays.asList(sums));
        far.removeIf(part -> part.furthest < 0);
        far.sort(Comparator.comparingDouble((Part part) -> -part.distance));
      }
      if (far.isEmpty()) {
        return;
      }
      Part part = far.removeFirst();
      int line = part.furthest;
      part.furthest = -1;
      int from = labels[line];
      if (counts[from] < 2) {
        continue;
      }
      int dimensions = vectors.dimensions();
      for (int j = 0; j < dimensions; j++) {
        float value = vectors.values()[vectors.start(line) + j];
        total[from * dimensions + j] -= value;
        total[c * dimensions + j] = value;
      }
      counts[from]--;
      counts[c] = 1;
      part.changed++;
    }
  }
}
