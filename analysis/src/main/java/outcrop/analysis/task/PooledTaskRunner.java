package outcrop.analysis.task;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Runs jobs on threads of its own: as many jobs as are started, and parts of one job on as many
/// threads as the machine has cores.
///
/// Jobs and parts have separate pools, so that a job which waits for its parts cannot starve them.
/// All threads are daemons: a forgotten job never keeps the program alive.
public final class PooledTaskRunner implements TaskRunner {
  private final ExecutorService jobs = Executors.newCachedThreadPool(named("outcrop-job-"));
  private final int workers = Runtime.getRuntime().availableProcessors();
  private final ExecutorService parts =
      Executors.newFixedThreadPool(workers, named("outcrop-part-"));
  private final List<RunningTask<?>> running = new CopyOnWriteArrayList<>();

  @Override
  public <T> TaskHandle<T> start(String title, BackgroundTask<T> work) {
    RunningTask<T> task = new RunningTask<>(new ProgressMeter(title), new CompletableFuture<>());
    running.add(task);
    task.outcome().whenComplete((_, _) -> running.remove(task));
    jobs.execute(() -> RunningTask.runInto(work, task.meter(), task.outcome()));
    return task;
  }

  @Override
  public List<TaskHandle<?>> running() {
    return List.copyOf(running);
  }

  @Override
  public void forEachPart(int count, IntConsumer part) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger left = new AtomicInteger(count);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    CompletableFuture<Boolean> allDone = new CompletableFuture<>();
    Runnable drain =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
              if (failure.get() == null) {
                part.accept(i);
              }
            } catch (Throwable thrown) {
              failure.compareAndSet(null, thrown);
            } finally {
              if (left.decrementAndGet() == 0) {
                allDone.complete(true);
              }
            }
          }
        };
    for (int i = 1; i < Math.min(workers, count); i++) {
      parts.execute(drain);
    }
    // The caller works too and waits for parts, not for threads: where the pool is busy with
    // other work, the caller does everything itself.
    drain.run();
    if (count > 0) {
      allDone.join();
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException thrown -> throw thrown;
      case Error thrown -> throw thrown;
      case Throwable thrown -> throw new IllegalStateException(thrown);
    }
  }

  @Override
  public void close() {
    running.forEach(TaskHandle::cancel);
    jobs.shutdown();
    parts.shutdown();
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
