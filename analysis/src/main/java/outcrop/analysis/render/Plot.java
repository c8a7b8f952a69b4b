package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.DistributionSpec;

/// What every part of a distribution's layout needs to know.
record Plot(
    Sketch sketch,
    DistributionSpec spec,
    DistributionData data,
    Tally tally,
    Palette palette,
    @Nullable TargetLayer target) {
  static Plot of(Sketch sketch, DistributionSpec spec, DistributionData data) {
    Tally tally = new Tally(spec, data, !(data.axis() instanceof BinAxis.Values), sketch::common);
    Palette palette =
        tally.split
            ? Palette.of(sketch.theme, spec.style(), data.groups())
            : Palette.plain(sketch.theme, spec.style().colours());
    return new Plot(sketch, spec, data, tally, palette, TargetLayer.of(sketch, spec, data, tally));
  }

  DistributionFacts facts() {
    return new DistributionFacts(spec, data, tally, target, sketch.words());
  }

  /// The groups of a split; empty where nothing splits the bars and where each group has its name
  /// beside it.
  Legend legend() {
    return legend(List.of(data));
  }

  /// The same over several parts of the rows.
  Legend legend(List<DistributionData> parts) {
    List<Legend.Entry> entries = new ArrayList<>();
    boolean named = ShapeLayout.namesGroups(spec.shape());
    List<Tally> tallies =
        parts.stream()
            .map(part -> new Tally(spec, part, !(part.axis() instanceof BinAxis.Values)))
            .toList();
    for (int group = 0; group < data.groups().size() && tally.split && !named; group++) {
      String name = data.groups().get(group);
      int index = group;
      long rows = tallies.stream().mapToLong(part -> part.selectedOfGroup(index)).sum();
      entries.add(
          new Legend.Entry(
              Names.of(name, sketch.words()), Numerals.compact(rows), palette.colour(name)));
    }
    return new Legend(sketch, spec.style(), Names.visible(spec.by()), entries);
  }

  /// The colour of one part of a bar.
  Colour ink(int group, int slot) {
    if (tally.split) {
      return palette.colour(data.groups().get(group));
    }
    if (slot >= tally.bins) {
      return sketch.theme.apart();
    }
    return data.axis() instanceof BinAxis.Values values
        ? palette.colour(values.values().get(slot))
        : palette.colour(ChartStyle.BAR);
  }

  /// Title of the axis of values.
  String valueTitle() {
    String own = spec.style().xTitle();
    return own.isEmpty()
        ? CountAxis.withScale(Names.visible(spec.field()), spec.axes().x(), sketch.words())
        : Names.visible(own);
  }

  String countTitle() {
    return CountAxis.title(spec, tally, sketch.words());
  }

  /// Name of a slot beyond the bins.
  String apartName(int slot) {
    return slot == tally.missingSlot()
        ? sketch.words().missing()
        : offScaleName(data, sketch.words());
  }

  /// Name of the values that have no place on the axis.
  static String offScaleName(DistributionData data, ChartWords words) {
    return data.type() == FieldType.LIST ? words.emptyList() : words.offScale();
  }

  Target apartTarget(int slot) {
    return slot == tally.missingSlot() ? new Target.Missing() : new Target.OffScale();
  }
}
