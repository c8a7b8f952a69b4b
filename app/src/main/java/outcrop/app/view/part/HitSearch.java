package outcrop.app.view.part;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;

/// Looks for the next part of a long text that has a hit, off the screen's thread.
final class HitSearch {
  private final TaskRunner runner;
  private final Executor delivery;
  private final String title;
  private @Nullable TaskHandle<Integer> running;

  /// @param title what the job is called
  HitSearch(TaskRunner runner, Executor delivery, String title) {
    this.runner = runner;
    this.delivery = delivery;
    this.title = title;
  }

  /// Looks from one part on, in the place of an earlier search.
  ///
  /// @param from the first part to look at
  /// @param by 1 or −1
  /// @param found told the part with a hit, −1 where there is none
  void start(
      ColumnStore store,
      TextPages pages,
      String field,
      HitFinder hits,
      int from,
      int by,
      IntConsumer found) {
    stop();
    TaskHandle<Integer> task =
        runner.start(title, context -> look(context, store, pages, field, hits, from, by));
    running = task;
    task.outcome()
        .thenAccept(
            part ->
                delivery.execute(
                    () -> {
                      if (running == task) {
                        running = null;
                        found.accept(part);
                      }
                    }));
  }

  void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private static int look(
      TaskContext context,
      ColumnStore store,
      TextPages pages,
      String field,
      HitFinder hits,
      int from,
      int by) {
    try (ColumnUse use = store.use()) {
      int all = pages.pages();
      for (int part = from; part >= 0 && part < all; part += by) {
        context.checkCancelled();
        use.checkWanted();
        context.progress(Math.abs(part - from), all);
        List<Span> spans = hits.hits(field, pages.page(part));
        if (!spans.isEmpty()) {
          return part;
        }
      }
      return -1;
    } catch (CancellationException closing) {
      return -1;
    }
  }
}
