package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Sizes of classes, and what they must give.
class TailMeasuresTest {
  private static final long[] CLASSES = {100, 50, 30, 10, 5, 3, 2, 2, 1, 1, 1, 1, 1};

  private static TailMeasures measures(long... counts) {
    return TailMeasures.of(ValueFrequencies.of(counts)).orElseThrow();
  }

  @Test
  void unseenClassesAreReckonedFromThoseSeenOnceAndTwice() {
    Richness richness = Richness.of(ValueFrequencies.of(CLASSES));
    assertEquals(207, richness.n());
    assertEquals(13, richness.classes());
    assertEquals(5, richness.singletons());
    assertEquals(0.024155, richness.unseenMass(), 5e-7, "Good and Turing");
    assertEquals(0.975939, richness.coverage(), 5e-7, "coverage");
    assertEquals(19.219807, richness.chao1(), 5e-7, "Chao1");
    assertEquals(16.333333, richness.chao1BiasCorrected(), 5e-7, "Chao1, bias-corrected");
    assertEquals(22.009854, richness.ace(), 5e-7, "ACE");
    assertTrue(richness.chao1Interval().contains(richness.chao1()));
    assertTrue(richness.chao1Interval().low() >= 13, "what was seen is there");
  }

  @Test
  void withoutAClassSeenTwiceTheCorrectedFormIsTaken() {
    Richness richness = Richness.of(ValueFrequencies.of(new long[] {9, 5, 1, 1, 1}));
    assertEquals(5 + 3, richness.chao1(), "5 + 3 · 2 / 2");
    assertEquals(richness.chao1BiasCorrected(), richness.chao1());
    assertEquals(
        1 - 3.0 / 17 * (16.0 * 2 / (16 * 2 + 2)), richness.coverage(), 1e-12, "Chao and Jost");
  }

  @Test
  void nothingIsUnseenWhereNothingIsSeenOnce() {
    Richness richness = Richness.of(ValueFrequencies.of(new long[] {9, 5, 4}));
    assertEquals(0, richness.unseenMass());
    assertEquals(1, richness.coverage());
    assertEquals(3, richness.chao1());
    assertEquals(3, richness.ace(), 1e-12);
    assertEquals(new Interval(3, 3), richness.chao1Interval());
  }

  @Test
  void onlySingletonsSayNothingOfTheirNumber() {
    Richness richness = Richness.of(ValueFrequencies.of(new long[] {1, 1, 1, 1}));
    assertEquals(1, richness.unseenMass());
    assertEquals(4 + 6, richness.chao1());
    assertTrue(Double.isNaN(richness.ace()), "ACE divides by the coverage, which is 0");
  }

  @Test
  void inequalityAndDiversityAreTheKnownOnes() {
    TailMeasures measures = measures(CLASSES);
    assertEquals(0.736529, measures.inequality().gini(), 5e-7, "Gini");
    assertEquals(0.797907, measures.inequality().giniUnbiased(), 5e-7, "unbiased Gini");
    assertEquals(100, measures.inequality().imbalance());
    assertTrue(measures.inequality().rarestFlagged(), "1 of 207 is less than a tenth of 1/13");
    assertEquals(1.490711, measures.diversity().entropy(), 5e-7, "entropy");
    assertEquals(4.440252, measures.diversity().hill1(), 1e-6, "Hill 1");
    assertEquals(3.162988, measures.diversity().hill2(), 5e-7, "Hill 2");
    assertEquals(0.581185, measures.diversity().evenness(), 5e-7, "evenness");
    assertEquals(1.732373, measures.zipf().exponent(), 5e-7, "Zipf by maximum likelihood");
    assertEquals(2.102740, measures.zipf().leastSquares(), 5e-7, "Zipf by least squares");
  }

