package outcrop.app.view;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Takes the keyboard from pane to pane, and draws a ring round the pane that has it until the
/// focus leaves it or the mouse is used.
final class PaneRing extends Region {
  private final Pane window;
  private @Nullable Node ringed;

  /// A part of the window that the keyboard goes to as a whole.
  ///
  /// @param focus puts the focus where work in it goes on
  record Stop(Node node, Runnable focus) {}

  /// @param window all panes are in it, and so will be the ring
  PaneRing(Pane window) {
    this.window = window;
    getStyleClass().add("pane-ring");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    window.getChildren().add(this);
    window.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hide());
    window.layoutBoundsProperty().subscribe(_ -> hide());
    window
        .sceneProperty()
        .flatMap(scene -> scene.focusOwnerProperty())
        .subscribe(
            owner -> {
              if (ringed != null && !isWithin(owner, ringed)) {
                hide();
              }
            });
  }

  /// Goes to the next stop, or the one before.
  ///
  /// @param by 1 or −1
  void go(List<Stop> stops, int by) {
    Node owner = getScene().getFocusOwner();
    int now = by > 0 ? -1 : 0;
    for (int i = 0; i < stops.size(); i++) {
      if (isWithin(owner, stops.get(i).node())) {
        now = i;
      }
    }
    Stop next = stops.get(Math.floorMod(now + by, stops.size()));
    hide();
    next.focus().run();
    show(next.node());
  }

  private void show(Node node) {
    ringed = node;
    Bounds place = window.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    setViewOrder(-2);
    setVisible(true);
  }

  private void hide() {
    ringed = null;
    setVisible(false);
  }

  private static boolean isWithin(@Nullable Node node, Node pane) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == pane) {
        return true;
      }
    }
    return false;
  }
}
