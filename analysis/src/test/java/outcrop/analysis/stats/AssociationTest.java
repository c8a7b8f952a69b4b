package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Golden values were computed with NumPy from the definitions.
class AssociationTest {
  private static final double NONE = Double.NaN;

  @Test
  void ranksOfTiesAreTheirMean() {
    double[] x = {1, 2, 2, 3, 5, 8, 8, 13};
    double[] y = {2, 1, 4, 4, 3, 9, 7, 7};
    Association found = RankCorrelation.of(x, y).orElseThrow();
    assertEquals(0.804878048780488, found.value(), 1e-14, "Pearson's correlation of mean ranks");
    assertEquals(0.10340110252442540, found.low(), 1e-12, "Bonett and Wright's lower end");
    assertEquals(0.9716417289736502, found.high(), 1e-12, "Bonett and Wright's upper end");
    assertEquals(8, found.n(), "every pair counts");
  }

  @Test
  void aPairWithoutOneOfItsValuesIsLeftOutBeforeRanking() {
    double[] x = {1, 2, NONE, 2, 3, 5, 8, 8, 13, 100};
    double[] y = {2, 1, -7, 4, 4, 3, 9, 7, 7, NONE};
    Association found = RankCorrelation.of(x, y).orElseThrow();
    assertEquals(0.804878048780488, found.value(), 1e-14, "as if the two rows were not there");
    assertEquals(8, found.n(), "n is the number of whole pairs");
  }

  @Test
  void orderIsAllThatCountsAndInfinitiesHaveTheirPlaceInIt() {
    double[] x = {Double.NEGATIVE_INFINITY, -0.0, 0.0, 3, Double.POSITIVE_INFINITY};
    double[] up = {1, 10, 10, 1_000, 1e300};
    double[] down = {5, 4, 4, 2, 1};
    assertEquals(1, RankCorrelation.of(x, up).orElseThrow().value(), 0, "rising together");
    assertEquals(-1, RankCorrelation.of(x, down).orElseThrow().value(), 0, "one falls");
    assertEquals(0, RankCorrelation.of(x, up).orElseThrow().p(), 0, "certain");
  }

