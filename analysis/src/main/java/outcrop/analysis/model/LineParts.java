package outcrop.analysis.model;

import java.util.concurrent.atomic.AtomicLong;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Lines cut into parts whose sizes depend on the number of lines alone: what is summed within
/// parts and then over them in order is the same on any number of threads.
///
/// @param count how many parts
/// @param step how many lines are done between two looks at the wish to stop
record LineParts(int lines, int count, int step) {
  private static final int FEWEST_LINES = 1 << 12;
  private static final int MOST_PARTS = 64;

  private static final int STEP = 1 << 11;

  static LineParts of(int lines) {
    return of(lines, FEWEST_LINES, STEP);
  }

  /// For work that takes long for every line.
  static LineParts ofFew(int lines, int step) {
    return of(lines, step, step);
  }

  private static LineParts of(int lines, int fewest, int step) {
    return new LineParts(lines, Math.clamp((lines + fewest - 1) / fewest, 1, MOST_PARTS), step);
  }

  int from(int part) {
    // A multiple of four, since kernels take four vectors at once.
    return (int) ((long) lines * part / count) & ~3;
  }

  int to(int part) {
    return part + 1 == count ? lines : from(part + 1);
  }

  /// What is done with some lines of a part.
  interface Work {
    void lines(int part, int from, int to);
  }

  /// Does the work in steps of a few lines, asks between them whether to stop, and reports progress
  /// in lines.
  void each(TaskRunner tasks, TaskContext context, Work work) {
    AtomicLong done = new AtomicLong();
    tasks.forEachPart(
        count,
        part -> {
          for (int from = from(part), to = to(part); from < to; from += step) {
            context.checkCancelled();
            int end = Math.min(to, from + step);
            work.lines(part, from, end);
            context.progress(done.addAndGet(end - from), lines);
          }
        });
  }
}
