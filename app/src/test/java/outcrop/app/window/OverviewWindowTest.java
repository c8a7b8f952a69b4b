package outcrop.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.app.view.part.CardGrid;
import outcrop.app.view.part.DrawingPane;
import outcrop.app.viewmodel.ApplicationViewModel.Screen;
import outcrop.app.viewmodel.ImportViewModel.Phase;
import outcrop.app.viewmodel.WorkspaceViewModel;

class OverviewWindowTest {
  @TempDir Path home;

  @Test
  void theOverviewShowsCardsWarningsAndPairsInASmallWindow() throws IOException {
    Path data =
        Files.writeString(
            home.resolve("suspects.csv"),
            "code,name,age,state\n"
                + "1,one,31,Open\n2,two,999,open\n1,one,28,Open\n2,two,999,closed\n".repeat(10));
    try (OpenWindow window = OpenWindow.open(home, 1024, 700)) {
      WorkspaceViewModel open = imported(window, data);
      OpenWindow.await("the cards are there", () -> !cards(window).isEmpty());
      OpenWindow.await("the warnings are there", () -> !buttons(window, "card-warning").isEmpty());
      Node first = OpenWindow.onFx(() -> cards(window).getFirst());
      assertTrue(
          OpenWindow.onFx(first::getAccessibleText).startsWith("age. "),
          "A card says all of itself: " + OpenWindow.onFx(first::getAccessibleText));
      OpenWindow.await(
          "the pairs are compared",
          () -> ((DrawingPane) window.node(".association-pane .chart-pane")).drawing().isPresent());

      OpenWindow.doFx(() -> buttons(window, "card-value").getFirst().fire());
      OpenWindow.await("a value filters", () -> open.countProperty().get().selected() == 20);
      window.action("undo");

      OpenWindow.doFx(() -> ((CardGrid) window.node(".card-grid")).focusCards());
      OpenWindow.doFx(() -> press(window, KeyCode.DOWN));
      OpenWindow.pause(200);
      String second = OpenWindow.onFx(() -> window.scene.getFocusOwner().getAccessibleText());
      assertTrue(second.startsWith("state. "), "The arrow goes to the next card: " + second);
      OpenWindow.doFx(() -> press(window, KeyCode.ENTER));
      OpenWindow.await(
          "Enter opens the distribution",
          () -> open.focusedViewProperty().get().startsWith("distribution"));
      assertEquals(1, OpenWindow.onFx(() -> columns(window)), "One card beside the other charts.");
    }
  }

  private static int columns(OpenWindow window) {
    return ((CardGrid) window.node(".card-grid")).columns();
  }

  private static void press(OpenWindow window, KeyCode code) {
    Node owner = window.scene.getFocusOwner();
    owner.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static List<Node> cards(OpenWindow window) {
    return window.scene.getRoot().lookupAll(".field-card").stream()
        .filter(Node::isVisible)
        .sorted((a, b) -> Double.compare(a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
        .toList();
  }

  private static List<Button> buttons(OpenWindow window, String style) {
    return cards(window).stream()
        .flatMap(card -> card.lookupAll("." + style).stream())
        .map(Button.class::cast)
        .toList();
  }

  private WorkspaceViewModel imported(OpenWindow window, Path data) {
    OpenWindow.doFx(() -> window.application.importFiles(List.of(data)));
    OpenWindow.await(
        "the preview is there",
        () -> window.application.importing().phaseProperty().get() == Phase.READY);
    OpenWindow.doFx(
        () -> {
          window.application.importing().folderProperty().set(home.resolve("s.outcrop").toString());
          window.application.importing().importAll();
        });
    OpenWindow.await(
        "the project is open", () -> window.application.screenProperty().get() == Screen.PROJECT);
    return OpenWindow.onFx(() -> window.application.projectProperty().get());
  }
}
