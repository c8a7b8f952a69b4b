package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

class KeyedSampleTest {
  private static final int ROWS = 5_000;
  private final ColumnStore store =
      ColumnStore.of(
          List.of(NumberColumn.ofLongs(new Field("x", FieldType.NUMBER), new long[ROWS], null)));

  private int[] sample(int most, long seed) {
    return KeyedSample.rows(store, RowSet.all(ROWS), most, seed);
  }

  @Test
  void aLargerSampleHoldsEveryRowOfASmallerOne() {
    Set<Integer> small = Arrays.stream(sample(100, 1)).boxed().collect(Collectors.toSet());
    Set<Integer> large = Arrays.stream(sample(1_000, 1)).boxed().collect(Collectors.toSet());
    assertEquals(100, small.size(), "as many as wanted");
    assertEquals(1_000, large.size(), "as many as wanted");
    assertTrue(large.containsAll(small), "raising the cap only adds rows");
  }

  @Test
  void theSeedDecidesAndTheRowsRise() {
    int[] first = sample(500, 1);
    assertArrayEquals(first, sample(500, 1), "the same again");
    assertFalse(Arrays.equals(first, sample(500, 2)), "another seed, another sample");
    int[] sorted = first.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, first, "in the order of the dataset");
    double mean = Arrays.stream(first).average().orElseThrow();
    assertEquals(ROWS / 2.0, mean, 5 * ROWS / Math.sqrt(12 * 500), "from all parts of it");
  }

  @Test
  void fewRowsAreAllTaken() {
    RowSet few = RowSet.of(ROWS, 3, 77, 4_000);
    assertArrayEquals(new int[] {3, 77, 4_000}, KeyedSample.rows(store, few, 3, 1), "all three");
  }
}
