package outcrop.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.TableSpec;
import outcrop.app.view.part.ChartPane;
import outcrop.app.view.part.GridTable;
import outcrop.app.viewmodel.ApplicationViewModel.Screen;
import outcrop.app.viewmodel.ImportViewModel.Phase;
import outcrop.app.viewmodel.WorkspaceViewModel;

class WindowTest {
  @TempDir Path home;

  @Test
  void aDatasetIsImportedFilteredBrushedExportedAndOpenedAgainAsItWas() throws IOException {
    Path data = people(400);
    Path project = home.resolve("people.outcrop");
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      window.answers.add(data);
      OpenWindow.doFx(() -> ((Button) window.node("#choose-files")).fire());
      OpenWindow.await(
          "the preview is there",
          () -> window.application.importing().phaseProperty().get() == Phase.READY);
      OpenWindow.doFx(
          () -> {
            ((TextField) window.node("#import-folder")).setText(project.toString());
            ((Button) window.node("#import-start")).fire();
          });
      WorkspaceViewModel open = opened(window);
      OpenWindow.await("text can be searched", () -> open.workspace().textReady().isDone());
      assertEquals("400 of 400 rows", count(window), "Every row is there after the import.");

      OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText("city:London"));
      OpenWindow.await("the search filters", () -> count(window).equals("200 of 400 rows"));
      OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText("city:(London"));
      OpenWindow.await("the fault is told", () -> open.search().problemProperty().get() != null);
      assertEquals("200 of 400 rows", count(window), "A query with a fault changes nothing.");
      OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText(""));
      OpenWindow.await("the search is empty", () -> count(window).equals("400 of 400 rows"));

      OpenWindow.doFx(() -> open.edits().showDistribution("age"));
      brush(window, open);
      int brushed = OpenWindow.onFx(() -> open.countProperty().get().selected());
      assertTrue(brushed > 0 && brushed < 400, "The brush narrows the rows: " + brushed);
      window.action("undo");
      OpenWindow.await("undo gives all rows back", () -> count(window).equals("400 of 400 rows"));
      window.action("redo");
      OpenWindow.await(
          "redo brushes again", () -> open.countProperty().get().selected() == brushed);

      Path rows = home.resolve("rows.csv");
      window.answers.add(rows);
      window.action("export");
      OpenWindow.doFx(() -> ((Button) window.node("#export-start")).fire());
      OpenWindow.await("the rows are written", () -> Files.exists(rows));
      assertEquals(
          brushed + 1L, Files.readAllLines(rows).size(), "The export has the filtered rows.");
      OpenWindow.doFx(() -> window.shell.overlays().closeAll());
      window.action("close-project");
      assertEquals(
          Screen.START, window.application.screenProperty().get(), "The start is shown again.");

      OpenWindow.doFx(() -> window.application.openProject(project, false));
      WorkspaceViewModel again = opened(window);
      OpenWindow.await(
          "the filter is as it was", () -> again.countProperty().get().selected() == brushed);
      assertTrue(again.canUndo().get(), "The history came back with the project.");
    }
  }

  @Test
  void rowsInAnyScriptAreShownInTableInspectorAndSearch() throws IOException {
    Path data =
        Files.writeString(
            home.resolve("scripts.csv"),
            """
            language,text
            Arabic,"مرحبا بالعالم، هذه جملة طويلة بما يكفي لتلتف على أكثر من سطر واحد في اللوحة الجانبية"
            Hebrew,"שלום עולם, זה משפט ארוך מספיק כדי לגלוש ליותר משורה אחת בלוח הצד"
            Thai,"สวัสดีชาวโลก นี่เป็นประโยคที่ยาวพอที่จะขึ้นบรรทัดใหม่"
            Hindi,"नमस्ते दुनिया, यह वाक्य इतना लंबा है कि एक से अधिक पंक्तियों में जाए"
            Emoji,"👩‍👩‍👧‍👦 family and 🏳️‍🌈 flag, long enough to wrap in the pane at the side"
            """);
    try (OpenWindow window = OpenWindow.open(home, 1024, 700)) {
      WorkspaceViewModel open = imported(window, data, home.resolve("scripts.outcrop"));
      showTable(open);
      for (int row = 0; row < 5; row++) {
        int shown = row;
        OpenWindow.doFx(() -> ((GridTable) window.node(".grid-table")).goToRow(shown));
        OpenWindow.pause(60);
        assertEquals(
            shown,
            OpenWindow.onFx(() -> open.chosen().focused()),
            "The inspector follows the table.");
      }
      OpenWindow.await("text can be searched", () -> open.workspace().textReady().isDone());
      OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText("text:שלום"));
      OpenWindow.await("the Hebrew row is found", () -> count(window).equals("1 of 5 rows"));
    }
  }

  @Test
  void theInspectorSaysWhereItsRowIsAfterEveryFilterAndTheTableKeepsItsPlace() throws IOException {
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      WorkspaceViewModel open = imported(window, people(400), home.resolve("p.outcrop"));
      showTable(open);
      GridTable table = (GridTable) window.node(".grid-table");
      OpenWindow.await("the rows are there", () -> open.countProperty().get().total() == 400);
      OpenWindow.pause(200);
      OpenWindow.doFx(() -> table.goToPosition(301));
      int top = OpenWindow.onFx(table::topPosition);
      assertTrue(top > 200, "The row was brought into view: " + top);
      assertEquals("Row 302 of 400", title(window), "No filter: the place in the dataset.");
      String here = OpenWindow.onFx(() -> open.columns().column("city").textAt(301));
      filter(window, "city:" + here);
      OpenWindow.await("the place is another", () -> title(window).equals("Row 151 of 200"));
      filter(window, "NOT city:" + here);
      OpenWindow.await(
          "the row is said to be filtered out",
          () -> title(window).equals("Row outside the filter"));
      filter(window, "");
      OpenWindow.await("it is back", () -> title(window).equals("Row 302 of 400"));
      assertEquals(301, OpenWindow.onFx(table::focusedRow), "It has the focus again.");

      OpenWindow.doFx(() -> table.scrollTo(120));
      OpenWindow.doFx(() -> open.edits().addDistribution("age", tableId(open)));
      OpenWindow.pause(200);
      OpenWindow.doFx(
          () -> open.edits().arrange(open.state().layout().front(tableId(open)), "front"));
      OpenWindow.pause(200);
      assertEquals(
          120, OpenWindow.onFx(table::topPosition), "The table stays where it was behind a tab.");
    }
  }

  @Test
  void f6TakesTheKeyboardRoundAllPanesAndShiftBack() throws IOException {
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      WorkspaceViewModel open = imported(window, people(40), home.resolve("p.outcrop"));
      OpenWindow.pause(200);
      OpenWindow.doFx(() -> window.node("#search").requestFocus());
      Set<Node> owners = new LinkedHashSet<>();
      Node start = OpenWindow.onFx(() -> window.scene.getFocusOwner());
      int groups = OpenWindow.onFx(() -> window.scene.getRoot().lookupAll(".dock-group").size());
      for (int i = 0; i < groups + 2; i++) {
        window.action("next-pane");
        owners.add(OpenWindow.onFx(() -> window.scene.getFocusOwner()));
        assertTrue(
            OpenWindow.onFx(() -> window.node(".pane-ring").isVisible()), "The pane is ringed.");
      }
      assertEquals(groups + 2, owners.size(), "Fields, each group, and the side: " + owners);
      assertFalse(owners.contains(start), "The search comes last.");
      window.action("next-pane");
      assertEquals(start, OpenWindow.onFx(() -> window.scene.getFocusOwner()), "Once round.");
      window.action("previous-pane");
      assertEquals(
          owners.stream().reduce((_, last) -> last).orElseThrow(),
          OpenWindow.onFx(() -> window.scene.getFocusOwner()),
          "And back.");
      window.action("left");
      window.action("right");
      OpenWindow.doFx(() -> open.focusedViewProperty().set(tableId(open)));
      window.action("next-pane");
      assertTrue(
          OpenWindow.onFx(() -> window.scene.getFocusOwner() != null),
          "Hidden panes are left out.");
    }
  }

  @Test
  void sidesThatWerePutAwayStayAwayInTheNextWindow() throws IOException {
    Path project = home.resolve("p.outcrop");
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      imported(window, people(20), project);
      OpenWindow.pause(100);
      window.action("right");
      assertNull(OpenWindow.onFx(() -> window.scene.getRoot().lookup(".side-pane")));
    }
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      OpenWindow.doFx(() -> window.application.openProject(project, false));
      opened(window);
      OpenWindow.pause(100);
      assertNull(
          OpenWindow.onFx(() -> window.scene.getRoot().lookup(".side-pane")), "It stays away.");
      assertNotNull(OpenWindow.onFx(() -> window.scene.getRoot().lookup(".fields-pane")));
      window.action("right");
      assertNotNull(
          OpenWindow.onFx(() -> window.scene.getRoot().lookup(".side-pane")), "And it comes back.");
    }
  }

  @Test
  void aNarrowerWindowAndAClickArrangeNothing() throws IOException {
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      WorkspaceViewModel open = imported(window, people(40), home.resolve("p.outcrop"));
      OpenWindow.pause(300);
      LayoutSpec before = open.state().layout();
      OpenWindow.doFx(() -> window.stage.setWidth(800));
      OpenWindow.pause(200);
      Bounds group = place(window.node(".dock-content"));
      Robot robot = OpenWindow.onFx(Robot::new);
      OpenWindow.doFx(() -> robot.mouseMove(group.getMinX() + 40, group.getMaxY() - 40));
      OpenWindow.doFx(() -> robot.mouseClick(MouseButton.PRIMARY));
      OpenWindow.pause(100);
      assertEquals(
          before,
          open.state().layout(),
          "Shares that a small window forces on the views are not the user's.");
    }
  }

  private static Bounds place(Node node) {
    return OpenWindow.onFx(() -> node.localToScreen(node.getBoundsInLocal()));
  }

  private static String tableId(WorkspaceViewModel open) {
    return open.state().views().stream()
        .filter(TableSpec.class::isInstance)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static void filter(OpenWindow window, String query) {
    OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText(query));
  }

  private static String title(OpenWindow window) {
    return ((Label) window.node(".inspector-title")).getText();
  }

  @Test
  void theWindowClosesWhileAListIsOpen() throws IOException {
    OpenWindow window = OpenWindow.open(home, 1024, 700);
    OpenWindow.doFx(
        () -> {
          try {
            window.application.importFiles(List.of(people(5)));
          } catch (IOException failure) {
            throw new AssertionError(failure);
          }
        });
    OpenWindow.await(
        "the preview is there",
        () -> window.application.importing().phaseProperty().get() == Phase.READY);
    OpenWindow.doFx(() -> ((ComboBox<?>) window.node("#dialect-delimiter")).show());
    OpenWindow.pause(100);
    window.close();
    assertFalse(window.stage.isShowing(), "The window is closed.");
  }

  @Test
  void aProjectThatIsOpenElsewhereIsOfferedToReadOnlyAndSavesNothing() throws IOException {
    Path project = home.resolve("people.outcrop");
    try (OpenWindow first = OpenWindow.open(home.resolve("one"), 1024, 700);
        OpenWindow second = OpenWindow.open(home.resolve("two"), 1024, 700)) {
      imported(first, people(20), project);
      OpenWindow.doFx(() -> second.application.openProject(project, false));
      OpenWindow.await(
          "the holder is named", () -> second.application.heldProperty().get() != null);
      OpenWindow.doFx(() -> second.application.openProject(project, true));
      WorkspaceViewModel looked = opened(second);
      assertTrue(looked.workspace().readOnly(), "The second window only reads.");
      assertNotNull(
          OpenWindow.onFx(() -> second.scene.getRoot().lookup(".status-badge")),
          "The status bar says so.");
    }
  }

  @Test
  void theKeyboardOpensThePaletteAndItsActions() throws IOException {
    try (OpenWindow window = OpenWindow.open(home, 1024, 700)) {
      WorkspaceViewModel open = imported(window, people(20), home.resolve("p.outcrop"));
      press(window, KeyCode.K, true);
      OpenWindow.doFx(
          () -> ((TextField) window.node("#palette-text")).setText("distribution of age"));
      OpenWindow.doFx(
          () ->
              window
                  .node("#palette-text")
                  .fireEvent(
                      new KeyEvent(
                          KeyEvent.KEY_PRESSED,
                          "",
                          "",
                          KeyCode.ENTER,
                          false,
                          false,
                          false,
                          false)));
      OpenWindow.await(
          "the distribution is open",
          () ->
              open.focusedDistribution()
                  .map(model -> model.specProperty().get().field().equals("age"))
                  .orElse(false));
      assertFalse(
          OpenWindow.onFx(() -> window.shell.overlays().isBusy()), "The palette is gone again.");
    }
  }

  private static void press(OpenWindow window, KeyCode key, boolean control) {
    OpenWindow.doFx(
        () ->
            window.shell.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false)));
  }

  /// Drags over the middle of the chart, as a hand would.
  private static void brush(OpenWindow window, WorkspaceViewModel open) {
    OpenWindow.await(
        "the chart is drawn",
        () ->
            open.focusedDistribution().map(m -> m.dataProperty().get() != null).orElse(false)
                && anyChart(window));
    OpenWindow.pause(300);
    Bounds place =
        OpenWindow.onFx(() -> chart(window).localToScreen(chart(window).getBoundsInLocal()));
    double y = place.getMinY() + place.getHeight() * 0.55;
    Robot robot = OpenWindow.onFx(Robot::new);
    OpenWindow.doFx(() -> robot.mouseMove(place.getMinX() + place.getWidth() * 0.4, y));
    OpenWindow.doFx(() -> robot.mousePress(MouseButton.PRIMARY));
    for (double share : List.of(0.45, 0.5, 0.55, 0.6)) {
      OpenWindow.doFx(() -> robot.mouseMove(place.getMinX() + place.getWidth() * share, y));
      OpenWindow.pause(40);
    }
    OpenWindow.doFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
    OpenWindow.await("the brush is kept", () -> !open.state().selection().clauses().isEmpty());
    OpenWindow.await("the rows are counted", () -> open.countProperty().get().selected() < 400);
    OpenWindow.pause(300);
  }

  private static boolean anyChart(OpenWindow window) {
    return charts(window).findFirst().isPresent();
  }

  private static ChartPane chart(OpenWindow window) {
    return charts(window).findFirst().orElseThrow();
  }

  private static Stream<ChartPane> charts(OpenWindow window) {
    return window.scene.getRoot().lookupAll(".chart-pane").stream()
        .filter(node -> node instanceof ChartPane && node.getParent() != null)
        .filter(node -> isInside(node, "chart-tab"))
        .map(ChartPane.class::cast)
        .filter(
            chart -> chart.drawing().map(drawing -> drawing.title().equals("age")).orElse(false));
  }

  private static boolean isInside(Node node, String style) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  private static WorkspaceViewModel imported(OpenWindow window, Path data, Path project) {
    OpenWindow.doFx(() -> window.application.importFiles(List.of(data)));
    OpenWindow.await(
        "the preview is there",
        () -> window.application.importing().phaseProperty().get() == Phase.READY);
    OpenWindow.doFx(
        () -> {
          window.application.importing().folderProperty().set(project.toString());
          window.application.importing().importAll();
        });
    return opened(window);
  }

  /// Brings the table to the front, behind which it opens.
  private static void showTable(WorkspaceViewModel open) {
    OpenWindow.doFx(
        () -> open.edits().arrange(open.state().layout().front(tableId(open)), "front"));
    OpenWindow.pause(200);
  }

  private static WorkspaceViewModel opened(OpenWindow window) {
    OpenWindow.await(
        "the project is open: "
            + OpenWindow.onFx(
                () ->
                    window.application.problemProperty().get()
                        + window.application.importing().problemProperty().get()),
        () -> window.application.screenProperty().get() == Screen.PROJECT);
    OpenWindow.pause(200);
    return OpenWindow.onFx(() -> window.application.projectProperty().get());
  }

  private static String count(OpenWindow window) {
    return ((Label) window.node("#row-count")).getText();
  }

  private Path people(int rows) throws IOException {
    StringBuilder text = new StringBuilder("name,city,age,note\n");
    for (int i = 0; i < rows; i++) {
      text.append("P").append(i).append(i % 2 == 0 ? ",London," : ",Paris,");
      text.append(20 + i * 7 % 60).append(",writes long notes about row ").append(i).append('\n');
    }
    return Files.writeString(home.resolve("people" + rows + ".csv"), text);
  }
}
