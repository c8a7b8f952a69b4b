package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.app.viewmodel.AxisTraits.Kind;

/// The distribution of one field: what it counts, what the user brushes and chooses in it, and
/// every change of how it looks.
public final class DistributionViewModel
    extends ShapedViewModel<DistributionSpec, DistributionData> {
  /// Channel of the brushed stretch of a histogram.
  public static final String RANGE = "range";

  /// Channel of the chosen bars.
  public static final String BARS = "bars";

  /// Channel of the chosen values of the splitting field.
  public static final String GROUPS = "groups";

  private static final int MOST_PUT = 1000;

  private boolean previewing;

  DistributionViewModel(WorkspaceViewModel project, DistributionSpec spec) {
    super(project, spec, DistributionSpec.class, DistributionData.class);
  }

  @Override
  public boolean canBeShaped() {
    return project()
        .columns()
        .schema()
        .find(spec().field())
        .filter(field -> field.type() != FieldType.VECTOR && field.type() != FieldType.IMAGE)
        .isPresent();
  }

  /// A target stands over bars that are counts in one stack.
  @Override
  DistributionSpec ready() {
    DistributionSpec now = spec();
    return now.withShape(Shape.BARS)
        .withFacet("")
        .withAxes(now.axes().withGrouping(DistributionSpec.Grouping.STACKED));
  }

  @Override
  Optional<ShownClasses> classes(DistributionData data) {
    return Optional.of(ShownClasses.of(data));
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
  /// @param shown what the bar is called
  /// @param additive whether others stay chosen
  public void toggleValue(String shown, boolean additive) {
    toggle(BARS, spec().field(), shown, additive);
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
    boolean missing = group.equals(DistributionData.MISSING_GROUP);
    toggle(GROUPS, spec().by(), missing ? null : group, additive);
  }

  /// The bars that are chosen now.
  public ChosenValues chosen() {
    return chosen(BARS);
  }

  /// The names of the bars that are chosen now.
  public Set<String> chosenBars() {
    return chosenNames(BARS, spec().field());
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
      DistributionSpec.Bins bins =
          old.bins()
              .withCount(0)
              .withEdges(List.of())
              .withOwn(List.of())
              .withOrder(old.bins().order() == Order.OWN ? Order.COUNT_DOWN : old.bins().order());
      boolean shaped = shapesOf(field).contains(old.shape());
      commands.add(
          new Command.EditView(
              old.withField(field).withBins(bins).withShape(shaped ? old.shape() : Shape.BARS)));
      together(commands);
    }
  }

  @Override
  public AxisTraits axis(AxisSide side) {
    if (side == AxisSide.Y) {
      return AxisTraits.of(Kind.COUNTS, spec().axes().y() == Scale.LOG);
    }
    DistributionData counts = dataProperty().get();
    boolean log = spec().axes().x() == Scale.LOG;
    return counts == null ? AxisTraits.of(kindOfField(), log) : AxisTraits.of(counts.axis(), log);
  }

  @Override
  public List<FieldJoin> joins(Field field) {
    if (field.name().equals(spec().field())) {
      return List.of();
    }
    List<FieldJoin> joins = new ArrayList<>();
    boolean named = field.type() == FieldType.CATEGORY;
    if (named && !field.name().equals(spec().by())) {
      joins.add(FieldJoin.SPLIT);
    }
    joins.add(FieldJoin.CROSS);
    if (named && !field.name().equals(spec().facet())) {
      joins.add(FieldJoin.FACET);
    }
    return joins;
  }

  @Override
  public void join(FieldJoin how, String field) {
    switch (how) {
      case SPLIT -> setBy(field);
      case CROSS -> project().edits().cross(spec().field(), field);
      case FACET -> edit(now -> now.withFacet(field), "");
      case COLOUR, ADD -> {}
    }
  }

  @Override
  public ChartColours colours() {
    DistributionData counts = dataProperty().get();
    if (spec().by().isEmpty()) {
      List<String> values = new ArrayList<>(List.of(ChartStyle.BAR));
      bars().stream().filter(bar -> !bar.equals(ChartStyle.BAR)).forEach(values::add);
      return new ChartColours(List.of(), values);
    }
    return counts == null
        ? ChartColours.NONE
        : new ChartColours(
            counts.groups(),
            counts.groups().stream()
                .filter(group -> !group.equals(DistributionData.OTHER_GROUPS))
                .toList());
  }

  private Kind kindOfField() {
    return project()
        .columns()
        .schema()
        .find(spec().field())
        .map(
            field ->
                switch (field.type()) {
                  case NUMBER, TEXT -> Kind.NUMBERS;
                  case TIME -> Kind.TIMES;
                  default -> Kind.NAMES;
                })
        .orElse(Kind.NUMBERS);
  }

  /// The bars in their order, as they are called; empty for a histogram.
  public List<String> bars() {
    DistributionData counts = dataProperty().get();
    return counts != null && counts.axis() instanceof BinAxis.Values(List<String> values)
        ? values
        : List.of();
  }

  /// Puts a bar in the place of another; the order is the view's own from then on.
  public void moveBar(int from, int to) {
    List<String> bars = new ArrayList<>(bars());
    if (from < 0 || from >= bars.size() || bars.size() < 2) {
      return;
    }
    int place = Math.clamp(to, 0, bars.size() - 1);
    if (place != from) {
      bars.add(place, bars.remove(from));
      // Of very many bars only those are put by hand that stand before the one moved.
      int put = Math.min(bars.size(), Math.max(MOST_PUT, Math.max(from, place) + 1));
      List<String> own = List.copyOf(bars.subList(0, put));
      edit(old -> old.withBins(old.bins().withOwn(own)), "");
    }
  }

  /// Puts the edge between two bins, or the one at either end, to another value.
  ///
  /// @param index of the edge among all edges
  /// @param value as the axis has it: a number, or microseconds. It is kept between its neighbours
  /// @param grain how exactly the value is meant, such as what a pixel is worth
  public void moveEdge(int index, double value, double grain) {
    DistributionData counts = dataProperty().get();
    if (counts == null) {
      return;
    }
    EdgeMove.of(counts.axis(), index, value, grain)
        .ifPresent(edges -> edit(old -> old.withBins(old.bins().withEdges(edges)), "edge" + index));
  }

  /// Lets the rule choose the bins again.
  public void resetEdges() {
    edit(old -> old.withBins(old.bins().withEdges(List.of())), "");
  }

  /// Splits by another field, by none where the name is empty.
  public void setBy(String field) {
    if (!field.equals(spec().by())) {
      edit(old -> old.withBy(field).withBins(old.bins().withGroups(List.of())), "");
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

  /// A value of a category with the rows that have it.
  ///
  /// @param value null for the rows without a value
  /// @param selected rows that the other filters leave
  /// @param all rows of the dataset
  public record ValueCount(@Nullable String value, long selected, long all) {
    public boolean isSameValue(ValueCount other) {
      return Objects.equals(value, other.value);
    }
  }

  private String valuesId() {
    return spec().id() + ":values";
  }

  /// Tells every value of the field, or of the splitting one, the most frequent first, now and
  /// after every change of the filters, until [#forgetValues].
  public void watchValues(boolean ofGroups, Consumer<List<ValueCount>> told) {
    String field = ofGroups ? spec().by() : spec().field();
    ViewQuery query =
        new ViewQuery.DistributionQuery(valuesId(), field, "", Bins.DEFAULT, Scale.LINEAR);
    project().links().ask(query, data -> told.accept(values(data)), _ -> told.accept(List.of()));
  }

  /// Ends [#watchValues].
  public void forgetValues() {
    project().links().forget(valuesId());
  }

  private static List<ValueCount> values(ViewData data) {
    if (!(data instanceof DistributionData counts)
        || !(counts.axis() instanceof BinAxis.Values(List<String> values))) {
      return List.of();
    }
    List<ValueCount> list = new ArrayList<>(values.size() + 1);
    for (int i = 0; i < values.size(); i++) {
      list.add(new ValueCount(values.get(i), counts.counts()[0][i], counts.context()[0][i]));
    }
    if (counts.apart().contextMissing()[0] > 0) {
      list.add(
          new ValueCount(null, counts.apart().missing()[0], counts.apart().contextMissing()[0]));
    }
    return list;
  }

  /// Chooses a value beside those already chosen, or gives it up.
  ///
  /// @param ofGroups whether it is one of the splitting field
  public void toggle(ValueCount value, boolean ofGroups) {
    if (ofGroups) {
      toggle(GROUPS, spec().by(), value.value(), true);
    } else {
      toggle(BARS, spec().field(), value.value(), true);
    }
  }

  /// Whether a value is chosen.
  public boolean isChosen(ValueCount value, boolean ofGroups) {
    String channel = ofGroups ? GROUPS : BARS;
    return value.value() == null
        ? chosen(channel).missing()
        : chosenNames(channel, ofGroups ? spec().by() : spec().field()).contains(value.value());
  }

  /// Whether a value of the splitting field is a group of its own whatever its size.
  public boolean isOwnGroup(ValueCount value) {
    return value.value() != null && spec().bins().groups().contains(value.value());
  }

  /// Makes a value of the splitting field a group of its own, or leaves that to its size again.
  public void toggleOwnGroup(ValueCount value) {
    String name = value.value();
    if (name == null) {
      return;
    }
    List<String> groups = new ArrayList<>(spec().bins().groups());
    if (!groups.remove(name)) {
      groups.add(name);
    }
    edit(old -> old.withBins(old.bins().withGroups(groups)), "");
  }
}
