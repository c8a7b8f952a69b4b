package outcrop.analysis.task;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lets running work tidy up when the program is told to end from outside (Ctrl+C, a closed
/// terminal, a shutdown): the work is cancelled, and the program ends when it has removed what it
/// had begun.
///
/// To be closed when everything is said and done; the end then waits no longer.
public final class StopOnExit implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long LAST_WORDS_MILLIS = 500;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private StopOnExit(TaskRunner runner) {
    this.hook = new Thread(() -> stop(runner), "outcrop-stop");
  }

  /// Watches over everything that runs on `runner` at the moment of the end.
  public static StopOnExit over(TaskRunner runner) {
    StopOnExit guard = new StopOnExit(runner);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  private void stop(TaskRunner runner) {
    List<TaskHandle<?>> running = runner.running();
    running.forEach(TaskHandle::cancel);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      for (TaskHandle<?> work : running) {
        awaitOutcome(work, end - System.nanoTime());
      }
      if (!running.isEmpty()) {
        closed.await(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException endNow) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitOutcome(TaskHandle<?> work, long nanos) throws InterruptedException {
    try {
      work.outcome().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
      // However the work ended, whoever started it says so; here only its end matters.
      return;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // The hook is running and was just released by the latch.
      return;
    }
  }
}
