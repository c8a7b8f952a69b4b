package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackingTest {
  @Test
  void longSequencesAreFilledUpWithShortOnes() {
    Packing packing = Packing.of(new int[] {2, 7, 3, 8, 0, 5, 5}, 10);
    assertEquals(6, packing.sequences(), "nothing of no length");
    assertEquals(3, packing.bins(), "8 + 2, 7 + 3, 5 + 5");
    assertEquals(1, packing.efficiency());
    assertEquals(1 - 30 / 60.0, packing.paddingWaste(), 1e-12);
  }

  @Test
  void whatIsTooLongFillsABin() {
    Packing packing = Packing.of(new int[] {25, 4}, 10);
    assertEquals(1, packing.cut());
    assertEquals(2, packing.bins());
    assertEquals(0.7, packing.efficiency(), 1e-12);
  }

  @Test
  void nothingToPackWastesNothing() {
    assertEquals(0, Packing.of(new int[0], 10).bins());
    assertTrue(Double.isNaN(Packing.of(new int[0], 10).efficiency()));
    assertTrue(Double.isNaN(Packing.batchWaste(new int[0], 4)));
  }

  @Test
  void theTreeFindsTheSameBinsAsLookingAtEach() {
    SplittableRandom random = new SplittableRandom(4);
    for (int run = 0; run < 50; run++) {
      int[] lengths = random.ints(1 + run * 7, 1, 100).toArray();
      assertEquals(oneByOne(lengths, 100), Packing.of(lengths, 100).bins(), "run " + run);
    }
  }

  private static int oneByOne(int[] lengths, int capacity) {
    int[] sorted = lengths.clone();
    Arrays.sort(sorted);
    int[] room = new int[lengths.length];
    Arrays.fill(room, capacity);
    int used = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      int bin = 0;
      while (room[bin] < sorted[i]) {
        bin++;
      }
      room[bin] -= sorted[i];
      used = Math.max(used, bin + 1);
    }
    return used;
  }

  @Test
  void batchesArePaddedToTheirLongest() {
    assertEquals(1 - 9 / 14.0, Packing.batchWaste(new int[] {1, 3, 4, 1}, 2), 1e-12);
  }
}
