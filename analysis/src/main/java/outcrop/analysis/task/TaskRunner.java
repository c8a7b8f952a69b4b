package outcrop.analysis.task;

import java.util.List;
import java.util.function.IntConsumer;

/// The one way to run work off the caller's thread.
///
/// Two real runners exist: [PooledTaskRunner] for both faces, [DirectTaskRunner] for tests and for
/// callers that are off the user's thread already.
public interface TaskRunner extends AutoCloseable {
  /// Starts work.
  ///
  /// @param title the work in the user's words, shown in the list of running jobs
  <T> TaskHandle<T> start(String title, BackgroundTask<T> work);

  /// The jobs that are running now, oldest first.
  List<TaskHandle<?>> running();

  /// Runs `part` for each number in 0…parts−1, on several threads where there are several, and
  /// returns when all are done. The first exception of a part is thrown.
  void forEachPart(int parts, IntConsumer part);

  /// Cancels what runs and lets the threads go.
  @Override
  void close();
}
