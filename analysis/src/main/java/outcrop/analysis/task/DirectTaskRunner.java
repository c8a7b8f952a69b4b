package outcrop.analysis.task;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/// Runs everything at once on the calling thread: what a test sees is the finished work.
public final class DirectTaskRunner implements TaskRunner {
  @Override
  public <T> TaskHandle<T> start(String title, BackgroundTask<T> work) {
    ProgressMeter meter = new ProgressMeter(title);
    CompletableFuture<T> outcome = new CompletableFuture<>();
    RunningTask.runInto(work, meter, outcome);
    return new RunningTask<>(meter, outcome);
  }

  @Override
  public List<TaskHandle<?>> running() {
    return List.of();
  }

  @Override
  public void forEachPart(int parts, IntConsumer part) {
    for (int i = 0; i < parts; i++) {
      part.accept(i);
    }
  }

  @Override
  public void close() {}
}
