package outcrop.analysis.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.discovery.StructureEdit;
import outcrop.analysis.discovery.SubpopulationStructure;
import outcrop.analysis.endpoint.Consent;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.project.ReportItem;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.ViewSpec;

/// An undoable change to a project: a value that can be saved, and a pure function of the state.
///
/// A command that finds nothing to change returns the same state; the bus then records nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Command.SetClause.class, name = "setClause"),
  @JsonSubTypes.Type(value = Command.RemoveClause.class, name = "removeClause"),
  @JsonSubTypes.Type(value = Command.ClearClauses.class, name = "clearClauses"),
  @JsonSubTypes.Type(value = Command.AddView.class, name = "addView"),
  @JsonSubTypes.Type(value = Command.CloseView.class, name = "closeView"),
  @JsonSubTypes.Type(value = Command.EditView.class, name = "editView"),
  @JsonSubTypes.Type(value = Command.Arrange.class, name = "arrange"),
  @JsonSubTypes.Type(value = Command.SetRole.class, name = "setRole"),
  @JsonSubTypes.Type(value = Command.SetLens.class, name = "setLens"),
  @JsonSubTypes.Type(value = Command.SetDisplay.class, name = "setDisplay"),
  @JsonSubTypes.Type(value = Command.SetDerived.class, name = "setDerived"),
  @JsonSubTypes.Type(value = Command.RemoveDerived.class, name = "removeDerived"),
  @JsonSubTypes.Type(value = Command.AddOperation.class, name = "addOperation"),
  @JsonSubTypes.Type(value = Command.ReplaceOperation.class, name = "replaceOperation"),
  @JsonSubTypes.Type(value = Command.RemoveOperation.class, name = "removeOperation"),
  @JsonSubTypes.Type(value = Command.AddToReport.class, name = "addToReport"),
  @JsonSubTypes.Type(value = Command.EditReportItem.class, name = "editReportItem"),
  @JsonSubTypes.Type(value = Command.RemoveFromReport.class, name = "removeFromReport"),
  @JsonSubTypes.Type(value = Command.MoveReportItem.class, name = "moveReportItem"),
  @JsonSubTypes.Type(value = Command.Rename.class, name = "rename"),
  @JsonSubTypes.Type(value = Command.SetStructure.class, name = "setStructure"),
  @JsonSubTypes.Type(value = Command.EditStructure.class, name = "editStructure"),
  @JsonSubTypes.Type(value = Command.RemoveStructure.class, name = "removeStructure"),
  @JsonSubTypes.Type(value = Command.Agree.class, name = "agree"),
  @JsonSubTypes.Type(value = Command.Withdraw.class, name = "withdraw"),
  @JsonSubTypes.Type(value = Command.ReplaceData.class, name = "replaceData"),
  @JsonSubTypes.Type(value = Command.Together.class, name = "together")
})
public sealed interface Command {
  ProjectState apply(ProjectState state);

