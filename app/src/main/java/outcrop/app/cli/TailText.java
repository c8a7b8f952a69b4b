package outcrop.app.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.stats.Alternative;
import outcrop.analysis.stats.Band;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.CoverageCurve;
import outcrop.analysis.stats.Goodness;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.RepeatLift;
import outcrop.analysis.stats.Richness;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.TermSpread;

/// A long tail for people: measures with their intervals, bands, the power law and bursts.
final class TailText {
  private static final int WIDEST = 60;
  private static final int TERMS_SHOWN = 10;
  private static final double WHOLE = 1000;
  private static final double LEAST_CHANCE = 1e-4;
  private static final MathContext DIGITS = new MathContext(4);

  private final TailReport report;

  TailText(TailReport report) {
    this.report = report;
  }

  void lines(Session session) {
    session.print(summary());
    TailMeasures measures = report.measures().orElse(null);
    if (measures == null) {
      session.print("");
      session.print(report.powerLaw().verdict());
      return;
    }
    session.print("");
    session.print(measures(measures));
    session.print("");
    session.print(bands());
    session.print("");
    powerLaw().forEach(session::print);
    bursts(session);
  }

  private String summary() {
    String what =
        switch (report.unit()) {
          case CLASSES ->
              Words.count(report.n(), "occurrence") + " of " + classes(report.distinct());
          case TERMS ->
              Words.count(report.n(), "word")
                  + ", "
                  + Words.count(report.distinct())
                  + " different";
          case VALUES ->
              Words.count(report.n(), "value")
                  + ", "
                  + Words.count(report.distinct())
                  + " different";
        };
    return CellText.harmless(report.field())
        + ": "
        + what
        + ", "
        + Words.count(report.rows(), "row")
        + ", "
        + Words.count(report.missing())
        + " missing"
        + (report.unusable() > 0 ? ", " + Words.count(report.unusable()) + " not usable" : "")
        + (report.notPositive() > 0
            ? ", " + Words.count(report.notPositive()) + " not above zero"
            : "");
  }

  private static String classes(long count) {
    return Words.count(count) + (count == 1 ? " class" : " classes");
  }

  private TextTable measures(TailMeasures measures) {
    TextTable table =
        new TextTable()
            .column("measure", TextTable.Align.LEFT, WIDEST)
            .column("value", TextTable.Align.RIGHT)
            .column("95 % interval", TextTable.Align.LEFT);
    table.row(
        "Gini", number(measures.inequality().gini()), words(measures.inequality().giniInterval()));
    table.row("Gini, unbiased", number(measures.inequality().giniUnbiased()), "");
    table.row(
        "entropy, bits",
        number(measures.diversity().entropyBits()),
        words(measures.diversity().entropyBitsInterval()));
    table.row(
        "classes in effect (Hill 1)",
        number(measures.diversity().hill1()),
        words(measures.diversity().hill1Interval()));
    table.row(
        "classes in effect (Hill 2)",
        number(measures.diversity().hill2()),
        words(measures.diversity().hill2Interval()));
    table.row("evenness", number(measures.diversity().evenness()), "");
    table.row("largest by smallest", number(measures.inequality().imbalance()), "");
    richness(table, measures.richness());
    if (measures.singletonCost() != null) {
      table.row(
          "share lost by dropping singletons, theoretical",
          number(measures.singletonCost().cost()),
          "");
    }
    table.row(
        "Zipf exponent, maximum likelihood",
        number(measures.zipf().exponent()),
        measures.classes() > 1 ? words(measures.zipf().interval()) : "");
    coverage(table, measures.coverage());
    return table;
  }

  private static void richness(TextTable table, @Nullable Richness richness) {
    if (richness == null) {
      return;
    }
    table.row("singletons", Words.count(richness.singletons()), "");
    table.row("unseen mass", number(richness.unseenMass()), words(richness.unseenMassInterval()));
    table.row("coverage", number(richness.coverage()), "");
    table.row("all classes (Chao1)", number(richness.chao1()), words(richness.chao1Interval()));
    table.row("all classes (ACE)", number(richness.ace()), "");
  }

  private static void coverage(TextTable table, CoverageCurve curve) {
    for (int percent : new int[] {50, 80, 95, 99}) {
      table.row(
          "classes with " + percent + " % of rows",
          Words.count(curve.classesFor(percent / 100.0)),
          "");
    }
  }

  private TextTable bands() {
    TextTable table =
        new TextTable()
            .column("band (" + report.bandRule() + ")", TextTable.Align.LEFT)
            .column("classes", TextTable.Align.RIGHT)
            .column("rows", TextTable.Align.RIGHT)
            .column("share", TextTable.Align.RIGHT)
            .column("rows per class", TextTable.Align.LEFT);
    double all = report.bands().stream().mapToDouble(Band::rows).sum();
    for (Band band : report.bands()) {
      table.row(
          band.name(),
          Words.count(band.classes()),
          Words.number(band.rows()),
          String.format(Locale.ROOT, "%.1f %%", 100 * band.rows() / all),
          band.classes() == 0
              ? ""
              : Words.number(band.smallest()) + " – " + Words.number(band.largest()));
    }
    return table;
  }

