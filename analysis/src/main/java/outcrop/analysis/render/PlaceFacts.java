package outcrop.analysis.render;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;

/// The words of the tooltips of parallel sets and treemaps.
///
/// @param items what each item stands for
/// @param size how many items there are
/// @param key what the entries of the legend stand for; empty where there is none
record PlaceFacts(
    RelationSpec spec,
    RelationData data,
    String subtitle,
    IntFunction<Item> items,
    int size,
    Optional<GroupKey> key,
    ChartWords words)
    implements RelationMarks {
  /// An item with its rows.
  ///
  /// @param mean of the averaged field, NaN for none
  record Item(List<Place> places, long count, long context, double mean, long averaged) {}

  @Override
  public List<Place> places(int item) {
    return item < size ? items.apply(item).places() : List.of();
  }

  @Override
  public Optional<Place> entry(int entry) {
    return key.flatMap(legend -> legend.place(entry));
  }

  @Override
  public String about(Target target) {
    return switch (target) {
      case Target.Item(int item) when item < size -> about(items.apply(item));
      case Target.LegendEntry(int entry) ->
          key.map(legend -> legend.about(entry, words))
              .orElseGet(() -> RelationHeader.about(spec, target, subtitle, words));
      default -> RelationHeader.about(spec, target, subtitle, words);
    };
  }

  private String about(Item item) {
    RelationWords own = words.relation();
    StringJoiner lines = new StringJoiner("\n");
    for (Place place : item.places()) {
      FieldSlots slots = data.fields().get(place.field());
      lines.add(
          ChartWords.fill(
              own.fact(),
              Names.visible(slots.field()),
              RelationHeader.places(slots, place, words)));
    }
    lines.add(
        RelationHeader.rows(item.count(), item.context(), words)
            + " · "
            + Numerals.percent(data.selected() == 0 ? 0 : (double) item.count() / data.selected()));
    if (!Double.isNaN(item.mean())) {
      lines.add(
          ChartWords.fill(
              own.meanIs(), Numerals.plain(item.mean(), 4), Numerals.exact(item.averaged())));
    }
    return lines.toString();
  }
}
