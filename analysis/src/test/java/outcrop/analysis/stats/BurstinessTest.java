package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

class BurstinessTest {
  private static final double NONE = Double.NaN;

  @Test
  void gapsGiveTheKnownBurstiness() {
    check(0.260870, 0.533356, -0.333282, 0, 1, 2, 3, 50, 51, 52, 100, 101, 102);
    check(-1, -1, NONE, 0, 10, 20, 30, 40);
    check(-0.344131, -0.370448, 1, 0, 1, 3, 6, 10, 15, 21);
    check(0.152280, 0.436834, -0.393351, 5, 6, 7, 8, 40, 41, 90);
  }

  private static void check(double raw, double corrected, double memory, double... times) {
    GapBurstiness found = GapBurstiness.of(times);
    assertEquals(raw, found.raw(), 5e-7, "B");
    assertEquals(corrected, found.corrected(), 5e-7, "B_n");
    assertEquals(memory, found.memory(), 5e-7, "memory");
  }

  @Test
  void meanAndSpreadOfGapsAreThoseOfThePopulation() {
    GapBurstiness found = GapBurstiness.of(new double[] {0, 1, 2, 3, 50, 51, 52, 100, 101, 102});
    assertEquals(9, found.gaps());
    assertEquals(11.333333, found.mean(), 5e-7);
    assertEquals(19.333333, found.sd(), 5e-7, "divided by n");
  }

  @Test
  void fewGapsAndManyTiesSayNothing() {
    assertFalse(GapBurstiness.of(new double[] {1, 2, 4, 8}).telling(), "three gaps");
    GapBurstiness tied = GapBurstiness.of(new double[] {1, 1, 1, 1, 1, 2, 3});
    assertEquals(4 / 6.0, tied.tieShare(), 1e-12);
    assertFalse(tied.telling(), "more than half of the gaps are ties");
    assertFalse(GapBurstiness.of(new double[] {5, 5, 5, 5, 5, 5, 5}).telling(), "all at once");
  }

  @Test
  void shuffledColumnsHaveALiftOfOne() {
    Events events = shuffled(20_000, 12, 5);
    for (int window : RepeatLift.WINDOWS) {
      RepeatLift lift = lift(events, window);
      assertEquals(1, lift.lift(), 0.05, "windows of " + window);
      assertTrue(lift.nullBand().contains(1));
    }
    assertFalse(lift(events, 8).looksSorted(events));
  }

  private static Events shuffled(int size, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Events(
        IntStream.range(0, size).map(_ -> random.nextInt(classes)).toArray(), classes);
  }

  private static RepeatLift lift(Events events, int window) {
    return RepeatLift.ofWindows(
        events, window, Seeds.DEFAULT, new DirectTaskRunner(), TaskContext.NONE);
  }

  @Test
  void theNullBandHoldsNineteenOfTwentyShuffledColumns() {
    int held = 0;
    for (int seed = 0; seed < 200; seed++) {
      RepeatLift lift = lift(shuffled(400, 6, seed), 8);
      held += lift.nullBand().contains(lift.lift()) ? 1 : 0;
    }
    assertTrue(held >= 180 && held <= 199, "95 % of 200 columns, not " + held);
  }

  @Test
  void aSortedColumnIsAsBurstyAsCanBe() {
    Events sorted = new Events(IntStream.range(0, 4_000).map(i -> i / 400).toArray(), 10);
    RepeatLift lift = lift(sorted, 8);
    assertEquals(10, lift.lift(), 0.05, "1 by Σ p²");
    assertTrue(lift.looksSorted(sorted));
    assertTrue(lift.lift() > lift.nullBand().high());
    assertTrue(RepeatLift.burstyShare(sorted) > 0.99);
  }

  @Test
  void balancedBatchesAreLessThanRandom() {
    Events balanced = new Events(IntStream.range(0, 4_000).map(i -> i % 8).toArray(), 8);
    assertEquals(0, lift(balanced, 8).lift());
    assertEquals(0, RepeatLift.burstyShare(balanced), "each of the eight before is another class");
  }

  @Test
  void contextsMayLieAnywhereInTheFile() {
    // Two users take turns; each has one class.
    Events events = new Events(IntStream.range(0, 200).map(i -> i % 2).toArray(), 2);
    int[] user = IntStream.range(0, 200).map(i -> i % 2).toArray();
    RepeatLift lift =
        RepeatLift.ofContexts(
            events, user, 2, Seeds.DEFAULT, new DirectTaskRunner(), TaskContext.NONE);
    assertEquals(2, lift.contexts());
    assertEquals(1 / (99.0 / 199), lift.lift(), 1e-12);
  }

  @Test
  void theBandIsTheSameOnAnyNumberOfThreads() {
    Events events = shuffled(1_000, 5, 2);
    try (TaskRunner pool = new PooledTaskRunner()) {
      assertEquals(
          lift(events, 8), RepeatLift.ofWindows(events, 8, Seeds.DEFAULT, pool, TaskContext.NONE));
    }
  }

  @Test
  void withoutPairsThereIsNoLift() {
    assertTrue(Double.isNaN(lift(new Events(new int[] {0, 1, 2}, 3), 8).lift()), "no class twice");
    assertTrue(Double.isNaN(lift(new Events(new int[] {0}, 1), 8).lift()), "one event");
    assertTrue(Double.isNaN(RepeatLift.burstyShare(new Events(new int[8], 1))), "eight events");
  }

  @Test
  void morisitaIsOneByChanceAndTheNumberOfContextsInOne() {
    assertEquals(4, RepeatLift.morisita(new long[] {6, 0, 0, 0}), 1e-12);
    assertEquals(4 * 2.0 / 12, RepeatLift.morisita(new long[] {1, 1, 2, 0}), 1e-12);
    double[] byWindow = RepeatLift.morisita(new Events(new int[] {0, 0, 1, 2, 0, 1, 1, 1}, 3), 4);
    assertEquals(2 * 2.0 / 6, byWindow[0], 1e-12, "two and one of three");
    assertEquals(2 * 6.0 / 12, byWindow[1], 1e-12, "one and three of four");
    assertTrue(Double.isNaN(byWindow[2]), "once");
  }

  @Test
  void wordsInFewDocumentsAreUneven() {
    long[] sizes = new long[10];
    java.util.Arrays.fill(sizes, 100);
    CountDispersion found = CountDispersion.of(new long[] {3, 0, 0, 4, 0, 0, 0, 5, 0, 0}, sizes);
    assertEquals(2.966667, found.varianceToMean(), 5e-7);
    assertEquals(4, found.perDocument());
    assertEquals(1.219930, found.residualIdf(), 1e-6);
    assertEquals(0.7, found.deviation(), 1e-12);
    assertEquals(0.777778, found.deviationNorm(), 5e-7);
  }
}
