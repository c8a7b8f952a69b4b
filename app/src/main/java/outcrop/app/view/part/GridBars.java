package outcrop.app.view.part;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;

/// The scroll bars of the table, and the number of the first row while the thumb is dragged.
final class GridBars {
  static final double WIDTH = 16;
  private static final double LEAST_THUMB = 28;
  private static final double ACROSS_STEP = 40;

  private final GridState state;
  private final Words words;
  private final Runnable moved;
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final Label bubble = new Label();
  private boolean setting;

  /// @param moved called after the user scrolled
  GridBars(GridState state, Words words, Runnable moved) {
    this.state = state;
    this.words = words;
    this.moved = moved;
    down.setOrientation(Orientation.VERTICAL);
    bubble.getStyleClass().add("part-bubble");
    bubble.setVisible(false);
    bubble.setMouseTransparent(true);
    for (ScrollBar bar : List.of(down, across)) {
      bar.setFocusTraversable(false);
      bar.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }
    down.valueProperty().subscribe(value -> barMoved(state.down, value.doubleValue()));
    across.valueProperty().subscribe(value -> barMoved(state.across, value.doubleValue()));
    down.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> showBubble());
    down.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> bubble.setVisible(false));
  }

  List<Node> nodes() {
    return List.of(down, across, bubble);
  }

  private void barMoved(GridScroll scroll, double value) {
    if (!setting && value != scroll.offset()) {
      scroll.jump(value);
      moved.run();
    }
  }

  private void showBubble() {
    bubble.setText(words.get("grid.row", state.topPosition() + 1L));
    bubble.setVisible(true);
    bubble.autosize();
    double share = state.down.offset() / Math.max(1, state.down.greatest());
    double room = down.getHeight() - bubble.getHeight();
    bubble.relocate(
        Math.rint(down.getLayoutX() - 8 - bubble.getWidth()),
        Math.rint(down.getLayoutY() + share * room));
  }

  /// Takes over how much there is to scroll, and where the table is.
  void update() {
    set(down, state.down, GridState.ROW_HEIGHT);
    set(across, state.across, ACROSS_STEP);
  }

  private void set(ScrollBar bar, GridScroll scroll, double unit) {
    setting = true;
    bar.setMax(scroll.greatest());
    double share =
        Math.max(
            LEAST_THUMB, scroll.viewport() * scroll.viewport() / Math.max(1, scroll.content()));
    bar.setVisibleAmount(Math.min(1, share / Math.max(1, scroll.viewport())) * scroll.greatest());
    bar.setUnitIncrement(unit);
    bar.setBlockIncrement(scroll.viewport());
    bar.setValue(scroll.offset());
    setting = false;
  }

  /// Lays the bars along the edges of a table of this size.
  ///
  /// @param left where the columns begin
  /// @param wide whether the columns need a bar
  void place(double width, double height, double left, boolean wide) {
    double viewWidth = Math.max(0, width - WIDTH);
    double body = state.down.viewport();
    across.setVisible(wide);
    down.setVisible(state.down.content() > body);
    down.resizeRelocate(viewWidth, GridState.HEADER_HEIGHT, WIDTH, body);
    across.resizeRelocate(left, height - WIDTH, Math.max(0, viewWidth - left), WIDTH);
  }
}
