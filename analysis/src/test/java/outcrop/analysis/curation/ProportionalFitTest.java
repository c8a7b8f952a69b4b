package outcrop.analysis.curation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionalFitTest {
  @Test
  void aTwoByTwoTableKeepsItsOddsRatio() {
    // Odds ratio 40·30/(10·20) = 6. With margins ½ and ½ it is (x/(½−x))² = 6, so
    // x = ½·√6/(1 + √6).
    ProportionalFit fit =
        ProportionalFit.of(
            CrossTable.of(new long[][] {{40, 10}, {20, 30}}),
            new double[] {0.5, 0.5},
            new double[] {0.5, 0.5});
    double x = 0.5 * Math.sqrt(6) / (1 + Math.sqrt(6));
    assertArrayEquals(new double[] {x, 0.5 - x, 0.5 - x, x}, fit.shares(), 1e-8);
    assertTrue(fit.converged(), "Deviation " + fit.deviation());
    assertEquals(List.of(), fit.impossible());
  }

  @Test
  void independentFieldsTakeOneStep() {
    ProportionalFit fit =
        ProportionalFit.of(
            CrossTable.of(new long[][] {{10, 20}, {30, 60}}),
            new double[] {0.5, 0.5},
            new double[] {0.25, 0.75});
    assertArrayEquals(new double[] {0.125, 0.375, 0.125, 0.375}, fit.shares(), 1e-12);
    assertEquals(1, fit.iterations());
  }

  @Test
  void aClassWithoutRowsWhereTheOtherTargetWantsThemIsNamed() {
    // The second class of the first field lies only in a class that the second target leaves out.
    ProportionalFit fit =
        ProportionalFit.of(
            CrossTable.of(new long[][] {{10, 10}, {0, 5}}),
            new double[] {0.5, 0.5},
            new double[] {1, 0});
    assertFalse(fit.converged());
    assertEquals(List.of(new ProportionalFit.Impossible(false, 1, 0.5)), fit.impossible());
  }

  @Test
  void marginsThatZerosForbidDoNotConvergeAndSayHowFarOffTheyAre() {
    // Both first classes meet only one second class each, and the targets cross over.
    ProportionalFit fit =
        ProportionalFit.of(
            CrossTable.of(new long[][] {{10, 0}, {0, 10}}),
            new double[] {0.8, 0.2},
            new double[] {0.3, 0.7});
    assertFalse(fit.converged());
    assertEquals(0.5, fit.deviation(), 1e-9, "The first class is 0.5 away from its share.");
    assertEquals(ProportionalFit.MOST_ITERATIONS, fit.iterations());
  }

  @Test
  void aTableWithoutRowsFitsNothing() {
    ProportionalFit fit =
        ProportionalFit.of(
            CrossTable.of(new long[][] {{0, 0}}), new double[] {1}, new double[] {0.5, 0.5});
    assertEquals(0, fit.shares().length);
    assertFalse(fit.converged());
  }
}
