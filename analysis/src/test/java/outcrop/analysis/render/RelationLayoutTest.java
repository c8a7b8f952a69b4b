package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Bins;
import outcrop.analysis.spec.RelationSpec.Shape;

/// Data that has little to show is drawn, or spoken of, in every shape and at every size.
class RelationLayoutTest {
  private static final int ROWS = 5;
  private static final double[][] SIZES = {{5, 5}, {60, 40}, {260, 160}, {700, 420}, {1600, 900}};

  @ParameterizedTest
  @EnumSource
  void withoutRowsThereIsASentence(Shape shape) {
    assertSays(ChartWords.ENGLISH.noRows(), spec(shape), table(0, false), RowSet.all(0));
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnyValueThatIsDrawnThereIsASentence(Shape shape) {
    assertSays(
        ChartWords.fill(ChartWords.ENGLISH.allMissing(), "5"),
        spec(shape).withBins(Bins.DEFAULT.withMissing(false)),
        table(ROWS, true),
        RowSet.all(ROWS));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SCATTER")
  void rowsWithoutAValueHaveAPlaceOfTheirOwn(Shape shape) {
    assertDrawn(spec(shape), table(ROWS, true), RowSet.all(ROWS));
  }

  @ParameterizedTest
  @EnumSource(names = "SCATTER")
  void pointsWithoutAValueHaveNoPlace(Shape shape) {
    assertSays(
        ChartWords.fill(ChartWords.ENGLISH.allMissing(), "5"),
        spec(shape),
        table(ROWS, true),
        RowSet.all(ROWS));
  }

  @ParameterizedTest
  @EnumSource
  void oneValueIsDrawn(Shape shape) {
    assertDrawn(spec(shape), table(ROWS, false), RowSet.all(ROWS));
  }

  @ParameterizedTest
  @EnumSource
  void oneRowIsDrawn(Shape shape) {
    assertDrawn(spec(shape), table(1, false), RowSet.all(1));
  }

  @ParameterizedTest
  @EnumSource
  void whereTheFilterLeavesNothingThereIsASentence(Shape shape) {
    assertSays(
        ChartWords.ENGLISH.noneSelected(), spec(shape), table(ROWS, false), RowSet.none(ROWS));
  }

  @ParameterizedTest
  @EnumSource
  void smallMultiplesOfAnEmptySelectionAreDrawn(Shape shape) {
    assertFinite(spec(shape).withFacet("kind"), table(ROWS, false), RowSet.none(ROWS));
  }

  @Test
  void rowsThatTheRangeOfAnAxisLeavesOutAreCounted() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 50};
    ColumnStore columns =
        ColumnStore.of(
            List.of(
                NumberColumn.ofDoubles(RelationSamples.number("x"), x, null),
                NumberColumn.ofDoubles(RelationSamples.number("y"), x, null)));
    RelationSpec spec =
        RelationSamples.spec(Shape.SCATTER, "x", "y")
            .withStyle(ChartStyle.DEFAULT.withX(AxisStyle.AUTO.withRange("0", "20")));
    Drawing drawing = assertFinite(spec, columns, RowSet.all(10));
    assertTrue(
        drawing.description().contains("1 rows beyond the axis"),
        () -> "Say what is cut off, not only: " + drawing.description());
  }

  private static RelationSpec spec(Shape shape) {
    return shape == Shape.SCATTER
        ? RelationSamples.spec(shape, "x", "y")
        : RelationSamples.spec(shape, "kind", "x");
  }

  /// Rows that all have the same values, or none.
  private static ColumnStore table(int rows, boolean missing) {
    @Nullable String[] kinds = new String[rows];
    double[] numbers = new double[rows];
    if (!missing) {
      Arrays.fill(kinds, "one");
      Arrays.fill(numbers, 7);
    }
    RowSet none = missing ? RowSet.all(rows) : null;
    return ColumnStore.of(
        List.of(
            CategoryColumn.of(RelationSamples.category("kind"), kinds),
            NumberColumn.ofDoubles(RelationSamples.number("x"), numbers, none),
            NumberColumn.ofDoubles(RelationSamples.number("y"), numbers, none)));
  }

  private static void assertSays(
      String sentence, RelationSpec spec, ColumnStore columns, RowSet selected) {
    Drawing drawing = assertFinite(spec, columns, selected);
    assertTrue(
        drawing.description().endsWith(sentence),
        () -> "Say “" + sentence + "” below the title, not: " + drawing.description());
    assertFalse(
        LayoutLawTest.inGroup(drawing, "message").isEmpty(), "Say it in the picture as well.");
  }

  private static void assertDrawn(RelationSpec spec, ColumnStore columns, RowSet selected) {
    Drawing drawing = assertFinite(spec, columns, selected);
    assertEquals(
        List.of(),
        LayoutLawTest.inGroup(drawing, "message"),
        "There is something to draw, so no sentence is needed.");
    assertFalse(drawing.regions().isEmpty(), "Something in the drawing can be pointed at.");
  }

  /// Lays out at every size, so that nothing throws, and gives back the drawing of usual size.
  private static Drawing assertFinite(RelationSpec spec, ColumnStore columns, RowSet selected) {
    Samples.Sample sample = RelationSamples.sample(spec, columns, selected);
    for (double[] size : SIZES) {
      String svg = SvgPainter.paint(sample.at(size[0], size[1]).drawing());
      assertFalse(
          svg.contains("NaN") || svg.contains("Infinity"),
          () -> "A coordinate is no number at %s × %s".formatted(size[0], size[1]));
    }
    return sample.drawing();
  }
}
