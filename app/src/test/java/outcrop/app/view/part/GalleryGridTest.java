package outcrop.app.view.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.UserFailure;

class GalleryGridTest {
  private static final int ROWS = 100_000;

  private static ColumnStore pictures() {
    String[] files = new String[ROWS];
    String[] kinds = new String[ROWS];
    for (int row = 0; row < ROWS; row++) {
      files[row] = row + ".png";
      kinds[row] = Samples.PRODUCTS.get(row % Samples.PRODUCTS.size());
    }
    return ColumnStore.of(
        List.of(
            CategoryColumn.of(new Field("file", FieldType.IMAGE), files),
            CategoryColumn.of(new Field("kind", FieldType.CATEGORY), kinds)));
  }

  private static GalleryGrid gallery(ColumnStore store, RowPictures pictures) {
    GalleryGrid gallery = new GalleryGrid(Samples.words(), new DirectTaskRunner(), Runnable::run);
    List<Field> fields = store.schema().fields();
    gallery.setContent(store, fields.get(0), fields.subList(1, 2), pictures);
    gallery.setCardSize(100);
    gallery.setData(store, Samples.allRows(store));
    return gallery;
  }

  @Test
  void keysMoveByCardsAndLinesAndTheLastOfAHundredThousandIsOneKeyAway() throws Exception {
    ColumnStore store = pictures();
    List<Integer> focused = new ArrayList<>();
    GalleryGrid gallery =
        Shown.fx(() -> gallery(store, (_, w, h, _) -> Optional.of(new WritableImage(w, h))));
    gallery.setOnFocus(focused::add);
    try (Shown shown = Shown.of(() -> gallery, 600, 400)) {
      int columns = gallery.columns();
      assertEquals(5, columns, "Five cards of 100 pixels stand in 600.");
      Shown.key(gallery, KeyCode.RIGHT);
      Shown.key(gallery, KeyCode.DOWN);
      Shown.key(gallery, KeyCode.END);
      assertEquals(List.of(1, 1 + columns, ROWS - 1), focused);
      assertTrue(gallery.topPosition() > ROWS - 40, "The last card is in view.");
      Shown.key(gallery, KeyCode.A, false, true);
      assertEquals(ROWS, gallery.selectedRows().cardinality(), "Also rows never seen.");
      assertTrue(
          gallery.thumbnails().count() < 200,
          "Only what was in view was made, not what was jumped over: "
              + gallery.thumbnails().count());
      assertEquals(List.of(), shown.errors);
    }
  }

  @Test
  void aClickFocusesAndShiftSelectsTheStretch() throws Exception {
    ColumnStore store = pictures();
    GalleryGrid gallery =
        Shown.fx(
            () ->
                gallery(
                    store,
                    (row, _, _, _) -> {
                      throw new UserFailure(row + ".png is damaged; fetch it again.");
                    }));
    try (Shown shown = Shown.of(() -> gallery, 600, 400)) {
      Shown.click(gallery, 200, 60);
      assertEquals(1, gallery.focusedRow(), "The second card was clicked.");
      Shown.key(gallery, KeyCode.RIGHT, true, false);
      Shown.key(gallery, KeyCode.RIGHT, true, false);
      assertEquals(3, gallery.selectedRows().cardinality(), "Shift selects the way.");
      assertTrue(
          gallery.getAccessibleText().contains("3.png is damaged"),
          "A broken picture says why: " + gallery.getAccessibleText());
      assertEquals(List.of(), shown.errors);
    }
  }

  @Test
  void aClickAndAClickWithCtrlSelectTwo() {
    RowCursor cursor = new RowCursor();
    ColumnStore store = Samples.large(10);
    cursor.setOtherRows(Samples.allRows(store), 10);
    cursor.move(2);
    cursor.selection.setAnchor(2);
    cursor.toggle(5);
    assertEquals(RowSet.of(10, 2, 5), cursor.selection.rows(), "The clicked row is taken along.");
    cursor.toggle(5);
    assertEquals(RowSet.of(10, 2), cursor.selection.rows(), "Another click gives one up.");
  }

  @Test
  void withoutImagesTheCardsShowTexts() throws Exception {
    ColumnStore store = Samples.reviews();
    GalleryGrid gallery =
        Shown.fx(
            () -> {
              GalleryGrid made =
                  new GalleryGrid(Samples.words(), new DirectTaskRunner(), Runnable::run);
              made.setContent(
                  store,
                  store.schema().find("text").orElseThrow(),
                  List.of(store.schema().find("product").orElseThrow()),
                  null);
              made.setData(store, Samples.allRows(store));
              return made;
            });
    try (Shown shown = Shown.of(() -> gallery, 700, 500)) {
      assertEquals(0, gallery.thumbnails().count(), "Texts need no pictures.");
      assertEquals(
          List.of(), shown.errors, "Texts in all scripts are broken into lines and painted.");
    }
  }
}
