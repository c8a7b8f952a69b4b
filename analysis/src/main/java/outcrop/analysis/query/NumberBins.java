package outcrop.analysis.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// Chooses the edges of number bins.
///
/// Without a wanted count, the width follows Freedman and Diaconis (1981), 2·IQR·n^(−1/3), on the
/// scale of the axis, kept between 5 and 60 bins and moved to a round step. A wanted count gives so
/// many equal bins from the smallest to the largest value. Bins of whole numbers have whole edges,
/// so that each holds as many numbers as the next; there may then be fewer bins than wanted.
final class NumberBins {
  static final int FEWEST = 5;
  static final int MOST = 60;

  /// How many representable numbers a bin must span for its edges to be moved to round ones.
  private static final double COARSE = 16;

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final double[] DECADES = {
    1 / 50.0, 1 / 20.0, 1 / 10.0, 1 / 5.0, 1 / 4.0, 1 / 3.0, 1 / 2.0, 1, 2, 5, 10, 20, 50, 100
  };

  private NumberBins() {}

  /// What must be known of the values.
  ///
  /// @param min smallest finite value that the scale can show
  /// @param max largest one
  /// @param n how many there are
  /// @param integral whether all of them are whole
  /// @param sample some of them, sorted
  record Values(double min, double max, long n, boolean integral, double[] sample) {}

  /// @param wanted the count that the user asked for, 0 for the rule
  /// @return rising edges, one more than there are bins; 0 and 1 where there is no value
  static double[] edges(Values values, int wanted, Scale scale) {
    if (values.n == 0) {
      return new double[] {0, 1};
    }
    if (values.min == values.max) {
      return single(values);
    }
    // Beyond 64 bits every double is whole, and steps of one are of no use.
    boolean whole = values.integral && Math.max(-values.min, values.max) <= 0x1p63;
    double[] edges =
        switch (scale) {
          case LINEAR ->
              whole
                  ? wholeLinear(values, wanted)
                  : wanted > 0 ? even(values, wanted, scale) : roundLinear(values);
          case LOG, SYMLOG -> {
            double[] curved = wanted > 0 ? even(values, wanted, scale) : roundCurved(values, scale);
            yield whole ? wholeEdges(curved, values) : curved;
          }
        };
    return strictlyRising(edges);
  }

  private static double[] single(Values values) {
    double v = values.min;
    double half = Math.max(0.5, 2 * Math.ulp(v));
    return values.integral && Math.abs(v) < 0x1p52
        ? new double[] {v, v + 1}
        : new double[] {v - half, v + half};
  }

  /// What decided the edges that [#edges] gives for the same question.
  static BinRule rule(Values values, int wanted, Scale scale, double[] edges) {
    if (values.n == 0 || values.min == values.max) {
      return BinRule.EVEN;
    }
    if (wanted > 0) {
      return BinRule.ASKED;
    }
    boolean each = values.integral;
    for (int i = 1; i < edges.length && each; i++) {
      each = edges[i] - edges[i - 1] == 1;
    }
    if (each) {
      return BinRule.EACH_WHOLE;
    }
    double width = ruleWidth(values, scale);
    double count = unboundedCount(values, scale, width);
    if (count < FEWEST || count > MOST) {
      return BinRule.LIMITED;
    }
    return width > 0 ? BinRule.FREEDMAN_DIACONIS : BinRule.STURGES;
  }

  /// How many bins the rule wants, before rounding.
  static double ruleCount(Values values, Scale scale) {
    return Math.clamp(unboundedCount(values, scale, ruleWidth(values, scale)), FEWEST, MOST);
  }

  private static double unboundedCount(Values values, Scale scale, double width) {
    // Where half of all values are equal the rule has no width; Sturges' count needs none.
    return width > 0
        ? (forward(values.max, scale) - forward(values.min, scale)) / width
        : Math.log(values.n) / Math.log(2) + 1;
  }

  private static double ruleWidth(Values values, Scale scale) {
    double[] sample =
        scale == Scale.LINEAR
            ? values.sample
            : Arrays.stream(values.sample).map(v -> forward(v, scale)).toArray();
    double spread =
        sample.length == 0
            ? 0
            : sample[(int) (sample.length * 0.75)] - sample[(int) (sample.length * 0.25)];
    return 2 * spread / Math.cbrt(values.n);
  }

  private static double[] roundLinear(Values values) {
    double raw = (values.max / 2 - values.min / 2) / ruleCount(values, Scale.LINEAR) * 2;
    double grain = Math.max(Math.ulp(values.min), Math.ulp(values.max));
    if (raw < Double.MIN_NORMAL || raw < COARSE * grain) {
      // No round number lies between neighbours that differ in their last digits.
      return even(values, FEWEST, Scale.LINEAR);
    }
    BigDecimal best = BigDecimal.ZERO;
    double bestDistance = Double.POSITIVE_INFINITY;
    int exponent = (int) Math.floor(Math.log10(raw));
    for (int e = exponent - 1; e <= exponent + 1; e++) {
      for (double digit : ROUND) {
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(e);
        double bins = values.max / step.doubleValue() - values.min / step.doubleValue();
        double distance = Math.abs(Math.log(step.doubleValue() / raw));
        if (bins <= MOST - 1 && bins >= FEWEST - 2 && distance < bestDistance) {
          best = step;
          bestDistance = distance;
        }
      }
    }
    return best.signum() == 0 ? even(values, FEWEST, Scale.LINEAR) : multiples(best, values, false);
  }

