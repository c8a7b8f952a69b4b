package outcrop.app.view.dock;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Tells when the user lets go of a divider.
///
/// Clicks into what a split pane holds pass it as well, and its shares move by themselves when the
/// window changes size: neither is something that the user chose.
public final class DividerDrag {
  private DividerDrag() {}

  /// Calls an action each time the user lets go of a divider of this pane, not of one within it.
  public static void onEnd(SplitPane pane, Runnable action) {
    pane.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (event.getTarget() instanceof Node target && isDivider(target, pane)) {
            action.run();
          }
        });
  }

  private static boolean isDivider(Node target, SplitPane pane) {
    for (Node node = target; node != null && node != pane; node = node.getParent()) {
      if (node.getStyleClass().contains("split-pane-divider")) {
        return node.getParent() == pane;
      }
    }
    return false;
  }
}
