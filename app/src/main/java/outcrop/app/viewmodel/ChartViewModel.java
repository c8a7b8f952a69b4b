package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.ViewSpec;
import outcrop.app.viewmodel.AxisTraits.Kind;

/// A chart: what it asks and shows, the filters that it set, and every change of how it looks.
///
/// @param <S> the kind of spec
/// @param <D> the kind of data that answers it
public abstract sealed class ChartViewModel<S extends ChartSpec, D extends ViewData>
    implements ViewModel permits MapViewModel, RelationViewModel, ShapedViewModel {
  /// Channel of the chosen values of small multiples.
  public static final String FACETS = "facets";

  private final WorkspaceViewModel project;
  private final Class<S> specKind;
  private final Class<D> dataKind;
  private final ReadOnlyObjectWrapper<S> spec;
  private final ReadOnlyObjectWrapper<ChartSpec> shown;
  private final StyleEdits styleEdits = new StyleEdits(this);
  private final ReadOnlyObjectWrapper<@Nullable D> data = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<Selection> own = new ReadOnlyObjectWrapper<>(Selection.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable FacetData> facets =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable ViewQuery asked;

  ChartViewModel(WorkspaceViewModel project, S spec, Class<S> specKind, Class<D> dataKind) {
    this.project = project;
    this.specKind = specKind;
    this.dataKind = dataKind;
    this.spec = new ReadOnlyObjectWrapper<>(spec);
    this.shown = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<S> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /// The spec as it is drawn: with the colours that the project pins, and with what is under the
  /// pointer and not kept yet.
  public ReadOnlyObjectProperty<ChartSpec> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// The answer, null until the first one.
  public ReadOnlyObjectProperty<@Nullable D> dataProperty() {
    return data.getReadOnlyProperty();
  }

  /// The answers for small multiples; null where the chart is one.
  public ReadOnlyObjectProperty<@Nullable FacetData> facetsProperty() {
    return facets.getReadOnlyProperty();
  }

  /// Chooses a value of the small multiples, or gives it up where it is chosen.
  ///
  /// @param panel its number
  /// @param additive whether others stay chosen
  public void toggleFacet(int panel, boolean additive) {
    FacetData data = facets.get();
    if (data == null || panel >= data.panels().size()) {
      return;
    }
    String name = data.panels().get(panel).name();
    if (!name.equals(DistributionData.OTHER_GROUPS)) {
      boolean missing = name.equals(DistributionData.MISSING_GROUP);
      toggle(FACETS, data.field(), missing ? null : name, additive);
    }
  }

  /// Why there is nothing to show, in one sentence; empty where there is.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The filters that this view set.
  public ReadOnlyObjectProperty<Selection> ownProperty() {
    return own.getReadOnlyProperty();
  }

  public WorkspaceViewModel project() {
    return project;
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (!specKind.isInstance(newSpec)) {
      return;
    }
    S chart = specKind.cast(newSpec);
    spec.set(chart);
    shown.set(chart.pinned(state.displays()));
    own.set(
        new Selection(
            state.selection().clauses().stream()
                .filter(clause -> clause.viewId().equals(chart.id()))
                .toList()));
    ViewQuery query = ChartQueries.of(chart);
    if (!query.equals(asked)) {
      asked = query;
      project.links().ask(query, this::answered, problem::set);
    }
  }

  private void show(ViewData answer) {
    FacetData repeated = answer instanceof FacetData many ? many : null;
    ViewData one =
        repeated != null && !repeated.panels().isEmpty()
            ? repeated.panels().getFirst().data()
            : answer;
    if (dataKind.isInstance(one)) {
      facets.set(repeated);
      data.set(dataKind.cast(one));
      problem.set("");
    }
  }

  private void answered(ViewData answer) {
    show(answer);
    shown(answer);
  }

  /// Told every answer, for who works on with it behind the view.
  ///
  /// @param answer with all small multiples
  void shown(ViewData answer) {}

  /// Shows an answer with more in it than it came with.
  void complete(ViewData answer) {
    show(answer);
  }

  /// What is shown now, with all small multiples; null until the first answer.
  final @Nullable ViewData answer() {
    FacetData repeated = facets.get();
    return repeated == null ? data.get() : repeated;
  }

  /// The view's filter on a channel with another predicate; it stays switched off or inverted where
  /// it was.
  SelectionClause clause(String channel, Predicate predicate) {
    String id = spec.get().id() + ":" + channel;
    return own.get()
        .find(id)
        .map(old -> new SelectionClause(id, old.viewId(), predicate, old.enabled(), old.inverted()))
        .orElseGet(() -> SelectionClause.of(spec.get().id(), channel, predicate));
  }

  /// Gives up every filter that this view set.
  public void clear() {
    together(clearing());
  }

  /// The commands that give up every filter that this view set.
  List<Command> clearing() {
    List<Command> commands = new ArrayList<>();
    own.get().clauses().forEach(clause -> commands.add(new Command.RemoveClause(clause.id())));
    return commands;
  }

  /// A filter of shown names as a filter of the values that are shown so.
  Predicate ofValues(Predicate shown) {
    return switch (shown) {
      case Predicate.In(String field, List<String> names) -> {
        FieldDisplay display = project.state().display(field);
        yield new Predicate.In(
            field, names.stream().flatMap(name -> display.values(name).stream()).toList());
      }
      case Predicate.Not(Predicate part) -> new Predicate.Not(ofValues(part));
      case Predicate.And(List<Predicate> parts) ->
          new Predicate.And(parts.stream().map(this::ofValues).toList());
      case Predicate.Or(List<Predicate> parts) ->
          new Predicate.Or(parts.stream().map(this::ofValues).toList());
      default -> shown;
    };
  }

  /// Chooses a value of a field on a channel, or gives it up where it is chosen.
  ///
  /// @param shown what the value is shown as; null for the rows without one
  /// @param additive whether others stay chosen
  void toggle(String channel, String field, @Nullable String shown, boolean additive) {
    List<String> values = shown == null ? null : project.state().display(field).values(shown);
    ChosenValues after = chosen(channel).toggled(values, additive);
    if (after.equals(ChosenValues.NONE)) {
      project.execute(new Command.RemoveClause(spec.get().id() + ":" + channel), "");
    } else {
      project.execute(new Command.SetClause(clause(channel, after.predicate(field))), "");
    }
  }

  /// What the values that are chosen on a channel are shown as.
  Set<String> chosenNames(String channel, String field) {
    FieldDisplay display = project.state().display(field);
    return chosen(channel).values().stream().map(display::name).collect(Collectors.toSet());
  }

  /// The values that are chosen on a channel.
  ChosenValues chosen(String channel) {
    return own.get()
        .find(spec.get().id() + ":" + channel)
        .map(clause -> ChosenValues.of(clause.predicate()))
        .orElse(ChosenValues.NONE);
  }

  void together(List<Command> commands) {
    if (commands.size() == 1) {
      project.execute(commands.getFirst(), "");
    } else if (!commands.isEmpty()) {
      project.execute(new Command.Together(commands), "");
    }
  }

  /// The chart as it can leave the program: what it shows now. Empty until it shows something, and
  /// where it cannot.
  public Optional<ViewExport> export(ViewExportOptions options) {
    ViewData repeated = facets.get();
    ViewData now = repeated == null ? data.get() : repeated;
    return Optional.ofNullable(problem.get().isEmpty() ? now : null)
        .map(answer -> new ViewExport(shown.get(), project.workspace().schema(), answer, options));
  }

  /// Makes this the view that the user works on.
  ///
  /// @return whether it was not that before
  public boolean activate() {
    StringProperty focused = project.focusedViewProperty();
    String view = spec.get().id();
    if (focused.get().equals(view)) {
      return false;
    }
    focused.set(view);
    return true;
  }

  /// Changes the view.
  ///
  /// @param mergeKey changes in a row with the same key are one step of the history, such as the
  ///   letters of a title; empty for a step of its own
  public void edit(UnaryOperator<S> change, String mergeKey) {
    put(change.apply(spec.get()), mergeKey);
  }

  /// Changes what views of every kind have.
  ///
  /// @param mergeKey as for [#edit]
  public void change(UnaryOperator<ChartSpec> change, String mergeKey) {
    put(change.apply(spec.get()), mergeKey);
  }

  /// Changes how the view looks.
  public void editStyle(UnaryOperator<ChartStyle> change, String mergeKey) {
    S now = spec.get();
    put(now.withStyle(change.apply(now.style())), mergeKey);
  }

  /// Shows another style until the view changes or [#endStylePreview] is called; nothing is kept.
  public void previewStyle(UnaryOperator<ChartStyle> change) {
    ChartSpec now = spec.get().pinned(project.state().displays());
    shown.set(now.withStyle(change.apply(now.style())));
  }

  /// Shows the style that is kept.
  public void endStylePreview() {
    shown.set(spec.get().pinned(project.state().displays()));
  }

  /// What an axis measures.
  public AxisTraits axis(AxisSide side) {
    return side == AxisSide.X ? AxisTraits.NUMBERS : AxisTraits.of(Kind.COUNTS, false);
  }

  /// What a field can do for the chart, what is wanted most first; empty where it can do nothing.
  public List<FieldJoin> joins(Field field) {
    return List.of();
  }

  /// Lets a field do something for the chart.
  ///
  /// @param how one of [#joins]
  public void join(FieldJoin how, String field) {}

  /// Whether the chart has axes, on which lines and bands can stand.
  public boolean hasAxes() {
    return true;
  }

  /// What can be coloured by hand.
  public ChartColours colours() {
    return ChartColours.NONE;
  }

  /// Changes of lines, bands, notes and axes.
  public StyleEdits style() {
    return styleEdits;
  }

  /// Calls the view something else; one step of the history.
  public void editTitle(String title) {
    put(spec.get().withTitle(title), "");
  }

  void put(ChartSpec changed, String mergeKey) {
    project.execute(
        new Command.EditView(changed), mergeKey.isEmpty() ? "" : mergeKey + ":" + changed.id());
  }

  @Override
  public void close() {
    project.links().forget(spec.get().id());
  }
}