  @Test
  void equalClassesAreEven() {
    TailMeasures measures = measures(7, 7, 7, 7);
    assertEquals(0, measures.inequality().gini());
    assertEquals(1, measures.inequality().imbalance());
    assertEquals(2, measures.diversity().entropyBits(), 1e-12);
    assertEquals(4, measures.diversity().hill1(), 1e-12);
    assertEquals(4, measures.diversity().hill2(), 1e-12);
    assertEquals(1, measures.diversity().evenness(), 1e-12);
    assertEquals(0, measures.zipf().exponent(), 1e-6);
    assertFalse(measures.inequality().rarestFlagged());
  }

  @Test
  void oneClassHasNoInequality() {
    TailMeasures measures = measures(12);
    assertEquals(0, measures.inequality().gini());
    assertTrue(Double.isNaN(measures.inequality().giniUnbiased()));
    assertEquals(0, measures.diversity().entropy());
    assertEquals(1, measures.diversity().hill2());
    assertTrue(Double.isNaN(measures.diversity().evenness()));
    assertTrue(Double.isNaN(measures.zipf().exponent()));
  }

  @Test
  void withoutClassesThereIsNothingToMeasure() {
    assertTrue(TailMeasures.of(ValueFrequencies.of(new long[0])).isEmpty());
    assertTrue(TailMeasures.of(ValueFrequencies.of(new long[] {0, 0, -4})).isEmpty());
    assertEquals(2, measures(0, -1, 3, 5).classes(), "zeros and negative sizes are no classes");
  }

  @Test
  void sizesThatAreNotWholeHaveNoSingletons() {
    TailMeasures measures =
        TailMeasures.of(
                ValueFrequencies.of(new double[] {1.5, 2, Double.NaN, Double.POSITIVE_INFINITY}))
            .orElseThrow();
    assertEquals(2, measures.classes(), "NaN and infinity are left out");
    assertEquals(null, measures.richness());
    assertEquals(3.5, measures.rows());
  }

  @Test
  void theLorenzCurveGoesFromNothingToAll() {
    Inequality.Lorenz curve = Inequality.Lorenz.of(ValueFrequencies.of(new long[] {1, 1, 2, 6}));
    assertEquals(4, curve.classes().length, "the start and each distinct size");
    assertEquals(
        "[0.0, 0.5, 0.75, 1.0] [0.0, 0.2, 0.4, 1.0]",
        Arrays.toString(curve.classes()) + " " + Arrays.toString(curve.rows()));
  }

  @Test
  void theGiniCoefficientIsTwiceTheAreaAboveTheLorenzCurve() {
    ValueFrequencies counts = ValueFrequencies.of(CLASSES);
    Inequality.Lorenz curve = Inequality.Lorenz.of(counts);
    double below = 0;
    for (int i = 1; i < curve.rows().length; i++) {
      below +=
          (curve.classes()[i] - curve.classes()[i - 1]) * (curve.rows()[i] + curve.rows()[i - 1]);
    }
    assertEquals(1 - below, Inequality.of(counts).gini(), 1e-12);
  }

  @Test
  void theFewestClassesThatHoldAShareAreCounted() {
    CoverageCurve curve = CoverageCurve.of(ValueFrequencies.of(CLASSES));
    assertEquals(2, curve.classesFor(0.5), "100 + 50 of 207");
    assertEquals(3, curve.classesFor(0.8), "180 of 207");
    assertEquals(6, curve.classesFor(0.95), "198 are 0.957");
    assertEquals(11, curve.classesFor(0.99), "205 are 0.990, 204 are 0.986");
    assertEquals(13, curve.classesFor(1));
    assertEquals(0, curve.classesFor(0));
    assertEquals(150 / 207.0, curve.topShare(2), 1e-12);
    assertEquals(202 / 207.0, curve.topShare(8), 1e-12);
    assertEquals(1, curve.topShare(99), 1e-12);
    assertEquals(2, curve.sizeAt(7));
    assertEquals(1, curve.sizeAt(8));
    assertEquals(
        4, CoverageCurve.of(ValueFrequencies.of(new long[] {2, 2, 2, 2, 2})).classesFor(0.8));
  }

