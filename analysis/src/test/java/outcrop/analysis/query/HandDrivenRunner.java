package outcrop.analysis.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;
import outcrop.analysis.task.TaskRunner;

/// Keeps what is started until the test says so.
final class HandDrivenRunner implements TaskRunner {
  private final DirectTaskRunner direct = new DirectTaskRunner();
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  /// Work that the next [#forEachPart] does between its parts.
  Runnable betweenParts = () -> {};

  @Override
  public <T> TaskHandle<T> start(String title, BackgroundTask<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    waiting.add(
        () ->
            direct
                .start(title, work)
                .outcome()
                .whenComplete(
                    (value, failure) -> {
                      if (failure == null) {
                        outcome.complete(value);
                      } else {
                        outcome.completeExceptionally(failure);
                      }
                    }));
    return new TaskHandle<>() {
      @Override
      public CompletableFuture<T> outcome() {
        return outcome;
      }

      @Override
      public TaskProgress progress() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void cancel() {}
    };
  }

  /// Runs the oldest waiting work, and only that.
  void runOne() {
    waiting.remove().run();
  }

  int waiting() {
    return waiting.size();
  }

  @Override
  public List<TaskHandle<?>> running() {
    return List.of();
  }

  @Override
  public void forEachPart(int parts, IntConsumer part) {
    for (int i = 0; i < parts; i++) {
      part.accept(i);
      betweenParts.run();
    }
  }

  @Override
  public void close() {}
}
