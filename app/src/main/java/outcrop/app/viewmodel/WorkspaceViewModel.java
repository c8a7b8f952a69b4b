package outcrop.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.command.Command;
import outcrop.analysis.command.History;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.SelectionListener;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.CompareSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.analysis.spec.ReaderSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TableSpec;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.UnknownSpec;
import outcrop.analysis.spec.ViewSpec;
import outcrop.analysis.workspace.Workspace;

/// An open project: its state, its views, its history, and the rows in force.
public final class WorkspaceViewModel implements AutoCloseable {
  /// How many rows the filter leaves, those of a preview while one is shown.
  public record Count(int selected, int total) {}

  private final Workspace workspace;
  private final Work work;
  private final Links links;
  private final ReadOnlyObjectWrapper<History> history;
  private final ReadOnlyObjectWrapper<ProjectState> state;
  private final ReadOnlyObjectWrapper<Count> count;
  private final ReadOnlyObjectWrapper<Schema> schema;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper saveProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper textReady = new ReadOnlyBooleanWrapper(false);
  private final ObservableMap<String, ViewModel> views = FXCollections.observableHashMap();
  private final StringProperty focusedView = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<String>> hits = new ReadOnlyObjectWrapper<>(List.of());
  private final ChosenRows chosen;
  private final ViewEdits edits = new ViewEdits(this);
  private final SearchViewModel search = new SearchViewModel(this);
  private final DisplayEdits displays = new DisplayEdits(this);
  private final DerivedFields derived = new DerivedFields(this);
  private final RecipeViewModel recipe = new RecipeViewModel(this);
  private final FieldsViewModel fields = new FieldsViewModel(this);
  private final BooleanBinding canUndo;
  private final BooleanBinding canRedo;
  private Words words;
  private ImportViewModel.Place start = ImportViewModel.Place.START;
  private boolean closed;

  public WorkspaceViewModel(Workspace workspace, Work work, Words words) {
    this.workspace = workspace;
    this.work = work;
    this.words = words;
    this.links = new Links(workspace.coordinator(work.delivery()));
    History start = workspace.commands().history();
    this.history = new ReadOnlyObjectWrapper<>(start);
    this.state = new ReadOnlyObjectWrapper<>(start.state());
    this.schema = new ReadOnlyObjectWrapper<>(workspace.schema());
    int total = workspace.columns().rowCount();
    this.chosen = new ChosenRows(total);
    this.count = new ReadOnlyObjectWrapper<>(new Count(total, total));
    this.canUndo =
        javafx.beans.binding.Bindings.createBooleanBinding(() -> history.get().canUndo(), history);
    this.canRedo =
        javafx.beans.binding.Bindings.createBooleanBinding(() -> history.get().canRedo(), history);
    BiConsumer<History, History> listener =
        (_, after) -> work.delivery().execute(() -> update(after));
    workspace.commands().onChange(listener);
    links.select(start.state().selection());
    links.listen(new Counter());
    workspace
        .textReady()
        .whenComplete((_, failure) -> work.delivery().execute(() -> textReady(failure == null)));
    workspace.onSaveFailed(
        failure -> work.delivery().execute(() -> saveProblem.set(Work.sentence(failure))));
    update(start);
    focusedView.set(firstFocus(start.state()));
  }

  private static String firstFocus(ProjectState state) {
    List<String> all = state.layout().allViews();
    return all.isEmpty() ? "" : all.getFirst();
  }

  private final class Counter implements SelectionListener {
    @Override
    public void counted(int selected, int total) {
      count.set(new Count(selected, total));
      problem.set("");
    }

    @Override
    public void failed(String viewId, Throwable failure) {
      if (viewId.isEmpty()) {
        problem.set(Work.sentence(failure));
      }
    }
  }

  private void textReady(boolean searchable) {
    if (!closed) {
      textReady.set(searchable);
      links.refresh();
    }
  }

