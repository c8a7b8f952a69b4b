package outcrop.analysis.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class SliceFinderTest {
  private static CategoryColumn category(
      String name, int rows, java.util.function.IntFunction<@Nullable String> value) {
    return CategoryColumn.of(
        new Field(name, FieldType.CATEGORY),
        IntStream.range(0, rows).mapToObj(value).toArray(String[]::new));
  }

  /// The forty rows of the published arithmetic: A, B and C in turns, eleven errors.
  private static final ColumnStore FORTY =
      ColumnStore.of(
          List.of(
              category("A", 40, i -> String.valueOf(1 + i % 3)),
              category("B", 40, i -> String.valueOf(1 + i / 3 % 2)),
              category("C", 40, i -> String.valueOf(1 + i / 7 % 2))));

  private static double[] fortyErrors() {
    return IntStream.range(0, 40)
        .mapToDouble(i -> (1 + i % 3 == 2 && 1 + i / 3 % 2 == 1) || i % 11 == 0 ? 1 : 0)
        .toArray();
  }

  private static SliceOptions options(double alpha, int support) {
    return new SliceOptions(alpha, support, 3, 10, true, Map.of(), false, 1);
  }

  private static SliceResult find(ColumnStore columns, double[] errors, SliceOptions options) {
    return SliceFinder.find(
        columns,
        columns.schema().fields().stream().map(Field::name).toList(),
        errors,
        RowSet.all(errors.length),
        0,
        options,
        new DirectTaskRunner(),
        TaskContext.NONE);
  }

  private static String words(Slice slice) {
    return slice.predicates().stream()
        .map(
            predicate ->
                predicate instanceof Predicate.In(String field, List<String> values)
                    ? field + values.getFirst()
                    : predicate.toString())
        .collect(Collectors.joining(","));
  }

  @Test
  void theScoresAreThoseOfTheGoldenExample() {
    List<Slice> slices = find(FORTY, fortyErrors(), options(0.95, 4)).slices();

    assertEquals(
        List.of("A2,B1 2.268831 7", "A2,B1,C2 2.054545 4", "A2,C2 1.645455 6"),
        slices.stream()
            .limit(3)
            .map(s -> "%s %.6f %d".formatted(words(s), s.score(), s.rows().cardinality()))
            .toList());
    Slice single =
        slices.stream().filter(s -> s.predicates().size() == 1).findFirst().orElseThrow();
    assertEquals("A2", words(single));
    assertEquals(1.072028, single.score(), 5e-7);
    assertEquals(8.0 / 13, single.metric(), 1e-12);
  }

  @Test
  void whereNothingIsBadEnoughForItsSizeTheAnswerIsEmpty() {
    assertEquals(List.of(), find(FORTY, fortyErrors(), options(0.5, 4)).slices());
  }

  @Test
  void aSliceWithinABetterOneSaysHowMuchTheyShare() {
    List<Slice> slices = find(FORTY, fortyErrors(), options(0.95, 4)).slices();

    assertEquals(0, slices.get(0).overlap());
    assertEquals(4.0 / 7, slices.get(1).overlap(), 1e-12, "A2,B1,C2 has 4 of the 7 rows of A2,B1");
  }

  @Test
  void theSearchFindsWhatTryingEverySliceFinds() {
    for (long seed = 1; seed <= 20; seed++) {
      RandomGenerator random = new Random(seed);
      int rows = 300;
      int[][] values = new int[4][rows];
      for (int[] field : values) {
        for (int row = 0; row < rows; row++) {
          field[row] = random.nextInt(3);
        }
      }
      double[] errors = new double[rows];
      for (int row = 0; row < rows; row++) {
        errors[row] = random.nextDouble() * (values[0][row] == 1 && values[2][row] == 0 ? 3 : 1);
      }
      ColumnStore columns =
          ColumnStore.of(
              IntStream.range(0, 4)
                  .mapToObj(
                      f ->
                          (outcrop.analysis.column.Column)
                              category("f" + f, rows, row -> "v" + values[f][row]))
                  .toList());

      Slice best = find(columns, errors, options(0.95, 10)).slices().getFirst();

      assertEquals(
          bestByTrying(values, errors, 10),
          best.score(),
          1e-9,
          "seed " + seed + ": " + words(best));
    }
  }

  private static double bestByTrying(int[][] values, double[] errors, int support) {
    int n = errors.length;
    double mean = java.util.Arrays.stream(errors).sum() / n;
    double best = 0;
    for (int code = 1; code < 256; code++) {
      int size = 0;
      double sum = 0;
      int used = 0;
      for (int f = 0; f < 4; f++) {
        used += (code >> 2 * f & 3) > 0 ? 1 : 0;
      }
      for (int row = 0; row < n; row++) {
        boolean in = true;
        for (int f = 0; f < 4; f++) {
          int wanted = code >> 2 * f & 3;
          in &= wanted == 0 || values[f][row] == wanted - 1;
        }
        size += in ? 1 : 0;
        sum += in ? errors[row] : 0;
      }
      if (used <= 3 && size >= support) {
        best = Math.max(best, 0.95 * (sum / size / mean - 1) - 0.05 * ((double) n / size - 1));
      }
    }
    return best;
  }

  @Test
  void rowsWithoutAValueAreASliceLikeAnyOther() {
    ColumnStore columns =
        ColumnStore.of(List.of(category("A", 200, row -> row % 4 == 0 ? null : "a" + row % 3)));
    double[] errors = IntStream.range(0, 200).mapToDouble(row -> row % 4 == 0 ? 1 : 0.1).toArray();

    Slice best = find(columns, errors, options(0.95, 10)).slices().getFirst();

    assertEquals(List.of(new Predicate.IsMissing("A")), best.predicates());
    assertEquals(0.9, best.effect(), 1e-9);
  }

  @Test
  void numbersAreCutIntoTenths() {
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                NumberColumn.ofDoubles(
                    new Field("x", FieldType.NUMBER),
                    IntStream.range(0, 1000).mapToDouble(i -> i / 10.0).toArray(),
                    null)));
    double[] errors = IntStream.range(0, 1000).mapToDouble(i -> i >= 900 ? 1 : 0.2).toArray();

    Slice best = find(columns, errors, options(0.95, 50)).slices().getFirst();

    assertEquals(List.of(new Predicate.Range("x", "89.9", "99.9", true, true)), best.predicates());
  }

  @Test
  void aHeldOutHalfFindsAPlantedSliceAgainAndNoiseDoesNotPassForOne() {
    RandomGenerator random = new Random(5);
    int rows = 4000;
    double[] noise = random.doubles(rows).toArray();
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                category("A", rows, row -> "a" + row % 5),
                category("B", rows, row -> "b" + row % 7)));
    double[] planted =
        IntStream.range(0, rows).mapToDouble(r -> noise[r] + (r % 35 == 17 ? 1 : 0)).toArray();
    SliceOptions options = new SliceOptions(0.99, 32, 3, 5, false, Map.of(), true, 1);

    Slice best = find(columns, planted, options).slices().getFirst();
    assertEquals("Aa2,Bb3", words(best));
    assertTrue(best.q() < 1e-6, "q is " + best.q());
    assertTrue(best.interval().contains(1), "the planted effect is 1: " + best.interval());

    find(columns, noise, options)
        .slices()
        .forEach(slice -> assertTrue(slice.q() > 0.01, words(slice) + " is noise: " + slice.q()));
  }

  @Test
  void anErrorBelowZeroIsRefused() {
    double[] errors = fortyErrors();
    errors[3] = -1;

    UserFailure failure =
        assertThrows(UserFailure.class, () -> find(FORTY, errors, options(0.95, 4)));
    assertTrue(String.valueOf(failure.getMessage()).contains("-1"), failure.getMessage());
  }

  @Test
  void tooFewRowsAreRefused() {
    UserFailure failure =
        assertThrows(UserFailure.class, () -> find(FORTY, fortyErrors(), options(0.95, 0)));
    assertTrue(
        String.valueOf(failure.getMessage()).startsWith("Too little data"), failure.getMessage());
  }

  @Test
  void withoutAnyErrorThereIsNothingToSearch() {
    assertThrows(UserFailure.class, () -> find(FORTY, new double[40], options(0.95, 4)));
  }
}
