package outcrop.analysis.task;

import java.util.concurrent.CancellationException;

/// What running work sees of the outside: a place to report progress and the wish to stop.
///
/// All methods may be called from any thread that takes part in the work.
public interface TaskContext {
  /// A context that reports nowhere and is never cancelled, for tests and for work that is short.
  TaskContext NONE =
      new TaskContext() {
        @Override
        public void stage(String name) {}

        @Override
        public void progress(long done, long total) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /// Names what is being done now, in the user's words, such as "Reading train.csv".
  void stage(String name);

  /// Says how far the stage is, in any unit.
  ///
  /// @param total the whole in the same unit, or −1 where it is not known
  void progress(long done, long total);

  /// Whether the user asked to stop.
  boolean isCancelled();

  /// Ends the work when the user asked to stop; to be called at least every 100 milliseconds.
  default void checkCancelled() {
    if (isCancelled()) {
      throw new CancellationException("Cancelled.");
    }
  }
}
