package outcrop.app.view;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.app.viewmodel.AppAction;
import outcrop.app.viewmodel.Words;

/// Every shortcut there is.
final class ShortcutsView extends VBox {
  private static final List<String> HINTS =
      List.of("brush", "toggle", "add", "legend", "text", "tab", "field", "search", "keep");

  ShortcutsView(Desk desk) {
    super(16);
    Words words = desk.words();
    getStyleClass().add("shortcuts");
    setPrefWidth(752);
    HBox head =
        Nodes.row(
            8,
            Nodes.label(words.of("shortcuts.title"), "screen-title"),
            Nodes.spacer(),
            Nodes.iconButton("x", words.of("action.close"), () -> desk.overlays().close(this)));
    List<AppAction> keyed =
        desk.actions().all().stream().filter(action -> !action.shortcut().isEmpty()).toList();
    GridPane keys = grid();
    for (AppAction action : keyed) {
      keys.addRow(
          keys.getRowCount(), Nodes.label(action.text(words)), cap(Nodes.keys(action.shortcut())));
    }
    GridPane gestures = grid();
    for (String hint : HINTS) {
      gestures.addRow(
          gestures.getRowCount(),
          Nodes.label(words.of("shortcuts." + hint)),
          cap(words.of("shortcuts." + hint + ".keys")));
    }
    HBox columns =
        new HBox(
            40,
            Nodes.column(8, Nodes.heading(words.of("shortcuts.keys")), keys),
            Nodes.column(8, Nodes.heading(words.of("shortcuts.gestures")), gestures));
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.setMaxHeight(600);
    HBox.setHgrow(columns.getChildren().getFirst(), Priority.ALWAYS);
    HBox.setHgrow(columns.getChildren().getLast(), Priority.ALWAYS);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    setFocusTraversable(true);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(8);
    grid.setPrefWidth(328);
    return grid;
  }

  private static HBox cap(String text) {
    HBox box = Nodes.row(0, Nodes.spacer(), Nodes.label(text, "key-cap"));
    GridPane.setHgrow(box, Priority.ALWAYS);
    return box;
  }
}