  private void update(History now) {
    if (closed) {
      return;
    }
    ProjectState newState = now.state();
    boolean fieldsChanged = !newState.computed().equals(state.get().computed());
    boolean displaysChanged = !newState.displays().equals(state.get().displays());
    boolean filterChanged = !newState.selection().equals(state.get().selection());
    for (ViewSpec spec : newState.views()) {
      views.computeIfAbsent(spec.id(), _ -> model(spec)).update(spec, newState);
    }
    // The views first: who hears of the state shows what they are now, such as their titles.
    history.set(now);
    state.set(newState);
    List<String> gone = views.keySet().stream().filter(id -> newState.view(id).isEmpty()).toList();
    for (String id : gone) {
      Optional.ofNullable(views.remove(id)).ifPresent(ViewModel::close);
    }
    if (newState.view(focusedView.get()).isEmpty()) {
      focusedView.set(firstFocus(newState));
    }
    if (fieldsChanged) {
      schema.set(workspace.schema());
    }
    if (fieldsChanged || displaysChanged) {
      links.refresh();
    }
    hits.set(queries(newState));
    search.update(newState.selection());
    fields.update();
    if (filterChanged) {
      links.select(newState.selection());
    }
  }

  private static List<String> queries(ProjectState state) {
    return state.selection().clauses().stream()
        .filter(clause -> clause.enabled() && !clause.inverted())
        .map(SelectionClause::predicate)
        .filter(Predicate.Query.class::isInstance)
        .map(predicate -> ((Predicate.Query) predicate).text())
        .toList();
  }

  private ViewModel model(ViewSpec spec) {
    return switch (spec) {
      case TableSpec table -> new TableViewModel(this, table);
      case DistributionSpec distribution -> new DistributionViewModel(this, distribution);
      case TailSpec tail -> new TailViewModel(this, tail);
      case RelationSpec relation -> new RelationViewModel(this, relation);
      case MapSpec map -> new MapViewModel(this, map);
      case GallerySpec gallery -> new GalleryViewModel(this, gallery);
      case ReaderSpec reader -> new ReaderViewModel(this, reader);
      case CompareSpec compare -> new CompareViewModel(this, compare);
      case OverviewSpec overview -> new OverviewViewModel(this, overview);
      case UnknownSpec unknown -> new UnknownViewModel(unknown);
    };
  }

  Links links() {
    return links;
  }

  public Workspace workspace() {
    return workspace;
  }

  public Work work() {
    return work;
  }

  public Words words() {
    return words;
  }

  void setWords(Words newWords) {
    words = newWords;
  }

  public ColumnStore columns() {
    return workspace.columns();
  }

  /// The fields that there are, those derived included.
  public ReadOnlyObjectProperty<Schema> schemaProperty() {
    return schema.getReadOnlyProperty();
  }

  public ProjectState state() {
    return state.get();
  }

