package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Grouping;

/// Title and the line below it that says how the numbers were made.
final class Header {
  private static final int TOO_LITTLE = 10;

  /// Usual lengths of the calendar steps, in the order of [ChartWords#units].
  private static final List<Long> UNIT_MICROS =
      Stream.of(31_556_952L, 7_889_238L, 2_629_746L, 604_800L, 86_400L, 3600L, 60L, 1L)
          .map(seconds -> seconds * TimeColumn.MICROS_PER_SECOND)
          .toList();

  private Header() {}

  /// Draws all where there is room.
  ///
  /// @param own what the user wrote below the title, empty for nothing
  /// @param made how the numbers were made
  /// @return the pixel below
  static double draw(Sketch sketch, String title, String own, String made) {
    double pad = sketch.padding();
    if (sketch.isTiny()) {
      return pad;
    }
    double room = sketch.width - 2 * pad;
    TextStyle heading = sketch.heading();
    TextStyle small = sketch.small();
    List<Mark> parts = new ArrayList<>();
    double baseline = pad + heading.size() * 0.85;
    Sketch.label(parts, Sketch.fit(title, room, heading), pad, baseline, Anchor.START, heading);
    sketch.region(new Bounds(pad, pad, room, heading.size() * 1.3), new Target.Title());
    if (!own.isEmpty()) {
      TextStyle body = sketch.body();
      baseline += body.size() * 1.5;
      String fitted = Sketch.fit(Names.visible(own), room, body);
      Sketch.label(parts, fitted, pad, baseline, Anchor.START, body);
      double top = baseline - body.size();
      sketch.region(new Bounds(pad, top, room, body.size() * 1.4), new Target.Subtitle());
    }
    baseline += small.size() * 1.5;
    Sketch.label(parts, Sketch.fit(made, room, small), pad, baseline, Anchor.START, small);
    sketch.group("title", parts);
    return baseline + sketch.scaled(sketch.isSmall() ? 6 : 10);
  }

  /// What the user called it, else the field and what splits it.
  static String title(DistributionSpec spec, ChartWords words) {
    if (!spec.title().isEmpty()) {
      return Names.visible(spec.title());
    }
    String field = Names.visible(spec.field());
    return spec.by().isEmpty()
        ? field
        : ChartWords.fill(words.by(), field, Names.visible(spec.by()));
  }

  /// `1,203 of 40,000 rows · 30 bins of width 5 · Freedman–Diaconis rule`.
  static String subtitle(
      DistributionSpec spec, DistributionData data, Tally tally, ChartWords words) {
    List<String> parts = new ArrayList<>();
    parts.add(rows(data, words));
    boolean placed = tally.placed() > 0;
    if (spec.shape() != DistributionSpec.Shape.BARS) {
      parts.addAll(new ShapeText(spec, data, tally, words).method());
    }
    if (placed && !spec.shape().isSpread()) {
      parts.addAll(method(spec, data, words));
    }
    boolean shaped = !(data.axis() instanceof BinAxis.Values);
    if (shaped && data.selected() > 0 && data.selected() < TOO_LITTLE) {
      parts.add(words.tooLittle());
    }
    boolean grey =
        !tally.split || !spec.shape().isSpread() && spec.axes().grouping() != Grouping.SHARE_OF_BAR;
    if (placed && grey && tally.isFiltered()) {
      parts.add(words.greyIsAll());
    }
    parts.addAll(cuts(spec, data, tally, words));
    return String.join(" · ", parts);
  }

  /// What the ranges of the axes leave out: rows whose bars are not drawn, and a start above zero.
  private static List<String> cuts(
      DistributionSpec spec, DistributionData data, Tally tally, ChartWords words) {
    List<String> parts = new ArrayList<>();
    boolean[] seen = StyledScale.seen(data.axis(), spec.style().x());
    long beyond = 0;
    for (int bin = 0; bin < tally.bins; bin++) {
      beyond += seen[bin] ? 0 : tally.count(bin);
    }
    if (beyond > 0) {
      parts.add(ChartWords.fill(words.marks().beyond(), Numerals.exact(beyond)));
    }
    double start = AxisText.count(spec.style().y().from()).orElse(0);
    if (start > 0 && spec.axes().y() == DistributionSpec.Scale.LINEAR) {
      parts.add(ChartWords.fill(words.marks().startsAt(), Numerals.plain(start, 6)));
    }
    return parts;
  }

  static String rows(ViewData data, ChartWords words) {
    return data.selected() == data.total()
        ? ChartWords.fill(words.allRows(), Numerals.exact(data.total()))
        : ChartWords.fill(
            words.someRows(), Numerals.exact(data.selected()), Numerals.exact(data.total()));
  }

  private static List<String> method(
      DistributionSpec spec, DistributionData data, ChartWords words) {
    String count = Numerals.exact(data.axis().size());
    if (data.axis().size() == 1 && !(data.axis() instanceof BinAxis.Values)) {
      return List.of(words.oneBin());
    }
    return switch (data.axis()) {
      case BinAxis.Values values ->
          List.of(values.size() == 1 ? words.oneValue() : ChartWords.fill(words.values(), count));
      case BinAxis.Times times -> withRule(times(times, count, words), spec, data.axis(), words);
      case BinAxis.Numbers numbers -> {
        if (BinNames.isOnePerWhole(numbers)) {
          String each = ChartWords.fill(words.onePerWhole(), count);
          yield withRule(each, spec, data.axis(), words);
        }
        String width = BinNames.width(numbers);
        String bins =
            switch (spec.axes().x()) {
              case LOG -> ChartWords.fill(words.binsOnLog(), count);
              case SYMLOG -> ChartWords.fill(words.binsOnSymLog(), count);
              case LINEAR ->
                  width.isEmpty()
                      ? ChartWords.fill(words.bins(), count)
                      : ChartWords.fill(words.binsOfWidth(), count, width);
            };
        yield withRule(bins, spec, data.axis(), words);
      }
    };
  }

  private static List<String> withRule(
      String bins, DistributionSpec spec, BinAxis axis, ChartWords words) {
    String rule = rule(spec.bins().count(), axis, words);
    return rule.isEmpty() ? List.of(bins) : List.of(bins, rule);
  }

  /// What decided the bins, empty where their count says it all.
  ///
  /// @param asked the count that the user asked for; 0 for the default rule
  static String rule(int asked, BinAxis axis, ChartWords words) {
    return switch (axis.rule()) {
      case FREEDMAN_DIACONIS -> words.freedmanDiaconis();
      case STURGES -> words.sturges();
      case LIMITED -> words.limited();
      case CALENDAR -> words.calendar();
      case ASKED ->
          asked == 0
              ? ""
              : asked == axis.size()
                  ? words.asAsked()
                  : ChartWords.fill(words.otherAsked(), Numerals.exact(asked));
      case OWN_EDGES -> words.marks().ownEdges();
      case EACH_WHOLE, EACH_VALUE, EVEN -> "";
    };
  }

  private static String times(BinAxis.Times times, String count, ChartWords words) {
    List<String> units =
        List.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND");
    int unit = units.indexOf(times.unit());
    if (unit < 0) {
      return ChartWords.fill(words.binsEven(), count);
    }
    // Months and years differ in length by less than a quarter, so rounding finds the step.
    long[] edges = times.edges();
    long steps = Math.round((double) (edges[1] - edges[0]) / UNIT_MICROS.get(unit));
    return steps <= 1
        ? ChartWords.fill(words.binsByUnit(), count, words.units().get(unit))
        : ChartWords.fill(
            words.binsByUnits(), count, Numerals.exact(steps), words.manyUnits().get(unit));
  }
}
