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
import outcrop.analysis.curation.ClassSizes;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.curation.Shaping;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.TargetSpec;

/// The target of one distribution: what the user wants its bars to be, what comes of it, and the
/// operation that does it.
///
/// The target is kept in the spec of the view, one step of the history per gesture; while a bar is
/// dragged it is a draft. A second distribution with a target is shaped together with this one.
public final class ShapeViewModel {
  private final WorkspaceViewModel project;
  private final DistributionViewModel view;
  private final ShapeForecaster forecaster;
  private final ReadOnlyObjectWrapper<@Nullable TargetSpec> shown =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast =
      new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Subscription awaited = Subscription.EMPTY;

  ShapeViewModel(WorkspaceViewModel project, DistributionViewModel view) {
    this.project = project;
    this.view = view;
    this.forecaster = new ShapeForecaster(project, forecast::set, problem::set);
    view.specProperty().subscribe(spec -> show(spec.target()));
    view.dataProperty().subscribe(_ -> ask());
    project.stateProperty().subscribe(_ -> ask());
  }

  /// The target, or its draft while the user drags; null where the view has none.
  public ReadOnlyObjectProperty<@Nullable TargetSpec> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// What comes of the target, null before the first answer.
  public ReadOnlyObjectProperty<@Nullable Forecast> forecastProperty() {
    return forecast.getReadOnlyProperty();
  }

