package outcrop.app.view;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.RowOrder;
import outcrop.analysis.query.ViewData.RowsData;
import outcrop.analysis.spec.ShapedSpec;
import outcrop.app.view.part.RowInspector;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.MapViewModel;
import outcrop.app.viewmodel.RelationViewModel;
import outcrop.app.viewmodel.ShapedViewModel;
import outcrop.app.viewmodel.TailViewModel;
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
  private static final String SHAPED = "#shaped";

  private String edited = "";
  private Runnable onShaping = () -> {};

  SidePane(Desk desk, WorkspaceViewModel project) {
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    this.inspector =
        new RowInspector(
            words::pattern,
            project.work().runner(),
            project.work().delivery(),
            new RowActions(desk, project));
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
    project.stateProperty().subscribe(state -> inspector.setLenses(state.lenses()));
    project.stateProperty().subscribe(_ -> shapingChanged());
    project.chosen().focusedProperty().subscribe(_ -> showRow());
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
    if (project.focusedChart().isPresent()) {
      view.setSelected(true);
    } else if (project.chosen().focused() >= 0) {
      row.setSelected(true);
    }
    show();
  }

  private static boolean isShaped(@Nullable ChartViewModel<?, ?> model) {
    return model != null
        && model.specProperty().get() instanceof ShapedSpec spec
        && spec.target() != null;
  }

  /// A target brings its settings to the front, and takes them along when it goes.
  private void shapingChanged() {
    boolean shaped = isShaped(project.focusedChart().orElse(null));
    if (shaped && !edited.endsWith(SHAPED)) {
      view.setSelected(true);
      onShaping.run();
      show();
    } else if (!shaped && edited.endsWith(SHAPED)) {
      show();
    }
  }

  /// Told when a target is set, whose settings need this pane.
  void setOnShaping(Runnable action) {
    onShaping = action;
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
    ChartViewModel<?, ?> model = project.focusedChart().orElse(null);
    if (model == null) {
      edited = "";
      setCenter(TableTab.placeholder(words.of("side.noView")));
    } else if (isShaped(model)) {
      String shaped = model.specProperty().get().id() + SHAPED;
      if (!shaped.equals(edited) && model instanceof ShapedViewModel<?, ?> chart) {
        edited = shaped;
        setCenter(new ShapePane(words, chart.shape()));
      }
    } else if (!model.specProperty().get().id().equals(edited)) {
      edited = model.specProperty().get().id();
      ScrollPane scroll = new ScrollPane(editor(model));
      scroll.setFitToWidth(true);
      scroll.getStyleClass().add("page-scroll");
      setCenter(scroll);
    }
  }

  /// What the kind of chart has, then what every chart has.
  private Region editor(ChartViewModel<?, ?> model) {
    return Nodes.column(0, ofKind(model), new StyleEditor(desk, model));
  }

  private Region ofKind(ChartViewModel<?, ?> model) {
    return switch (model) {
      case DistributionViewModel distribution -> new DistributionEditor(desk, distribution);
      case TailViewModel tail -> new TailEditor(desk, tail);
      case RelationViewModel relation -> new RelationEditor(desk, relation);
      case MapViewModel map -> new MapEditor(desk, map);
    };
  }

  /// Shows the focused row again, whose place may be another now.
  void showRow() {
    int shown = project.chosen().focused();
    if (shown < 0 || shown >= project.columns().rowCount()) {
      inspector.clear();
      return;
    }
    Optional<RowOrder> order = order();
    inspector.setRow(
        project.columns(),
        shown,
        order.map(rows -> rows.positionOf(shown)).orElse(-1),
        order.map(RowOrder::size).orElse(0));
  }

  private Optional<RowOrder> order() {
    return project.rowsOf(project.chosen().viewProperty().get()).map(RowsData::order);
  }

  private void step(int by) {
    RowOrder order = order().orElse(null);
    if (order != null && order.size() > 0) {
      long position = (long) order.positionOf(project.chosen().focused()) + by;
      project
          .chosen()
          .focus(
              order.rowAt(Math.clamp(position, 0, order.size() - 1)),
              project.chosen().viewProperty().get());
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
