package outcrop.app.view.part;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The words about what is under the pointer, in a bubble that keeps within its owner.
final class TipBubble {
  private static final double GAP = 12;

  private final Label label = new Label();
  private final Region owner;

  TipBubble(Region owner) {
    this.owner = owner;
    label.getStyleClass().add("part-bubble");
    label.setManaged(false);
    label.setMouseTransparent(true);
    label.setVisible(false);
  }

  /// What the owner adds above its other children.
  Label node() {
    return label;
  }

  void show(String text, double x, double y) {
    label.setText(text);
    label.setVisible(true);
    label.applyCss();
    label.autosize();
    boolean flips = x + GAP + label.getWidth() > owner.getWidth();
    double left = flips ? x - GAP - label.getWidth() : x + GAP;
    double lowest = Math.max(4, owner.getHeight() - label.getHeight() - 4);
    label.relocate(
        owner.snapPositionX(Math.max(4, left)),
        owner.snapPositionY(Math.clamp(y + GAP, 4, lowest)));
  }

  void hide() {
    label.setVisible(false);
  }
}
