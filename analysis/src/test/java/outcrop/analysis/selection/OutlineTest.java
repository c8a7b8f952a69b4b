package outcrop.analysis.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate.Corner;
import outcrop.analysis.task.UserFailure;

/// Outlines keep the rows that the even-odd rule keeps, whatever the grid in front of it says.
class OutlineTest {
  private static final List<Corner> SQUARE = corners(0, 0, 4, 0, 4, 4, 0, 4);

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theGridSaysWhatExactCountingSays(int seed) {
    Random random = new Random(seed);
    double size = Math.pow(10, random.nextInt(12) - 6);
    boolean whole = random.nextBoolean();
    List<Corner> corners = new ArrayList<>();
    int count = 3 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      corners.add(new Corner(coordinate(random, size, whole), coordinate(random, size, whole)));
    }
    Outline outline = new Outline(corners);
    for (int i = 0; i < 400; i++) {
      double x = coordinate(random, size, whole);
      double y = coordinate(random, size, whole);
      assertEquals(
          isInside(corners, x, y),
          outline.contains(x, y),
          () -> "seed " + seed + ": the point (" + x + ", " + y + ") of " + corners);
    }
  }

  /// Whole coordinates often lie on sides and corners.
  private static double coordinate(Random random, double size, boolean whole) {
    return whole ? random.nextInt(12) * size : random.nextDouble() * size;
  }

  /// The rule without any rounding.
  private static boolean isInside(List<Corner> corners, double x, double y) {
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Corner a = corners.get(i);
      Corner b = corners.get((i + 1) % corners.size());
      Corner low = a.y() < b.y() ? a : b;
      Corner high = a.y() < b.y() ? b : a;
      if (low.y() > y || high.y() <= y) {
        continue;
      }
      BigDecimal one = minus(low.x(), x).multiply(minus(high.y(), y));
      BigDecimal other = minus(low.y(), y).multiply(minus(high.x(), x));
      inside ^= one.compareTo(other) > 0;
    }
    return inside;
  }

  private static BigDecimal minus(double one, double other) {
    return new BigDecimal(one).subtract(new BigDecimal(other));
  }

  @Test
  void eachPointOfACutSquareIsInExactlyOneHalf() {
    Outline whole = new Outline(SQUARE);
    Outline lower = new Outline(corners(0, 0, 4, 0, 4, 4));
    Outline upper = new Outline(corners(0, 0, 4, 4, 0, 4));
    for (int x = 0; x <= 16; x++) {
      for (int y = 0; y <= 16; y++) {
        boolean one = lower.contains(x / 4.0, y / 4.0);
        boolean other = upper.contains(x / 4.0, y / 4.0);
        assertEquals(
            whole.contains(x / 4.0, y / 4.0),
            one ^ other,
            "A side that two outlines share belongs to one of them, at " + x + ", " + y);
      }
    }
  }

  @Test
  void whatIsCoveredTwiceIsOutside() {
    Outline star = new Outline(corners(0, 3, 6, 3, 1, 7, 3, 0, 5, 7));
    assertEquals(false, star.contains(3, 3.5), "The middle of a star is crossed twice.");
    assertEquals(true, star.contains(3, 1.5), "Its points are crossed once.");
  }

  @Test
  void missingAndEndlessValuesAreNowhere() {
    Field x = new Field("x", FieldType.NUMBER);
    double[] values = {1, 1, Double.NaN, Double.POSITIVE_INFINITY, 9};
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                NumberColumn.ofDoubles(x, values, RowSet.of(5, 1)),
                NumberColumn.ofLongs(
                    new Field("y", FieldType.NUMBER), new long[] {1, 1, 1, 1, 1}, null)));
    PredicateEvaluator evaluator = new PredicateEvaluator(columns, Optional::empty);
    Predicate square = new Predicate.Polygon("x", "y", SQUARE);
    assertEquals(RowSet.of(5, 0), evaluator.evaluate(square));
    assertEquals(
        RowSet.of(5, 1, 2, 3, 4),
        evaluator.evaluate(new Predicate.Not(square)),
        "What is inside no outline is outside of it.");
  }

  @Test
  void anOutlineSurvivesTheRoundTrip() {
    Predicate polygon =
        new Predicate.Polygon("lon", "lat", corners(0.1, -1e-9, 1e300, 7, 1.0 / 3, 2));
    String json = Json.MAPPER.writeValueAsString(polygon);
    assertEquals(polygon, Json.MAPPER.readValue(json, Predicate.class), json);
  }

  @Test
  void aFieldWithoutNumbersIsNamed() {
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                NumberColumn.ofLongs(new Field("x", FieldType.NUMBER), new long[] {1}, null),
                outcrop.analysis.column.CategoryColumn.of(
                    new Field("kind", FieldType.CATEGORY), "a")));
    PredicateEvaluator evaluator = new PredicateEvaluator(columns, Optional::empty);
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () -> evaluator.evaluate(new Predicate.Polygon("x", "kind", SQUARE)));
    assertEquals(true, String.valueOf(failure.getMessage()).contains("“kind”"));
  }

  private static List<Corner> corners(double... values) {
    List<Corner> corners = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      corners.add(new Corner(values[i], values[i + 1]));
    }
    return corners;
  }
}
