package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.TailClasses;

/// Title of a long tail and the line below it that says what was counted and what was not.
final class TailHeader {
  private static final int TOO_LITTLE = 10;

  private TailHeader() {}

  /// `62,500 rows · 365 classes · largest 4,980, smallest 5`.
  static String subtitle(TailPlot plot) {
    ChartWords words = plot.sketch().words();
    TailWords tail = plot.words();
    TailClasses classes = plot.classes();
    List<String> parts = new ArrayList<>();
    parts.add(Header.rows(plot.data(), words));
    if (classes.count() > 0) {
      parts.add(plot.count(classes.count()));
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
}
