package outcrop.app.view.part;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;

/// A scroll bar that shows and sets a [GridScroll], with a thumb that can be grabbed however long
/// the way is.
final class LinkedBar {
  static final double WIDTH = 16;
  private static final double LEAST_THUMB = 28;

  private final ScrollBar bar = new ScrollBar();
  private final GridScroll scroll;
  private boolean setting;

  /// @param moved called after the user scrolled
  LinkedBar(Orientation orientation, GridScroll scroll, Runnable moved) {
    this.scroll = scroll;
    bar.setOrientation(orientation);
    bar.setFocusTraversable(false);
    bar.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    bar.valueProperty()
        .subscribe(
            value -> {
              if (!setting && value.doubleValue() != scroll.offset()) {
                scroll.jump(value.doubleValue());
                moved.run();
              }
            });
  }

  ScrollBar node() {
    return bar;
  }

  /// Takes over how much there is to scroll, and where the view is.
  ///
  /// @param step what one click on an arrow scrolls
  void update(double step) {
    setting = true;
    bar.setMax(scroll.greatest());
    double share =
        Math.max(
            LEAST_THUMB, scroll.viewport() * scroll.viewport() / Math.max(1, scroll.content()));
    bar.setVisibleAmount(Math.min(1, share / Math.max(1, scroll.viewport())) * scroll.greatest());
    bar.setUnitIncrement(step);
    bar.setBlockIncrement(scroll.viewport());
    bar.setValue(scroll.offset());
    setting = false;
  }

  /// How far down the view is, from 0 to 1.
  double share() {
    return scroll.offset() / Math.max(1, scroll.greatest());
  }
}
