package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// The values are those of scikit-learn's documentation of its measures.
class PartitionAgreementTest {
  private static PartitionAgreement of(int[] truth, int[] found) {
    return PartitionAgreement.of(truth, found);
  }

  @Test
  void theAdjustedRandIndexIsTheKnownOne() {
    assertEquals(1, of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1}).adjustedRand(), 1e-12);
    assertEquals(1, of(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}).adjustedRand(), 1e-12);
    assertEquals(0.57, of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}).adjustedRand(), 5e-3);
    assertEquals(0.57, of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}).adjustedRand(), 5e-3);
    assertEquals(0, of(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}).adjustedRand(), 1e-12);
    assertEquals(-0.5, of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}).adjustedRand(), 1e-12);
    assertEquals(
        0.24, of(new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 0, 1, 1, 2, 2}).adjustedRand(), 5e-3);
  }

  @Test
  void homogeneityCompletenessAndTheirMeanAreTheKnownOnes() {
    check(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}, 1, 1, 1);
    check(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}, 1, 0.6667, 0.8);
    check(new int[] {0, 0, 1, 1}, new int[] {0, 1, 2, 3}, 1, 0.5, 0.6667);
    check(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}, 0, 0, 0);
    check(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 0}, 0, 1, 0);
    check(new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 0, 1, 1, 2, 2}, 0.6667, 0.4206, 0.5158);
  }

  private static void check(
      int[] truth, int[] found, double homogeneity, double completeness, double vMeasure) {
    PartitionAgreement measured = of(truth, found);
    assertEquals(homogeneity, measured.homogeneity(), 5e-5);
    assertEquals(completeness, measured.completeness(), 5e-5);
    assertEquals(vMeasure, measured.vMeasure(), 5e-5);
    assertEquals(vMeasure, measured.mutualInformation(), 5e-5);
  }

  @Test
  void purityCountsTheMostFrequentTrueGroupOfEachFoundOne() {
    assertEquals(
        5 / 6.0, of(new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 0, 1, 1, 1, 1}).purity(), 1e-12);
  }

  @Test
  void rowsWithoutAGroupAreAGroup() {
    assertEquals(1, of(new int[] {-1, -1, 2}, new int[] {0, 0, -1}).adjustedRand(), 1e-12);
  }

  @Test
  void unequalLengthsAreADefect() {
    assertThrows(IllegalArgumentException.class, () -> of(new int[] {1}, new int[] {1, 2}));
  }
}
