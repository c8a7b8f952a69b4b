package outcrop.analysis.task;

import java.util.concurrent.CompletableFuture;

/// Work under way: its outcome, its progress and the means to stop it.
///
/// @param <T> what the work gives
public interface TaskHandle<T> {
  /// Completes with the result, with the exception of the work, or with a `CancellationException`.
  CompletableFuture<T> outcome();

  /// How far the work is at this moment.
  TaskProgress progress();

  /// Asks the work to stop; returns at once.
  void cancel();
}
