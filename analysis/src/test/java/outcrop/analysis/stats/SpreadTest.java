package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Estimates of how numbers are spread, against values of numpy 2 and scipy 1.17 on the same thirty
/// numbers, and against laws.
class SpreadTest {
  private static final SortedValues X =
      sorted(
          6.1, 5.2, 7.9, 3.3, 4.8, 9.6, 12.1, 5.5, 6.6, 4.1, 3.9, 8.2, 10.4, 2.7, 5.0, 6.9, 7.4,
          15.8, 4.4, 5.8, 21.3, 13.0, 6.3, 4.9, 7.1, 8.8, 3.0, 11.2, 5.6, 9.1);
  private static final SortedValues Y =
      sorted(7.0, 9.5, 12.2, 8.1, 6.4, 10.3, 15.0, 11.1, 9.9, 13.7);

  private static SortedValues sorted(double... values) {
    Arrays.sort(values);
    return SortedValues.of(values);
  }

  private static SortedValues normal(int n, long seed) {
    Random random = new Random(seed);
    return sorted(random.doubles(n).map(_ -> random.nextGaussian()).toArray());
  }

  private static Spread spread(SortedValues values) {
    Optional<KernelDensity> density =
        values.n() < 2 || values.min() == values.max()
            ? Optional.empty()
            : Optional.of(KernelDensity.of(values, 0, Double.NEGATIVE_INFINITY));
    return Spread.of(values, values, density, new double[0]);
  }

  @Test
  void momentsAndQuantilesAreThoseOfNumpy() {
    Spread spread = spread(X);
    assertEquals(7.533333333333332, spread.mean(), 1e-12);
    assertEquals(4.059924692127568, spread.deviation(), 1e-12);
    assertEquals(2.787, spread.quantile(0.01), 1e-12);
    assertEquals(4.925, spread.quantile(0.25), 1e-12);
    assertEquals(6.45, spread.median(), 1e-12);
    assertEquals(9.025, spread.quantile(0.75), 1e-12);
    assertEquals(19.705, spread.quantile(0.99), 1e-12);
  }

  @Test
  void meanIntervalIsThatOfStudent() {
    Interval interval = spread(X).meanInterval().orElseThrow();
    assertEquals(6.017332538517159, interval.low(), 1e-9);
    assertEquals(9.049334128149505, interval.high(), 1e-9);
  }

  @Test
  void studentsQuantilesHoldForAnyDegreesOfFreedom() {
    double[] freedom = {1, 2, 4.5, 29, 1000};
    double[] expected = {12.70620474, 4.30265273, 2.65891235, 2.04522964, 1.96233908};
    for (int i = 0; i < freedom.length; i++) {
      assertEquals(expected[i], StudentT.z95(freedom[i]), 1e-7);
    }
  }

  @Test
  void medianIntervalRunsBetweenTheOrderStatisticsOfTheBinomial() {
    assertEquals(Optional.of(new Interval(5.2, 8.2)), X.medianInterval());
    assertEquals(
        Optional.empty(), sorted(1, 2, 3, 4, 5).medianInterval(), "five values do not reach 95 %");
    assertEquals(Optional.of(new Interval(1, 6)), sorted(1, 2, 3, 4, 5, 6).medianInterval());
  }

  @Test
  void medianIntervalOfManyCoversTheMedianInNineteenOfTwentySamples() {
    int covered = 0;
    for (int seed = 0; seed < 400; seed++) {
      covered += normal(1200, seed).medianInterval().orElseThrow().contains(0) ? 1 : 0;
    }
    assertTrue(covered >= 368 && covered <= 396, covered + " of 400 intervals cover the median");
  }

  @Test
  void bandwidthIsThatOfSheatherAndJones() {
    assertEquals(1.4818593486646008, Bandwidth.sheatherJones(X), 2e-3);
    assertEquals(1.3947530405774, Bandwidth.silverman(X), 1e-9);
  }

  @Test
  void bandwidthFallsBackWhereHalfOfAllValuesAreEqual() {
    SortedValues tied = sorted(1, 5, 5, 5, 5, 5, 5, 5, 9);
    assertTrue(Double.isNaN(Bandwidth.sheatherJones(tied)));
    assertEquals(
        KernelDensity.Rule.SILVERMAN, KernelDensity.of(tied, 0, Double.NEGATIVE_INFINITY).rule());
  }

  @Test
  void densityIsTheMeanOfKernelsWhereNoWallIsNear() {
    KernelDensity density = KernelDensity.of(X, 0, Double.NEGATIVE_INFINITY);
    double[] places = {8, 15};
    double[] expected = {0.0909691003132725, 0.013114071538091012};
    for (int i = 0; i < places.length; i++) {
      assertEquals(expected[i], density.at(places[i]), 4e-4);
    }
  }

