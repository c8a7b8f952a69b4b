package outcrop.analysis.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

class ColumnScanTest {
  private static final Field FIELD = new Field("x", FieldType.NUMBER);
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    Double.longBitsToDouble(0xFFF8_0000_0000_0001L)
  };
  private static final long[] LONGS = {
    0, 1, -1, 7, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE + 1, 1L << 53
  };

  @Test
  void everyDoubleIsInARangeExactlyWhereComparisonsSaySo() {
    double[] values = new double[5000];
    SplittableRandom random = new SplittableRandom(3);
    for (int row = 0; row < values.length; row++) {
      values[row] = DOUBLES[random.nextInt(DOUBLES.length)];
    }
    NumberColumn column = NumberColumn.ofDoubles(FIELD, values, RowSet.of(5000, 17, 4999));
    for (double lo : DOUBLES) {
      for (double hi : DOUBLES) {
        RowSet found = ColumnScan.between(column, lo, hi);
        for (int row = 0; row < values.length; row++) {
          boolean inside = values[row] >= lo && values[row] <= hi && row != 17 && row != 4999;
          assertEquals(inside, found.contains(row), values[row] + " in " + lo + "…" + hi);
        }
      }
    }
  }

  @Test
  void everyWholeNumberIsInARangeExactlyWhereComparisonsSaySo() {
    long[] values = new long[4200];
    SplittableRandom random = new SplittableRandom(4);
    for (int row = 0; row < values.length; row++) {
      values[row] = LONGS[random.nextInt(LONGS.length)];
    }
    NumberColumn column = NumberColumn.ofLongs(FIELD, values, null);
    for (long lo : LONGS) {
      for (long hi : LONGS) {
        RowSet found = ColumnScan.between(column, column.values(), lo, hi);
        for (int row = 0; row < values.length; row++) {
          boolean inside = values[row] >= lo && values[row] <= hi;
          assertEquals(inside, found.contains(row), values[row] + " in " + lo + "…" + hi);
        }
      }
    }
  }
}