  private List<String> powerLaw() {
    PowerLawResult result = report.powerLaw();
    List<String> lines = new ArrayList<>();
    if (result.fit() instanceof PowerLawFit fit) {
      Goodness goodness = result.goodness();
      lines.add(
          "Power law ("
              + FieldNames.word(fit.kind())
              + "): alpha "
              + number(fit.alpha())
              + " ± "
              + number(fit.se())
              + " from "
              + Words.number(fit.xmin())
              + ", n "
              + Words.count(fit.nTail())
              + " of "
              + Words.count(fit.n())
              + ", KS "
              + number(fit.ks())
              + (goodness == null
                  ? ""
                  : ", p "
                      + number(goodness.pValue())
                      + " ("
                      + words(goodness.pInterval())
                      + " by "
                      + Words.count(goodness.draws(), "draw")
                      + ", seed "
                      + goodness.seed()
                      + ")"));
      for (Alternative alternative : result.alternatives()) {
        lines.add(
            "  against "
                + alternative.law().words()
                + ": ratio "
                + number(alternative.ratio())
                + ", p "
                + chance(alternative.p())
                + (alternative.atBound() ? " (at its bound, where it is a power law)" : ""));
      }
    }
    lines.add(result.verdict());
    return lines;
  }

  private void bursts(Session session) {
    Burstiness bursts = report.burstiness();
    if (bursts != null) {
      session.print("");
      for (String line : bursts(bursts)) {
        session.print(line);
      }
    }
    if (!report.spread().isEmpty()) {
      session.print("");
      session.print(spread());
    }
  }

  private List<String> bursts(Burstiness bursts) {
    List<String> lines = new ArrayList<>();
    RepeatLift context = bursts.context();
    if (context != null) {
      lines.add(
          "Repeat lift within the contexts of " + CellText.harmless(report.by()) + lift(context));
    }
    for (Burstiness.WindowLift window : bursts.windows()) {
      lines.add("Repeat lift in windows of " + window.size() + lift(window.lift()));
    }
    if (!Double.isNaN(bursts.burstyShare())) {
      lines.add(
          "Bursty contexts (class three times among the eight before): "
              + String.format(Locale.ROOT, "%.1f %%", 100 * bursts.burstyShare())
              + ".");
    }
    if (bursts.looksSorted()) {
      lines.add("The rows look sorted by " + CellText.harmless(report.field()) + ".");
    }
    Burstiness.Middle middle = bursts.middle();
    if (middle.classes() > 0) {
      lines.add(
          "Gaps: median corrected burstiness "
              + number(middle.median())
              + middle.interval().map(interval -> " (" + words(interval) + ")").orElse("")
              + " over "
              + classes(middle.classes())
              + " with five gaps or more (−1 periodic, 0 random, 1 bursty).");
    }
    return lines;
  }

  private static String lift(RepeatLift lift) {
    return lift.permutations() == 0
        ? ": too little data."
        : ": "
            + number(lift.lift())
            + " (shuffled "
            + words(lift.nullBand())
            + ", "
            + Words.count(lift.contexts(), "context")
            + ", "
            + Words.count(lift.permutations(), "permutation")
            + ").";
  }

  private TextTable spread() {
    TextTable table =
        new TextTable()
            .column("term", TextTable.Align.LEFT, WIDEST)
            .column("n", TextTable.Align.RIGHT)
            .column("rows", TextTable.Align.RIGHT)
            .column("variance/mean", TextTable.Align.RIGHT)
            .column("residual IDF", TextTable.Align.RIGHT)
            .column("DP", TextTable.Align.RIGHT);
    for (TermSpread each : report.spread().stream().limit(TERMS_SHOWN).toList()) {
      table.row(
          each.term(),
          Words.count(each.dispersion().occurrences()),
          Words.count(each.dispersion().documents()),
          number(each.dispersion().varianceToMean()),
          number(each.dispersion().residualIdf()),
          number(each.dispersion().deviation()));
    }
    return table;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : Words.number(rounded(value));
  }

  /// A p-value: beyond four decimals only its smallness matters.
  private static String chance(double p) {
    return p < LEAST_CHANCE ? "< " + Words.number(LEAST_CHANCE) : number(p);
  }

  private static String words(Interval interval) {
    return number(interval.low()) + " – " + number(interval.high());
  }

  /// Four digits: more would promise what the intervals take back.
  private static double rounded(double value) {
    return Double.isInfinite(value) || Math.abs(value) >= WHOLE
        ? Math.rint(value)
        : new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
