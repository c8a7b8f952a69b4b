package outcrop.app.view;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.workspace.RowImages;
import outcrop.app.view.part.RowPictures;

/// The images of a project as the screen shows them.
final class ProjectPictures {
  private ProjectPictures() {}

  /// The images that a field refers to.
  static RowPictures of(RowImages images, String field) {
    return (row, maxWidth, maxHeight, context) ->
        images
            .image(field, row)
            .map(source -> images.decoder().decode(source, maxWidth, maxHeight, context))
            .map(ProjectPictures::onScreen);
  }

  private static Image onScreen(Pixels pixels) {
    WritableImage image = new WritableImage(pixels.width(), pixels.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            pixels.width(),
            pixels.height(),
            PixelFormat.getIntArgbInstance(),
            pixels.argb(),
            0,
            pixels.width());
    return image;
  }
}
