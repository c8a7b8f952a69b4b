package outcrop.app.view.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.TableSpec.ColumnLayout;
import outcrop.analysis.spec.TableSpec.SortKey;

class GridTableTest {
  private static final ColumnStore REVIEWS = Samples.reviews();

  private static GridTable table(ColumnStore store) {
    GridTable table = new GridTable(Samples.words());
    table.setData(store, Samples.allRows(store));
    return table;
  }

  @Test
  void keysMoveTheFocusAndTellTheRow() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    try (var shown = Shown.of(() -> table, 800, 400)) {
      List<Integer> told = new ArrayList<>();
      Shown.run(() -> table.setOnFocus(told::add));
      Shown.key(table, KeyCode.DOWN);
      Shown.key(table, KeyCode.DOWN);
      Shown.key(table, KeyCode.RIGHT);
      Shown.key(table, KeyCode.END, false, true);
      Shown.key(table, KeyCode.UP);
      Shown.key(table, KeyCode.HOME, false, true);

      assertEquals(
          List.of(1, 2, Samples.ROWS - 1, Samples.ROWS - 2, 0),
          told.stream().distinct().toList(),
          "Each move to another row is told once; moves between columns are not.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void pageKeysMoveByWhatIsInView() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    try (var shown = Shown.of(() -> table, 800, 36 + 28 * 10 + 16)) {
      Shown.key(table, KeyCode.PAGE_DOWN);

      assertEquals(10, table.focusedRow(), "Ten rows are in view, so a page is ten rows.");
      assertEquals(1, table.topPosition(), "The focused row is the last in view.");
    }
  }

  @Test
  void selectsTenMillionRowsAtOnceAndJumpsToTheLast() throws Exception {
    int rows = 10_000_000;
    ColumnStore store = Samples.large(rows);
    GridTable table = Shown.fx(() -> table(store));
    try (var shown = Shown.of(() -> table, 800, 400)) {
      Shown.key(table, KeyCode.A, false, true);
      Shown.key(table, KeyCode.END, false, true);

      assertTrue(table.selectedRows().isAll(), "Ctrl+A selects every row of the table.");
      assertEquals(rows - 1, table.focusedRow(), "Ctrl+End goes to the last row.");
      assertTrue(table.topPosition() > rows - 20, "The last row is in view, not only focused.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void shiftSelectsTheStretchAndEscLetsItGo() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    try (var shown = Shown.of(() -> table, 800, 400)) {
      Shown.run(() -> table.goToPosition(5));
      Shown.key(table, KeyCode.DOWN, true, false);
      Shown.key(table, KeyCode.DOWN, true, false);
      assertEquals("3 of 20000 rows", table.selectedRows().toString(), "Rows 5, 6 and 7.");

      Shown.key(table, KeyCode.UP, true, false);
      assertEquals("2 of 20000 rows", table.selectedRows().toString(), "The stretch shrinks.");

      Shown.key(table, KeyCode.ESCAPE);
      assertTrue(table.selectedRows().isEmpty(), "Esc selects no row.");
    }
  }

  @Test
  void aRowThatTheFilterHidGetsTheFocusBackWhenItReturns() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    try (var shown = Shown.of(() -> table, 800, 400)) {
      Shown.run(() -> table.goToPosition(7));
      RowSet others = RowSet.all(Samples.ROWS).andNot(RowSet.of(Samples.ROWS, 7));
      Shown.run(
          () -> table.setData(REVIEWS, new RowsData(Samples.ROWS, others, new Samples.Natural(7))));
      Shown.run(() -> table.setData(REVIEWS, Samples.allRows(REVIEWS)));

      assertEquals(7, table.focusedRow(), "The inspector showed row 7 all the time.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void clicksOnHeadersAskForAnOrder() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    List<List<SortKey>> asked = new ArrayList<>();
    table.setOnSort(asked::add);
    try (var shown = Shown.of(() -> table, 800, 400)) {
      Shown.click(table, table.numberWidth() + 20, 18);
      Shown.click(table, table.numberWidth() + 20, 18);
      Shown.click(table, table.numberWidth() + 20, 18);

      assertEquals(
          List.of(List.of(new SortKey("id", false)), List.of(new SortKey("id", true)), List.of()),
          asked,
          "Clicks on one header sort rising, falling, and not at all.");
    }
  }

  @Test
  void aHeaderDraggedOverItsNeighbourChangesPlaces() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    List<List<ColumnLayout>> told = new ArrayList<>();
    table.setOnColumns(told::add);
    table.setColumns(
        List.of(new ColumnLayout("id", 100, false), new ColumnLayout("rating", 100, false)));
    try (var shown = Shown.of(() -> table, 900, 400)) {
      double first = table.numberWidth();
      Shown.drag(table, first + 20, 18, first + 180, 18);

      assertEquals(
          List.of("rating", "id", "product"),
          told.getLast().stream().limit(3).map(ColumnLayout::field).toList(),
          "The dragged column stands behind the one over whose end it was let go.");
    }
  }

  @Test
  void aPinnedColumnStaysWhereItIsWhileOthersScroll() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    List<List<SortKey>> asked = new ArrayList<>();
    table.setOnSort(asked::add);
    table.setColumns(
        List.of(
            new ColumnLayout("id", 300, false),
            new ColumnLayout("product", 300, false),
            new ColumnLayout("rating", 100, false, true)));
    try (var shown = Shown.of(() -> table, 500, 400)) {
      Shown.key(table, KeyCode.END);
      Shown.click(table, table.numberWidth() + 50, 18);

      assertEquals(
          List.of(List.of(new SortKey("rating", false))),
          asked,
          "The pinned column is the first, however far the others were scrolled.");
      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }

  @Test
  void theEdgeOfAHeaderSizesTheColumn() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    List<List<ColumnLayout>> told = new ArrayList<>();
    table.setOnColumns(told::add);
    table.setColumns(List.of(new ColumnLayout("id", 100, false)));
    try (var shown = Shown.of(() -> table, 900, 400)) {
      double edge = table.numberWidth() + 100;
      Shown.drag(table, edge, 18, edge + 50, 18);

      assertEquals(
          150,
          told.getLast().getFirst().width(),
          1.5,
          "A column becomes as much wider as its edge was dragged.");
    }
  }

