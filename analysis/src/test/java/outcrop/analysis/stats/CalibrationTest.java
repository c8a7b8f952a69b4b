package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void surePredictionsThatAreHalfRightAreOffByAHalf() {
    double[] confidence = new double[30];
    Arrays.fill(confidence, 1);
    boolean[] right = new boolean[30];
    for (int i = 0; i < 30; i += 2) {
      right[i] = true;
    }
    Calibration found = Calibration.of(confidence, right);
    assertEquals(15, found.bins().size());
    assertEquals(2, found.bins().getFirst().n(), "equally many rows in each");
    assertEquals(0.5, found.error(), 1e-12);
  }

  @Test
  void predictionsAsSureAsTheyAreRightHaveNoErrorButChance() {
    int held = 0;
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] confidence = new double[6_000];
      boolean[] right = new boolean[confidence.length];
      for (int i = 0; i < right.length; i++) {
        confidence[i] = random.nextDouble();
        right[i] = random.nextDouble() < confidence[i];
      }
      Calibration found = Calibration.of(confidence, right);
      assertTrue(found.error() < 0.04, "chance alone: " + found.error());
      held +=
          (int)
              found.bins().stream()
                  .filter(bin -> bin.interval().contains(bin.confidence()))
                  .count();
    }
    assertTrue(held >= 276 && held <= 296, "95 % of 300 bins hold the diagonal, not " + held);
  }

  @Test
  void nothingPredictedIsNothingCalibrated() {
    Calibration none = Calibration.of(new double[] {Double.NaN}, new boolean[1]);
    assertEquals(0, none.n());
    assertTrue(Double.isNaN(none.error()));
  }

  @Test
  void theNearestNeighbourBoundsTheLeastError() {
    Interval bounds = Calibration.leastError(0.18, 2);
    assertEquals(0.1, bounds.low(), 1e-12, "2 · 0.1 · 0.9 = 0.18");
    assertEquals(0.18, bounds.high());
    assertEquals(0, Calibration.leastError(0, 5).high());
  }

  @Test
  void rowsThatLackTheirLabelAreReckonedFromThoseThatHaveIt() {
    // Half of those who deserve the label have it; the score knows the deserving ones.
    SplittableRandom random = new SplittableRandom(2);
    int n = 20_000;
    double[] score = new double[n];
    boolean[] labelled = new boolean[n];
    for (int i = 0; i < n; i++) {
      boolean deserves = random.nextDouble() < 0.3;
      labelled[i] = deserves && random.nextDouble() < 0.5;
      score[i] = deserves ? 0.5 : 0.0001;
    }
    MissingLabels found = MissingLabels.of(score, labelled);
    assertEquals(0.5, found.labelledShare(), 1e-12, "c");
    assertEquals(0.15 / 0.85, found.missingRate(), 0.01, "deserving among those without");
    assertTrue(Double.isNaN(MissingLabels.of(new double[1], new boolean[1]).missingRate()));
  }

  @Test
  void neighboursGiveAScoreThatIsNeverCertain() {
    double[] scores =
        MissingLabels.neighbourScores(
            new int[][] {{1, 2}, {0, 2}, {}}, new boolean[] {false, true, true});
    assertEquals(3 / 4.0, scores[0]);
    assertEquals(2 / 4.0, scores[1]);
    assertEquals(1 / 2.0, scores[2]);
  }
}
