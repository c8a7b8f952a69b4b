package outcrop.app.view.part;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;

/// A marked part of a picture. Places are shares of the picture's width and height.
///
/// @param label what is marked; may be empty
/// @param colour 0…7, one of the colours of charts
public record PictureBox(
    double x, double y, double width, double height, String label, int colour) {
  private static final double LABEL_HEIGHT = 18;

  /// The box over a picture that is shown in this size.
  List<Node> nodes(double pictureWidth, double pictureHeight) {
    Rectangle frame =
        new Rectangle(
            x * pictureWidth,
            y * pictureHeight,
            Math.max(2, width * pictureWidth),
            Math.max(2, height * pictureHeight));
    PartsStyle.styled(frame, "picture-box", "picture-colour-" + colour);
    if (label.isEmpty()) {
      return List.of(frame);
    }
    Label name = PartsStyle.styled(new Label(label), "picture-label", "picture-colour-" + colour);
    double top = y * pictureHeight - LABEL_HEIGHT;
    name.relocate(x * pictureWidth, top < 0 ? y * pictureHeight : top);
    return List.of(frame, name);
  }
}
