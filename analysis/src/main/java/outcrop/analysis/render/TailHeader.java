package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.model.ClassVariation;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.TailFigure;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.TailWords.BesideWords;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ColumnMeaning;
import outcrop.analysis.stats.LabelMultiplicity;

/// Title of a long tail and the line below it that says what was counted and what was not.
final class TailHeader {
  private static final int TOO_LITTLE = 10;
  private static final int MOST_LINES = 4;

  private TailHeader() {}

  /// `62,500 rows · 365 classes · largest 4,980, smallest 5`; where there is room for one line, the
  /// chosen measures instead of the sizes.
  static String subtitle(TailPlot plot) {
    ChartWords words = plot.sketch().words();
    TailWords tail = plot.words();
    TailClasses classes = plot.classes();
    List<String> parts = new ArrayList<>();
    parts.add(Header.rows(plot.data(), words));
    if (classes.count() > 0) {
      parts.add(plot.count(classes.count()));
    }
    if (plot.sketch().isSmall()) {
      parts.addAll(chosen(plot));
    } else if (classes.count() > 0) {
      parts.add(
          ChartWords.fill(
              tail.largestSmallest(),
              plot.size(classes.size(0)),
              plot.size(classes.size(classes.count() - 1))));
    }
    if (plot.data().apart().missing() > 0) {
      parts.add(ChartWords.fill(tail.missing(), Numerals.exact(plot.data().apart().missing())));
    }
    if (plot.data().apart().without() > 0) {
      parts.add(
          ChartWords.fill(
              plot.isOfValues() ? tail.notPositive() : tail.emptyLists(),
              Numerals.exact(plot.data().apart().without())));
    }
    if (classes.count() > 0 && classes.count() < TOO_LITTLE) {
      parts.add(tail.tooFew());
    }
    if (plot.hasContext()) {
      parts.add(words.greyIsAll());
    }
    return String.join(" · ", parts);
  }

  /// The chosen measures, and what the shape has to say: `Gini 0.6716 · power law plausible …`.
  static String figures(TailPlot plot) {
    if (plot.classes().count() == 0) {
      return "";
    }
    List<String> parts = new ArrayList<>(chosen(plot));
    switch (plot.spec().shape()) {
      case RANK ->
          TailFigure.of(Measure.ZIPF, plot.data())
              .filter(_ -> plot.spec().look().fitted())
              .filter(_ -> !plot.spec().look().measures().contains(Measure.ZIPF))
              .ifPresent(
                  figure ->
                      parts.add(
                          ChartWords.fill(plot.words().zipfLine(), TailFigureText.value(figure))));
      case CCDF ->
          parts.add(
              plot.data()
                  .study()
                  .flatMap(TailStudy::powerLaw)
                  .map(law -> TailVerdictText.of(law, plot.words()))
                  .orElse(plot.words().studying()));
      case BURSTINESS ->
          plot.data()
              .study()
              .flatMap(TailStudy::burstiness)
              .filter(Burstiness::looksSorted)
              .ifPresent(
                  _ ->
                      parts.add(
                          ChartWords.fill(
                              plot.words().sorted(), Names.visible(plot.spec().field()))));
      case LABELS ->
          plot.data()
              .study()
              .flatMap(TailStudy::meaning)
              .ifPresent(found -> parts.addAll(labels(plot, found)));
      case VARIATION ->
          plot.data()
              .study()
              .flatMap(TailStudy::variation)
              .ifPresent(found -> parts.addAll(variation(plot, found.found())));
      case LORENZ, COVERAGE, RAREFACTION, RASTER -> {}
    }
    return String.join(" · ", parts);
  }

  private static List<String> labels(TailPlot plot, ColumnMeaning meaning) {
    LabelMultiplicity found = meaning.multiplicity();
    BesideWords words = plot.words().beside();
    List<String> parts = new ArrayList<>();
    parts.add(
        ChartWords.fill(
            words.severalLabels(),
            Numerals.exact(found.severalLabels()),
            Numerals.exact(found.items()),
            Names.visible(plot.spec().beside().label()),
            Numerals.percent(found.severalInterval().low()),
            Numerals.percent(found.severalInterval().high())));
    parts.add(
        ChartWords.fill(
            words.bits(),
            Numerals.plain(found.labelGivenItem(), 3),
            Numerals.plain(found.itemGivenLabel(), 3)));
    if (!Double.isNaN(found.labelGivenItemInContext())) {
      parts.add(
          ChartWords.fill(
              words.bitsInContext(),
              Numerals.plain(found.labelGivenItemInContext(), 3),
              Names.visible(plot.spec().beside().events())));
    }
    return parts;
  }

  private static List<String> variation(TailPlot plot, ClassVariation found) {
    BesideWords words = plot.words().beside();
    List<String> parts = new ArrayList<>(List.of(Names.visible(plot.spec().beside().vector())));
    if (Double.isFinite(found.withinBetween())) {
      parts.add(ChartWords.fill(words.withinBetween(), Numerals.plain(found.withinBetween(), 4)));
    }
    if (found.unusable() > 0) {
      parts.add(ChartWords.fill(words.unusable(), Numerals.exact(found.unusable())));
    }
    return parts;
  }

  private static List<String> chosen(TailPlot plot) {
    List<String> parts = new ArrayList<>();
    for (Measure measure : plot.spec().look().measures()) {
      TailFigure.of(measure, plot.data())
          .ifPresent(
              figure ->
                  parts.add(
                      TailFigureText.name(measure, plot.words())
                          + " "
                          + TailFigureText.value(figure)));
    }
    return parts;
  }

  /// Draws the measures below the other lines, on as many lines as they need, up to four.
  ///
  /// @return the pixel below
  static double drawFigures(Sketch sketch, String figures, double top) {
    if (figures.isEmpty() || sketch.isSmall()) {
      return top;
    }
    TextStyle small = sketch.small();
    List<Mark> parts = new ArrayList<>();
    double pad = sketch.padding();
    double baseline = top + small.size() * 0.6;
    List<String> lines = Sketch.wrapped(figures, sketch.width - 2 * pad, small);
    for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
      boolean cut = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
      String line = cut ? String.join(" ", lines.subList(i, lines.size())) : lines.get(i);
      Sketch.label(
          parts,
          Sketch.fit(line, sketch.width - 2 * pad, small),
          pad,
          baseline + i * small.size() * 1.4,
          Mark.Anchor.START,
          small);
    }
    sketch.group("figures", parts);
    return baseline
        + (Math.min(MOST_LINES, lines.size()) - 1) * small.size() * 1.4
        + sketch.scaled(10);
  }
}
