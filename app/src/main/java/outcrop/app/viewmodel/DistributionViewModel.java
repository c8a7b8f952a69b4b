package outcrop.app.viewmodel;

import java.util.List;
import java.util.Optional;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;

/// The distribution of one field: what it counts, what the user brushes and chooses in it, and
/// every change of how it looks.
public final class DistributionViewModel
    extends ChartViewModel<DistributionSpec, DistributionData> {
  /// Channel of the brushed stretch of a histogram.
  public static final String RANGE = "range";

  /// Channel of the chosen bars.
  public static final String BARS = "bars";

  /// Channel of the chosen values of the splitting field.
  public static final String GROUPS = "groups";

  private boolean previewing;

  DistributionViewModel(WorkspaceViewModel project, DistributionSpec spec) {
    super(project, spec, DistributionSpec.class, DistributionData.class);
  }

  private DistributionSpec spec() {
    return specProperty().get();
  }

  /// A stretch of the axis under the pointer: everything else shows it, nothing is kept.
  ///
  /// @param lo the lower edge as the axis has it: a number, or microseconds
  /// @param closed whether `hi` belongs to the stretch
  public void preview(double lo, double hi, boolean closed) {
    previewing = true;
    project().links().preview(clause(RANGE, range(lo, hi, closed)));
  }

  /// Keeps a stretch of the axis.
  public void brush(double lo, double hi, boolean closed) {
    previewing = false;
    project().execute(new Command.SetClause(clause(RANGE, range(lo, hi, closed))), "");
  }

  private Predicate range(double lo, double hi, boolean closed) {
    DistributionData counts = dataProperty().get();
    BinAxis axis = counts == null ? new BinAxis.Values(List.of()) : counts.axis();
    return SlotPredicate.range(spec().field(), axis, lo, hi, closed);
  }

  /// Chooses a bar, or gives it up where it is chosen.
  ///
  /// @param additive whether others stay chosen
  public void toggleValue(String value, boolean additive) {
    toggle(BARS, spec().field(), value, additive);
  }

  /// Chooses the rows without a value, or gives them up.
  public void toggleMissing(boolean additive) {
    toggle(BARS, spec().field(), null, additive);
  }

  /// Chooses a value of the splitting field, or gives it up.
  public void toggleGroup(String group, boolean additive) {
    if (group.equals(DistributionData.OTHER_GROUPS) || spec().by().isEmpty()) {
      return;
    }
    toggle(
        GROUPS, spec().by(), group.equals(DistributionData.MISSING_GROUP) ? null : group, additive);
  }

  /// The bars that are chosen now.
  public ChosenValues chosen() {
    return chosen(BARS);
  }

  /// The stretch that is brushed now.
  public Optional<Predicate.Range> brushed() {
    return ownProperty()
        .get()
        .find(spec().id() + ":" + RANGE)
        .map(SelectionClause::predicate)
        .filter(Predicate.Range.class::isInstance)
        .map(Predicate.Range.class::cast);
  }

  /// Whether a stretch is under the pointer that is not kept yet: what is drawn of it belongs to
  /// the hand that draws it.
  public boolean isPreviewing() {
    return previewing;
  }

  /// Ends a preview that was not kept.
  public void endPreview() {
    previewing = false;
    project().links().endPreview();
  }

  /// Shows another field; filters that were set on the old one go with it.
  public void setField(String field) {
    if (!field.equals(spec().field())) {
      DistributionSpec old = spec();
      List<Command> commands = clearing();
      boolean shaped = shapesOf(field).contains(old.shape());
      commands.add(
          new Command.EditView(
              old.withField(field)
                  .withBins(old.bins().withCount(0))
                  .withShape(shaped ? old.shape() : Shape.BARS)));
      together(commands);
    }
  }

  /// Splits by another field, by none where the name is empty.
  public void setBy(String field) {
    if (!field.equals(spec().by())) {
      edit(old -> old.withBy(field), "");
    }
  }

  /// The shapes that the field can have.
  public List<Shape> shapes() {
    return shapesOf(spec().field());
  }

  private List<Shape> shapesOf(String field) {
    return project()
        .columns()
        .schema()
        .find(field)
        .map(found -> Shape.of(found.type()))
        .orElse(List.of(Shape.BARS));
  }

  /// Draws the values as another shape.
  public void setShape(Shape shape) {
    if (shape != spec().shape()) {
      edit(old -> old.withShape(shape), "");
    }
  }

  /// Puts times together by another step of the calendar.
  public void setStep(Step step) {
    if (step != spec().bins().step()) {
      edit(old -> old.withBins(old.bins().withStep(step)), "");
    }
  }

  /// Whether the field has moments, which are put together by steps of the calendar.
  public boolean isTime() {
    return project()
        .columns()
        .schema()
        .find(spec().field())
        .filter(found -> found.type() == FieldType.TIME)
        .isPresent();
  }
}