  public ReadOnlyObjectProperty<ProjectState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<History> historyProperty() {
    return history.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Count> countProperty() {
    return count.getReadOnlyProperty();
  }

  /// Why the filter as a whole has no answer, in one sentence; empty where it has one.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Why the last change is not on the disk, in one sentence; empty where it is.
  public ReadOnlyStringProperty saveProblemProperty() {
    return saveProblem.getReadOnlyProperty();
  }

  /// Whether text can be searched.
  public ReadOnlyBooleanProperty textReadyProperty() {
    return textReady.getReadOnlyProperty();
  }

  /// The models of the open views by id.
  public ObservableMap<String, ViewModel> views() {
    return views;
  }

  /// The view that the editor and shortcuts mean, empty where there is none.
  public StringProperty focusedViewProperty() {
    return focusedView;
  }

  /// The row in focus and the selected rows.
  public ChosenRows chosen() {
    return chosen;
  }

  /// The rows of a view, or of the first view that shows rows; empty where none does or before its
  /// first answer.
  public Optional<RowsData> rowsOf(String viewId) {
    return Stream.concat(Stream.of(viewId), state().layout().allViews().stream())
        .map(views::get)
        .filter(RowsViewModel.class::isInstance)
        .map(view -> ((RowsViewModel) view).rowsProperty().get())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /// Where tables start, and the row that has the focus there.
  public ImportViewModel.Place start() {
    return start;
  }

  void startAt(ImportViewModel.Place place) {
    start = place;
  }

  /// The queries in force, to be marked where text is shown.
  public ReadOnlyObjectProperty<List<String>> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /// The model of the focused view, where it is a distribution.
  public Optional<DistributionViewModel> focusedDistribution() {
    return views.get(focusedView.get()) instanceof DistributionViewModel model
        ? Optional.of(model)
        : Optional.empty();
  }

  /// The model of the focused view, where it is a chart that can have a target.
  public Optional<ShapedViewModel<?, ?>> focusedShaped() {
    return views.get(focusedView.get()) instanceof ShapedViewModel<?, ?> model
        ? Optional.of(model)
        : Optional.empty();
  }

  /// The model of the focused view, where it is a chart.
  public Optional<ChartViewModel<?, ?>> focusedChart() {
    return views.get(focusedView.get()) instanceof ChartViewModel<?, ?> model
        ? Optional.of(model)
        : Optional.empty();
  }

  /// Whether a file is one of the sources, which are never written.
  public boolean isSource(Path target) {
    Path file = target.toAbsolutePath().normalize();
    for (SourceSpec source : state().source().sources()) {
      if (workspace.folder().resolve(source.path()).normalize().equals(file)) {
        return true;
      }
    }
    return false;
  }

  /// Makes fields from others.
  public DerivedFields derived() {
    return derived;
  }

  /// Says how the values of fields are shown.
  public DisplayEdits displays() {
    return displays;
  }

  /// The operations on the dataset.
  public RecipeViewModel recipe() {
    return recipe;
  }

  public SearchViewModel search() {
    return search;
  }

  public FieldsViewModel fields() {
    return fields;
  }

  public BooleanBinding canUndo() {
    return canUndo;
  }

  public BooleanBinding canRedo() {
    return canRedo;
  }

  /// Changes the project.
  ///
  /// @param mergeKey see [outcrop.analysis.command.CommandBus#execute(Command, String)]
  public void execute(Command command, String mergeKey) {
    workspace.commands().execute(command, mergeKey);
  }

  public void undo() {
    workspace.commands().undo();
  }

  public void redo() {
    workspace.commands().redo();
  }

  /// Goes to any point of the history.
  public void goTo(int position) {
    workspace.commands().goTo(position);
  }

  public void clearClauses() {
    execute(new Command.ClearClauses(), "");
  }

  public void removeClause(String id) {
    execute(new Command.RemoveClause(id), "");
  }

  /// Lets a clause rest, or wakes it.
  public void toggleClause(String id) {
    change(id, clause -> clause.withEnabled(!clause.enabled()));
  }

  /// Keeps the other rows.
  public void invertClause(String id) {
    change(id, clause -> clause.withInverted(!clause.inverted()));
  }

  private void change(String id, java.util.function.UnaryOperator<SelectionClause> change) {
    state()
        .selection()
        .find(id)
        .ifPresent(clause -> execute(new Command.SetClause(change.apply(clause)), ""));
  }

  /// Opens, names, arranges and closes views.
  public ViewEdits edits() {
    return edits;
  }

  /// Fields that a distribution can show.
  public List<Field> countable() {
    return columns().schema().fields().stream().filter(WorkspaceViewModel::isCountable).toList();
  }

  /// Whether a field is among these.
  public static boolean isCountable(Field field) {
    return switch (field.type()) {
      case NUMBER, CATEGORY, TIME, LIST -> true;
      case TEXT, IMAGE, VECTOR -> false;
    };
  }

  /// Fields whose classes have a long tail: those of a distribution, and texts by their terms.
  public List<Field> tailed() {
    return columns().schema().fields().stream().filter(WorkspaceViewModel::isTailed).toList();
  }

  /// Whether a field is among these.
  public static boolean isTailed(Field field) {
    return switch (field.type()) {
      case NUMBER, CATEGORY, TIME, LIST, TEXT -> true;
      case IMAGE, VECTOR -> false;
    };
  }

  /// Whether a distribution can show a field.
  public boolean isCountable(String field) {
    return countable().stream().anyMatch(countable -> countable.name().equals(field));
  }

  /// Saves what is not saved yet and lets the project go.
  @Override
  public void close() {
    closed = true;
    links.close();
    workspace.close();
  }
}