  /// Why nothing comes of it, in one sentence; empty where something does.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public boolean isOn() {
    return shown.get() != null;
  }

  /// Gives the view a target that changes nothing yet.
  public void start() {
    if (!isOn()) {
      TargetSpec unchanged = TargetSpec.of(new ShapeTarget.Rows(List.of()));
      view.edit(spec -> inStacks(spec).withTarget(unchanged), "");
    }
  }

  /// A target stands over bars that are counts in one stack.
  private static DistributionSpec inStacks(DistributionSpec spec) {
    return spec.withShape(DistributionSpec.Shape.BARS)
        .withAxes(spec.axes().withGrouping(DistributionSpec.Grouping.STACKED));
  }

  /// Takes the target away.
  public void cancel() {
    project.recipe().endEdit();
    if (isOn()) {
      view.edit(spec -> spec.withTarget(null), "");
    }
  }

  /// Shows a target that is not kept yet.
  public void draft(TargetSpec target) {
    show(target);
  }

  /// Keeps a target; one step of the history.
  public void keep(TargetSpec target) {
    show(target);
    view.edit(spec -> spec.withTarget(target), "");
  }

  private void show(@Nullable TargetSpec target) {
    shown.set(target);
    ask();
  }

  /// The bars with the target over them as one answer; empty without one or before the counts.
  public Optional<ShapeResult> result() {
    DistributionData data = view.dataProperty().get();
    TargetSpec target = shown.get();
    return data == null || target == null
        ? Optional.empty()
        : Optional.of(ShapeResult.of(counts(data), target));
  }

  private static ClassSizes counts(DistributionData data) {
    int bins = data.axis().size();
    long[] rows = new long[bins + ClassSizes.APART];
    for (int group = 0; group < data.groups().size(); group++) {
      for (int bin = 0; bin < bins; bin++) {
        rows[bin] += data.counts()[group][bin];
      }
      rows[bins] += data.apart().missing()[group];
      rows[bins + 1] += data.apart().offScale()[group];
    }
    return new ClassSizes(FieldClasses.keys(data.axis()), rows);
  }

  /// Wants so many rows of one bar, and of the others what was wanted before.
  ///
  /// @param slot the number of the bar; the one after the last is that of rows without a value
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

  /// Wants at most so many rows of each bar.
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
    DistributionData data = view.dataProperty().get();
    if (data != null) {
      forecaster.like(query, field(data), like -> change(like, true));
    }
  }

  private ShapeForecaster.Asked field(DistributionData data) {
    return new ShapeForecaster.Asked(view.specProperty().get().field(), data.axis());
  }

  /// The other distribution that is shaped together with this one, once it has counts.
  public Optional<DistributionViewModel> partner() {
    return otherTarget().filter(other -> other.dataProperty().get() != null);
  }

  private Optional<DistributionViewModel> otherTarget() {
    DistributionSpec own = view.specProperty().get();
    return project.state().views().stream()
        .filter(DistributionSpec.class::isInstance)
        .map(DistributionSpec.class::cast)
        .filter(
            spec ->
                spec.target() != null
                    && !spec.id().equals(own.id())
                    && !spec.field().equals(own.field()))
        .map(spec -> project.views().get(spec.id()))
        .filter(DistributionViewModel.class::isInstance)
        .map(DistributionViewModel.class::cast)
        .findFirst();
  }

  /// Asks again when the other distribution has its counts.
  private void awaitPartner() {
    Optional<DistributionViewModel> other =
        otherTarget().filter(model -> model.dataProperty().get() == null);
    other.ifPresent(
        model -> {
          awaited.unsubscribe();
          awaited = model.dataProperty().subscribe((_, data) -> partnerCounted(data));
        });
  }

  private void partnerCounted(@Nullable DistributionData data) {
    if (data != null) {
      awaited.unsubscribe();
      ask();
    }
  }

  private void ask() {
    DistributionData data = view.dataProperty().get();
    TargetSpec target = shown.get();
    if (data == null || target == null) {
      forecast.set(null);
      problem.set("");
      return;
    }
    List<ShapeForecaster.Asked> fields = new ArrayList<>(List.of(field(data)));
    List<TargetSpec> targets = new ArrayList<>(List.of(target));
    partner().ifPresent(other -> addPartner(other, fields, targets));
    awaitPartner();
    forecaster.ask(fields, targets, rows());
  }

  private static void addPartner(
      DistributionViewModel other, List<ShapeForecaster.Asked> fields, List<TargetSpec> targets) {
    DistributionData data = other.dataProperty().get();
    TargetSpec target = other.specProperty().get().target();
    if (data != null && target != null) {
      fields.add(new ShapeForecaster.Asked(other.specProperty().get().field(), data.axis()));
      targets.add(target);
    }
  }

  /// The rows that are shaped: those that the filters leave, but for filters set in this view.
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
    DistributionData data = view.dataProperty().get();
    TargetSpec target = shown.get();
    if (data == null || target == null || forecast.get() == null || !problem.get().isEmpty()) {
      return;
    }
    List<FieldTarget> targets = new ArrayList<>();
    targets.add(
        new FieldTarget(
            view.specProperty().get().field(), FieldClasses.edges(data.axis()), target.target()));
    Optional<DistributionViewModel> other = partner();
    other.ifPresent(model -> targetOf(model).ifPresent(targets::add));
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
            _ -> put(operation, other),
            problem::set);
  }

  private static Optional<FieldTarget> targetOf(DistributionViewModel model) {
    DistributionData data = model.dataProperty().get();
    TargetSpec target = model.specProperty().get().target();
    return data == null || target == null
        ? Optional.empty()
        : Optional.of(
            new FieldTarget(
                model.specProperty().get().field(),
                FieldClasses.edges(data.axis()),
                target.target()));
  }

  private void put(Operation operation, Optional<DistributionViewModel> other) {
    List<Command> commands = new ArrayList<>();
    commands.add(
        project.state().recipe().find(operation.id()).isPresent()
            ? new Command.ReplaceOperation(operation)
            : new Command.AddOperation(operation));
    commands.add(new Command.EditView(view.specProperty().get().withTarget(null)));
    other.ifPresent(
        model -> commands.add(new Command.EditView(model.specProperty().get().withTarget(null))));
    project.recipe().endEdit();
    project.execute(new Command.Together(commands), "");
  }

  /// Opens the distribution of a field that moves.
  public void open(String field) {
    project.edits().showDistribution(field);
  }
}
