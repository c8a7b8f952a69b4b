package outcrop.analysis.model;

import java.util.concurrent.atomic.AtomicLong;
import outcrop.analysis.task.TaskContext;

/// Counts what parts on several threads have done, and reports it.
final class PartProgress {
  private final TaskContext context;
  private final long total;
  private final AtomicLong done = new AtomicLong();

  PartProgress(TaskContext context, long total) {
    this.context = context;
    this.total = total;
  }

  void add(long more) {
    context.progress(done.addAndGet(more), total);
  }
}
