package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.List;

/// Two quantiles of one probability: a point of a quantile-quantile plot.
///
/// @param probability within 0…1, without the ends
/// @param first the quantile of the first distribution
/// @param second that of the other
public record QuantilePair(double probability, double first, double second) {
  private static final int MOST = 250;

  /// Pairs at equal distances of probability, as many as the smaller of the two has values.
  public static List<QuantilePair> between(Steps one, Steps other) {
    int count = (int) Math.min(Math.min(one.n(), other.n()), MOST);
    List<QuantilePair> pairs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double p = (i + 0.5) / count;
      pairs.add(new QuantilePair(p, one.inverse(p), other.inverse(p)));
    }
    return pairs;
  }

  /// Each different value against the quantile of the standard normal law. Equal values stand in
  /// the middle of their ranks.
  public static List<QuantilePair> toNormal(Steps steps) {
    List<QuantilePair> pairs = new ArrayList<>(steps.values().length);
    long before = 0;
    for (int i = 0; i < steps.values().length; i++) {
      double p = (before + steps.counts()[i]) / 2.0 / steps.n();
      before = steps.counts()[i];
      pairs.add(new QuantilePair(p, steps.values()[i], Normal.quantile(p)));
    }
    return pairs;
  }
}
