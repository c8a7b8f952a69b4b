package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.stats.Difference;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.Spread;

/// What a shape that is not bars says in words: how it was made, what it estimates with which
/// intervals, and which rows it cannot show.
public final class ShapeText {
  private final DistributionSpec spec;
  private final DistributionData data;
  private final Tally tally;
  private final ChartWords chart;
  private final ShapeWords words;
  private final ValueText text;

  ShapeText(DistributionSpec spec, DistributionData data, Tally tally, ChartWords chart) {
    this.spec = spec;
    this.data = data;
    this.tally = tally;
    this.chart = chart;
    words = chart.shapes();
    text = new ValueText(data.axis(), chart);
  }

  /// The words about some data outside of a drawing.
  public ShapeText(DistributionSpec spec, DistributionData data, ChartWords chart) {
    this(spec, data, new Tally(spec, data, true), chart);
  }

  private SpreadData spread() {
    return data.spread().orElseThrow();
  }

  /// How the shape was made, with the rows that have no place on it first.
  public List<String> method() {
    List<String> parts = new ArrayList<>();
    long missing = tally.count(tally.missingSlot());
    long offScale = tally.count(tally.offScaleSlot());
    if (missing > 0) {
      parts.add(ChartWords.fill(words.missing(), Numerals.exact(missing)));
    }
    if (offScale > 0) {
      parts.add(ChartWords.fill(words.offScale(), Numerals.exact(offScale)));
    }
    switch (spec.shape()) {
      case DENSITY -> density(parts);
      case ECDF -> parts.add(words.band());
      case BOX -> {
        parts.add(words.box());
        parts.add(words.notch());
      }
      case VIOLIN -> {
        parts.add(words.violin());
        parts.add(words.notch());
      }
      case STRIP -> parts.add(points());
      case QQ -> parts.add(spread().compared().isPresent() ? words.qqGroups() : words.qqNormal());
      case LINE -> {
        int gaps = LineLayout.gaps(data.axis(), tally);
        if (gaps > 0) {
          parts.add(
              gaps == 1
                  ? words.oneEmptyStep()
                  : ChartWords.fill(words.emptySteps(), Numerals.exact(gaps)));
        }
      }
      case BARS -> {}
    }
    return parts;
  }

  /// That there is a point per row, or for how many of them.
  private String points() {
    long drawn = 0;
    long all = 0;
    for (Spread own : spread().selected()) {
      drawn += own.points().length;
      all += own.n();
    }
    return drawn == all
        ? words.strip()
        : ChartWords.fill(
            words.sampled(), Numerals.exact(drawn), Numerals.exact(all), SpreadData.SEED);
  }

  private void density(List<String> parts) {
    List<KernelDensity> densities =
        spread().selected().stream().flatMap(own -> own.density().stream()).toList();
    if (densities.size() == 1) {
      parts.add(bandwidth(densities.getFirst()));
    } else if (densities.size() > 1) {
      parts.add(words.ownBandwidths());
    }
    if (densities.stream().anyMatch(density -> density.wallBelow() || density.wallAbove())) {
      parts.add(words.wall());
    }
    if (tally.split) {
      parts.add(words.areaOne());
      if (tally.isFiltered()) {
        parts.add(words.dashedIsAll());
      }
    }
  }

  private String bandwidth(KernelDensity density) {
    String pattern =
        switch (density.rule()) {
          case SHEATHER_JONES -> words.sheatherJones();
          case SILVERMAN -> words.silverman();
          case GRID -> words.half();
        };
    boolean linear = spec.axes().x() == DistributionSpec.Scale.LINEAR;
    String size =
        linear
            ? text.difference(density.bandwidth())
            : Numerals.plain(density.bandwidth(), 2) + " log₁₀";
    return ChartWords.fill(pattern, size);
  }

  /// What is estimated, in a line: mean and median of one group, the difference of two; empty where
  /// there are more.
  public String estimates() {
    if (spread().compared().isPresent()) {
      SpreadData.Compared compared = spread().compared().get();
      return difference(compared);
    }
    Spread all = spread().selected().getFirst();
    return tally.split || all.n() == 0
        ? ""
        : String.join(" · ", centre(all)) + (all.n() > 1 ? " · " + words.intervals() : "");
  }

  private List<String> centre(Spread own) {
    List<String> parts = new ArrayList<>();
    parts.add(ChartWords.fill(words.n(), Numerals.exact(own.n())));
    if (own.n() == 0) {
      return parts;
    }
    String mean =
        own.meanInterval()
            .map(interval -> text.interval(own.mean(), interval))
            .orElseGet(() -> text.of(own.mean()));
    String median =
        own.medianInterval()
            .map(interval -> text.interval(own.median(), interval))
            .orElseGet(() -> text.of(own.median()) + " (" + words.tooFew() + ")");
    parts.add(ChartWords.fill(words.mean(), mean));
    parts.add(ChartWords.fill(words.median(), median));
    return parts;
  }

  private String difference(SpreadData.Compared compared) {
    Difference difference = compared.difference();
    String mean =
        difference
            .meanInterval()
            .map(interval -> text.differenceInterval(difference.mean(), interval))
            .orElse(words.tooFew());
    String median =
        difference
            .medianInterval()
            .map(interval -> text.differenceInterval(difference.median(), interval))
            .orElse(words.tooFew());
    return ChartWords.fill(
            words.difference(), name(compared.first()), name(compared.second()), mean, median)
        + " · "
        + ChartWords.fill(
            words.howDifferent(), Numerals.exact(difference.draws()), difference.seed());
  }

  /// The name of a group in words.
  public String name(int group) {
    return Names.of(data.groups().get(group), chart);
  }

  /// One line per estimate of a group.
  public List<String> about(int group) {
    Spread own = spread().selected().get(group);
    List<String> lines = new ArrayList<>(centre(own));
    if (own.n() > 0) {
      lines.add(
          ChartWords.fill(
              words.quartiles(), text.of(own.quantile(0.25)), text.of(own.quantile(0.75))));
      lines.add(ChartWords.fill(words.range(), text.of(own.quantile(0)), text.of(own.quantile(1))));
    }
    own.density().ifPresent(density -> lines.add(bandwidth(density)));
    long outliers = own.tukey().map(box -> box.below() + box.above()).orElse(0L);
    if (spec.shape() == DistributionSpec.Shape.BOX && outliers > 0) {
      lines.add(ChartWords.fill(words.outliers(), Numerals.exact(outliers)));
    }
    return lines;
  }

  /// What the curves say at the end of a bin, a line per group.
  List<String> at(int bin, int most) {
    double end = ValueAxis.edges(data.axis())[bin + 1];
    List<String> lines = new ArrayList<>();
    for (int group = 0; group < tally.groups && lines.size() < most; group++) {
      int number = group;
      at(spread().selected().get(group), end)
          .ifPresent(line -> lines.add(tally.split ? name(number) + ": " + line : line));
    }
    return lines;
  }

  private Optional<String> at(Spread own, double end) {
    if (spec.shape() != DistributionSpec.Shape.ECDF || own.n() == 0) {
      return Optional.empty();
    }
    double share = own.steps().share(end);
    double half = own.steps().halfBand();
    return Optional.of(
        ChartWords.fill(
            words.upTo(),
            text.of(end),
            Numerals.percent(share),
            Numerals.percent(Math.max(0, share - half)),
            Numerals.percent(Math.min(1, share + half))));
  }
}
