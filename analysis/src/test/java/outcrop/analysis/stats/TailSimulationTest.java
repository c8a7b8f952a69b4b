package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.stats.Alternative.Favours;
import outcrop.analysis.stats.Alternative.Law;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Draws from known laws, 200 seeds each where a rate is asked for: estimates find their
/// parameters, intervals hold them as often as they say, and what is no power law is refused.
class TailSimulationTest {
  private static final int SEEDS = 200;

  private static long held(LongPredicate run) {
    return LongStream.range(0, SEEDS).filter(run).count();
  }

  private static void assertNominal(String what, LongPredicate holds) {
    long held = held(holds);
    assertTrue(
        held >= 180 && held <= 199,
        "the 95 % interval of " + what + " must hold it in about 190 of 200 runs, not " + held);
  }

  private static double[] draws(int n, long seed, ToDoubleFunction<SplittableRandom> law) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = law.applyAsDouble(random);
    }
    return numbers;
  }

  private static double pareto(SplittableRandom random, double alpha) {
    return Math.pow(1 - random.nextDouble(), 1 / (1 - alpha));
  }

  /// Exactly p(x) = x^−alpha / ζ(alpha), by the law of the continuous numbers and rejection
  /// (Devroye 1986).
  private static double zeta(SplittableRandom random, double alpha) {
    double b = Math.pow(2, alpha - 1);
    while (true) {
      double x = Math.floor(pareto(random, alpha));
      double t = Math.pow(1 + 1 / x, alpha - 1);
      if (random.nextDouble() * x * (t - 1) / (b - 1) <= t / b) {
        return x;
      }
    }
  }

  @Test
  void theExponentOfADiscreteLawLiesInItsInterval() {
    assertNominal(
        "alpha 2.5",
        seed ->
            PowerLawFitter.from(
                    ValueFrequencies.of(draws(400, seed, random -> zeta(random, 2.5))),
                    Kind.DISCRETE,
                    1)
                .alphaInterval()
                .contains(2.5));
  }

  @Test
  void theExponentOfAContinuousLawLiesInItsInterval() {
    assertNominal(
        "alpha 1.8",
        seed -> {
          ValueFrequencies values =
              ValueFrequencies.of(draws(400, seed, random -> pareto(random, 1.8)));
          return PowerLawFitter.from(values, Kind.CONTINUOUS, values.values()[0])
              .alphaInterval()
              .contains(1.8);
        });
  }

  @Test
  void theStartOfTheTailIsFoundBehindAnotherLaw() {
    double alphas = 0;
    double starts = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      // Seven of ten from 10 on by the law, the others evenly below.
      double[] numbers =
          draws(
              1500,
              seed,
              random ->
                  random.nextDouble() < 0.7
                      ? 10 * pareto(random, 2.5)
                      : 1 + 9 * random.nextDouble());
      PowerLawFit fit =
          assertInstanceOf(
              PowerLawFit.class, PowerLawFitter.fit(ValueFrequencies.of(numbers), Kind.CONTINUOUS));
      alphas += fit.alpha() / SEEDS;
      starts += fit.xmin() / SEEDS;
    }
    assertEquals(2.5, alphas, 0.05, "the mean exponent");
    assertEquals(10, starts, 2, "the mean start");
  }

  @Test
  void powerLawsPassTheBootstrapAndOtherLawsDoNot() {
    try (TaskRunner runner = new PooledTaskRunner()) {
      assertTrue(refused(runner, random -> zeta(random, 2.5), Kind.DISCRETE) <= 6, "zeta law");
      assertTrue(refused(runner, random -> pareto(random, 2), Kind.CONTINUOUS) <= 6, "Pareto law");
      // A tail may be cut so short that anything passes; evenly spread numbers do not.
      assertTrue(
          refused(runner, random -> 1 + random.nextDouble(), Kind.CONTINUOUS) >= 15, "even law");
    }
  }

  /// How many of 20 sets are refused.
  private static int refused(TaskRunner runner, ToDoubleFunction<SplittableRandom> law, Kind kind) {
    int refused = 0;
    for (long seed = 0; seed < 20; seed++) {
      ValueFrequencies numbers = ValueFrequencies.of(draws(1000, seed, law));
      PowerLawResult result =
          PowerLawResult.of(numbers, kind).withGoodness(40, seed, runner, TaskContext.NONE);
      Goodness goodness = result.goodness();
      refused += goodness != null && goodness.ruledOut() ? 1 : 0;
    }
    return refused;
  }

  @Test
  void theBootstrapIsTheSameOnAnyNumberOfThreads() {
    ValueFrequencies numbers = ValueFrequencies.of(draws(500, 1, random -> zeta(random, 2.2)));
    PowerLawResult fitted = PowerLawResult.of(numbers, Kind.DISCRETE);
    try (TaskRunner pool = new PooledTaskRunner()) {
      assertEquals(
          fitted.withGoodness(25, 9, new DirectTaskRunner(), TaskContext.NONE).goodness(),
          fitted.withGoodness(25, 9, pool, TaskContext.NONE).goodness());
    }
  }

  @Test
  void exponentialDrawsAreToldFromAPowerLaw() {
    long told =
        held(
            seed -> {
              ValueFrequencies values =
                  ValueFrequencies.of(
                      draws(200, seed, random -> 1 - 3 * Math.log(1 - random.nextDouble())));
              PowerLawFit fit = PowerLawFitter.from(values, Kind.CONTINUOUS, values.values()[0]);
              Alternative rival =
                  Alternatives.compare(values, fit, TaskContext.NONE)
                      .get(Law.EXPONENTIAL.ordinal());
              return rival.favours() == Favours.OTHER;
            });
    assertTrue(told >= 195, "exponential draws are better exponential in " + told + " of 200");
  }

  /// Sizes of the classes of `n` rows drawn from shares.
  private static ValueFrequencies rows(double[] shares, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] upTo = new double[shares.length];
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      sum += shares[c];
      upTo[c] = sum;
    }
    long[] counts = new long[shares.length];
    for (int i = 0; i < n; i++) {
      int at = java.util.Arrays.binarySearch(upTo, random.nextDouble() * sum);
      counts[Math.min(at < 0 ? -at - 1 : at, shares.length - 1)]++;
    }
    return ValueFrequencies.of(counts).positive();
  }

  private static double[] zipf(double exponent, int classes) {
    double[] shares = new double[classes];
    double sum = 0;
    for (int r = 0; r < classes; r++) {
      shares[r] = Math.pow(r + 1, -exponent);
      sum += shares[r];
    }
    for (int r = 0; r < classes; r++) {
      shares[r] /= sum;
    }
    return shares;
  }

  @Test
  void intervalsOfInequalityAndDiversityHoldThePopulation() {
    double[] shares = zipf(1, 25);
    double entropy = 0;
    double squares = 0;
    double gini = 0;
    for (int r = 0; r < shares.length; r++) {
      entropy -= shares[r] * Math.log(shares[r]);
      squares += shares[r] * shares[r];
      gini += (25 - 2 * (r + 1) + 1) * shares[r] / 25;
    }
    double trueEntropy = entropy;
    double hill2 = 1 / squares;
    double trueGini = gini;
    assertNominal(
        "entropy",
        seed -> Diversity.of(rows(shares, 3000, seed)).entropyInterval().contains(trueEntropy));
    assertNominal(
        "Hill 2", seed -> Diversity.of(rows(shares, 3000, seed)).hill2Interval().contains(hill2));
    assertNominal(
        "Gini", seed -> Inequality.of(rows(shares, 3000, seed)).giniInterval().contains(trueGini));
  }

  @Test
  void theZipfExponentLiesInItsInterval() {
    double[] shares = zipf(1.1, 200);
    assertNominal(
        "exponent 1.1",
        seed -> {
          ValueFrequencies counts = rows(shares, 20_000, seed);
          return ZipfRanks.of(counts).interval().contains(1.1);
        });
  }

  @Test
  void theNumberOfEqualClassesLiesInTheIntervalOfChao() {
    double[] shares = zipf(0, 300);
    assertNominal(
        "300 classes", seed -> Richness.of(rows(shares, 400, seed)).chao1Interval().contains(300));
  }

  @Test
  void theMassOfUnseenClassesLiesInItsInterval() {
    double[] shares = zipf(1, 2000);
    assertNominal(
        "unseen mass",
        seed -> {
          // The classes are seen or not in each run: the mass that was missed is known only here.
          SplittableRandom random = new SplittableRandom(seed);
          double[] upTo = new double[shares.length];
          double sum = 0;
          for (int c = 0; c < shares.length; c++) {
            sum += shares[c];
            upTo[c] = sum;
          }
          long[] counts = new long[shares.length];
          for (int i = 0; i < 1500; i++) {
            int at = java.util.Arrays.binarySearch(upTo, random.nextDouble());
            counts[Math.min(at < 0 ? -at - 1 : at, shares.length - 1)]++;
          }
          double missed = 0;
          for (int c = 0; c < shares.length; c++) {
            missed += counts[c] == 0 ? shares[c] : 0;
          }
          return Richness.of(ValueFrequencies.of(counts).positive())
              .unseenMassInterval()
              .contains(missed);
        });
  }

  @Test
  void rarefactionAndExtrapolationHoldWhatIsSeen() {
    double[] shares = zipf(0.6, 400);
    double expectedHalf = expectedClasses(shares, 500);
    double expectedTwice = expectedClasses(shares, 2000);
    long half = held(seed -> holds(rows(shares, 1000, seed), 9, expectedHalf));
    assertTrue(half >= 180, "rarefied curves are steadier than reckoned, at least 95 %: " + half);
    assertNominal("twice the rows", seed -> holds(rows(shares, 1000, seed), 39, expectedTwice));
  }

  private static boolean holds(ValueFrequencies counts, int point, double expected) {
    Rarefaction curve = Rarefaction.of(counts, 20);
    return curve.low()[point] <= expected && expected <= curve.high()[point];
  }

  private static double expectedClasses(double[] shares, int n) {
    double expected = 0;
    for (double share : shares) {
      expected += 1 - Math.pow(1 - share, n);
    }
    return expected;
  }
}
