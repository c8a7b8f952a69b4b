package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Grouping;

/// Title and the line below it that says how the numbers were made.
final class Header {
  private static final int TOO_LITTLE = 10;

  private Header() {}

  /// Draws both where there is room.
  ///
  /// @return the pixel below
  static double draw(Sketch sketch, DistributionSpec spec, DistributionData data, Tally tally) {
    double pad = sketch.padding();
    if (sketch.isTiny()) {
      return pad;
    }
    double room = sketch.width - 2 * pad;
    TextStyle heading = sketch.heading();
    TextStyle small = sketch.small();
    List<Mark> parts = new ArrayList<>();
    double baseline = pad + heading.size() * 0.85;
    String title = Sketch.fit(title(spec, sketch.words()), room, heading);
    Sketch.label(parts, title, pad, baseline, Anchor.START, heading);
    sketch.region(new Bounds(pad, pad, room, heading.size() * 1.3), new Target.Title());
    baseline += small.size() * 1.5;
    String facts = Sketch.fit(subtitle(spec, data, tally, sketch.words()), room, small);
    Sketch.label(parts, facts, pad, baseline, Anchor.START, small);
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
    if (placed) {
      parts.addAll(method(spec, data, words));
    }
    boolean shaped = !(data.axis() instanceof BinAxis.Values);
    if (shaped && data.selected() > 0 && data.selected() < TOO_LITTLE) {
      parts.add(words.tooLittle());
    }
    boolean grey = spec.axes().grouping() != Grouping.SHARE_OF_BAR || !tally.split;
    if (placed && grey && tally.isFiltered()) {
      parts.add(words.greyIsAll());
    }
    return String.join(" · ", parts);
  }

  static String rows(DistributionData data, ChartWords words) {
    return data.selected() == data.total()
        ? ChartWords.fill(words.allRows(), Numerals.exact(data.total()))
        : ChartWords.fill(
            words.someRows(), Numerals.exact(data.selected()), Numerals.exact(data.total()));
  }

  private static List<String> method(
      DistributionSpec spec, DistributionData data, ChartWords words) {
    String count = Numerals.exact(data.axis().size());
    boolean automatic = spec.bins().count() == 0;
    if (data.axis().size() == 1 && !(data.axis() instanceof BinAxis.Values)) {
      return List.of(words.oneBin());
    }
    return switch (data.axis()) {
      case BinAxis.Values values ->
          List.of(values.size() == 1 ? words.oneValue() : ChartWords.fill(words.values(), count));
      case BinAxis.Times times -> {
        String bins = times(times, count, words);
        yield automatic ? List.of(bins, words.automaticTime()) : List.of(bins);
      }
      case BinAxis.Numbers numbers -> {
        if (BinNames.isOnePerWhole(numbers)) {
          yield List.of(ChartWords.fill(words.onePerWhole(), count));
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
        yield automatic ? List.of(bins, words.automatic()) : List.of(bins);
      }
    };
  }

  private static String times(BinAxis.Times times, String count, ChartWords words) {
    List<String> units =
        List.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND");
    int unit = units.indexOf(times.unit());
    return unit < 0
        ? ChartWords.fill(words.binsEven(), count)
        : ChartWords.fill(words.binsByUnit(), count, words.units().get(unit));
  }
}
