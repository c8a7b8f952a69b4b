package outcrop.analysis.render;

import java.util.StringJoiner;
import outcrop.analysis.model.ClassVariation.OfClass;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.query.TailVariation;
import outcrop.analysis.render.TailWords.BesideWords;
import outcrop.analysis.stats.GapBurstiness;
import outcrop.analysis.stats.LabelMultiplicity.Ambiguous;

/// The words of tooltips over a long tail, made only when somebody asks.
///
/// An item is a class by its rank, an entry of the legend a band, a handle a bound of a band.
final class TailFacts implements Drawing.Facts {
  private final TailPlot plot;
  private final String subtitle;

  TailFacts(TailPlot plot, String subtitle) {
    this.plot = plot;
    this.subtitle = subtitle;
  }

  @Override
  public String about(Target target) {
    TailWords words = plot.words();
    return switch (target) {
      case Target.Item(int index) ->
          switch (plot.spec().shape()) {
            case RANK, CCDF, LORENZ, COVERAGE, RAREFACTION -> item(index);
            case BURSTINESS -> burst(index);
            case RASTER -> line(index);
            case LABELS -> ambiguous(index);
            case VARIATION -> variation(index);
          };
      case Target.LegendEntry(int band) -> band(plot.bands().list().get(band));
      case Target.Handle(int index) when index == Target.Handle.CAP -> "";
      case Target.Handle(int index) ->
          ChartWords.fill(
              index == 0 ? words.handle() : words.handleTail(),
              plot.size(index == 0 ? plot.bands().head() : plot.bands().body()));
      case Target.Title() -> plot.title() + "\n" + subtitle;
      case Target.ValueAxis() -> Names.visible(plot.spec().field());
      case Target.CountAxis() -> words.size();
      case Target.Reference(int line) ->
          MarkFacts.line(plot.spec().style().lines().get(line), plot.sketch().words());
      case Target.Band(int band) ->
          MarkFacts.band(plot.spec().style().bands().get(band), plot.sketch().words());
      case Target.Subtitle _,
          Target.Panel _,
          Target.Edge _,
          Target.Note _,
          Target.Arrow _,
          Target.Bin _,
          Target.Segment _,
          Target.Missing _,
          Target.OffScale _,
          Target.MoreBars _,
          Target.MoreLegend _ ->
          "";
    };
  }

  private String burst(int index) {
    return plot.data()
        .study()
        .flatMap(TailStudy::burstiness)
        .filter(bursts -> index < bursts.gaps().length)
        .map(
            bursts -> {
              GapBurstiness gaps = bursts.gaps()[index];
              String name = Names.of(bursts.names().apply(index), plot.sketch().words());
              return gaps == null
                  ? name
                  : name
                      + "\n"
                      + ChartWords.fill(
                          plot.sketch().words().allRows(), Numerals.exact(bursts.counts()[index]))
                      + "\n"
                      + ChartWords.fill(
                          plot.words().ofClass(),
                          Numerals.plain(gaps.corrected(), 3),
                          Numerals.exact(gaps.gaps()));
            })
        .orElse("");
  }

  private String line(int rank) {
    return plot.data()
        .study()
        .flatMap(TailStudy::raster)
        .filter(raster -> rank < raster.sizes().length)
        .map(raster -> named(raster.names().apply(rank), raster.sizes()[rank]))
        .orElse("");
  }

  private String named(String name, long rows) {
    return Names.of(name, plot.sketch().words())
        + "\n"
        + ChartWords.fill(plot.sketch().words().allRows(), Numerals.exact(rows));
  }

  private String ambiguous(int index) {
    return plot.data()
        .study()
        .flatMap(TailStudy::meaning)
        .filter(meaning -> index < meaning.ambiguous().size())
        .map(
            meaning -> {
              Ambiguous one = meaning.ambiguous().get(index);
              return named(meaning.names().apply(one.item()), one.n())
                  + "\n"
                  + ChartWords.fill(
                      plot.words().beside().ofAmbiguous(),
                      Numerals.exact(one.labels()),
                      Numerals.plain(one.bits(), 3));
            })
        .orElse("");
  }

  private String variation(int index) {
    return plot.data()
        .study()
        .flatMap(TailStudy::variation)
        .filter(variation -> index < variation.counts().length)
        .map(variation -> variation(variation, index))
        .orElse("");
  }

  private String variation(TailVariation variation, int index) {
    OfClass one = variation.found().classes().get(index);
    BesideWords words = plot.words().beside();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(named(variation.names().apply(index), variation.counts()[index]));
    if (!Double.isNaN(one.effectiveRank())) {
      lines.add(
          ChartWords.fill(
              words.ofVariation(),
              Numerals.plain(one.distance(), 3),
              Numerals.plain(one.effectiveRank(), 3),
              Numerals.plain(one.trace(), 3)));
      lines.add(
          ChartWords.fill(
              words.ofDuplicates(),
              Numerals.percent(one.nearDuplicates()),
              Numerals.percent(one.exact())));
    }
    if (one.nearest() >= 0) {
      lines.add(
          ChartWords.fill(
              words.margin(),
              Numerals.plain(one.margin(), 3),
              Names.of(variation.names().apply(one.nearest()), plot.sketch().words())));
    }
    return lines.toString();
  }

  private String item(int rank) {
    TailClasses classes = plot.classes();
    if (rank >= classes.count()) {
      return "";
    }
    double size = classes.size(rank);
    StringJoiner lines = new StringJoiner("\n");
    lines.add(Names.of(classes.name(rank), plot.sketch().words()));
    if (!plot.isOfValues()) {
      lines.add(
          ChartWords.fill(plot.sketch().words().allRows(), plot.size(size))
              + ", "
              + plot.ofAll(size / classes.sum()));
    }
    lines.add(
        ChartWords.fill(
                plot.words().rankOf(), Numerals.exact(rank + 1), Numerals.exact(classes.count()))
            + " · "
            + plot.name(plot.bands().at(rank).part()));
    int same = classes.atLeast(size) - classes.above(size);
    if (same > 1) {
      lines.add(ChartWords.fill(plot.words().sameSize(), Numerals.exact(same)));
    }
    TargetLayer target = plot.target();
    if (target != null) {
      lines.add(target.about(rank));
    }
    return lines.toString();
  }

  private String band(Band band) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(plot.name(band.part()) + bounds(band));
    lines.add(plot.count(band.classes()));
    if (!plot.isOfValues()) {
      lines.add(ChartWords.fill(plot.sketch().words().allRows(), plot.size(band.rows())));
    }
    lines.add(plot.ofAll(plot.share(band)));
    return lines.toString();
  }

  private String bounds(Band band) {
    String head = plot.size(plot.bands().head());
    String body = plot.size(plot.bands().body());
    return switch (band.part()) {
      case HEAD -> " ≥ " + head;
      case BODY -> " ≥ " + body + ", < " + head;
      case TAIL -> " < " + body;
    };
  }
}
