package outcrop.app.view;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Panes above the window, one over the other, with what lies below dimmed and out of reach.
///
/// They are nodes of the same scene and not windows: so they are never lost behind it, work on
/// every platform, and closing the program with one open is safe.
public final class Overlays extends StackPane {
  private record Layer(Region scrim, StackPane frame, @Nullable Node focusBefore) {}

  private static final double BELOW_BAR = 96;

  private final Deque<Layer> layers = new ArrayDeque<>();

  public Overlays() {
    setPickOnBounds(false);
    setVisible(false);
    getStyleClass().add("overlays");
  }

  /// Shows a pane in the middle, or near the upper edge.
  public void show(Region pane, boolean top) {
    Region scrim = new Region();
    scrim.getStyleClass().add("scrim");
    scrim.setOnMouseClicked(_ -> close(pane));
    StackPane frame = new StackPane(pane);
    frame.setPickOnBounds(false);
    frame.getStyleClass().add(top ? "overlay-frame-top" : "overlay-frame");
    StackPane.setAlignment(pane, top ? Pos.TOP_CENTER : Pos.CENTER);
    pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    pane.getStyleClass().add("overlay");
    frame.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close(pane);
          }
        });
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    layers.push(new Layer(scrim, frame, focused));
    getChildren().addAll(scrim, frame);
    setVisible(true);
    // The keyboard goes where the eyes are; panes with a field of their own take it from here.
    pane.requestFocus();
  }

  /// Shows a pane near the upper edge that asks nothing: it takes no click and no focus, and what
  /// lies below stays as it is. [#end] takes it away.
  void tell(Region pane) {
    pane.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    pane.setMouseTransparent(true);
    pane.getStyleClass().add("overlay");
    StackPane.setAlignment(pane, Pos.TOP_CENTER);
    StackPane.setMargin(pane, new Insets(BELOW_BAR, 24, 24, 24));
    getChildren().add(pane);
    setVisible(true);
  }

  /// Takes away what [#tell] showed.
  void end(Region pane) {
    getChildren().remove(pane);
    setVisible(!getChildren().isEmpty());
  }

  /// Takes a pane away, and those above it; what had the focus before gets it again.
  public void close(Region pane) {
    if (layers.stream().noneMatch(layer -> layer.frame.getChildren().contains(pane))) {
      return;
    }
    Layer layer;
    do {
      layer = layers.pop();
      getChildren().removeAll(layer.scrim, layer.frame);
    } while (!layer.frame.getChildren().contains(pane));
    setVisible(!getChildren().isEmpty());
    if (layer.focusBefore != null) {
      layer.focusBefore.requestFocus();
    }
  }

  public boolean isShowing(Region pane) {
    return layers.stream().anyMatch(layer -> layer.frame.getChildren().contains(pane));
  }

  /// Whether any pane is shown.
  public boolean isBusy() {
    return !layers.isEmpty();
  }

  /// Takes every pane away.
  public void closeAll() {
    layers.clear();
    getChildren().clear();
    setVisible(false);
  }
}