  private static double[] wholeLinear(Values values, int wanted) {
    BigDecimal span =
        new BigDecimal(values.max).subtract(new BigDecimal(values.min)).add(BigDecimal.ONE);
    if (wanted > 0) {
      BigDecimal step = span.divide(BigDecimal.valueOf(wanted), 0, RoundingMode.CEILING);
      return wholeSteps(new BigDecimal(values.min), representable(step, values), values);
    }
    double raw =
        span.doubleValue() <= 20 ? 1 : span.doubleValue() / ruleCount(values, Scale.LINEAR);
    BigDecimal step = BigDecimal.ONE;
    for (int e = 0;
        step.doubleValue() < raw || span.doubleValue() / step.doubleValue() > MOST;
        e++) {
      for (int digit : new int[] {1, 2, 5}) {
        step = BigDecimal.valueOf(digit).scaleByPowerOfTen(e);
        if (step.doubleValue() >= raw && span.doubleValue() / step.doubleValue() <= MOST) {
          break;
        }
      }
    }
    return multiples(representable(step, values), values, true);
  }

  /// A step whose multiples near the values are exact in 53 bits.
  private static BigDecimal representable(BigDecimal step, Values values) {
    double ulp = Math.max(Math.ulp(values.min), Math.ulp(values.max));
    if (ulp <= 1) {
      return step;
    }
    BigDecimal grain = new BigDecimal(ulp);
    return step.divide(grain, 0, RoundingMode.CEILING).multiply(grain);
  }

  private static double[] multiples(BigDecimal step, Values values, boolean pastMax) {
    BigDecimal min = new BigDecimal(values.min);
    BigDecimal first = min.divide(step, 0, RoundingMode.FLOOR).multiply(step);
    DoubleStream.Builder edges = DoubleStream.builder();
    BigDecimal edge = first;
    int count = 0;
    while (edge.doubleValue() < values.max
        || (pastMax && edge.doubleValue() == values.max)
        || count < 2) {
      edges.add(edge.doubleValue());
      edge = edge.add(step);
      count++;
    }
    return edges.add(edge.doubleValue()).build().toArray();
  }

  private static double[] wholeSteps(BigDecimal first, BigDecimal step, Values values) {
    DoubleStream.Builder edges = DoubleStream.builder();
    BigDecimal edge = first;
    while (edge.doubleValue() <= values.max) {
      edges.add(edge.doubleValue());
      edge = edge.add(step);
    }
    return edges.add(edge.doubleValue()).build().toArray();
  }

  /// Equal bins on the scale from the smallest to the largest value.
  private static double[] even(Values values, int count, Scale scale) {
    double lo = forward(values.min, scale);
    double hi = forward(values.max, scale);
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      double share = (double) i / count;
      edges[i] = back(lo * (1 - share) + hi * share, scale);
    }
    edges[0] = values.min;
    edges[count] = values.max;
    return edges;
  }

  private static double[] roundCurved(Values values, Scale scale) {
    double lo = forward(values.min, scale);
    double hi = forward(values.max, scale);
    if (!(hi - lo > 1e-9 * Math.max(Math.abs(lo), Math.abs(hi)))) {
      return even(values, FEWEST, Scale.LINEAR);
    }
    double raw = (hi - lo) / ruleCount(values, scale);
    double best = DECADES[DECADES.length - 1];
    double bestDistance = Double.POSITIVE_INFINITY;
    for (double step : DECADES) {
      double distance = Math.abs(Math.log(step / raw));
      if ((hi - lo) / step <= MOST - 1 && distance < bestDistance) {
        best = step;
        bestDistance = distance;
      }
    }
    int first = (int) Math.floor(lo / best);
    DoubleStream.Builder edges = DoubleStream.builder();
    int i = first;
    while (i == first || back(i * best, scale) < values.max) {
      edges.add(Math.min(back(i * best, scale), i == first ? values.min : Double.MAX_VALUE));
      i++;
    }
    return edges.add(Math.max(back(i * best, scale), values.max)).build().toArray();
  }

  private static double[] wholeEdges(double[] edges, Values values) {
    double[] whole = Arrays.stream(edges).map(Math::ceil).distinct().toArray();
    whole[0] = Math.min(whole[0], values.min);
    int last = whole.length - 1;
    whole[last] = Math.max(whole[last], values.max);
    return whole.length > 1 ? whole : new double[] {values.min, values.max};
  }

  /// Drops edges that rounding has put in the wrong place, where a range is narrow against its
  /// distance from zero.
  private static double[] strictlyRising(double[] edges) {
    double end = Math.min(edges[edges.length - 1], Double.MAX_VALUE);
    DoubleStream.Builder rising = DoubleStream.builder();
    double before = Math.max(edges[0], -Double.MAX_VALUE);
    rising.add(before);
    for (double edge : edges) {
      if (edge > before && edge < end) {
        rising.add(edge);
        before = edge;
      }
    }
    return rising.add(end > before ? end : Math.nextUp(before)).build().toArray();
  }

  /// The place on the scale.
  static double forward(double value, Scale scale) {
    return scale.place(value);
  }

  private static double back(double place, Scale scale) {
    return switch (scale) {
      case LINEAR -> place;
      // Whole powers come out exact this way, 10^0.30103 does not matter.
      case LOG ->
          place == Math.rint(place) ? Double.parseDouble("1e" + (int) place) : Math.pow(10, place);
      case SYMLOG -> Math.signum(place) * (Math.pow(10, Math.abs(place)) - 1);
    };
  }
}
