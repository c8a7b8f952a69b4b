package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import outcrop.analysis.command.Command;
import outcrop.analysis.command.Command.DisplayChange;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.ViewSpec;

/// Says how the values of fields are shown in every chart. Each change is one step of the history;
/// the data stays as it is.
public final class DisplayEdits {
  private final WorkspaceViewModel project;

  DisplayEdits(WorkspaceViewModel project) {
    this.project = project;
  }

  public FieldDisplay of(String field) {
    return project.state().display(field);
  }

  /// Shows what is shown under some names under one. Views that colour or place these names by hand
  /// do the same with the new one.
  ///
  /// @param shown what the values are called now
  /// @param name what they are called from now on; where other values are called so already, all
  ///   are one
  public void merge(String field, List<String> shown, String name) {
    String called = name.strip();
    if (called.isEmpty() || shown.equals(List.of(called))) {
      return;
    }
    ProjectState state = project.state();
    List<Command> commands = new ArrayList<>();
    commands.add(set(field, of(field).merged(shown, called), DisplayChange.NAMES));
    for (ViewSpec view : state.views()) {
      if (view instanceof ChartSpec chart) {
        ChartSpec renamed = renamed(chart, field, shown, called);
        if (!renamed.equals(chart)) {
          commands.add(new Command.EditView(renamed));
        }
      }
    }
    execute(commands);
  }

  private static ChartSpec renamed(ChartSpec chart, String field, List<String> shown, String name) {
    ChartSpec changed = chart;
    Map<String, String> colours = new HashMap<>(chart.style().colours());
    if (chart.colourField().equals(field) && colours.keySet().stream().anyMatch(shown::contains)) {
      for (String old : shown) {
        String colour = colours.remove(old);
        if (colour != null) {
          colours.putIfAbsent(name, colour);
        }
      }
      changed = changed.withStyle(changed.style().withColours(colours));
    }
    if (changed instanceof DistributionSpec bars && bars.field().equals(field)) {
      List<String> own =
          bars.bins().own().stream()
              .map(bar -> shown.contains(bar) ? name : bar)
              .distinct()
              .toList();
      return own.equals(bars.bins().own()) ? bars : bars.withBins(bars.bins().withOwn(own));
    }
    return changed;
  }

  /// Shows the values that are shown under a name as themselves again.
  public void separate(String field, String name) {
    edit(field, now -> now.apart(name), DisplayChange.NAMES);
  }

  /// Pins the colour of a value in every view that has none of its own for it; none where the
  /// colour is empty.
  public void colour(String field, String name, String colour) {
    project.execute(
        set(field, of(field).withColour(name, colour), DisplayChange.COLOURS),
        "pin:" + field + ":" + name);
  }

  /// Gives up all pinned colours of a field.
  public void resetColours(String field) {
    edit(field, now -> new FieldDisplay(Map.of(), now.names(), now.order()), DisplayChange.COLOURS);
  }

  /// Puts values first wherever the field is shown in its own order, and where it splits bars.
  public void order(String field, List<String> names) {
    edit(field, now -> now.withOrder(names), DisplayChange.ORDER);
  }

  /// The command that puts values first.
  Command ordering(String field, List<String> names) {
    return set(field, of(field).withOrder(names), DisplayChange.ORDER);
  }

  private void edit(String field, UnaryOperator<FieldDisplay> change, DisplayChange what) {
    project.execute(set(field, change.apply(of(field)), what), "");
  }

  private static Command set(String field, FieldDisplay display, DisplayChange what) {
    return new Command.SetDisplay(field, display, what);
  }

  private void execute(List<Command> commands) {
    project.execute(
        commands.size() == 1 ? commands.getFirst() : new Command.Together(commands), "");
  }
}
