package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;

class NearestRowsTest {
  private static final float NAN = Float.NaN;

  private static List<Integer> nearest(int row, int count, float[]... vectors) {
    VectorColumn column = VectorColumn.of(new Field("v", FieldType.VECTOR), Arrays.asList(vectors));
    return NearestRows.of(column, row, count, ColumnUse.UNBOUND, TaskContext.NONE).stream()
        .map(NearestRows.Near::row)
        .toList();
  }

  @Test
  void theDirectionDecidesAndNotTheLength() {
    assertEquals(
        List.of(2, 1, 3),
        nearest(
            0,
            9,
            new float[] {1, 0},
            new float[] {1, 1},
            new float[] {900, 1},
            new float[] {-1, 0}),
        "Row 2 points almost where row 0 does, row 3 the other way.");
  }

  @Test
  void ofEquallyNearRowsTheFirstAreKept() {
    assertEquals(
        List.of(1, 2),
        nearest(
            0, 2, new float[] {1, 0}, new float[] {2, 0}, new float[] {3, 0}, new float[] {4, 0}));
  }

  @Test
  void rowsWithoutADirectionAreNobodysNeighbours() {
    assertEquals(
        List.of(4),
        nearest(
            0,
            9,
            new float[] {1, 0},
            new float[] {0, 0},
            new float[] {NAN, 1},
            null,
            new float[] {1, 1}),
        "Zeros, a number that is none and a missing vector have no direction.");
    assertEquals(List.of(), nearest(1, 9, new float[] {1, 0}, new float[] {0, 0}));
  }

  @Test
  void aNumberRanksAmongTheValuesThatAreThere() {
    NumberColumn column =
        NumberColumn.ofDoubles(
            new Field("n", FieldType.NUMBER),
            new double[] {1, 2, 2, 9, Double.NaN, 0},
            RowSet.of(6, 5));
    NumberRank rank = NumberRank.of(column, 2, ColumnUse.UNBOUND, TaskContext.NONE);
    assertEquals(new NumberRank(1, 2, 1), rank, "Missing and NaN are neither below nor above.");
    assertEquals(0.25, rank.shareBelow());
  }
}
