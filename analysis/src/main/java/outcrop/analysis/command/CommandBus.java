package outcrop.analysis.command;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import outcrop.analysis.project.ProjectState;

/// The one way to change a project. Listeners hear every change on the thread that made it, after
/// it is done.
///
/// May be called from any thread; changes happen one after the other.
public final class CommandBus {
  private final Clock clock;
  private final List<BiConsumer<History, History>> listeners = new CopyOnWriteArrayList<>();
  private volatile History history;

  public CommandBus(History start, Clock clock) {
    this.history = start;
    this.clock = clock;
  }

  /// The history in force. Never waits: whoever saves may hold a lock of its own that a listener of
  /// a change under way is waiting for.
  public History history() {
    return history;
  }

  public ProjectState state() {
    return history().state();
  }

  /// Tells `listener` the history before and after each change.
  public void onChange(BiConsumer<History, History> listener) {
    listeners.add(listener);
  }

  public void execute(Command command) {
    execute(command, "");
  }

  /// Does a command that merges with the last one where both carry the same key.
  public void execute(Command command, String mergeKey) {
    change(now -> now.with(command, clock.instant(), mergeKey));
  }

  public void undo() {
    change(now -> now.canUndo() ? now.at(now.position() - 1) : now);
  }

  public void redo() {
    change(now -> now.canRedo() ? now.at(now.position() + 1) : now);
  }

  /// Goes to any point of the history.
  public void goTo(int position) {
    change(now -> now.at(position));
  }

  private synchronized void change(UnaryOperator<History> step) {
    History before = history;
    history = step.apply(before);
    if (history != before) {
      History after = history;
      listeners.forEach(listener -> listener.accept(before, after));
    }
  }
}
