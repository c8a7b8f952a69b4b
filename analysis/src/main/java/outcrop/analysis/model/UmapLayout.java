package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Moves the points of a map so that what belongs together lies together: each epoch draws a point
/// along its ties, the strong ones in every epoch and the weaker ones more rarely, and drives it
/// away from random others (McInnes, Healy and Melville, 2018, section 3.2).
///
/// Lines are moved in turns of every [#TURNS]th line. Within a turn each point sees where the
/// others stood before it, and its random numbers depend on seed, epoch and line alone: so the map
/// is the same on any number of threads, and nearly that of moving one after the other.
final class UmapLayout {
  private static final int TURNS = 32;
  private static final int LINES_AT_ONCE = 256;
  private static final float MOST_MOVE = 4;

  private final TieGraph graph;
  private final float[] map;
  private final float[] moved;
  private final int epochs;
  private final int negatives;
  private final long seed;
  private final ForceTable attraction;
  private final ForceTable repulsion;
  private final float[] period;
  private final float[] due;

  /// @param map where the lines begin, two numbers each; is changed
  UmapLayout(TieGraph graph, float[] map, MapCurve curve, int epochs, int negatives, long seed) {
    this.graph = graph;
    this.map = map;
    this.moved = new float[2 * (graph.lines() / TURNS + 1)];
    this.epochs = epochs;
    this.negatives = negatives;
    this.seed = seed;
    this.attraction = ForceTable.attraction(curve);
    this.repulsion = ForceTable.repulsion(curve);
    this.period = periods(graph.strengths(), epochs);
    this.due = period.clone();
  }

  /// How many epochs lie between two uses of each tie; those that would not be used at all are
  /// infinitely rare.
  private static float[] periods(float[] strengths, int epochs) {
    float strongest = 0;
    for (float strength : strengths) {
      strongest = Math.max(strongest, strength);
    }
    float[] periods = new float[strengths.length];
    for (int tie = 0; tie < strengths.length; tie++) {
      float period = strongest / strengths[tie];
      periods[tie] = period <= epochs ? period : Float.POSITIVE_INFINITY;
    }
    return periods;
  }

  void run(MapPreview preview, TaskRunner tasks, TaskContext context) {
    Previews previews = new Previews(preview);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      for (int turn = 0; turn < TURNS; turn++) {
        context.checkCancelled();
        move(epoch, turn, tasks);
      }
      context.progress(epoch, epochs);
      previews.offer(map, epoch, epochs);
    }
  }

  private void move(int epoch, int turn, TaskRunner tasks) {
    int lines = (graph.lines() - turn + TURNS - 1) / TURNS;
    float rate = 1 - (epoch - 1f) / epochs;
    tasks.forEachPart(
        (lines + LINES_AT_ONCE - 1) / LINES_AT_ONCE,
        part -> {
          int to = Math.min(lines, (part + 1) * LINES_AT_ONCE);
          for (int i = part * LINES_AT_ONCE; i < to; i++) {
            move(turn + i * TURNS, epoch, rate, i);
          }
        });
    for (int i = 0; i < lines; i++) {
      int line = turn + i * TURNS;
      map[2 * line] = moved[2 * i];
      map[2 * line + 1] = moved[2 * i + 1];
    }
  }

  private void move(int line, int epoch, float rate, int target) {
    float x = map[2 * line];
    float y = map[2 * line + 1];
    long random = Xorshift.start(seed, epoch, line);
    int lines = graph.lines();
    for (int tie = graph.starts()[line], end = graph.starts()[line + 1]; tie < end; tie++) {
      if (due[tie] > epoch) {
        continue;
      }
      due[tie] += period[tie];
      int other = graph.ends()[tie];
      float dx = x - map[2 * other];
      float dy = y - map[2 * other + 1];
      float square = dx * dx + dy * dy;
      if (square > 0) {
        float force = attraction.at(square);
        x += rate * limited(force * dx);
        y += rate * limited(force * dy);
      }
      // Both ends of a tie are moved; the wanted number is shared between them.
      int draws = line < other ? (negatives + 1) / 2 : negatives / 2;
      for (int draw = 0; draw < draws; draw++) {
        random = Xorshift.next(random);
        int stranger = Xorshift.below(random, lines);
        dx = x - map[2 * stranger];
        dy = y - map[2 * stranger + 1];
        square = dx * dx + dy * dy;
        if (square > 0 && stranger != line) {
          float force = repulsion.at(square);
          x += rate * limited(force * dx);
          y += rate * limited(force * dy);
        }
      }
    }
    moved[2 * target] = x;
    moved[2 * target + 1] = y;
  }

  private static float limited(float move) {
    return Math.max(-MOST_MOVE, Math.min(MOST_MOVE, move));
  }
}
