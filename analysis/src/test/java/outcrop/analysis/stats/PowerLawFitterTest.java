package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.stats.TooLittleData.Reason;

class PowerLawFitterTest {
  /// Value and how often it occurs.
  private static final long[][] TABLE = {
    {1, 600}, {2, 190}, {3, 75}, {4, 45}, {5, 28}, {6, 18}, {7, 12}, {8, 9}, {9, 7}, {10, 5},
    {12, 4}, {15, 3}, {20, 2}, {40, 1}, {100, 1}
  };

  static ValueFrequencies table() {
    return ValueFrequencies.of(
        Arrays.stream(TABLE)
            .flatMapToLong(line -> LongStream.generate(() -> line[0]).limit(line[1]))
            .toArray());
  }

  @Test
  void theLikelihoodOfEveryStartIsTheKnownOne() {
    check(1, 1000, 2.151869, 0.056836, -1399.6397);
    check(2, 400, 2.491728, 0.041071, -707.9706);
    check(3, 210, 2.675218, 0.066055, -428.5621);
  }

  private static void check(double xmin, long n, double alpha, double ks, double likelihood) {
    PowerLawFit fit = PowerLawFitter.from(table(), Kind.DISCRETE, xmin);
    assertEquals(n, fit.nTail());
    assertEquals(alpha, fit.alpha(), 5e-7, "alpha from " + xmin);
    assertEquals(ks, fit.ks(), 5e-7, "distance from " + xmin);
    assertEquals(likelihood, fit.logLikelihood(), 5e-5, "likelihood from " + xmin);
  }

  @Test
  void theBestStartIsTheOneOfLeastDistanceWhateverIsGivenUpEarly() {
    SplittableRandom random = new SplittableRandom(7);
    for (int run = 0; run < 40; run++) {
      Kind kind = run % 2 == 0 ? Kind.DISCRETE : Kind.CONTINUOUS;
      double[] numbers = new double[400];
      for (int i = 0; i < numbers.length; i++) {
        double draw = 3 * Math.pow(1 - random.nextDouble(), -0.8) * (0.4 + random.nextDouble());
        numbers[i] = kind == Kind.DISCRETE ? Math.ceil(draw) : draw;
      }
      ValueFrequencies values = ValueFrequencies.of(numbers);
      PowerLawFit best = assertInstanceOf(PowerLawFit.class, PowerLawFitter.fit(values, kind));
      for (int i = 0; i < values.distinct() - 1; i++) {
        PowerLawFit other = PowerLawFitter.from(values, kind, values.values()[i]);
        assertTrue(
            other.nTail() < 10 || other.ks() >= best.ks(),
            "run " + run + ": start " + other.xmin() + " is better than " + best.xmin());
      }
    }
  }

  @Test
  void tooLittleDataIsSaidAndNotFitted() {
    assertEquals(Reason.NO_VALUES, reason(new double[0]));
    assertEquals(Reason.NO_VALUES, reason(new double[] {0, -3, Double.NaN}));
    assertEquals(
        Reason.FEW_OBSERVATIONS, reason(LongStream.range(1, 50).asDoubleStream().toArray()));
    double[] fewValues = new double[500];
    for (int i = 0; i < fewValues.length; i++) {
      fewValues[i] = 1 + i % 9;
    }
    assertEquals(Reason.FEW_VALUES, reason(fewValues));
    TooLittleData answer =
        assertInstanceOf(
            TooLittleData.class, PowerLawFitter.fit(ValueFrequencies.of(fewValues), Kind.DISCRETE));
    assertEquals("Too little data: 9 different values, and a fit wants 10.", answer.sentence());
  }

  private static Reason reason(double[] numbers) {
    ValueFrequencies values = ValueFrequencies.of(numbers);
    return assertInstanceOf(TooLittleData.class, PowerLawFitter.fit(values, Kind.DISCRETE))
        .reason();
  }

  @Test
  void zerosAndNegativeNumbersStandOutsideTheFit() {
    double[] numbers =
        LongStream.rangeClosed(-20, 200).mapToDouble(i -> i <= 0 ? i : 1000.0 / i).toArray();
    PowerLawFit fit =
        assertInstanceOf(
            PowerLawFit.class, PowerLawFitter.fit(ValueFrequencies.of(numbers), Kind.CONTINUOUS));
    assertEquals(200, fit.n());
  }

  @Test
  void aDiscreteLawWantsWholeNumbers() {
    ValueFrequencies halves =
        ValueFrequencies.of(LongStream.range(1, 99).mapToDouble(i -> i / 2.0).toArray());
    assertEquals(Kind.CONTINUOUS, PowerLawFitter.kindOf(halves));
    assertThrows(IllegalArgumentException.class, () -> PowerLawFitter.fit(halves, Kind.DISCRETE));
  }

  @Test
  void wholeNumbersAreCountsUntilStepsOfOneNoLongerMatter() {
    assertEquals(Kind.DISCRETE, PowerLawFitter.kindOf(table()));
    double[] large =
        LongStream.range(1, 400).mapToDouble(i -> Math.rint(1e6 * Math.pow(i, -0.7))).toArray();
    assertEquals(Kind.CONTINUOUS, PowerLawFitter.kindOf(ValueFrequencies.of(large)));
  }

  @Test
  void theSurvivalOfTheLawFallsFromOne() {
    PowerLawFit fit = PowerLawFitter.from(table(), Kind.DISCRETE, 2);
    assertEquals(1, fit.survival(2));
    assertTrue(fit.survival(3) < 1 && fit.survival(100) > 0);
    assertEquals(0.4, fit.tailShare());
  }
}
