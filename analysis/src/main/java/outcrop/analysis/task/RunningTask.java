package outcrop.analysis.task;

import java.util.concurrent.CompletableFuture;

/// The handle of one piece of work.
record RunningTask<T>(ProgressMeter meter, CompletableFuture<T> outcome) implements TaskHandle<T> {
  @Override
  public TaskProgress progress() {
    return meter.progress();
  }

  @Override
  public void cancel() {
    meter.cancel();
  }

  /// Runs the work and puts whatever comes of it, errors included, into the outcome.
  static <T> void runInto(
      BackgroundTask<T> work, ProgressMeter meter, CompletableFuture<T> outcome) {
    try {
      meter.checkCancelled();
      outcome.complete(work.run(meter));
    } catch (Throwable failure) {
      outcome.completeExceptionally(failure);
    }
  }
}
