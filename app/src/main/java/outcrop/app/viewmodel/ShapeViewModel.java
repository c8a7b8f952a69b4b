package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.curation.Shaping;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.ShapedSpec;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.ViewSpec;

/// The target of one chart: what the user wants its classes to be, what comes of it, and the
/// operation that does it.
///
/// The target is kept in the spec of the view, one step of the history per gesture; while a bar is
/// dragged it is a draft. A second chart with a target is shaped together with this one: both have
/// one mode, one total and one seed, both show what comes of both, and the view that stands first
/// in the project asks for the two.
public final class ShapeViewModel {
  private final WorkspaceViewModel project;
  private final ShapedViewModel<?, ?> view;
  private final ShapeForecaster forecaster;
  private final ReadOnlyObjectWrapper<@Nullable TargetSpec> shown =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Subscription awaited = Subscription.EMPTY;

  ShapeViewModel(WorkspaceViewModel project, ShapedViewModel<?, ?> view) {
    this.project = project;
    this.view = view;
    this.forecaster = new ShapeForecaster(project, this::answered, this::refused);
    view.specProperty().subscribe(spec -> show(spec.target()));
    view.dataProperty().subscribe(_ -> ask());
    project.stateProperty().subscribe(_ -> ask());
  }

  /// The chart that is shaped.
  public ShapedViewModel<?, ?> view() {
    return view;
  }

  /// The target, or its draft while the user drags; null where the view has none.
  public ReadOnlyObjectProperty<@Nullable TargetSpec> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// What comes of the target, and of the other one with it; null before the first answer.
  public ReadOnlyObjectProperty<@Nullable Forecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  /// Why nothing comes of it, in one sentence; empty where something does.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What comes of the classes of this chart; empty before the first answer.
  public Optional<ShapeResult> outcome() {
    return Optional.ofNullable(forecast.get()).map(this::own);
  }

  private ShapeResult own(Forecast answer) {
    boolean second =
        answer.shapes().size() == 2 && otherTarget().map(this::standsBehind).orElse(false);
    return answer.shapes().get(second ? 1 : 0);
  }

  public boolean isOn() {
    return shown.get() != null;
  }

  /// Gives the view a target that changes nothing yet.
  public void start() {
    if (!isOn() && view.canBeShaped()) {
      TargetSpec unchanged = TargetSpec.of(new ShapeTarget.Rows(List.of()));
      TargetSpec settings = otherTarget().map(ShapeViewModel::targetOf).orElse(unchanged);
      view.put(view.ready().withTarget(unchanged.withSettingsOf(settings)), "");
    }
  }

  /// Takes the target away.
  public void cancel() {
    project.recipe().endEdit();
    if (isOn()) {
      view.put(view.specProperty().get().withTarget(null), "");
    }
  }

  /// Shows a target that is not kept yet.
  public void draft(TargetSpec target) {
    show(target);
  }

  /// Keeps a target; one step of the history.
  public void keep(TargetSpec target) {
    show(target);
    List<Command> commands = new ArrayList<>();
    commands.add(new Command.EditView(view.specProperty().get().withTarget(target)));
    otherTarget()
        .ifPresent(
            other -> {
              TargetSpec theirs = targetOf(other).withSettingsOf(target);
              ShapedSpec spec = other.specProperty().get();
              if (!theirs.equals(spec.target())) {
                commands.add(new Command.EditView(spec.withTarget(theirs)));
              }
            });
    view.together(commands);
  }

  private void show(@Nullable TargetSpec target) {
    shown.set(target);
    ask();
  }

  /// The classes with the target over them as one answer, as if it were the only one and each row
  /// in one class; empty without one or before the counts.
  public Optional<ShapeResult> result() {
    TargetSpec target = shown.get();
    return target == null
        ? Optional.empty()
        : view.shownClasses().map(classes -> ShapeResult.of(classes.sizes(), target));
  }

  /// Wants so many rows of one class, and of the others what was wanted before.
  ///
  /// @param slot the number of the class; the one after the last is that of rows without a value
  /// @param done whether the hand let go
  public void drag(int slot, double rows, boolean done) {
    result()
        .filter(result -> slot >= 0 && slot <= result.before().missingClass())
        .ifPresent(
            result -> {
              TargetSpec target = result.spec().withTarget(dragged(result, slot, rows));
              if (done) {
                keep(target);
              } else {
                draft(target);
              }
            });
  }

  private static ShapeTarget dragged(ShapeResult result, int slot, double rows) {
    List<ClassAmount> wanted = new ArrayList<>();
    for (int i = 0; i <= result.before().missingClass(); i++) {
      double amount = i == slot ? Math.max(0, Math.rint(rows)) : result.wanted()[i];
      if (Math.abs(amount - result.before().rows()[i]) >= 0.5) {
        wanted.add(new ClassAmount(result.before().key(i), amount));
      }
    }
    return new ShapeTarget.Rows(wanted);
  }

  /// Wants at most so many rows of each class.
  public void cap(double rows, boolean done) {
    change(new ShapeTarget.Cap(Math.max(0, Math.round(rows))), done);
  }

  /// Wants another shape.
  public void change(ShapeTarget target, boolean done) {
    TargetSpec now = shown.get();
    TargetSpec changed = now == null ? TargetSpec.of(target) : now.withTarget(target);
    if (done) {
      keep(changed);
    } else {
      draft(changed);
    }
  }

  /// Wants the shape that the field has among the rows that a query finds.
  public void like(String query) {
    asked().ifPresent(field -> forecaster.like(query, field, like -> change(like, true)));
  }

