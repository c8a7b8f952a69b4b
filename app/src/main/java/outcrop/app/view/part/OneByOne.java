package outcrop.app.view.part;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;

/// Small jobs that wait for each other: a row with hundreds of fields starts one at a time, and
/// none for a row that was left again.
final class OneByOne {
  private final TaskRunner runner;
  private final Executor delivery;
  private final Deque<Job<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  /// @param delivery runs what came of a job on the screen's thread, where all methods are called
  OneByOne(TaskRunner runner, Executor delivery) {
    this.runner = runner;
    this.delivery = delivery;
  }

  /// A job that can be given up.
  static final class Job<T> {
    private final String title;
    private final BackgroundTask<T> work;
    private final Consumer<T> done;
    private @Nullable TaskHandle<T> handle;
    private boolean cancelled;

    private Job(String title, BackgroundTask<T> work, Consumer<T> done) {
      this.title = title;
      this.work = work;
      this.done = done;
    }

    void cancel() {
      cancelled = true;
      if (handle != null) {
        handle.cancel();
      }
    }
  }

  /// Does work when those before are done.
  ///
  /// @param done told the result; not told of work that failed or was given up
  <T> Job<T> start(String title, BackgroundTask<T> work, Consumer<T> done) {
    Job<T> job = new Job<>(title, work, done);
    waiting.add(job);
    next();
    return job;
  }

  private void next() {
    waiting.removeIf(job -> job.cancelled);
    Job<?> job = busy ? null : waiting.poll();
    if (job != null) {
      busy = true;
      run(job);
    }
  }

  private <T> void run(Job<T> job) {
    TaskHandle<T> handle = runner.start(job.title, job.work);
    job.handle = handle;
    handle
        .outcome()
        .whenComplete(
            (result, failure) ->
                delivery.execute(
                    () -> {
                      busy = false;
                      if (failure == null && !job.cancelled) {
                        job.done.accept(result);
                      }
                      next();
                    }));
  }
}
