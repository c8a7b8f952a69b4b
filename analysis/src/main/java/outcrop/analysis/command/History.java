package outcrop.analysis.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.project.ProjectState;

/// The states of a project and the commands between them, immutable. Undo goes back to a state that
/// is still there; nothing is computed backwards.
///
/// @param base the oldest state
/// @param steps what was done since, oldest first
/// @param position how many steps are in force; those behind it can be redone
public record History(ProjectState base, List<Step> steps, int position) {
  /// The most steps kept; the oldest then become part of the base.
  public static final int LIMIT = 500;

  public History {
    steps = List.copyOf(steps);
    if (position < 0 || position > steps.size()) {
      throw new IllegalArgumentException("Position " + position + " of " + steps.size() + " steps");
    }
  }

  /// One command and the state that it made.
  ///
  /// @param mergeKey commands in a row with the same key that is not empty are one step, such as
  ///   the letters of a title
  public record Step(Command command, Instant at, String mergeKey, ProjectState state) {}

  public static History of(ProjectState state) {
    return new History(state, List.of(), 0);
  }

  /// The state in force.
  public ProjectState state() {
    return position == 0 ? base : steps.get(position - 1).state();
  }

  public boolean canUndo() {
    return position > 0;
  }

  public boolean canRedo() {
    return position < steps.size();
  }

  /// The same steps with another position in force.
  public History at(int newPosition) {
    return new History(base, steps, newPosition);
  }

  /// With a command done. What could be redone is given up.
  ///
  /// @return this history where the command changes nothing
  public History with(Command command, Instant at, String mergeKey) {
    ProjectState before = state();
    ProjectState after = command.apply(before);
    if (after.equals(before)) {
      return this;
    }
    List<Step> kept = new ArrayList<>(steps.subList(0, position));
    if (!mergeKey.isEmpty()
        && !kept.isEmpty()
        && kept.getLast().mergeKey().equals(mergeKey)
        && kept.getLast().command().getClass() == command.getClass()) {
      kept.removeLast();
    }
    kept.add(new Step(command, at, mergeKey, after));
    ProjectState start = base;
    while (kept.size() > LIMIT) {
      start = kept.removeFirst().state();
    }
    return new History(start, kept, kept.size());
  }
}
