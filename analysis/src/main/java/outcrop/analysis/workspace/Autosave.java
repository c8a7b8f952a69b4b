package outcrop.analysis.workspace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import outcrop.analysis.command.CommandBus;
import outcrop.analysis.command.History;
import outcrop.analysis.command.HistoryCodec;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.task.TaskRunner;

/// Saves the project after every change, off the caller's thread. A change that comes while a save
/// is under way is saved right after it, together with all others that came meanwhile.
final class Autosave {
  private final ProjectFolder folder;
  private final CommandBus commands;
  private final TaskRunner runner;
  private final Consumer<Throwable> failed;
  private final Object writing = new Object();
  private History saved;
  private CompletableFuture<Boolean> saving = CompletableFuture.completedFuture(true);

  /// @param failed hears of a save that did not succeed; the next change tries again
  Autosave(
      ProjectFolder folder, CommandBus commands, TaskRunner runner, Consumer<Throwable> failed) {
    this.folder = folder;
    this.commands = commands;
    this.runner = runner;
    this.failed = failed;
    this.saved = commands.history();
    commands.onChange((_, _) -> changed());
  }

  private synchronized void changed() {
    if (saving.isDone()) {
      saving = runner.start("Saving", _ -> saveUntilClean()).outcome();
      saving.whenComplete(
          (_, failure) -> {
            if (failure != null) {
              failed.accept(failure);
            }
          });
    }
  }

  private boolean saveUntilClean() {
    synchronized (writing) {
      while (saveOnce()) {
        // Another change came while the last one was written.
      }
    }
    return true;
  }

  /// Writes what has changed since the last save.
  ///
  /// @return whether there was anything to write
  private boolean saveOnce() {
    History now;
    synchronized (this) {
      now = commands.history();
      if (now == saved) {
        // Decided under the lock: a change that comes after this starts a new job.
        saving = CompletableFuture.completedFuture(true);
        return false;
      }
    }
    folder.save(now.state(), HistoryCodec.toNode(now));
    synchronized (this) {
      saved = now;
    }
    return true;
  }

  /// Returns when everything that was done before the call is on the disk.
  ///
  /// @throws outcrop.analysis.task.UserFailure when it cannot be written
  void flush() {
    CompletableFuture<Boolean> running;
    synchronized (this) {
      running = saving;
    }
    try {
      running.join();
    } catch (CompletionException failedBefore) {
      // Tried again below, where the failure reaches the caller.
      saveUntilClean();
      return;
    }
    saveUntilClean();
  }
}
