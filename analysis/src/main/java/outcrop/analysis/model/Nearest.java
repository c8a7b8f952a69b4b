package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Which of a few centres is nearest to each line.
final class Nearest {
  private Nearest() {}

  /// @param centres at least one
  static int[] of(Vectors vectors, Vectors centres, TaskRunner tasks, TaskContext context) {
    Moments moments = Moments.of(centres, tasks, new QuietContext(context));
    float[] middle = moments.centre();
    TurnedLines turned = TurnedLines.forDistances(moments.takenFrom(centres));
    int dimensions = vectors.dimensions();
    int[] nearest = new int[vectors.lines()];
    LineParts.of(vectors.lines())
        .each(
            tasks,
            context,
            (_, from, to) -> {
              float[] moved = new float[dimensions];
              float[] found = new float[turned.padded()];
              for (int line = from; line < to; line++) {
                Kernels.subtract(
                    vectors.values(), vectors.start(line), middle, moved, 0, dimensions);
                turned.one(moved, 0, found, 0);
                nearest[line] = Kernels.least(found, 0, turned.padded());
              }
            });
    return nearest;
  }
}
