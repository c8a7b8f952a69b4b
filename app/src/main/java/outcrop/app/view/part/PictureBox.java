package outcrop.app.view.part;

import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;

/// A marked part of a picture. Places are shares of the picture's width and height.
///
/// @param label what is marked; may be empty
/// @param colour 0…3
public record PictureBox(
    double x, double y, double width, double height, String label, int colour) {
  private static final double LABEL_HEIGHT = 18;

  /// What is drawn over a picture for a box: its frame, and its name where it has one.
  record Drawn(PictureBox box, Rectangle frame, Label name) {
    static Drawn of(PictureBox box) {
      String colour = "picture-colour-" + box.colour();
      Label name = PartsStyle.styled(new Label(box.label()), "picture-label", colour);
      name.setVisible(!box.label().isEmpty());
      return new Drawn(box, PartsStyle.styled(new Rectangle(), "picture-box", colour), name);
    }

    /// Puts it over a picture that is shown in this size.
    void place(double width, double height) {
      frame.setX(box.x() * width);
      frame.setY(box.y() * height);
      frame.setWidth(Math.max(2, box.width() * width));
      frame.setHeight(Math.max(2, box.height() * height));
      double above = box.y() * height - LABEL_HEIGHT;
      name.relocate(box.x() * width, above < 0 ? box.y() * height : above);
    }
  }
}
