package outcrop.analysis.column;

import java.util.concurrent.CancellationException;

/// Counts who uses a store, so that its memory goes only when nobody reads it any more.
final class UseCount {
  private int users;
  private volatile boolean closing;

  /// @throws CancellationException when the store is closed or being closed
  synchronized ColumnUse begin() {
    checkOpen();
    users++;
    return new ColumnUse.Counted(this);
  }

  synchronized void end() {
    users--;
    notifyAll();
  }

  void checkOpen() {
    if (closing) {
      throw new CancellationException("The dataset was closed.");
    }
  }

  /// Lets nobody begin any more and returns when the last one has ended.
  ///
  /// @return whether this call is the one that closes; false when another did already
  synchronized boolean close() {
    boolean first = !closing;
    closing = true;
    boolean interrupted = false;
    while (users > 0) {
      try {
        wait();
      } catch (InterruptedException later) {
        // Unmapping under a reader would be worse than ending late.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return first;
  }
}
