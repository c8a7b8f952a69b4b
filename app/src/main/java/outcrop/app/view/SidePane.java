package outcrop.app.view;

import java.util.function.Function;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import outcrop.app.view.part.RowInspector;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// On the right: the focused row, or the settings of the focused view.
final class SidePane extends BorderPane {
  private final Desk desk;
  private final Words words;
  private final WorkspaceViewModel project;
  private final ToggleButton row;
  private final ToggleButton view;
  private final RowInspector inspector;
  private final Function<String, @Nullable TableTab> tables;
  private String edited = "";

  /// @param tables the table of a view id, or the first one there is; null where there is none
  SidePane(Desk desk, WorkspaceViewModel project, Function<String, @Nullable TableTab> tables) {
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    this.tables = tables;
    this.inspector = new RowInspector(words::pattern);
    getStyleClass().add("side-pane");
    ToggleGroup group = new ToggleGroup();
    row = toggle(group, "side.row", "side-row");
    view = toggle(group, "side.view", "side-view");
    group
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                show();
              }
            });
    HBox head = Nodes.row(2, row, view);
    head.getStyleClass().add("side-head");
    setTop(head);
    inspector.setOnStep(() -> step(-1), () -> step(1));
    project
        .hitsProperty()
        .subscribe(hits -> inspector.setHits(Hits.finder(hits, project.columns().schema())));
    project.focusedRowProperty().subscribe(_ -> showRow());
    project.focusedViewProperty().subscribe(_ -> focusChanged());
    row.setSelected(true);
    focusChanged();
  }

  private ToggleButton toggle(ToggleGroup group, String key, String id) {
    ToggleButton button = new ToggleButton(words.of(key));
    button.setToggleGroup(group);
    button.getStyleClass().addAll("flat", "side-toggle");
    button.setId(id);
    return button;
  }

  private void focusChanged() {
    if (project.focusedDistribution().isPresent()) {
      view.setSelected(true);
    } else if (project.focusedRowProperty().get() >= 0) {
      row.setSelected(true);
    }
    show();
  }

  private void show() {
    if (row.isSelected()) {
      setCenter(inspector);
      edited = "";
    } else {
      showEditor();
    }
  }

  private void showEditor() {
    DistributionViewModel model = project.focusedDistribution().orElse(null);
    if (model == null) {
      edited = "";
      setCenter(TableTab.placeholder(words.of("side.noView")));
    } else if (!model.specProperty().get().id().equals(edited)) {
      edited = model.specProperty().get().id();
      ScrollPane scroll = new ScrollPane(new DistributionEditor(desk, model));
      scroll.setFitToWidth(true);
      scroll.getStyleClass().add("page-scroll");
      setCenter(scroll);
    }
  }

  /// Shows the focused row again, whose place may be another now.
  void showRow() {
    int shown = project.focusedRowProperty().get();
    TableTab table = tables.apply(project.rowViewProperty().get());
    if (shown < 0 || shown >= project.columns().rowCount()) {
      inspector.clear();
    } else if (table == null) {
      inspector.setRow(project.columns(), shown, -1, 0);
    } else {
      inspector.setRow(project.columns(), shown, table.positionOf(shown), table.rows());
    }
  }

  private void step(int by) {
    TableTab table = tables.apply(project.rowViewProperty().get());
    if (table != null) {
      int position = table.positionOf(project.focusedRowProperty().get());
      table
          .table()
          .goToPosition(Math.clamp((long) position + by, 0, Math.max(0, table.rows() - 1)));
    }
  }

  /// Lets go of the data before it is closed.
  void release() {
    inspector.clear();
  }

  /// Puts the keyboard on the switch between row and view; Tab goes on into what it shows.
  void focusSwitch() {
    (row.isSelected() ? row : view).requestFocus();
  }

  void showInspector() {
    row.setSelected(true);
  }

  void showViewEditor() {
    view.setSelected(true);
  }
}
