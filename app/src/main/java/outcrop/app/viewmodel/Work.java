package outcrop.app.viewmodel;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Slow work on behalf of a model: it runs elsewhere, and what comes of it is told on the model's
/// own thread.
///
/// @param runner runs the work
/// @param delivery runs what is told, one after the other, on the model's thread
public record Work(TaskRunner runner, Executor delivery) {
  private static final System.Logger LOG = System.getLogger(Work.class.getName());

  /// Starts work.
  ///
  /// @param done told the result
  /// @param failed told one sentence for the user; the empty sentence where the user cancelled
  public <T> TaskHandle<T> start(
      String title, BackgroundTask<T> work, Consumer<T> done, Consumer<String> failed) {
    TaskHandle<T> handle = runner.start(title, work);
    handle
        .outcome()
        .whenComplete(
            (result, failure) ->
                delivery.execute(
                    () -> {
                      if (failure == null) {
                        done.accept(result);
                      } else {
                        failed.accept(sentence(failure));
                      }
                    }));
    return handle;
  }

  /// What to tell the user about a failure, empty where the user wanted it so. Whatever is not the
  /// user's to mend is logged.
  public static String sentence(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof CancellationException) {
      return "";
    }
    if (cause instanceof UserFailure) {
      return String.valueOf(cause.getMessage());
    }
    LOG.log(System.Logger.Level.ERROR, "Work failed for a reason that is not the user's", cause);
    if (cause instanceof OutOfMemoryError) {
      return "There is not enough memory for this. Close other projects, or start Outcrop with more"
          + " memory.";
    }
    return "Outcrop made a mistake here ("
        + cause.getClass().getSimpleName()
        + "). Nothing was changed; the log has the details.";
  }
}
