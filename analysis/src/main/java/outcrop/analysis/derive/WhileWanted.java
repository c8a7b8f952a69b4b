package outcrop.analysis.derive;

import java.util.concurrent.CancellationException;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.task.TaskContext;

/// Work that ends when its user asks, or when the columns that it reads are to be closed.
record WhileWanted(TaskContext context, ColumnUse use) implements TaskContext {
  @Override
  public void stage(String name) {
    context.stage(name);
  }

  @Override
  public void progress(long done, long total) {
    context.progress(done, total);
  }

  @Override
  public boolean isCancelled() {
    if (context.isCancelled()) {
      return true;
    }
    try {
      use.checkWanted();
      return false;
    } catch (CancellationException closing) {
      return true;
    }
  }
}
