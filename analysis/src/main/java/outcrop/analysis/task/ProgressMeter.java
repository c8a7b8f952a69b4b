package outcrop.analysis.task;

import java.time.Duration;

/// A context that remembers what was reported, for whoever shows it.
final class ProgressMeter implements TaskContext {
  private final String title;
  private final long started = System.nanoTime();
  private volatile Stage stage = new Stage("", 0, -1, started);
  private volatile boolean cancelled;

  private record Stage(String name, long done, long total, long started) {}

  ProgressMeter(String title) {
    this.title = title;
  }

  @Override
  public void stage(String name) {
    stage = new Stage(name, 0, -1, System.nanoTime());
  }

  @Override
  public void progress(long done, long total) {
    Stage now = stage;
    stage = new Stage(now.name, done, total, now.started);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  TaskProgress progress() {
    long time = System.nanoTime();
    Stage now = stage;
    return new TaskProgress(
        title,
        now.name,
        now.done,
        now.total,
        Duration.ofNanos(time - started),
        Duration.ofNanos(time - now.started));
  }
}
