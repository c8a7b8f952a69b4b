package outcrop.analysis.render;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;

/// The words of the tooltips of a scatter, and what its tiles and strips stand for.
///
/// Items are numbered `first · size + first` for tiles; places apart of one axis follow.
record ScatterFacts(
    RelationSpec spec, RelationData data, ScatterGrid grid, String subtitle, ChartWords words)
    implements RelationMarks {
  static int tile(ScatterGrid grid, int i, int j) {
    return i * grid.y.size() + j;
  }

  static int apartX(ScatterGrid grid, int slot) {
    return grid.x.size() * grid.y.size() + slot;
  }

  static int apartY(ScatterGrid grid, int slot) {
    return grid.x.size() * grid.y.size() + grid.x.size() + slot;
  }

  @Override
  public List<Place> places(int item) {
    int tiles = grid.x.size() * grid.y.size();
    if (item >= tiles + grid.x.size()) {
      return List.of(Place.of(1, item - tiles - grid.x.size()));
    }
    if (item >= tiles) {
      return List.of(Place.of(0, item - tiles));
    }
    return List.of(
        new Place(0, item / grid.y.size(), last(grid.x, item / grid.y.size())),
        new Place(1, item % grid.y.size(), last(grid.y, item % grid.y.size())));
  }

  private static int last(FieldSlots slots, int first) {
    return Math.min(first + ScatterLayout.TILE, slots.axis().size()) - 1;
  }

  /// Rows of a block of places.
  static long count(ScatterGrid grid, int i, int lastX, int j, int lastY, boolean context) {
    long sum = 0;
    for (int a = i; a <= lastX; a++) {
      for (int b = j; b <= lastY; b++) {
        sum += context ? grid.context(a, b) : grid.count(a, b);
      }
    }
    return sum;
  }

  private Optional<GroupKey> key() {
    return data.fields().size() > 2 ? Optional.of(new GroupKey(spec, data, 2)) : Optional.empty();
  }

  @Override
  public Optional<Place> entry(int entry) {
    return key().flatMap(legend -> legend.place(entry));
  }

  @Override
  public String about(Target target) {
    return switch (target) {
      case Target.Item(int item) -> item(places(item));
      case Target.LegendEntry(int entry) ->
          key()
              .map(legend -> legend.about(entry, words))
              .orElseGet(() -> RelationHeader.about(spec, target, subtitle, words));
      default -> RelationHeader.about(spec, target, subtitle, words);
    };
  }

  private String item(List<Place> places) {
    StringJoiner lines = new StringJoiner("\n");
    for (Place place : places) {
      FieldSlots slots = data.fields().get(place.field());
      lines.add(
          ChartWords.fill(
              words.relation().fact(),
              Names.visible(slots.field()),
              RelationHeader.places(slots, place, words)));
    }
    Place x = at(places, 0, grid.x);
    Place y = at(places, 1, grid.y);
    lines.add(
        RelationHeader.rows(
            count(grid, x.first(), x.last(), y.first(), y.last(), false),
            count(grid, x.first(), x.last(), y.first(), y.last(), true),
            words));
    return lines.toString();
  }

  private static Place at(List<Place> places, int field, FieldSlots slots) {
    return places.stream()
        .filter(place -> place.field() == field)
        .findFirst()
        .orElse(new Place(field, 0, slots.size() - 1));
  }
}
