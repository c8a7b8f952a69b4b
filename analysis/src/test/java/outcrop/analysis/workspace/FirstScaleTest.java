package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.spec.DistributionSpec.Scale;

class FirstScaleTest {
  private static final Field COUNT = new Field("count", FieldType.NUMBER);

  private static Scale of(long... values) {
    return FirstScale.of(NumberColumn.ofLongs(COUNT, values, null));
  }

  @Test
  void aLongPositiveTailIsFirstSeenOnALogarithmicAxis() {
    assertEquals(Scale.LOG, of(5, 6, 7, 8, 9, 10, 50_000));
    assertEquals(
        Scale.LOG,
        of(LongStream.rangeClosed(1, 50_000).map(i -> i % 5000 == 0 ? 90_000 : 7).toArray()),
        "The tail counts also where few rows are in it.");
  }

  @Test
  void everythingElseIsFirstSeenOnALinearAxis() {
    assertEquals(Scale.LINEAR, of(1, 2, 3, 4, 5), "No tail.");
    assertEquals(Scale.LINEAR, of(0, 5, 6, 7, 50_000), "Zero has no place on a logarithm.");
    assertEquals(Scale.LINEAR, of(-3, 5, 6, 7, 50_000), "Nor has a negative number.");
    assertEquals(Scale.LINEAR, of(), "No rows.");
    assertEquals(
        Scale.LINEAR,
        FirstScale.of(CategoryColumn.of(new Field("kind", FieldType.CATEGORY), "a", "b")),
        "Categories have no scale.");
  }
}
