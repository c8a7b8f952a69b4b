package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.stream.LongStream;

/// How many classes fewer rows would have shown, and how many twice as many would show (Colwell et
/// al. 2012; the extrapolation rests on Chao's estimate of the classes not seen).
///
/// @param rows numbers of rows, rising; up to `n` rarefied, beyond extrapolated
/// @param classes the expected number of classes
/// @param low lower end of the 95 % interval
/// @param high upper end
/// @param n the rows there are
public record Rarefaction(long[] rows, double[] classes, double[] low, double[] high, long n) {
  private static final double NEGLIGIBLE = -45;
  private static final int MULTIPLIED = 1 << 14;
  private static final double STEP = 1e-3;

  /// The curve from 1 row to twice as many as there are.
  ///
  /// @param counts positive whole sizes of classes
  /// @param points how many points on each side of `n`
  public static Rarefaction of(ValueFrequencies counts, int points) {
    Richness richness = Richness.of(counts);
    long n = richness.n();
    long[] rows =
        LongStream.concat(
                LongStream.rangeClosed(1, points)
                    .map(i -> Math.max(1, Math.round((double) i * n / points))),
                LongStream.rangeClosed(1, points)
                    .map(i -> n + Math.max(1, Math.round((double) i * n / points))))
            .distinct()
            .toArray();
    double[] classes = new double[rows.length];
    double[] low = new double[rows.length];
    double[] high = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Estimate estimate =
          rows[i] <= n
              ? rarefied(counts, richness, rows[i])
              : extrapolated(counts, richness, rows[i]);
      classes[i] = estimate.value;
      Interval interval = Interval.normal(estimate.value, estimate.se, 0, rows[i]);
      low[i] = interval.low();
      high[i] = Math.max(interval.low(), interval.high());
    }
    return new Rarefaction(rows, classes, low, high, n);
  }

  private record Estimate(double value, double se) {}

  /// The expected number of classes in `rows` rows.
  ///
  /// @param rows 0 up to twice as many as there are
  public static double expected(ValueFrequencies counts, long rows) {
    Richness richness = Richness.of(counts);
    return rows <= richness.n()
        ? rarefied(counts, richness, rows).value
        : extrapolated(counts, richness, rows).value;
  }

  private static Estimate rarefied(ValueFrequencies counts, Richness richness, long m) {
    double n = richness.n();
    double expected = 0;
    double squares = 0;
    double logMiss = 0;
    long reached = 0;
    for (int i = 0; i < counts.distinct(); i++) {
      long k = (long) counts.values()[i];
      if (k > n - m) {
        logMiss = Double.NEGATIVE_INFINITY;
      } else if (k - reached > MULTIPLIED) {
        logMiss = logMiss < NEGLIGIBLE ? logMiss : logMissing(n, m, k);
      } else {
        for (; reached < k && logMiss > NEGLIGIBLE; reached++) {
          logMiss += Math.log1p(-m / (n - reached));
        }
      }
      reached = k;
      double seen = -Math.expm1(logMiss);
      expected += seen * counts.frequencies()[i];
      squares += seen * seen * counts.frequencies()[i];
    }
    return new Estimate(
        expected, Math.sqrt(Math.max(0, squares - expected * expected / richness.chao1())));
  }

  /// ln of the chance that none of `m` rows of `n` is one of `k`.
  private static double logMissing(double n, double m, double k) {
    return LogGamma.of(n - k + 1)
        - LogGamma.of(n - k - m + 1)
        - LogGamma.of(n + 1)
        + LogGamma.of(n - m + 1);
  }

  private static Estimate extrapolated(ValueFrequencies counts, Richness richness, long rows) {
    double n = richness.n();
    double more = rows - n;
    double f1 = richness.singletons();
    double f2 = richness.doubletons();
    double classes = richness.classes();
    double added = added(n, f1, f2, more);
    // The delta method over the frequencies of counts, which are multinomial over all classes.
    double byOnce = 1 + (added(n, f1 + STEP, f2, more) - added) / STEP;
    double byTwice = 1 + (added(n, f1, f2 + STEP, more) - added) / STEP;
    double linear = byOnce * f1 + byTwice * f2 + (classes - f1 - f2);
    double squares = byOnce * byOnce * f1 + byTwice * byTwice * f2 + (classes - f1 - f2);
    double variance = squares - linear * linear / Math.max(richness.chao1(), classes);
    return new Estimate(classes + added, Math.sqrt(Math.max(0, variance)));
  }

  private static double added(double n, double f1, double f2, double more) {
    double unseen =
        f2 > 0 ? (n - 1) / n * f1 * f1 / (2 * f2) : Math.max(0, (n - 1) / n * f1 * (f1 - 1) / 2);
    return unseen <= 0 ? 0 : -unseen * Math.expm1(more * Math.log1p(-f1 / (n * unseen + f1)));
  }

  /// The curve at a number of rows, straight between its points.
  public double at(double wanted) {
    int i = Arrays.binarySearch(rows, (long) wanted);
    i = i < 0 ? -i - 1 : i;
    if (i == 0) {
      return classes[0];
    }
    if (i >= rows.length) {
      return classes[rows.length - 1];
    }
    double share = (wanted - rows[i - 1]) / (rows[i] - rows[i - 1]);
    return classes[i - 1] + share * (classes[i] - classes[i - 1]);
  }
}
