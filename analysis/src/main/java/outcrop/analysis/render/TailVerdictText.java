package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.TailWords.VerdictWords;
import outcrop.analysis.stats.Alternative.Law;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawFitter;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.TailVerdict;
import outcrop.analysis.stats.TooLittleData;

/// What a fit of a power law says, in the words of a language.
public final class TailVerdictText {
  private TailVerdictText() {}

  /// `Power law plausible (p = 0.74); better than exponential; cannot tell from lognormal`.
  public static String of(PowerLawResult law, TailWords words) {
    VerdictWords verdict = words.verdict();
    return switch (law.fit()) {
      case TooLittleData(var reason, long n, long distinct) ->
          switch (reason) {
            case NO_VALUES -> verdict.noneAboveZero();
            case FEW_OBSERVATIONS ->
                fill(verdict.fewObservations(), n, PowerLawFitter.FEWEST_OBSERVATIONS);
            case FEW_VALUES -> fill(verdict.fewValues(), distinct, PowerLawFitter.FEWEST_VALUES);
          };
      case PowerLawFit _ ->
          fitted(TailVerdict.of(law.goodness(), law.alternatives()), law.capped(), verdict);
    };
  }

  private static String fill(String pattern, long found, long wanted) {
    return ChartWords.fill(pattern, Numerals.exact(found), Numerals.exact(wanted));
  }

  private static String fitted(TailVerdict verdict, boolean capped, VerdictWords words) {
    List<String> parts = new ArrayList<>();
    Double p = verdict.pValue();
    String pValue = p == null ? "" : Numerals.plain(p, 2);
    parts.add(
        switch (verdict.power()) {
          case RULED_OUT -> ChartWords.fill(words.ruledOut(), pValue);
          case PLAUSIBLE -> ChartWords.fill(words.plausible(), pValue);
          case NOT_TESTED -> words.notTested();
        });
    add(parts, words.better(), verdict.better(), words);
    add(parts, words.worse(), verdict.worse(), words);
    add(parts, words.undecided(), verdict.undecided(), words);
    if (capped) {
      parts.add(words.capped());
    }
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String pattern, List<Law> laws, VerdictWords words) {
    laws.stream()
        .map(law -> words.laws().get(law.ordinal()))
        .reduce((one, other) -> ChartWords.fill(words.and(), one, other))
        .ifPresent(named -> parts.add(ChartWords.fill(pattern, named)));
  }
}
