package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Brush;
import outcrop.analysis.render.GroupNames;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.app.viewmodel.AxisTraits.Kind;

/// A relation of several fields: what it counts, which of its places the user chose, and every
/// change of how it looks.
public final class RelationViewModel extends ChartViewModel<RelationSpec, RelationData> {
  /// Channel of the chosen places.
  public static final String PLACES = "places";

  RelationViewModel(WorkspaceViewModel project, RelationSpec spec) {
    super(project, spec, RelationSpec.class, RelationData.class);
  }

  private RelationSpec spec() {
    return specProperty().get();
  }

  /// Channel of the stretches that are brushed in a scatter.
  public static final String AREA = "area";

  private boolean previewing;

  /// Chooses a combination of places, or gives it up where it is chosen.
  ///
  /// @param additive whether others stay chosen
  public void toggle(List<Place> places, boolean additive) {
    predicate(places).ifPresent(wanted -> toggle(wanted, additive));
  }

  /// Whether a combination of places is chosen.
  public boolean isChosen(List<Place> places) {
    return predicate(places).filter(chosen()::contains).isPresent();
  }

  /// Whether any place is chosen.
  public boolean hasChosen() {
    return !chosen().isEmpty();
  }

  private Optional<Predicate> predicate(List<Place> places) {
    RelationData data = dataProperty().get();
    List<Predicate> parts = new ArrayList<>();
    for (Place place : data == null ? List.<Place>of() : places) {
      FieldSlots slots = data.fields().get(place.field());
      parts.add(
          ofList(slots, place.first())
              .orElseGet(() -> ofValues(SlotPredicate.of(slots, place.first(), place.last()))));
    }
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.getFirst());
      default -> Optional.of(new Predicate.And(parts));
    };
  }

  @Override
  public List<FieldJoin> joins(Field field) {
    RelationSpec now = spec();
    List<FieldJoin> joins = new ArrayList<>();
    boolean named = field.type() == FieldType.CATEGORY;
    boolean number = field.type() == FieldType.NUMBER;
    boolean known = now.crossed().contains(field.name());
    boolean parts = now.shape() == Shape.PARALLEL_SETS || now.shape() == Shape.TREEMAP;
    if (parts && !known && now.crossed().size() < now.shape().most()) {
      joins.add(FieldJoin.ADD);
    }
    boolean colours =
        switch (now.shape()) {
          case SCATTER -> named || number;
          case HEAT_MAP, TREEMAP -> number;
          case PARALLEL_SETS -> known;
        };
    if (colours && !now.colour().equals(field.name())) {
      joins.add(FieldJoin.COLOUR);
    }
    if (now.shape() == Shape.HEAT_MAP && !known) {
      joins.add(FieldJoin.ADD);
    }
    if (field.type() != FieldType.LIST && !known && !now.facet().equals(field.name())) {
      joins.add(FieldJoin.FACET);
    }
    return joins;
  }

  @Override
  public void join(FieldJoin how, String field) {
    switch (how) {
      case COLOUR -> edit(now -> now.withColour(field), "");
      case FACET -> edit(now -> now.withFacet(field), "");
      case ADD -> add(field);
      case SPLIT, CROSS -> {}
    }
  }

  /// A third field makes a heat map parallel sets.
  private void add(String field) {
    List<String> fields = new ArrayList<>(spec().crossed());
    fields.add(field);
    if (spec().shape() == Shape.HEAT_MAP) {
      project().edits().showRelation(Shape.PARALLEL_SETS, fields);
    } else {
      setCrossed(fields);
    }
  }

  @Override
  public boolean hasAxes() {
    return spec().shape() == Shape.HEAT_MAP || spec().shape() == Shape.SCATTER;
  }

  @Override
  public AxisTraits axis(AxisSide side) {
    RelationData data = dataProperty().get();
    int field = side == AxisSide.X ? 0 : 1;
    if (!hasAxes() || data == null || field >= data.fields().size()) {
      return AxisTraits.of(Kind.NAMES, false);
    }
    Scale scale = side == AxisSide.X ? spec().axes().x() : spec().axes().y();
    return AxisTraits.of(data.fields().get(field).axis(), scale == Scale.LOG);
  }

  @Override
  public ChartColours colours() {
    RelationData data = dataProperty().get();
    int field = coloured();
    if (data == null || field >= data.fields().size()) {
      return ChartColours.NONE;
    }
    if (field < 0) {
      return spec().shape() == Shape.SCATTER
          ? new ChartColours(List.of(), List.of(ChartStyle.BAR))
          : ChartColours.NONE;
    }
    List<String> groups = GroupNames.all(data.fields().get(field));
    return new ChartColours(
        groups,
        groups.stream().filter(name -> !name.equals(DistributionData.OTHER_GROUPS)).toList());
  }

  /// The number of the field in the data whose values the colours belong to; −1 for none.
  private int coloured() {
    String field = spec().colourField();
    return field.isEmpty()
        ? -1
        : spec().shape() == Shape.SCATTER ? 2 : spec().crossed().indexOf(field);
  }

  /// The values of a field in the order in which they stand, as they are shown; empty for numbers
  /// and times.
  ///
  /// @param field its number in the data
  public List<String> values(int field) {
    RelationData data = dataProperty().get();
    return data != null
            && field < data.fields().size()
            && data.fields().get(field).axis() instanceof BinAxis.Values(List<String> values)
        ? values
        : List.of();
  }

  /// The name of a field by its number in the data.
  public String field(int field) {
    RelationData data = dataProperty().get();
    return data == null ? "" : data.fields().get(field).field();
  }

  /// Puts a value in the place of another. The order is that of its field from then on, in every
  /// view that shows fields in their own order, as this one does then.
  public void moveValue(int field, int from, int to) {
    List<String> values = new ArrayList<>(values(field));
    int place = Math.clamp(to, 0, Math.max(0, values.size() - 1));
    if (from < 0 || from >= values.size() || place == from) {
      return;
    }
    values.add(place, values.remove(from));
    List<Command> commands = new ArrayList<>();
    commands.add(project().displays().ordering(field(field), values));
    if (spec().bins().order() != Order.OWN) {
      commands.add(new Command.EditView(spec().withBins(spec().bins().withOrder(Order.OWN))));
    }
    together(commands);
  }

  private Optional<Predicate> ofList(FieldSlots slots, int place) {
    return project().columns().column(slots.field()) instanceof ListColumn lists
        ? SlotPredicate.ofList(
            slots,
            place,
            lists.dictionary().values(),
            project().state().display(slots.field())::name)
        : Optional.empty();
  }

  /// A rectangle of a scatter under the pointer: everything else shows it, nothing is kept.
  public void preview(Brush.Area area) {
    previewing = true;
    predicate(area).ifPresent(both -> project().links().preview(clause(AREA, both)));
  }

  /// Keeps a rectangle of a scatter.
  public void brush(Brush.Area area) {
    previewing = false;
    predicate(area)
        .ifPresent(both -> project().execute(new Command.SetClause(clause(AREA, both)), ""));
  }

  /// Whether a rectangle is under the pointer that is not kept yet.
  public boolean isPreviewing() {
    return previewing;
  }

  /// Ends a preview that was not kept.
  public void endPreview() {
    previewing = false;
    project().links().endPreview();
  }

  private Optional<Predicate> predicate(Brush.Area area) {
    RelationData data = dataProperty().get();
    return data == null || data.fields().size() < 2
        ? Optional.empty()
        : Optional.of(
            new Predicate.And(
                List.of(
                    range(data.fields().get(0), area.x()), range(data.fields().get(1), area.y()))));
  }

  private static Predicate range(FieldSlots slots, Brush.Range range) {
    Brush.Range kept = SlotPredicate.rounded(range, slots.axis());
    return SlotPredicate.range(slots.field(), slots.axis(), kept.from(), kept.to(), true);
  }

  /// The rectangle that is brushed now.
  public Optional<Brush.Area> brushed() {
    RelationData data = dataProperty().get();
    return data == null
        ? Optional.empty()
        : ownProperty()
            .get()
            .find(spec().id() + ":" + AREA)
            .map(SelectionClause::predicate)
            .filter(Predicate.And.class::isInstance)
            .map(and -> ((Predicate.And) and).parts())
            .filter(parts -> parts.size() == 2)
            .flatMap(
                parts ->
                    SlotPredicate.place(parts.get(0), data.fields().get(0).axis())
                        .flatMap(
                            x ->
                                SlotPredicate.place(parts.get(1), data.fields().get(1).axis())
                                    .map(y -> new Brush.Area(x, y))));
  }

  private void toggle(Predicate wanted, boolean additive) {
    List<Predicate> chosen = new ArrayList<>(chosen());
    boolean was = chosen.remove(wanted);
    List<Predicate> after = new ArrayList<>(additive ? chosen : List.of());
    if (!was || !additive && !chosen.isEmpty()) {
      after.add(wanted);
    }
    if (after.isEmpty()) {
      project().execute(new Command.RemoveClause(spec().id() + ":" + PLACES), "");
    } else {
      Predicate all = after.size() == 1 ? after.getFirst() : new Predicate.Or(after);
      project().execute(new Command.SetClause(clause(PLACES, all)), "");
    }
  }

  private List<Predicate> chosen() {
    return ownProperty()
        .get()
        .find(spec().id() + ":" + PLACES)
        .map(SelectionClause::predicate)
        .map(all -> all instanceof Predicate.Or or ? or.parts() : List.of(all))
        .orElse(List.of());
  }

  /// Shows other fields; filters that were set on the old ones go with them.
  public void setCrossed(List<String> fields) {
    if (!fields.equals(spec().crossed())) {
      List<Command> commands = clearing();
      commands.add(new Command.EditView(spec().withCrossed(fields)));
      together(commands);
    }
  }

  /// Draws the counts as something else, with as many of the fields as that shows.
  public void setShape(Shape shape) {
    if (shape == spec().shape()) {
      return;
    }
    List<Command> commands = clearing();
    List<String> fields = new ArrayList<>(spec().crossed());
    while (fields.size() > shape.most()) {
      fields.removeLast();
    }
    RelationSpec fresh = RelationSpec.of(spec().id(), shape, fields);
    commands.add(
        new Command.EditView(
            spec()
                .withShape(shape)
                .withCrossed(fields)
                .withColour("")
                .withAxes(
                    fresh
                        .axes()
                        .withX(spec().axes().x())
                        .withY(spec().axes().y())
                        .withTrend(spec().axes().trend()))));
    together(commands);
  }
}