  @Test
  void areaBelowEveryDensityIsOne() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      int n = 2 + random.nextInt(400);
      boolean positive = random.nextBoolean();
      SortedValues values =
          sorted(
              random
                  .doubles(n)
                  .map(u -> positive ? -Math.log(u) : 100 * u + random.nextInt(3) * 500)
                  .toArray());
      KernelDensity density = KernelDensity.of(values, 0, positive ? 0 : Double.NEGATIVE_INFINITY);
      double area = 0;
      double step = (density.to() - density.from()) / (density.heights().length - 1);
      for (int i = 1; i < density.heights().length; i++) {
        area += (density.heights()[i] + density.heights()[i - 1]) / 2 * step;
      }
      assertEquals(1, area, 0.01, "area of round " + round + " with seed 7");
    }
  }

  @Test
  void densityOfUniformNumbersEndsAtWalls() {
    Random random = new Random(3);
    SortedValues values = sorted(random.doubles(20_000).toArray());
    KernelDensity density = KernelDensity.of(values, 0, 0);
    assertTrue(density.wallBelow() && density.wallAbove());
    assertEquals(1, density.at(0.001), 0.08, "no dip at the wall");
    assertEquals(0, density.at(-0.01));
  }

  @Test
  void densityOfNormalNumbersHasTails() {
    KernelDensity density = KernelDensity.of(normal(20_000, 5), 0, Double.NEGATIVE_INFINITY);
    assertTrue(!density.wallBelow() && !density.wallAbove());
    assertEquals(1 / Math.sqrt(2 * Math.PI), density.at(0), 0.015);
  }

  @Test
  void densityOfWholeNumbersDoesNotShowTheirGrid() {
    Random random = new Random(11);
    SortedValues values =
        sorted(
            random.doubles(50_000).map(_ -> Math.rint(20 + 4 * random.nextGaussian())).toArray());
    KernelDensity density = KernelDensity.of(values, 1, 0);
    assertTrue(density.bandwidth() >= 0.5);
    double between = density.at(20.5);
    assertEquals(1, density.at(20) / between, 0.06, "on a whole number against between two");
  }

  @Test
  void oneValueHasNoDensity() {
    assertThrows(IllegalArgumentException.class, () -> KernelDensity.of(sorted(3, 3, 3), 0, 0));
  }

  @Test
  void stepsRiseFromAboveNothingToOne() {
    for (int n : new int[] {1, 2, 5, 1500, 60_000}) {
      Steps steps = Steps.of(normal(n, n));
      double before = 0;
      for (int i = 0; i < steps.values().length; i++) {
        double share = steps.share(steps.values()[i]);
        assertTrue(share > before, "steps rise");
        assertTrue(share - before <= 0.0011 || n < 2000, "no step is higher than a thousandth");
        before = share;
      }
      assertEquals(1, before);
    }
  }

  @Test
  void stepsOfFewValuesAreExact() {
    Steps steps = Steps.of(sorted(1, 2, 2, 7));
    assertArrayEquals(new double[] {1, 2, 7}, steps.values());
    assertArrayEquals(new long[] {1, 3, 4}, steps.counts());
    assertEquals(0, steps.share(0.9));
    assertEquals(0.75, steps.share(6.9));
    assertEquals(2, steps.inverse(0.75));
    assertEquals(7, steps.inverse(0.76));
  }

  @Test
  void bandOfStepsIsThatOfMassart() {
    assertEquals(0.13581015, Steps.of(normal(100, 1)).halfBand(), 1e-8);
  }

  @Test
  void boxIsTukeys() {
    Tukey box = Tukey.of(X, X);
    assertEquals(2.7, box.low());
    assertEquals(13, box.high(), "the largest value below 15.175");
    assertEquals(0, box.below());
    assertEquals(2, box.above());
    assertArrayEquals(new double[] {15.8, 21.3}, box.outliers());
  }

  @Test
  void differenceOfMeansIsWelchs() {
    Difference difference = Difference.of(X, Y, 1);
    Interval interval = difference.meanInterval().orElseThrow();
    assertEquals(-5.1676192971655155, interval.low(), 1e-8);
    assertEquals(-0.4057140361678204, interval.high(), 1e-8);
    assertEquals(-0.7340542927531425, difference.standardised(), 1e-9);
  }

  @Test
  void bootstrapWithoutRowsGivesWhatDrawingRowsGives() {
    Interval interval = QuantileBootstrap.difference(X, Y, 0.5, 1);
    assertEquals(-6.25, interval.low(), 0.35, "20,000 draws of rows give -6.25");
    assertEquals(-1.05, interval.high(), 0.35, "20,000 draws of rows give -1.05");
    assertEquals(interval, QuantileBootstrap.difference(X, Y, 0.5, 1), "same seed, same interval");
  }

  @Test
  void nothingAndOneValueHaveNoIntervals() {
    Spread none = spread(SortedValues.of());
    assertEquals(0, none.n());
    assertTrue(Double.isNaN(none.mean()) && none.tukey().isEmpty());
    Spread one = spread(SortedValues.of(4));
    assertEquals(4, one.median());
    assertTrue(one.meanInterval().isEmpty() && one.medianInterval().isEmpty());
    assertEquals(1, one.steps().share(4));
  }
}
