package outcrop.app.view.dock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.app.viewmodel.LayoutEdits;

/// Shows views as a [LayoutSpec] arranges them, and tells what the user does to the arrangement.
/// The arrangement is not changed here: it comes back through [#show].
public final class DockArea extends StackPane {
  private final DockActions actions;
  private final Function<String, String> words;
  private final StackPane stage = new StackPane();
  private final Pane markLayer = new Pane();
  private final Region mark = new Region();
  private final List<DockGroup> groups = new ArrayList<>();
  private final Map<String, SplitPane> splits = new LinkedHashMap<>();
  private Map<String, ? extends DockedView> views = Map.of();
  private LayoutSpec layout = LayoutSpec.EMPTY;
  private String focused = "";
  private int drops;
  private @Nullable LayoutSpec built;

  /// @param words gives the text of a key
  public DockArea(DockActions actions, Function<String, String> words) {
    this.actions = actions;
    this.words = words;
    getStyleClass().add("dock-area");
    mark.getStyleClass().add("drop-mark");
    mark.setVisible(false);
    mark.setManaged(false);
    markLayer.getChildren().add(mark);
    markLayer.setMouseTransparent(true);
    getChildren().addAll(stage, markLayer);
    setMinSize(0, 0);
    // A view may take what is dragged over it; then nothing is marked beside it.
    addEventFilter(DragEvent.DRAG_OVER, _ -> mark(null));
    addEventHandler(DragEvent.DRAG_OVER, this::guestOver);
    addEventHandler(DragEvent.DRAG_EXITED, _ -> mark(null));
    addEventHandler(DragEvent.DRAG_DROPPED, this::guestDropped);
  }

  private void guestOver(DragEvent event) {
    Optional<DropPlace> place = guestPlace(event);
    mark(place.orElse(null));
    if (place.isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void guestDropped(DragEvent event) {
    Optional<DropPlace> place = guestPlace(event);
    mark(null);
    if (place.isPresent()) {
      event.setDropCompleted(true);
      event.consume();
      actions.drop(event.getDragboard(), place.get().layout());
    }
  }

  private Optional<DropPlace> guestPlace(DragEvent event) {
    String view = actions.viewOf(event.getDragboard());
    if (view.isEmpty()) {
      return Optional.empty();
    }
    return groups.isEmpty()
        ? Optional.of(
            new DropPlace(
                stage.localToScene(stage.getBoundsInLocal()),
                new LayoutSpec.Tabs(List.of(view), view)))
        : placeAt(view, new Point2D(event.getSceneX(), event.getSceneY()));
  }

  /// Shows views in an arrangement.
  ///
  /// @param focusedView the view that editors and shortcuts mean
  /// @param empty what to show where there is no view
  public void show(
      LayoutSpec newLayout,
      Map<String, ? extends DockedView> newViews,
      String focusedView,
      Node empty) {
    layout = newLayout;
    views = newViews;
    focused = focusedView;
    if (newLayout.allViews().isEmpty()) {
      groups.clear();
      splits.clear();
      built = null;
      stage.getChildren().setAll(empty);
      return;
    }
    if (built == null || !LayoutEdits.sameShape(built, newLayout)) {
      groups.clear();
      splits.clear();
      stage.getChildren().setAll(build(newLayout, ""));
    }
    built = newLayout;
    place(newLayout, "", 0);
  }

  private Node build(LayoutSpec spec, String path) {
    return switch (spec) {
      case LayoutSpec.Tabs tabs -> {
        DockGroup group = new DockGroup(tabs, this);
        groups.add(group);
        yield group;
      }
      case LayoutSpec.Split split -> {
        SplitPane pane = new SplitPane();
        pane.setOrientation(split.vertical() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        splits.put(path, pane);
        pane.getItems().addAll(build(split.first(), path + "0"), build(split.second(), path + "1"));
        pane.setDividerPosition(0, split.share());
        DividerDrag.onEnd(pane, () -> keepShare(pane, path));
        yield pane;
      }
    };
  }

  private void keepShare(SplitPane pane, String path) {
    double share = pane.getDividerPositions()[0];
    LayoutSpec changed = LayoutEdits.withShare(layout, path, share);
    if (Math.abs(shareAt(layout, path) - share) > 0.002) {
      actions.arrange(changed, "share" + path);
    }
  }

  private static double shareAt(LayoutSpec spec, String path) {
    LayoutSpec at = spec;
    for (char turn : path.toCharArray()) {
      LayoutSpec.Split split = (LayoutSpec.Split) at;
      at = turn == '0' ? split.first() : split.second();
    }
    return ((LayoutSpec.Split) at).share();
  }

  private int place(LayoutSpec spec, String path, int group) {
    return switch (spec) {
      case LayoutSpec.Tabs tabs -> {
        groups.get(group).front(tabs.front(), views, focused);
        yield group + 1;
      }
      case LayoutSpec.Split split -> {
        SplitPane pane = splits.get(path);
        if (pane != null && Math.abs(pane.getDividerPositions()[0] - split.share()) > 0.002) {
          pane.setDividerPosition(0, split.share());
        }
        yield place(split.second(), path + "1", place(split.first(), path + "0", group));
      }
    };
  }

  DockActions actions() {
    return actions;
  }

  String word(String key) {
    return words.apply(key);
  }

  void select(String view) {
    LayoutSpec changed = layout.front(view);
    if (!changed.equals(layout)) {
      actions.arrange(changed, frontKey());
    }
    actions.focus(view);
  }

  /// The groups of tabs in reading order.
  public List<Node> groups() {
    return List.copyOf(groups);
  }

  /// Puts the keyboard into the view in front of a group, where work in it goes on.
  ///
  /// @param group one of [#groups]
  public void focusGroup(Node group) {
    if (group instanceof DockGroup tabs && groups.contains(tabs)) {
      String front = LayoutEdits.group(layout, tabs.viewIds().getFirst()).front();
      actions.focus(front);
      Optional.<DockedView>ofNullable(views.get(front)).ifPresent(DockedView::focus);
    }
  }

  /// Lets the user write the title of a view in its tab.
  public void editTitle(String view) {
    groups.stream()
        .filter(group -> group.viewIds().contains(view))
        .findFirst()
        .ifPresent(group -> group.tab(view).edit(text -> actions.rename(view, text)));
  }

  /// Tabs looked at in a row are one step, up to the next that is moved.
  private String frontKey() {
    return "front" + drops;
  }

  Optional<DropPlace> placeAt(String view, Point2D scene) {
    return groups.stream()
        .filter(group -> group.localToScene(group.getBoundsInLocal()).contains(scene))
        .findFirst()
        .map(group -> DropPlace.of(layout, view, group, scene));
  }

  void mark(@Nullable DropPlace place) {
    mark.setVisible(place != null);
    if (place != null) {
      Bounds bounds = markLayer.sceneToLocal(place.mark());
      mark.resizeRelocate(
          bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
  }

  void drop(String view, DropPlace place) {
    if (!place.layout().equals(layout)) {
      // The press that began the drag brought the tab to the front: both are one step.
      actions.arrange(place.layout(), frontKey());
      drops++;
    }
    actions.focus(view);
  }
}
