package outcrop.analysis.model;

import outcrop.analysis.task.TaskContext;

/// Passes on the wish to stop and keeps the progress of a small part of the work to itself.
record QuietContext(TaskContext outer) implements TaskContext {
  @Override
  public void stage(String name) {}

  @Override
  public void progress(long done, long total) {}

  @Override
  public boolean isCancelled() {
    return outer.isCancelled();
  }
}
