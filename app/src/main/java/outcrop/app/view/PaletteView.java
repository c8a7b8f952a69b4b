package outcrop.app.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.app.viewmodel.AppAction;
import outcrop.app.viewmodel.Words;

/// All actions by typing some letters of their names.
final class PaletteView extends VBox {
  private static final double ROW = 36;
  private static final int ROWS = 10;

  private final Desk desk;
  private final Words words;
  private final TextField typed = new TextField();
  private final ListView<AppAction> list = new ListView<>();

  PaletteView(Desk desk) {
    this.desk = desk;
    this.words = desk.words();
    getStyleClass().add("palette");
    setPrefWidth(560);
    typed.setId("palette-text");
    typed.setPromptText(words.of("palette.prompt"));
    typed.setAccessibleText(words.of("palette.prompt"));
    typed.getStyleClass().add("palette-text");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new ActionCell());
    list.setPlaceholder(Nodes.label(words.of("palette.none"), "muted"));
    list.setOnMouseClicked(_ -> fire());
    HBox.setHgrow(typed, Priority.ALWAYS);
    HBox head = Nodes.row(0, Nodes.icon("search"), typed);
    head.getStyleClass().add("palette-head");
    getChildren().addAll(head, list);
    typed.textProperty().subscribe(this::filter);
    typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  void focusText() {
    typed.requestFocus();
  }

  private void filter(String text) {
    List<AppAction> found =
        desk.actions().matching(text, words).stream()
            .filter(action -> !action.id().equals("palette"))
            .toList();
    list.getItems().setAll(found);
    list.setPrefHeight(ROW * Math.clamp(found.size(), 2, ROWS) + 10);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> step(1);
      case UP -> step(-1);
      case PAGE_DOWN -> step(ROWS - 1);
      case PAGE_UP -> step(1 - ROWS);
      case ENTER -> fire();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Selects another action and scrolls no further than it takes to see it.
  private void step(int by) {
    int last = list.getItems().size() - 1;
    int index = list.getSelectionModel().getSelectedIndex() + by;
    list.getSelectionModel().select(Math.clamp(index, 0, Math.max(0, last)));
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(list.getSelectionModel().getSelectedIndex());
    }
  }

  private void fire() {
    AppAction chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      desk.overlays().close(this);
      desk.actions().used(chosen.id());
      chosen.fire();
    }
  }

  private final class ActionCell extends ListCell<AppAction> {
    @Override
    protected void updateItem(@Nullable AppAction action, boolean empty) {
      super.updateItem(action, empty);
      if (action == null || empty) {
        setGraphic(null);
        return;
      }
      Label name = Nodes.label(action.text(words));
      HBox row =
          Nodes.row(
              12,
              Nodes.icon(action.icon().isEmpty() ? "chevron-right" : action.icon()),
              name,
              Nodes.spacer());
      if (!action.shortcut().isEmpty()) {
        row.getChildren().add(Nodes.label(Nodes.keys(action.shortcut()), "key-cap"));
      }
      setGraphic(row);
      setAccessibleText(name.getText());
    }
  }
}
