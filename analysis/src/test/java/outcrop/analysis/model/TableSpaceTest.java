package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class TableSpaceTest {
  private static ModelResult space(Column... columns) {
    ColumnStore store = ColumnStore.of(List.of(columns));
    List<String> names = Arrays.stream(columns).map(column -> column.field().name()).toList();
    return Models.run(
        new SpaceSpec.Table(names),
        new ModelInput(store, new DirectTaskRunner(), TaskContext.NONE));
  }

  private static float[] vector(ModelResult space, int row) {
    VectorColumn column = (VectorColumn) space.columns().getFirst();
    float[] vector = new float[column.dimensions()];
    column.copy(row, vector);
    return vector;
  }

  private static String failure(Column... columns) {
    return String.valueOf(assertThrows(UserFailure.class, () -> space(columns)).getMessage());
  }

  private static NumberColumn numbers(double... values) {
    return NumberColumn.ofDoubles(new Field("n", FieldType.NUMBER), values, null);
  }

  private static CategoryColumn category(String... values) {
    return CategoryColumn.of(new Field("c", FieldType.CATEGORY), values);
  }

  @Test
  void numbersAreDistancesFromTheMeanInDeviations() {
    ModelResult space = space(numbers(1, 3, 5, 7));

    assertArrayEquals(new float[] {-1.3416408f}, vector(space, 0), 1e-6f);
    assertArrayEquals(new float[] {1.3416408f}, vector(space, 3), 1e-6f);
  }

  @Test
  void aMissingNumberIsTheMeanAndSaysSo() {
    NumberColumn numbers =
        NumberColumn.ofDoubles(
            new Field("n", FieldType.NUMBER), new double[] {1, 0, 3, Double.NaN}, RowSet.of(4, 1));
    ModelResult space = space(numbers, category("a", "b", "a", "b"));

    assertArrayEquals(new float[] {-1, 0, 1, 0}, vector(space, 0));
    assertArrayEquals(new float[] {0, 1, 0, 1}, vector(space, 1));
    assertArrayEquals(new float[] {0, 1, 0, 1}, vector(space, 3), "NaN is no number either");
  }

  @Test
  void timesAreNumbers() {
    TimeColumn times =
        TimeColumn.ofMicros(new Field("t", FieldType.TIME), new long[] {0, 10}, null);

    assertArrayEquals(new float[] {-1}, vector(space(times), 0));
  }

  @Test
  void categoriesAreOneHotTheMostFrequentFirstAndTheMissingLast() {
    CategoryColumn colours =
        CategoryColumn.of(new Field("c", FieldType.CATEGORY), "red", "blue", "blue", null);
    ModelResult space = space(colours, numbers(1, 1, 2, 2));

    assertArrayEquals(new float[] {0, 1, 0, -1}, vector(space, 0));
    assertArrayEquals(new float[] {1, 0, 0, -1}, vector(space, 1));
    assertArrayEquals(new float[] {0, 0, 1, 1}, vector(space, 3));
  }

  @Test
  void theValuesOfAListShareItsLength() {
    ListColumn tags =
        ListColumn.of(
            new Field("l", FieldType.LIST), List.of(List.of("a", "b", "a"), List.of("a")));

    assertArrayEquals(new float[] {0.70710677f, 0.70710677f}, vector(space(tags), 0));
    assertArrayEquals(new float[] {1, 0}, vector(space(tags), 1));
  }

  @Test
  void rareValuesOfManyCountAsOneAndTheUserIsTold() {
    String[] values =
        IntStream.range(0, 200).mapToObj(i -> "v" + Math.min(i, 99)).toArray(String[]::new);
    ModelResult space = space(category(values));

    assertEquals(65, vector(space, 0).length);
    assertEquals(
        List.of("“c” has 100 values; the 36 rarest of them count as one."), space.facts().notes());
  }

  @Test
  void aRowWithoutAnyValueHasNoVector() {
    CategoryColumn colours =
        CategoryColumn.of(new Field("c", FieldType.CATEGORY), "red", null, "blue");
    ModelResult space = space(colours);

    assertTrue(space.columns().getFirst().isMissing(1));
    assertEquals(new ModelFacts.Space(2, 1, 3, List.of()), space.facts());
  }

  @Test
  void aFieldThatIsTheSameInAllRowsIsLeftOut() {
    ModelResult space = space(category("a", "a", "a"), numbers(1, 2, 3));

    assertEquals(1, vector(space, 0).length);
    assertEquals(List.of("“c” is the same in all rows and was left out."), space.facts().notes());
  }

  @Test
  void whatMakesNoSpaceIsRefusedInOneSentence() {
    assertEquals(
        "“n” is the same in all rows, which makes no space; choose other fields.",
        failure(numbers(1, 1)));
    assertEquals(
        "“t” is a text: make a text space of it and join the two.",
        failure(TextColumn.of(new Field("t", FieldType.TEXT), "a", "b")));
    assertEquals(
        "“v” holds vectors and is a space as it is; join the two.",
        failure(VectorColumn.of(new Field("v", FieldType.VECTOR), List.of(new float[] {1, 2}))));
  }
}
