package outcrop.analysis.render;

import java.util.List;
import outcrop.analysis.render.Scale.Tick;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.DistributionSpec;

/// The axis of counts or shares: its scale from zero to a round number, its ticks and its title.
final class CountAxis {
  /// An axis with room for fewer ticks ends as if it had so many: it would end far above the
  /// highest else.
  private static final int FEWEST_STEPS = 5;

  final Scale scale;
  final List<Tick> ticks;

  final double start;
  final double end;

  private CountAxis(Scale scale, List<Tick> ticks, double start, double end) {
    this.scale = scale;
    this.ticks = ticks;
    this.start = start;
    this.end = end;
  }

  /// @param from pixel of zero
  /// @param to pixel of the highest
  /// @param wanted about how many ticks
  static CountAxis of(DistributionSpec spec, Tally tally, double from, double to, int wanted) {
    double highest = tally.highest();
    DistributionSpec.Scale kind = spec.axes().y();
    if (!(highest > 0)) {
      return new CountAxis(new Scale.Linear(0, 1, from, to), List.of(new Tick(0, "0")), from, to);
    }
    double unit = tally.shares ? Math.max(1e-9, tally.smallest()) : 1;
    boolean stackOfShares =
        tally.split && tally.shares && tally.arrangement == Tally.Arrangement.STACKED;
    Scale plain =
        switch (stackOfShares ? DistributionSpec.Scale.LINEAR : kind) {
          case LINEAR ->
              new Scale.Linear(
                  0,
                  tally.targeted ? highest : round(highest, Math.max(FEWEST_STEPS, wanted)),
                  from,
                  to);
          case LOG -> new Scale.Log(unit / 2, Math.max(highest * 1.1, unit * 2), from, to);
          case SYMLOG -> new Scale.SymLog(0, highest * 1.05, unit, from, to);
        };
    AxisStyle style = spec.style().y();
    Scale scale = StyledScale.of(plain, style);
    boolean written = !style.ticks().isEmpty() || !style.format().equals(AxisStyle.Format.AUTO);
    List<Tick> ticks =
        ticks(scale, wanted).stream()
            .filter(tick -> written || tally.shares || tick.value() == Math.rint(tick.value()))
            .map(
                tick ->
                    tick.minor() || written ? tick : tally.shares ? percent(tick) : grouped(tick))
            .toList();
    return new CountAxis(scale, ticks, from, to);
  }

  /// About as many ticks as wanted, but one above zero wherever the scale has one.
  private static List<Tick> ticks(Scale scale, int wanted) {
    List<Tick> ticks = scale.ticks(wanted);
    for (int more = wanted + 1; more <= FEWEST_STEPS && ticks.size() < 2; more++) {
      ticks = scale.ticks(more);
    }
    return ticks;
  }

  /// From zero to exactly the highest, without ticks.
  static CountAxis tight(Tally tally, double from, double to) {
    return new CountAxis(new Scale.Linear(0, tally.highest(), from, to), List.of(), from, to);
  }

  /// The next tick at or above the highest. The higher end may make for longer steps, which move it
  /// once more.
  private static double round(double highest, int wanted) {
    double end = highest;
    for (int i = 0; i < 2; i++) {
      double step = NumberTicks.step(0, end, wanted).doubleValue();
      end = Math.ceil(highest / step * (1 - 1e-9)) * step;
    }
    return end;
  }

  private static Tick grouped(Tick tick) {
    return tick.value() >= 1000 && tick.value() < 10_000 && !tick.label().endsWith("k")
        ? new Tick(tick.value(), Numerals.exact((long) tick.value()))
        : tick;
  }

  private static Tick percent(Tick tick) {
    return new Tick(tick.value(), Numerals.percent(tick.value()));
  }

  /// Pixel of a height; heights beyond the axis end at its end.
  double pixel(double height) {
    double pixel = scale.toPixel(height);
    return start < end ? Math.clamp(pixel, start, end) : Math.clamp(pixel, end, start);
  }

  /// What the axis measures, with its scale where that is not plain.
  static String title(DistributionSpec spec, Tally tally, ChartWords words) {
    if (!spec.style().yTitle().isEmpty()) {
      return Names.visible(spec.style().yTitle());
    }
    boolean split = tally.split;
    String what =
        switch (spec.axes().grouping()) {
          case STACKED, SIDE_BY_SIDE, OVERLAID -> words.rows();
          case SHARE_OF_BAR -> split ? words.shareOfBar() : words.rows();
          case SHARE_OF_GROUP -> split ? words.shareOfGroup() : words.shareOfRows();
        };
    return withScale(what, spec.axes().y(), words);
  }

  static String withScale(String what, DistributionSpec.Scale scale, ChartWords words) {
    return switch (scale) {
      case LINEAR -> what;
      case LOG -> ChartWords.fill(words.logScale(), what);
      case SYMLOG -> ChartWords.fill(words.symLogScale(), what);
    };
  }
}
