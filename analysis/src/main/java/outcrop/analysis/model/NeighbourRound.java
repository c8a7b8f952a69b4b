package outcrop.analysis.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// One round of asking the neighbours of each line, and the lines whose neighbour it is, for their
/// own neighbours.
final class NeighbourRound {
  private static final int LINES_AT_ONCE = 256;

  private final Vectors vectors;
  private final NearestLists before;
  private final @Nullable NearestLists earlier;
  private final NearestLists after;
  private final boolean[] fresh;
  private final int[] reverseStarts;
  private final int[] reverse;
  private final boolean[] reverseFresh;

  private NeighbourRound(Vectors vectors, NearestLists before, @Nullable NearestLists earlier) {
    this.vectors = vectors;
    this.before = before;
    this.earlier = earlier;
    this.fresh = new boolean[before.ids.length];
    this.after = before.copy();
    int lines = vectors.lines();
    // Lines in the middle of things are neighbours of very many; k of them are enough.
    this.reverseStarts = new int[lines + 1];
    int[] counts = new int[lines];
    for (int id : before.ids) {
      if (id != NearestLists.NONE && counts[id] < before.k) {
        counts[id]++;
      }
    }
    for (int line = 0; line < lines; line++) {
      reverseStarts[line + 1] = reverseStarts[line] + counts[line];
    }
    this.reverse = new int[reverseStarts[lines]];
    this.reverseFresh = new boolean[reverse.length];
    for (int at = 0; at < fresh.length; at++) {
      fresh[at] = earlier == null || !earlier.contains(at / before.k, before.ids[at]);
    }
    Arrays.fill(counts, 0);
    for (int place = 0; place < before.k; place++) {
      for (int line = 0; line < lines; line++) {
        int id = before.ids[line * before.k + place];
        if (id != NearestLists.NONE && counts[id] < reverseStarts[id + 1] - reverseStarts[id]) {
          reverseFresh[reverseStarts[id] + counts[id]] = fresh[line * before.k + place];
          reverse[reverseStarts[id] + counts[id]++] = line;
        }
      }
    }
  }

  /// The lists after the round; those of before are left as they were.
  ///
  /// @param earlier the lists of the round before: what stood there already has been asked
  static NearestLists run(
      Vectors vectors,
      NearestLists before,
      @Nullable NearestLists earlier,
      TaskRunner tasks,
      TaskContext context) {
    NeighbourRound round = new NeighbourRound(vectors, before, earlier);
    PartProgress progress = new PartProgress(context, vectors.lines());
    tasks.forEachPart(
        (vectors.lines() + LINES_AT_ONCE - 1) / LINES_AT_ONCE,
        part -> {
          context.checkCancelled();
          int from = part * LINES_AT_ONCE;
          int to = Math.min(vectors.lines(), from + LINES_AT_ONCE);
          Seen seen = new Seen(2 * before.k * (before.k + 1));
          for (int line = from; line < to; line++) {
            seen.clear();
            round.ask(line, seen);
          }
          progress.add(to - from);
        });
    return round.after;
  }

  private void ask(int line, Seen seen) {
    seen.add(line);
    for (int at = line * before.k, end = at + before.k; at < end; at++) {
      if (before.ids[at] != NearestLists.NONE) {
        seen.add(before.ids[at]);
      }
    }
    for (int at = line * before.k, end = at + before.k; at < end; at++) {
      if (before.ids[at] != NearestLists.NONE) {
        askOne(line, before.ids[at], fresh[at], seen);
      }
    }
    for (int at = reverseStarts[line]; at < reverseStarts[line + 1]; at++) {
      consider(line, reverse[at], seen);
      askOne(line, reverse[at], reverseFresh[at], seen);
    }
  }

  private void askOne(int line, int neighbour, boolean all, Seen seen) {
    for (int at = neighbour * before.k, end = at + before.k; at < end; at++) {
      if ((all || fresh[at]) && before.ids[at] != NearestLists.NONE) {
        consider(line, before.ids[at], seen);
      }
    }
  }

  private void consider(int line, int candidate, Seen seen) {
    if (seen.add(candidate)) {
      float square =
          Kernels.squaredDistance(
              vectors.values(),
              vectors.start(line),
              vectors.values(),
              vectors.start(candidate),
              vectors.dimensions());
      if (square < after.limit(line)) {
        after.insert(line, candidate, square);
      }
    }
  }

  /// The lines met already: a set of numbers that is emptied in one step.
  private static final class Seen {
    private final int[] lines;
    private final int[] stamps;
    private final int mask;
    private int stamp;

    Seen(int most) {
      int size = Integer.highestOneBit(Math.max(16, 2 * most)) << 1;
      this.lines = new int[size];
      this.stamps = new int[size];
      this.mask = size - 1;
    }

    void clear() {
      stamp++;
    }

    /// Whether the line is new.
    boolean add(int line) {
      int at = line * 0x9E3779B1 >>> 7 & mask;
      while (stamps[at] == stamp) {
        if (lines[at] == line) {
          return false;
        }
        at = at + 1 & mask;
      }
      stamps[at] = stamp;
      lines[at] = line;
      return true;
    }
  }
}