  private Optional<ShapeForecaster.Asked> asked() {
    String field = view.specProperty().get().field();
    return view.shownClasses()
        .map(
            classes ->
                new ShapeForecaster.Asked(
                    field, classes.axis(), project.state().display(field).names()));
  }

  /// The other chart that is shaped together with this one, once it has counts.
  public Optional<ShapedViewModel<?, ?>> partner() {
    return otherTarget().filter(other -> other.shownClasses().isPresent());
  }

  private Optional<ShapedViewModel<?, ?>> otherTarget() {
    ShapedSpec own = view.specProperty().get();
    return project.state().views().stream()
        .filter(ShapedSpec.class::isInstance)
        .map(ShapedSpec.class::cast)
        .filter(
            spec ->
                spec.target() != null
                    && !spec.id().equals(own.id())
                    && !spec.field().equals(own.field()))
        .<ShapedViewModel<?, ?>>mapMulti(
            (spec, found) -> {
              if (project.views().get(spec.id()) instanceof ShapedViewModel<?, ?> model) {
                found.accept(model);
              }
            })
        .findFirst();
  }

  /// Whether this view stands behind another in the project.
  private boolean standsBehind(ShapedViewModel<?, ?> other) {
    List<String> ids = project.state().views().stream().map(ViewSpec::id).toList();
    return ids.indexOf(view.specProperty().get().id())
        > ids.indexOf(other.specProperty().get().id());
  }

  /// The target of another chart as it is under the hand.
  private static TargetSpec targetOf(ShapedViewModel<?, ?> model) {
    TargetSpec drafted = model.shape().shown.get();
    return java.util.Objects.requireNonNull(
        drafted == null ? model.specProperty().get().target() : drafted);
  }

  /// Asks again when the other chart has its counts.
  private void awaitPartner() {
    otherTarget()
        .filter(model -> model.dataProperty().get() == null)
        .ifPresent(
            model -> {
              awaited.unsubscribe();
              awaited = model.dataProperty().subscribe((_, data) -> partnerCounted(data != null));
            });
  }

  private void partnerCounted(boolean counted) {
    if (counted) {
      awaited.unsubscribe();
      ask();
    }
  }

  private void ask() {
    TargetSpec target = shown.get();
    if (target == null || view.shownClasses().isEmpty()) {
      forecast.set(null);
      problem.set("");
      return;
    }
    List<ShapeViewModel> shaped = new ArrayList<>(List.of(this));
    partner().ifPresent(other -> shaped.add(standsBehind(other) ? 0 : 1, other.shape()));
    awaitPartner();
    shaped
        .getFirst()
        .forecaster
        .ask(
            shaped.stream().flatMap(each -> each.asked().stream()).toList(),
            shaped.stream().map(each -> targetOf(each.view).withSettingsOf(target)).toList(),
            rows());
  }

  private void answered(Forecast answer) {
    forecast.set(answer);
    if (answer.shapes().size() == 2) {
      partner().ifPresent(other -> other.shape().forecast.set(answer));
    }
  }

  private void refused(String sentence) {
    problem.set(sentence);
    partner().ifPresent(other -> other.shape().problem.set(sentence));
  }

  /// The rows that are shaped: those that the filters leave, but for filters set in these views.
  private Predicate rows() {
    Set<String> shaping =
        Stream.concat(Stream.of(view), partner().stream())
            .map(model -> model.specProperty().get().id())
            .collect(Collectors.toSet());
    return new Predicate.And(
        project.state().selection().clauses().stream()
            .filter(clause -> clause.enabled() && !shaping.contains(clause.viewId()))
            .map(SelectionClause::effective)
            .toList());
  }

  /// Makes the target an operation of the recipe and takes it off the views; one step of the
  /// history.
  public void apply() {
    TargetSpec target = shown.get();
    if (target == null || forecast.get() == null || !problem.get().isEmpty()) {
      return;
    }
    List<ShapedViewModel<?, ?>> shaped = new ArrayList<>(List.of(view));
    partner().ifPresent(other -> shaped.add(standsBehind(other) ? 0 : 1, other));
    List<FieldTarget> targets =
        shaped.stream().flatMap(model -> model.shape().fieldTarget().stream()).toList();
    Shaping shaping = new Shaping(rows(), targets, target.total(), target.missing(), target.seed());
    Operation operation = project.recipe().operation(target.mode(), shaping);
    project
        .work()
        .start(
            project.words().of("shape.applying"),
            context -> {
              project
                  .workspace()
                  .prepare(
                      new DerivedField(operation.output(), new Derivation.Shaped(operation)),
                      context);
              return true;
            },
            _ -> put(operation, shaped),
            problem::set);
  }

  private Optional<FieldTarget> fieldTarget() {
    return asked()
        .map(
            field ->
                new FieldTarget(
                    field.field(),
                    FieldClasses.edges(field.axis()),
                    field.names(),
                    targetOf(view).target()));
  }

  private void put(Operation operation, List<ShapedViewModel<?, ?>> shaped) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        project.state().recipe().find(operation.id()).isPresent()
            ? new Command.ReplaceOperation(operation)
            : new Command.AddOperation(operation));
    for (ShapedViewModel<?, ?> model : shaped) {
      commands.add(new Command.EditView(model.specProperty().get().withTarget(null)));
    }
    project.recipe().endEdit();
    project.execute(new Command.Together(commands), "");
  }

  /// Opens the distribution of a field that moves.
  public void open(String field) {
    project.edits().showDistribution(field);
  }
}
