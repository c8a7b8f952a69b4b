package outcrop.app.view;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.app.view.part.HistoryList;
import outcrop.app.viewmodel.CommandWords;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What was done, below a heading that folds it away.
final class HistoryPane extends VBox {
  private final ToggleButton heading = new ToggleButton();

  HistoryPane(Words words, WorkspaceViewModel project) {
    getStyleClass().add("history-pane");
    CommandWords commands = new CommandWords(words);
    HistoryList list = new HistoryList(words::pattern);
    list.setId("history");
    list.setOnGoTo(project::goTo);
    project
        .historyProperty()
        .subscribe(history -> list.setEntries(commands.of(history), history.position()));
    heading.setText(words.of("history.title"));
    heading.setGraphic(Nodes.icon("chevron-right"));
    heading.getStyleClass().addAll("flat", "fold-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    heading.setId("history-heading");
    heading
        .selectedProperty()
        .subscribe(
            open -> {
              list.setVisible(open);
              list.setManaged(open);
              heading.setGraphic(Nodes.icon(open ? "chevron-down" : "chevron-right"));
            });
    list.setPrefHeight(200);
    list.setMinHeight(96);
    list.setMaxHeight(240);
    VBox.setVgrow(list, Priority.SOMETIMES);
    getChildren().addAll(heading, list);
  }

  void toggle() {
    heading.setSelected(!heading.isSelected());
  }
}