  @Test
  void fewerRowsShowFewerClasses() {
    ValueFrequencies counts = ValueFrequencies.of(new long[] {3, 2, 1});
    // Of 6 rows 2 are drawn: 1 − C(n − k, 2) / C(6, 2) for each class.
    double expected = (1 - 3.0 / 15) + (1 - 6.0 / 15) + (1 - 10.0 / 15);
    assertEquals(expected, Rarefaction.expected(counts, 2), 1e-12);
    assertEquals(1, Rarefaction.expected(counts, 1), 1e-12);
    assertEquals(3, Rarefaction.expected(counts, 6), 1e-12);
    assertEquals(0, Rarefaction.expected(counts, 0), 1e-12);
  }

  @Test
  void rarefactionIsTheSameByBothWaysOfReckoning() {
    // Beyond 16,384 the product gives way to the gamma function.
    ValueFrequencies close = ValueFrequencies.of(new long[] {16_384, 16_390, 4_000_000});
    ValueFrequencies far = ValueFrequencies.of(new long[] {16_390, 4_000_000});
    double missed = 2 - Rarefaction.expected(far, 100);
    double both = 3 - Rarefaction.expected(close, 100);
    double alone = 1;
    for (int i = 0; i < 100; i++) {
      alone *= 1 - 16_390.0 / (4_016_390 - i);
    }
    assertEquals(alone, missed, 1e-8, "the gamma function");
    assertTrue(both > missed, "the smaller class is missed more often");
  }

  @Test
  void theCurveRunsThroughWhatWasSeenAndOnToTwiceTheRows() {
    Rarefaction curve = Rarefaction.of(ValueFrequencies.of(CLASSES), 20);
    assertEquals(40, curve.rows().length);
    assertEquals(207, curve.rows()[19]);
    assertEquals(13, curve.classes()[19], 1e-9, "all rows show all classes seen");
    assertEquals(414, curve.rows()[39]);
    double f0 = 206.0 / 207 * 25 / 4;
    double expected = 13 + f0 * (1 - Math.pow(1 - 5 / (207 * f0 + 5), 207));
    assertEquals(expected, curve.classes()[39], 1e-9, "Colwell et al., equation 9");
    for (int i = 1; i < 40; i++) {
      assertTrue(curve.classes()[i] > curve.classes()[i - 1], "it rises");
      assertTrue(curve.low()[i] <= curve.classes()[i] && curve.classes()[i] <= curve.high()[i]);
    }
  }

  @Test
  void newClassesAreToldForUpToAsManyRowsAgain() {
    ValueFrequencies counts = ValueFrequencies.of(CLASSES);
    // 0.4 · 5 − 0.4² · 2 + 0.4³ · 1 + 0.4⁵ · 1 − 0.4¹⁰ · 1
    double expected = 2 - 0.32 + 0.064 + Math.pow(0.4, 5) - Math.pow(0.4, 10);
    assertEquals(expected, Richness.newClasses(counts, 0.4), 1e-7, "Good and Toulmin");
    double again = Richness.newClasses(counts, 1);
    assertTrue(again > 2.5 && again < 6, "smoothed, between half and all of the unseen: " + again);
    assertThrows(IllegalArgumentException.class, () -> Richness.newClasses(counts, 1.1));
  }

  @Test
  void droppingSingletonsCostsWhatTheListSays() {
    SingletonCost small = SingletonCost.ofZipf(1, 1_000, 1_000);
    assertEquals(209.2, small.expectedSingletons(), 0.05);
    assertEquals(0.1169, small.cost(), 5e-5);
    assertEquals(0.2091, small.unseenMass(), 1e-4);
    SingletonCost large = SingletonCost.ofZipf(1, 50_000, 50_000);
    assertEquals(8_520, large.expectedSingletons(), 0.5);
    assertEquals(0.0804, large.cost(), 5e-5);
    assertEquals(0.1704, large.unseenMass(), 5e-5);
    assertNotNull(measures(CLASSES).singletonCost());
  }
}
