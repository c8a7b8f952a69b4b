package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.spec.TableSpec.SortKey;

/// Gallery, reader and comparison over the people of [OpenProject], without a toolkit.
class RowViewsTest {
  private static final int ADA = 0;
  private static final int ALAN = 1;
  private static final int KURT = 3;
  private static final int EMMY = 4;

  @TempDir Path folder;

  @Test
  void theGalleryFollowsTheTableUntilItHasAnOrderOfItsOwn() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.edits().addGallery("");
      GalleryViewModel gallery = focused(project, GalleryViewModel.class);
      table(project).sort(List.of(new SortKey("age", true)));
      assertEquals(2, order(gallery).rowAt(0), "Grace is the oldest, so she is the first card.");
      gallery.setSort(List.of(new SortKey("age", false)));
      assertEquals(ADA, order(gallery).rowAt(0), "Ada is the youngest.");
      project.undo();
      assertEquals(2, order(gallery).rowAt(0), "Undo follows the table again.");
    }
  }

  @Test
  void theGalleryShowsTheFilteredRowsAndItsSizeIsOneStep() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.edits().addGallery("");
      GalleryViewModel gallery = focused(project, GalleryViewModel.class);
      project.search().textProperty().set("sex:f");
      project.search().apply();
      assertEquals(3, order(gallery).size(), "Three of the five are women.");
      int steps = project.historyProperty().get().steps().size();
      for (double size : new double[] {130, 140, 150}) {
        gallery.setSize(size);
      }
      assertEquals(
          steps + 1,
          project.historyProperty().get().steps().size(),
          "A slider that is dragged is one step of the history.");
    }
  }

  @Test
  void theReaderBeginsWithTheFirstRowAndStepsThroughTheOrder() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      table(project).sort(List.of(new SortKey("age", true)));
      project.edits().showReader();
      ReaderViewModel reader = focused(project, ReaderViewModel.class);
      assertEquals(2, reader.row(), "Grace is the first row of the table.");
      reader.step(1);
      assertEquals(KURT, project.chosen().focused(), "Kurt is the next, for every view.");
      reader.step(-1);
      reader.step(-1);
      assertEquals(0, reader.position(), "Before the first row there is none.");
      project.edits().showReader();
      assertEquals(
          1,
          project.views().values().stream().filter(ReaderViewModel.class::isInstance).count(),
          "The reader that is open is shown, not another one.");
    }
  }

  @Test
  void selectedRowsAreComparedInTheOrderOfTheTable() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      table(project).sort(List.of(new SortKey("age", true)));
      project.chosen().focus(ALAN, "table");
      assertFalse(project.chosen().isComparable(), "One row alone cannot be compared.");
      project.chosen().select(RowSet.of(5, ADA, KURT));
      project.edits().compareSelected();
      CompareViewModel compare = focused(project, CompareViewModel.class);
      assertEquals(List.of(KURT, ADA), compare.rows(), "Kurt is older, so he stands first.");
      assertTrue(
          compare.differs(field(project, "city"), compare.rows()), "Princeton is not London.");
      project.chosen().select(RowSet.of(5, ADA, ALAN));
      project.edits().compareSelected();
      assertEquals(List.of(ALAN, ADA), compare.rows(), "The open comparison takes other rows.");
      compare.setOnlyDifferences(true);
      assertEquals(
          List.of("name", "sex", "age", "note"),
          compare.fields().stream().map(Field::name).toList(),
          "Both live in London, so the city is left out.");
      compare.remove(ADA);
      assertEquals(List.of(ALAN), compare.rows(), "Ada was left out.");
    }
  }

  @Test
  void aMissingValueDiffersFromEveryOther() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.chosen().focus(EMMY, "table");
      project.chosen().select(RowSet.of(5, ADA));
      assertTrue(project.chosen().isComparable(), "The focused row counts beside a selected one.");
      project.edits().compareSelected();
      CompareViewModel compare = focused(project, CompareViewModel.class);
      assertTrue(compare.differs(field(project, "city"), compare.rows()), "Emmy has no city.");
      assertFalse(compare.differs(field(project, "sex"), compare.rows()), "Both are women.");
    }
  }

  @Test
  void aComparisonReopensByTheKeysOfItsRows() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.chosen().focus(ADA, "table");
      project.chosen().select(RowSet.of(5, ADA, EMMY));
      project.edits().compareSelected();
      project.edits().addGallery("");
    }
    try (WorkspaceViewModel again = OpenProject.again(folder)) {
      CompareViewModel compare =
          again.views().values().stream()
              .filter(CompareViewModel.class::isInstance)
              .map(CompareViewModel.class::cast)
              .findFirst()
              .orElseThrow();
      assertEquals(List.of(ADA, EMMY), compare.rows(), "The same people stand side by side.");
      assertEquals(0, compare.gone(), "All of them are still in the dataset.");
    }
  }

  private static Field field(WorkspaceViewModel project, String name) {
    return project.columns().schema().find(name).orElseThrow();
  }

  private static RowOrder order(RowsViewModel view) {
    var rows = view.rowsProperty().get();
    if (rows == null) {
      throw new AssertionError("The view has no rows yet; everything here answers at once.");
    }
    return rows.order();
  }

  private static <M extends ViewModel> M focused(WorkspaceViewModel project, Class<M> kind) {
    return kind.cast(project.views().get(project.focusedViewProperty().get()));
  }

  private static TableViewModel table(WorkspaceViewModel project) {
    return project.views().values().stream()
        .filter(TableViewModel.class::isInstance)
        .map(TableViewModel.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
