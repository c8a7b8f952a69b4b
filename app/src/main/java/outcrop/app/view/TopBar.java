package outcrop.app.view;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcrop.app.language.ClauseWords;
import outcrop.app.view.part.ChipBar;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// Above everything: the project, the search, undo and redo, and below them what is filtered and
/// how many rows that leaves.
final class TopBar extends VBox {
  private final Desk desk;
  private final Words words;
  private final WorkspaceViewModel project;
  private final SearchBox search;
  private final Label count = Nodes.label("", "row-count");

  TopBar(Desk desk, WorkspaceViewModel project) {
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    this.search = new SearchBox(words, project.search());
    getStyleClass().add("top-bar");
    setViewOrder(-1);
    getChildren().addAll(commands(), filters());
  }

  SearchBox search() {
    return search;
  }

  private Node commands() {
    Button menu = Nodes.plain(new Button());
    menu.setId("project-menu");
    menu.getStyleClass().addAll("flat", "project-button");
    menu.setGraphic(Nodes.row(8, new AppMark(20)));
    menu.textProperty()
        .bind(Bindings.createStringBinding(() -> project.state().name(), project.stateProperty()));
    menu.setMaxWidth(220);
    menu.setMinWidth(88);
    Nodes.tooltip(menu, project.workspace().folder().toString());
    menu.setAccessibleText(words.of("project.menu"));
    ContextMenu entries = new ContextMenu();
    for (String id :
        List.of("open", "import", "", "export", "export-view", "report", "", "close-project")) {
      entries
          .getItems()
          .add(
              id.isEmpty()
                  ? new SeparatorMenuItem()
                  : Nodes.menuItem(desk.actions().get(id), words));
    }
    menu.setOnAction(_ -> entries.show(menu, Side.BOTTOM, 0, 4));
    HBox searching = Nodes.row(0, search);
    searching.setMaxWidth(680);
    search.setMaxWidth(680);
    HBox.setHgrow(searching, Priority.ALWAYS);
    HBox right =
        Nodes.row(
            2,
            Nodes.iconButton(desk.actions().get("undo"), words),
            Nodes.iconButton(desk.actions().get("redo"), words),
            Nodes.iconButton(desk.actions().get("palette"), words),
            Nodes.iconButton(desk.actions().get("left"), words),
            Nodes.iconButton(desk.actions().get("right"), words));
    right.setMinWidth(USE_PREF_SIZE);
    HBox bar = Nodes.row(12, menu, searching, Nodes.spacer(), right);
    bar.setViewOrder(-1);
    bar.getStyleClass().add("command-bar");
    return bar;
  }

  private Node filters() {
    ClauseWords clauses = new ClauseWords(words, name -> project.columns().schema().find(name));
    ClauseWords full = clauses.inFull();
    ChipBar chips = new ChipBar(words::pattern);
    chips.setOnToggle(project::toggleClause);
    chips.setOnInvert(project::invertClause);
    chips.setOnRemove(project::removeClause);
    chips.setOnClear(project::clearClauses);
    Label none = Nodes.label(words.of("filter.none"), "muted");
    none.setMinWidth(0);
    chips.setMinHeight(0);
    chips.setMaxHeight(USE_PREF_SIZE);
    project
        .stateProperty()
        .subscribe(
            state -> {
              chips.setClauses(state.selection().clauses(), clauses::of, full::of);
              boolean any = !state.selection().clauses().isEmpty();
              chips.setVisible(any);
              chips.setManaged(any);
              none.setVisible(!any);
              none.setManaged(!any);
            });
    count.setId("row-count");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(Bindings.createStringBinding(this::countText, project.countProperty()));
    BorderPane bar = new BorderPane(new StackPane(none, chips));
    bar.setLeft(count);
    BorderPane.setAlignment(count, Pos.CENTER_LEFT);
    BorderPane.setMargin(count, new Insets(0, 12, 0, 0));
    StackPane.setAlignment(none, Pos.CENTER_LEFT);
    StackPane.setAlignment(chips, Pos.CENTER_LEFT);
    bar.getStyleClass().add("filter-bar");
    return bar;
  }

  private String countText() {
    WorkspaceViewModel.Count now = project.countProperty().get();
    return words.of("rows.shown", words.count(now.selected()), words.count(now.total()));
  }
}
