package outcrop.app.view.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.spec.LayoutSpec;

/// Views on top of each other, with a tab for each.
final class DockGroup extends VBox {
  private static final double ROOMY = 112;

  private final HBox bar = new HBox();
  private final HBox tabs = new HBox();
  private final StackPane content = new StackPane();
  private final List<DockTab> shown = new ArrayList<>();

  DockGroup(LayoutSpec.Tabs spec, DockArea area) {
    getStyleClass().add("dock-group");
    bar.getStyleClass().add("dock-bar");
    content.getStyleClass().add("dock-content");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(content.widthProperty());
    clip.heightProperty().bind(content.heightProperty());
    content.setClip(clip);
    content.setMinSize(0, 0);
    for (String view : spec.views()) {
      DockTab tab =
          new DockTab(
              view,
              () -> area.select(view),
              () -> area.actions().close(view),
              area.word("view.close"));
      tab.setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2) {
              tab.edit(text -> area.actions().rename(view, text));
            }
          });
      TabDrag.install(tab, area);
      HBox.setHgrow(tab, Priority.SOMETIMES);
      shown.add(tab);
    }
    tabs.getChildren().setAll(shown);
    tabs.setMinWidth(0);
    HBox.setHgrow(tabs, Priority.SOMETIMES);
    Button add = new Button(null, new FontIcon("fth-plus"));
    add.getStyleClass().addAll("flat", "icon-button", "dock-add");
    add.setAccessibleText(area.word("view.add"));
    add.setTooltip(new Tooltip(area.word("view.add")));
    add.setOnAction(
        _ -> area.actions().add(spec.views().isEmpty() ? "" : spec.views().getLast(), add));
    bar.getChildren().addAll(tabs, add);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(bar, content);
    setMinSize(120, 80);
    widthProperty()
        .subscribe(
            width -> {
              boolean narrow = width.doubleValue() / Math.max(1, shown.size()) < ROOMY;
              shown.forEach(tab -> tab.setNarrow(narrow));
            });
  }

  /// Shows a view in front.
  void front(String front, Map<String, ? extends DockedView> views, String focused) {
    DockedView view = views.get(front);
    if (view != null
        && (content.getChildren().size() != 1 || content.getChildren().getFirst() != view.node())) {
      content.getChildren().setAll(view.node());
    }
    for (DockTab tab : shown) {
      DockedView titled = views.get(tab.viewId());
      if (titled != null) {
        tab.show(titled, tab.viewId().equals(front), tab.viewId().equals(focused));
      }
    }
  }

  List<String> viewIds() {
    return shown.stream().map(DockTab::viewId).toList();
  }

  DockTab tab(String viewId) {
    return shown.stream().filter(tab -> tab.viewId().equals(viewId)).findFirst().orElseThrow();
  }

  /// Whether a place in the scene is on the bar of tabs.
  boolean overBar(Point2D scene) {
    return bar.localToScene(bar.getBoundsInLocal()).contains(scene);
  }

  /// Before which tab a place on the bar is.
  int tabIndexAt(double sceneX) {
    int index = 0;
    for (DockTab tab : shown) {
      Bounds bounds = tab.localToScene(tab.getBoundsInLocal());
      if (sceneX > bounds.getCenterX()) {
        index++;
      }
    }
    return index;
  }

  /// The left edge of the tab at an index, or the right edge of the last one, in the scene.
  double tabEdge(int index) {
    if (shown.isEmpty()) {
      return bar.localToScene(bar.getBoundsInLocal()).getMinX();
    }
    return index < shown.size()
        ? shown.get(index).localToScene(shown.get(index).getBoundsInLocal()).getMinX()
        : shown.getLast().localToScene(shown.getLast().getBoundsInLocal()).getMaxX();
  }

  Bounds barInScene() {
    return bar.localToScene(bar.getBoundsInLocal());
  }

  Bounds contentInScene() {
    return content.localToScene(content.getBoundsInLocal());
  }
}
