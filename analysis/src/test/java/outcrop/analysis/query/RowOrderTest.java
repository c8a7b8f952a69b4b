package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.RowSet;

class RowOrderTest {
  @Test
  void aStretchHoldsTheRowsAtItsPositionsInAnyOrder() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      int rowCount = random.nextInt(2, 400);
      long[] words = random.longs(RowSet.wordCount(rowCount)).toArray();
      words[0] |= 1;
      RowSet rows = RowSet.ofWords(words, rowCount);
      int[] shuffled = shuffled(random, rowCount);
      for (RowOrder order :
          List.of(
              new DatasetOrder(rows),
              SortedRows.of(shuffled, SortedRows.inverse(shuffled), rows))) {
        int first = random.nextInt(order.size());
        int last = random.nextInt(first, order.size());
        int[] wanted =
            java.util.stream.IntStream.rangeClosed(first, last).map(order::rowAt).toArray();
        assertEquals(
            RowSet.of(rowCount, wanted),
            order.stretch(first, last, rowCount),
            "A stretch must hold what rowAt says, from " + first + " to " + last + " of " + order);
      }
    }
  }

  private static int[] shuffled(SplittableRandom random, int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      rows[i] = rows[other];
      rows[other] = i;
    }
    return rows;
  }
}
