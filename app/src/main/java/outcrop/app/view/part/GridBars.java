package outcrop.app.view.part;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;

/// The scroll bars of the table, and the number of the first row while the thumb is dragged.
final class GridBars {
  static final double WIDTH = LinkedBar.WIDTH;
  private static final double ACROSS_STEP = 40;

  private final GridState state;
  private final Words words;
  private final LinkedBar down;
  private final LinkedBar across;
  private final Label bubble = new Label();

  /// @param moved called after the user scrolled
  GridBars(GridState state, Words words, Runnable moved) {
    this.state = state;
    this.words = words;
    this.down = new LinkedBar(Orientation.VERTICAL, state.down, moved);
    this.across = new LinkedBar(Orientation.HORIZONTAL, state.across, moved);
    bubble.getStyleClass().add("part-bubble");
    bubble.setVisible(false);
    bubble.setMouseTransparent(true);
    down.node().addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> showBubble());
    down.node().addEventFilter(MouseEvent.MOUSE_RELEASED, event -> bubble.setVisible(false));
  }

  List<Node> nodes() {
    return List.of(down.node(), across.node(), bubble);
  }

  private void showBubble() {
    bubble.setText(words.get("grid.row", state.topPosition() + 1L));
    bubble.setVisible(true);
    bubble.autosize();
    double room = down.node().getHeight() - bubble.getHeight();
    bubble.relocate(
        Math.rint(down.node().getLayoutX() - 8 - bubble.getWidth()),
        Math.rint(down.node().getLayoutY() + down.share() * room));
  }

  /// Takes over how much there is to scroll, and where the table is.
  void update() {
    down.update(GridState.ROW_HEIGHT);
    across.update(ACROSS_STEP);
  }

  /// Lays the bars along the edges of a table of this size.
  ///
  /// @param left where the columns begin
  /// @param wide whether the columns need a bar
  void place(double width, double height, double left, boolean wide) {
    double viewWidth = Math.max(0, width - WIDTH);
    double body = state.down.viewport();
    across.node().setVisible(wide);
    down.node().setVisible(state.down.content() > body);
    down.node().resizeRelocate(viewWidth, GridState.HEADER_HEIGHT, WIDTH, body);
    across.node().resizeRelocate(left, height - WIDTH, Math.max(0, viewWidth - left), WIDTH);
  }
}
