package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;

/// The colours of the values of one field of a relation with their rows, as a legend.
///
/// @param field its number in the data
record GroupKey(RelationSpec spec, List<RelationData> data, int field) {
  GroupKey(RelationSpec spec, RelationData data, int field) {
    this(spec, List.of(data), field);
  }

  private FieldSlots slots() {
    return data.getFirst().fields().get(field);
  }

  private long[] counts(boolean all) {
    long[] counts = new long[slots().size()];
    for (RelationData one : data) {
      for (int cell = 0; cell < one.cells(); cell++) {
        counts[one.places()[field][cell]] += all ? one.context()[cell] : one.counts()[cell];
      }
    }
    return counts;
  }

  /// The places that any row has, which are the entries of the legend.
  private int[] shown() {
    long[] context = counts(true);
    return IntStream.range(0, context.length).filter(slot -> context[slot] > 0).toArray();
  }

  /// The place that an entry stands for.
  Optional<RelationMarks.Place> place(int entry) {
    int[] shown = shown();
    return entry < shown.length
        ? Optional.of(RelationMarks.Place.of(field, shown[entry]))
        : Optional.empty();
  }

  /// An entry in words.
  String about(int entry, ChartWords words) {
    int[] shown = shown();
    if (entry >= shown.length) {
      return "";
    }
    int slot = shown[entry];
    return ChartWords.fill(
            words.relation().fact(),
            Names.visible(slots().field()),
            SlotAxis.name(slots(), slot, words))
        + "\n"
        + RelationHeader.rows(counts(false)[slot], counts(true)[slot], words);
  }

  Legend legend(Sketch sketch, Palette palette) {
    long[] counts = counts(false);
    List<Legend.Entry> entries = new ArrayList<>();
    for (int slot : shown()) {
      entries.add(
          new Legend.Entry(
              SlotAxis.name(slots(), slot, sketch.words()),
              Numerals.compact(counts[slot]),
              palette.colour(GroupNames.of(slots(), slot))));
    }
    return new Legend(sketch, spec.style(), Names.visible(slots().field()), entries);
  }
}
