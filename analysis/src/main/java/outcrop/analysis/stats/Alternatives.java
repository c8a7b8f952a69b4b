package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.stats.Alternative.Law;
import outcrop.analysis.task.TaskContext;

/// Fits the rivals of a power law to its tail and compares them with it.
public final class Alternatives {
  private Alternatives() {}

  /// One comparison for each law, in the order of [Law].
  ///
  /// @param numbers what the power law was fitted to
  public static List<Alternative> compare(
      ValueFrequencies numbers, PowerLawFit fit, TaskContext context) {
    Tail tail = new Tail(numbers.positive(), fit);
    TailLaw power = PowerTail.of(fit);
    List<Alternative> all = new ArrayList<>();
    for (Law law : Law.values()) {
      context.checkCancelled();
      TailLaw other =
          switch (law) {
            case LOGNORMAL -> LognormalTail.fit(tail, fit.alpha());
            case EXPONENTIAL -> ExponentialTail.fit(tail);
            case CUTOFF -> CutoffTail.fit(tail, fit.alpha());
            case STRETCHED_EXPONENTIAL -> StretchedTail.fit(tail, fit.alpha());
          };
      all.add(Alternative.compare(law, tail, power, other));
    }
    return all;
  }
}
