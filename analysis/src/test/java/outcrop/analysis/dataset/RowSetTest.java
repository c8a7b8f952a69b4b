package outcrop.analysis.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSetTest {
  private static RowSet random(SplittableRandom random, int rowCount, double share) {
    long[] words = new long[RowSet.wordCount(rowCount)];
    for (int row = 0; row < rowCount; row++) {
      if (random.nextDouble() < share) {
        words[row >>> 6] |= 1L << row;
      }
    }
    return RowSet.ofWords(words, rowCount);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 4095, 4096, 4097, 20_000})
  void selectAndRankAndNextAgreeWithCountingByHand(int rowCount) {
    SplittableRandom random = new SplittableRandom(rowCount);
    for (double share : new double[] {0, 0.001, 0.5, 0.999, 1}) {
      RowSet set = random(random, rowCount, share);
      List<Integer> members = new ArrayList<>();
      for (int row = set.next(0); row >= 0; row = set.next(row + 1)) {
        members.add(row);
      }
      List<Integer> visited = new ArrayList<>();
      set.forEach(visited::add);
      assertEquals(members, visited, "next and forEach must visit the same rows");
      assertEquals(members.size(), set.cardinality(), "cardinality must count the members");
      for (int position = 0; position < members.size(); position++) {
        assertEquals(
            members.get(position), set.select(position), "select(" + position + ") of " + set);
        assertEquals(
            position, set.rank(members.get(position)), "rank must be the inverse of select");
      }
      assertThrows(IndexOutOfBoundsException.class, () -> set.select(set.cardinality()));
    }
  }

  @Test
  void theLawsOfSetsHold() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 200; round++) {
      int rowCount = random.nextInt(1, 300);
      RowSet a = random(random, rowCount, random.nextDouble());
      RowSet b = random(random, rowCount, random.nextDouble());
      String seed = "round " + round + " of seed 7";
      assertEquals(a.and(b).not(), a.not().or(b.not()), "De Morgan broke in " + seed);
      assertEquals(a.andNot(b), a.and(b.not()), "and-not broke in " + seed);
      assertEquals(a, a.not().not(), "double negation broke in " + seed);
      assertEquals(
          rowCount,
          a.cardinality() + a.not().cardinality(),
          "bits beyond the last row were set in " + seed);
      assertTrue(RowSet.all(rowCount).isAll(), "all rows must be all rows in " + seed);
    }
  }

  @Test
  void aRangeHoldsTheRowsFromOneToAnother() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 500; i++) {
      int rowCount = random.nextInt(1, 300);
      int from = random.nextInt(0, rowCount + 1);
      int to = random.nextInt(from, rowCount + 1);
      int[] rows = java.util.stream.IntStream.range(from, to).toArray();
      assertEquals(
          RowSet.of(rowCount, rows),
          RowSet.range(rowCount, from, to),
          "The rows from " + from + " to before " + to + " of " + rowCount);
    }
  }

  @Test
  void setsOfDifferentDatasetsCannotBeMixed() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RowSet.all(64).and(RowSet.all(65)),
        "Mixing sets of two datasets must be refused, or rows of one would filter the other.");
  }

  @Test
  void aRowThatTheDatasetDoesNotHaveIsRefused() {
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> RowSet.of(10, 12),
        "A row beyond the end would be counted and never found.");
  }
}