  @Test
  void tooFewPairsAndValuesThatNeverChangeHaveNoCorrelation() {
    assertEquals(
        Optional.empty(),
        RankCorrelation.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}),
        "three pairs are too few");
    assertEquals(
        Optional.empty(),
        RankCorrelation.of(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}),
        "a constant has no ranks");
    assertEquals(Optional.empty(), RankCorrelation.of(new double[0], new double[0]), "no rows");
  }

  @Test
  void theBiasOfCramersVIsTakenOff() {
    int[] a = new int[110];
    int[] b = new int[110];
    int[][] table = {{10, 20, 30}, {30, 5, 15}};
    int row = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < table[i][j]; k++) {
          a[row] = i;
          b[row++] = j;
        }
      }
    }
    Association found = CategoryAssociation.of(a, 2, b, 4).orElseThrow();
    assertEquals(0.4417103402585884, found.value(), 1e-13, "plain V would be 0.46007");
    assertEquals(8.792014719546103e-06, found.p(), 1e-15, "chi square 23.2833 with 2 degrees");
  }

  @Test
  void independentCategoriesWithManyValuesAreNotTakenForRelated() {
    SplittableRandom random = new SplittableRandom(7);
    double sum = 0;
    for (int run = 0; run < 50; run++) {
      int[] a = random.ints(500, 0, 20).toArray();
      int[] b = random.ints(500, 0, 20).toArray();
      sum += CategoryAssociation.of(a, 20, b, 20).orElseThrow().value();
    }
    assertTrue(sum / 50 < 0.05, "plain V would be 0.19 on average, this is " + sum / 50);
  }

  @Test
  void equalCategoriesHaveOneAndAConstantHasNone() {
    int[] a = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2};
    assertEquals(1, CategoryAssociation.of(a, 3, a, 3).orElseThrow().value(), 1e-12, "the same");
    assertEquals(
        Optional.empty(),
        CategoryAssociation.of(a, 3, new int[12], 1),
        "one category says nothing");
  }

  @Test
  void theCorrelationRatioIsTheShareOfTheVarianceBetweenCategories() {
    int[] category = {0, 0, 0, 1, 1, 1, 2, 2, 1};
    double[] value = {1, 2, 3, 4, 6, 5, 9, 8, NONE};
    Association found = CorrelationRatio.of(category, 3, value).orElseThrow();
    assertEquals(
        0.9415341132887786, found.value(), 1e-14, "the root of 0.8865; without correction 0.9189");
    assertEquals(0.0018719697505710357, found.p(), 1e-14, "F 28.3333 with 2 and 5 degrees");
    assertEquals(8, found.n(), "the row without a number is left out");
  }

  @Test
  void aCorrelationRatioOfUnrelatedFieldsIsNearZeroHoweverManyCategoriesThereAre() {
    SplittableRandom random = new SplittableRandom(11);
    double sum = 0;
    for (int run = 0; run < 50; run++) {
      int[] category = random.ints(500, 0, 60).toArray();
      double[] value = random.doubles(500).toArray();
      sum += Math.pow(CorrelationRatio.of(category, 60, value).orElseThrow().value(), 2);
    }
    assertTrue(sum / 50 < 0.03, "plain η² would be 0.12 on average, this is " + sum / 50);
  }

  @Test
  void intervalsOfVAndOfTheCorrelationRatioAreThoseOfTheNonCentralLaws() {
    int[] a = new int[80];
    int[] b = new int[80];
    int row = 0;
    int[][] table = {{30, 10}, {15, 25}};
    for (int cell = 0; cell < 4; cell++) {
      for (int k = 0; k < table[cell / 2][cell % 2]; k++) {
        a[row] = cell / 2;
        b[row++] = cell % 2;
      }
    }
    Association v = CategoryAssociation.of(a, 2, b, 2).orElseThrow();
    assertEquals(0.1598, v.low(), 0.005, "SciPy: χ² 11.43 has 0.1598…0.6009");
    assertEquals(0.6009, v.high(), 0.005, "SciPy: χ² 11.43 has 0.1598…0.6009");
    int[] category = new int[30];
    double[] value = new double[30];
    for (int i = 0; i < 30; i++) {
      category[i] = i / 10;
      value[i] = i % 10 + 2 * category[i];
    }
    Association ratio = CorrelationRatio.of(category, 3, value).orElseThrow();
    assertEquals(0.0439, ratio.low(), 0.02, "SciPy: F 4.36 has 0.0439…0.6679");
    assertEquals(0.6679, ratio.high(), 0.01, "SciPy: F 4.36 has 0.0439…0.6679");
  }

  @Test
  void intervalsHoldWhatIsTrueAboutAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(5);
    int held = 0;
    for (int run = 0; run < 300; run++) {
      int[] category = random.ints(200, 0, 4).toArray();
      double[] value = new double[200];
      for (int i = 0; i < 200; i++) {
        value[i] = 0.5 * category[i] + random.nextGaussian();
      }
      Association found = CorrelationRatio.of(category, 4, value).orElseThrow();
      double truth = Math.sqrt(0.3125 / 1.3125);
      held += found.low() <= truth && truth <= found.high() ? 1 : 0;
    }
    assertTrue(held >= 274 && held <= 296, "95 % of 300 is 285, not " + held);
  }

  @Test
  void aCorrelationRatioNeedsGroupsAndAValueThatChanges() {
    double[] value = {1, 2, 3};
    assertEquals(Optional.empty(), CorrelationRatio.of(new int[3], 1, value), "one group");
    assertEquals(
        Optional.empty(), CorrelationRatio.of(new int[] {0, 1, 2}, 3, value), "a group per row");
    assertEquals(
        Optional.empty(),
        CorrelationRatio.of(new int[] {0, 0, 1}, 2, new double[] {4, 4, 4}),
        "no variance");
  }

  @Test
  void tailsAreThoseOfTheTables() {
    assertEquals(0.05, TailProbability.chiSquared(3.841458820694124, 1), 1e-12, "χ², 1");
    assertEquals(0.05, TailProbability.chiSquared(18.307038053275146, 10), 1e-12, "χ², 10");
    assertEquals(0.05, TailProbability.fisher(4.964602743730711, 1, 10), 1e-12, "t², 10");
    assertEquals(0.05, TailProbability.fisher(2.7108898372096917, 5, 20), 1e-10, "F, 5 and 20");
    assertEquals(1, TailProbability.chiSquared(0, 3), 0, "nothing is below 0");
    assertEquals(Math.exp(-300), TailProbability.chiSquared(600, 2), 1e-142, "far out");
  }

  @Test
  void falseDiscoveriesAreCountedAmongAllTests() {
    double[] q = FalseDiscovery.qValues(new double[] {0.01, 0.04, NONE, 0.03, 0.005});
    assertEquals(0.02, q[0], 1e-15, "0.01 · 4 / 2");
    assertEquals(0.04, q[1], 1e-15, "the largest stays");
    assertTrue(Double.isNaN(q[2]), "no test, no q");
    assertEquals(0.04, q[3], 1e-15, "never more than that of a larger p");
    assertEquals(0.02, q[4], 1e-15, "0.005 · 4 / 1");
  }
}