  @Test
  void copiesSelectedRowsAsTabSeparatedText() throws Exception {
    ColumnStore store =
        ColumnStore.of(
            List.of(
                TextColumn.of(new Field("a", FieldType.TEXT), "one", "two\tparts", null),
                CategoryColumn.of(new Field("b", FieldType.CATEGORY), "x", "say \"y\"", "z")));
    GridTable table = Shown.fx(() -> table(store));
    try (var shown = Shown.of(() -> table, 400, 300)) {
      Shown.run(table::selectAll);
      Shown.run(table::copy);

      assertEquals(
          "a\tb\none\tx\n\"two\tparts\"\t\"say \"\"y\"\"\"\n\tz",
          Shown.fx(() -> Clipboard.getSystemClipboard().getString()),
          "Names first, then rows; values with separators are quoted, missing ones empty.");
    }
  }

  @Test
  void scriptsOfAllKindsArePaintedAndMarked() throws Exception {
    GridTable table = Shown.fx(() -> table(REVIEWS));
    try (var shown = Shown.of(() -> table, 1000, 600)) {
      Shown.run(
          () ->
              table.setHits((field, text) -> text.isEmpty() ? List.of() : List.of(new Span(0, 3))));
      for (int width = 40; width < 700; width += 33) {
        double wide = width;
        Shown.run(() -> table.setColumns(List.of(new ColumnLayout("text", wide, false))));
      }

      assertEquals(List.of(), shown.errors, "Painting must not fail for any script or width.");
    }
  }

  @Test
  void fiveThousandColumnsAreShownWithoutOpeningThem() throws Exception {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      columns.add(CategoryColumn.of(new Field("field " + i, FieldType.CATEGORY), "a", "b"));
    }
    ColumnStore store = ColumnStore.of(columns);
    GridTable table = Shown.fx(() -> table(store));
    try (var shown = Shown.of(() -> table, 800, 300)) {
      Shown.key(table, KeyCode.END);
      Shown.key(table, KeyCode.HOME);

      assertEquals(List.of(), shown.errors, "Painting must not fail.");
    }
  }
}