  /// Sets a filter, new or in the place of the one with its id.
  record SetClause(SelectionClause clause) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withSelection(state.selection().with(clause));
    }
  }

  record RemoveClause(String clauseId) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withSelection(state.selection().without(clauseId));
    }
  }

  /// Removes every filter.
  record ClearClauses() implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withSelection(Selection.EMPTY);
    }
  }

  /// Opens a view in front of the group that holds another one.
  ///
  /// @param beside id of the view whose group it joins; empty for the last group
  record AddView(ViewSpec view, String beside) implements Command {
    /// @throws IllegalArgumentException when a view with the id is open
    @Override
    public ProjectState apply(ProjectState state) {
      if (state.view(view.id()).isPresent()) {
        throw new IllegalArgumentException("A view with the id " + view.id() + " is open already");
      }
      List<ViewSpec> views = new ArrayList<>(state.views());
      views.add(view);
      return state.withViews(views, state.layout().withView(view.id(), beside));
    }
  }

  /// Closes a view; the filters that it set stay.
  record CloseView(String viewId) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withViews(
          state.views().stream().filter(view -> !view.id().equals(viewId)).toList(),
          state.layout().withoutView(viewId).orElse(LayoutSpec.EMPTY));
    }
  }

  /// Changes a view in any way; the new spec carries the old id.
  record EditView(ViewSpec view) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withViews(
          state.views().stream().map(old -> old.id().equals(view.id()) ? view : old).toList(),
          state.layout());
    }
  }

  /// Moves views: tabs, splits and their shares.
  record Arrange(LayoutSpec layout) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withLayout(layout);
    }
  }

  /// Says what a field means.
  record SetRole(String field, FieldRole role) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      ImportSpec source = state.source();
      return state.withSource(
          source.withFields(
              source.fields().stream()
                  .map(
                      spec ->
                          spec.field().name().equals(field)
                              ? spec.withField(spec.field().withRole(role))
                              : spec)
                  .toList()),
          state.fingerprint());
    }
  }

  /// Says how the inspector shows the values of a field.
  ///
  /// @param lens the name of the lens; empty for the one that the values suggest
  record SetLens(String field, String lens) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withLens(field, lens);
    }
  }

  /// Says how charts show the values of a field.
  ///
  /// @param what which part changes, for the words of the history
  record SetDisplay(String field, FieldDisplay display, DisplayChange what) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withDisplay(field, display);
    }
  }

  /// Parts of how the values of a field are shown.
  enum DisplayChange {
    NAMES,
    COLOURS,
    ORDER
  }

  /// Adds a derived field, or says anew what the one of its name is.
  record SetDerived(DerivedField field) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      boolean known = state.derived().stream().anyMatch(old -> old.name().equals(field.name()));
      return state.withDerived(
          known
              ? state.derived().stream()
                  .map(old -> old.name().equals(field.name()) ? field : old)
                  .toList()
              : Stream.concat(state.derived().stream(), Stream.of(field)).toList());
    }
  }

  /// Takes a derived field away; views and filters that use it stay and say that it is gone.
  record RemoveDerived(String name) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withDerived(
          state.derived().stream().filter(field -> !field.name().equals(name)).toList());
    }
  }

  /// Adds an operation at the end of the recipe.
  record AddOperation(Operation operation) implements Command {
    /// @throws IllegalArgumentException when the recipe has one of its id or its field
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withRecipe(state.recipe().with(operation));
    }
  }

  /// Says anew what an operation of the recipe does, or switches it on or off.
  record ReplaceOperation(Operation operation) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withRecipe(state.recipe().replacing(operation));
    }
  }

  /// Takes an operation out of the recipe; views and filters that use its field stay and say that
  /// it is gone.
  record RemoveOperation(String operationId) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withRecipe(state.recipe().without(operationId));
    }
  }

  /// Puts a view behind the others of the report, or in the place of the item with its id.
  record AddToReport(ReportItem item) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      if (state.report().stream().anyMatch(old -> old.id().equals(item.id()))) {
        return new EditReportItem(item).apply(state);
      }
      List<ReportItem> items = new ArrayList<>(state.report());
      items.add(item);
      return state.withReport(items);
    }
  }

  /// Changes an item of the report in any way; the new one carries the old id.
  record EditReportItem(ReportItem item) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withReport(
          state.report().stream().map(old -> old.id().equals(item.id()) ? item : old).toList());
    }
  }

  record RemoveFromReport(String itemId) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withReport(
          state.report().stream().filter(item -> !item.id().equals(itemId)).toList());
    }
  }

  /// Gives an item of the report another place.
  ///
  /// @param place its number from 0 among the items; the nearest one where there is no such place
  record MoveReportItem(String itemId, int place) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      List<ReportItem> items = new ArrayList<>(state.report());
      for (ReportItem item : state.report()) {
        if (item.id().equals(itemId)) {
          items.remove(item);
          items.add(Math.clamp(place, 0, items.size()), item);
        }
      }
      return state.withReport(items);
    }
  }

  /// Adds a structure of subpopulations, or puts it in the place of the one of its name; its
  /// dimensions are fields from then on.
  record SetStructure(SubpopulationStructure structure) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withStructure(structure);
    }
  }

  /// Changes a structure of subpopulations; nothing where there is none of the name.
  record EditStructure(String structure, StructureEdit edit) implements Command {
    /// @throws outcrop.analysis.task.UserFailure where the change is not possible
    @Override
    public ProjectState apply(ProjectState state) {
      return state.structure(structure).map(edit::apply).map(state::withStructure).orElse(state);
    }
  }

  /// Takes a structure away; views and filters that use its fields stay and say that they are gone.
  record RemoveStructure(String structure) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withoutStructure(structure);
    }
  }

  /// Allows that rows are sent to a server.
  record Agree(Consent consent) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      if (state.consents().stream().anyMatch(old -> old.origin().equals(consent.origin()))) {
        return state;
      }
      List<Consent> all = new ArrayList<>(state.consents());
      all.add(consent);
      return state.withConsents(all);
    }
  }

  /// Allows no longer that rows are sent to a server.
  record Withdraw(String origin) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withConsents(
          state.consents().stream().filter(consent -> !consent.origin().equals(origin)).toList());
    }
  }

  record Rename(String name) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withName(name);
    }
  }

  /// Shows what the sources hold now in the place of what they held before. Everything that speaks
  /// of rows by their keys stays as it is. Undone, the data of before is shown again while its
  /// cache is there.
  ///
  /// @param source how the data was read
  /// @param data which imported data the project shows from now on
  record ReplaceData(ImportSpec source, Fingerprint data) implements Command {
    @Override
    public ProjectState apply(ProjectState state) {
      return state.withSource(source, data);
    }
  }

  /// What one gesture changes in several places: one step of the history.
  ///
  /// @param commands each is applied to what the one before it left
  record Together(List<Command> commands) implements Command {
    public Together {
      commands = List.copyOf(commands);
    }

    @Override
    public ProjectState apply(ProjectState state) {
      ProjectState now = state;
      for (Command command : commands) {
        now = command.apply(now);
      }
      return now;
    }
  }
}
