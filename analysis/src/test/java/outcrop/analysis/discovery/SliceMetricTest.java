package outcrop.analysis.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Wilson;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class SliceMetricTest {
  private static final RowSet ALL = RowSet.all(4);

  private static CategoryColumn verdicts(String... values) {
    return CategoryColumn.of(new Field("verdict", FieldType.CATEGORY), values);
  }

  @Test
  void ofCorrectAndIncorrectTheLatterIsTheError() {
    SliceMetric metric =
        SliceMetric.of(verdicts("Correct", "incorrect", null, "Correct"), ALL, false, "");

    assertArrayEquals(new double[] {0, 1, 0, 0}, metric.errors());
    assertEquals(1, metric.missing());
    assertEquals("verdict = incorrect", metric.words());
  }

  @Test
  void whereTheBadValueIsNotPlainItMustBeNamed() {
    CategoryColumn colours = verdicts("red", "blue", "red", "red");

    assertThrows(UserFailure.class, () -> SliceMetric.of(colours, ALL, false, ""));
    assertEquals(1, SliceMetric.of(colours, ALL, false, "blue").errors()[1]);
  }

  @Test
  void ofAScoreTheErrorIsHowFarItLiesBelowTheLargest() {
    NumberColumn scores =
        NumberColumn.ofDoubles(
            new Field("score", FieldType.NUMBER), new double[] {1, 3, Double.NaN, 2.5}, null);

    SliceMetric metric = SliceMetric.of(scores, ALL, true, "");

    assertArrayEquals(new double[] {2, 0, 0, 0.5}, metric.errors());
    assertEquals(RowSet.of(4, 0, 1, 3), metric.rows(), "a NaN is no score");
  }

  @Test
  void theWorstGroupNeedsEnoughRowsAndAMissingValueIsAGroup() {
    SliceMetric metric = SliceMetric.of(verdicts("false", "false", "true", "true"), ALL, false, "");
    CategoryColumn topic =
        CategoryColumn.of(new Field("t", FieldType.CATEGORY), "a", null, null, "b");

    WorstGroups worst = WorstGroups.of(List.of(topic), metric, 2, TaskContext.NONE);

    assertEquals(List.of("a"), worst.worst().orElseThrow().values());
    assertEquals(Arrays.asList((String) null), worst.worstOfMany().orElseThrow().values());
    assertEquals(0, worst.gap().orElseThrow(), 1e-12);
    assertEquals(0.5, worst.macro(), 1e-12);
    assertEquals(Wilson.interval(1, 2), worst.worstOfMany().orElseThrow().interval());
  }
}
