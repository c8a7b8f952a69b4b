package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Moves the points of a map down the slope of t-SNE: ties draw points together, and all others
/// drive them apart, those far away in bulk (van der Maaten, “Accelerating t-SNE using tree-based
/// algorithms”, 2014).
///
/// In each step all points look at where all stood before it, so the map is the same on any number
/// of threads. The pace follows the number of points (Belkina and others, “Automated optimized
/// parameters for t-distributed stochastic neighbor embedding”, 2019).
final class TsneLayout {
  private static final int LINES_AT_ONCE = 512;
  private static final float ANGLE = 0.5f;
  private static final float EXAGGERATION = 12;
  private static final int MOST_EXAGGERATED = 250;
  private static final float FIRST_MOMENTUM = 0.5f;
  private static final float MOMENTUM = 0.8f;
  private static final float LEAST_PACE = 50;
  private static final float MORE_GAIN = 0.2f;
  private static final float LESS_GAIN = 0.8f;
  private static final float LEAST_GAIN = 0.01f;

  private final TieGraph ties;
  private final float[] map;
  private final int steps;
  private final float[] attraction;
  private final float[] repulsion;
  private final float[] speed;
  private final float[] gains;
  private final double[] closeness;
  private final QuadTree tree;

  /// @param map where the lines begin, two numbers each; is changed
  TsneLayout(TieGraph ties, float[] map, int steps) {
    this.ties = ties;
    this.map = map;
    this.steps = steps;
    this.attraction = new float[map.length];
    this.repulsion = new float[map.length];
    this.speed = new float[map.length];
    this.gains = new float[map.length];
    Arrays.fill(gains, 1);
    this.closeness = new double[(ties.lines() + LINES_AT_ONCE - 1) / LINES_AT_ONCE];
    this.tree = new QuadTree(map);
  }

  void run(MapPreview preview, TaskRunner tasks, TaskContext context) {
    Previews previews = new Previews(preview);
    int exaggerated = Math.min(MOST_EXAGGERATED, steps / 3);
    float pace = Math.max(LEAST_PACE, ties.lines() / EXAGGERATION / 4);
    for (int step = 1; step <= steps; step++) {
      boolean early = step <= exaggerated;
      tree.build();
      look(tasks, context);
      float all = (float) Math.max(Double.MIN_NORMAL, Arrays.stream(closeness).sum());
      move(early ? EXAGGERATION : 1, early ? FIRST_MOMENTUM : MOMENTUM, pace, all);
      context.progress(step, steps);
      previews.offer(map, step, steps);
    }
  }

  private void look(TaskRunner tasks, TaskContext context) {
    tasks.forEachPart(
        closeness.length,
        part -> {
          context.checkCancelled();
          QuadTree.Walk walk = tree.new Walk();
          double sum = 0;
          int to = Math.min(ties.lines(), (part + 1) * LINES_AT_ONCE);
          for (int line = part * LINES_AT_ONCE; line < to; line++) {
            walk.from(line, ANGLE);
            repulsion[2 * line] = walk.x;
            repulsion[2 * line + 1] = walk.y;
            sum += walk.closeness;
            attract(line);
          }
          closeness[part] = sum;
        });
  }

  private void attract(int line) {
    float x = 0;
    float y = 0;
    for (int tie = ties.starts()[line], end = ties.starts()[line + 1]; tie < end; tie++) {
      int other = ties.ends()[tie];
      float dx = map[2 * line] - map[2 * other];
      float dy = map[2 * line + 1] - map[2 * other + 1];
      float force = ties.strengths()[tie] / (1 + dx * dx + dy * dy);
      x += force * dx;
      y += force * dy;
    }
    attraction[2 * line] = x;
    attraction[2 * line + 1] = y;
  }

  private void move(float exaggeration, float momentum, float pace, float all) {
    double sumOfX = 0;
    double sumOfY = 0;
    for (int at = 0; at < map.length; at++) {
      float slope = 4 * (exaggeration * attraction[at] - repulsion[at] / all);
      boolean onwards = slope * speed[at] < 0;
      gains[at] = onwards ? gains[at] + MORE_GAIN : Math.max(LEAST_GAIN, gains[at] * LESS_GAIN);
      speed[at] = momentum * speed[at] - pace * gains[at] * slope;
      map[at] += speed[at];
      if ((at & 1) == 0) {
        sumOfX += map[at];
      } else {
        sumOfY += map[at];
      }
    }
    float middleX = (float) (sumOfX / ties.lines());
    float middleY = (float) (sumOfY / ties.lines());
    for (int at = 0; at < map.length; at += 2) {
      map[at] -= middleX;
      map[at + 1] -= middleY;
    }
  }
}
