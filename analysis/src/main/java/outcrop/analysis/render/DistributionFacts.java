package outcrop.analysis.render;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;

/// The words of tooltips and of the description, made only when somebody asks.
final class DistributionFacts implements Drawing.Facts {
  private static final int LINES = 12;

  private final DistributionSpec spec;
  private final DistributionData data;
  private final Tally tally;
  private final @Nullable TargetLayer layer;
  private final ChartWords words;

  /// @param layer the target over the bars, null for none
  DistributionFacts(
      DistributionSpec spec,
      DistributionData data,
      Tally tally,
      @Nullable TargetLayer layer,
      ChartWords words) {
    this.spec = spec;
    this.data = data;
    this.tally = tally;
    this.layer = layer;
    this.words = words;
  }

  @Override
  public String about(Target target) {
    return switch (target) {
      case Target.Bin(int bin) -> slot(BinNames.of(data.axis(), bin, words), bin);
      case Target.Segment(int group, int bin) ->
          BinNames.of(data.axis(), bin, words)
              + "\n"
              + Names.of(data.groups().get(group), words)
              + ": "
              + rows(tally.rawCount(group, bin), tally.rawContext(group, bin))
              + new ShareText(data, tally, words).about(group, bin);
      case Target.Missing() -> slot(words.missing(), tally.missingSlot());
      case Target.OffScale() -> slot(Plot.offScaleName(data, words), tally.offScaleSlot());
      case Target.LegendEntry(int group) -> group(group);
      case Target.Title() ->
          Header.title(spec, words) + "\n" + Header.subtitle(spec, data, tally, words);
      case Target.Subtitle() -> Names.visible(spec.style().subtitle());
      case Target.Reference(int line) -> MarkFacts.line(spec.style().lines().get(line), words);
      case Target.Band(int band) -> MarkFacts.band(spec.style().bands().get(band), words);
      case Target.Note(int note) -> spec.style().notes().get(note).text();
      case Target.ValueAxis() -> Names.visible(spec.field());
      case Target.CountAxis() -> CountAxis.title(spec, tally, words);
      case Target.Arrow(int note, _) -> spec.style().notes().get(note).text();
      case Target.Edge(int edge) -> BinNames.edge(data.axis(), edge);
      case Target.MoreBars(), Target.MoreLegend(), Target.Item _, Target.Panel _, Target.Handle _ ->
          "";
    };
  }

  /// `k of n rows`, or `n rows` where the filter leaves none out.
  String rows(long count, long all) {
    return count == all
        ? ChartWords.fill(words.allRows(), Numerals.exact(all))
        : ChartWords.fill(
            words.allRows(),
            ChartWords.fill(words.kOfN(), Numerals.exact(count), Numerals.exact(all)));
  }

  private String group(int group) {
    StringJoiner lines = new StringJoiner("\n");
    if (tally.split) {
      lines.add(Names.of(data.groups().get(group), words));
    }
    lines.add(rows(tally.selectedOfGroup(group), tally.allOfGroup(group)));
    if (spec.shape().isSpread()) {
      new ShapeText(spec, data, tally, words).about(group).forEach(lines::add);
    }
    return lines.toString();
  }

  private String slot(String name, int slot) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(name).add(rows(tally.count(slot), tally.context(slot)));
    if (layer != null) {
      lines.add(layer.about(slot));
    }
    if (spec.shape().isSpread() && slot < tally.bins) {
      new ShapeText(spec, data, tally, words).at(slot, LINES).forEach(lines::add);
    }
    int said = 0;
    for (int group = 0; group < tally.groups && tally.split && said < LINES; group++) {
      if (tally.rawCount(group, slot) > 0) {
        lines.add(
            Names.of(data.groups().get(group), words)
                + ": "
                + Numerals.exact(tally.rawCount(group, slot)));
        said++;
      }
    }
    return lines.toString();
  }
}
