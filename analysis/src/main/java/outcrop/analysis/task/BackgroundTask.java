package outcrop.analysis.task;

/// Work that may take longer than a frame: it reports through its context and stops when asked.
///
/// @param <T> what the work gives when it is done
@FunctionalInterface
public interface BackgroundTask<T> {
  /// Does the work on the calling thread.
  ///
  /// @throws java.util.concurrent.CancellationException when the context was cancelled
  /// @throws UserFailure when the user can mend the cause
  T run(TaskContext context) throws Exception;
}
