package outcrop.app.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// A picture of a window with every popup, menu and dialog that is shown over it.
///
/// The headless platform loses popups from its frame buffer when the window below repaints, so the
/// picture is composed from the scenes themselves. Call it on the JavaFX thread.
public final class WindowPicture {
  private WindowPicture() {}

  /// Composes the picture.
  ///
  /// @param stage the window that fills the picture
  /// @param scale pixels per scene unit; drawings on a `Canvas` do not get sharper with it
  public static WritableImage of(Stage stage, double scale) {
    Scene scene = stage.getScene();
    double left = stage.getX() + scene.getX();
    double top = stage.getY() + scene.getY();
    var canvas = new Canvas(scene.getWidth() * scale, scene.getHeight() * scale);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    for (Window window : List.copyOf(Window.getWindows())) {
      Scene layer = window.getScene();
      if (layer != null && window.isShowing()) {
        graphics.drawImage(
            snapshot(layer, scale, window == stage),
            (window.getX() + layer.getX() - left) * scale,
            (window.getY() + layer.getY() - top) * scale);
      }
    }
    return canvas.snapshot(null, null);
  }

  /// Writes the picture as a PNG file, creating its folder.
  public static void save(Stage stage, double scale, Path png) throws IOException {
    WritableImage picture = of(stage, scale);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
      }
    }
    Files.createDirectories(png.toAbsolutePath().getParent());
    ImageIO.write(image, "png", png.toFile());
  }

  private static WritableImage snapshot(Scene scene, double scale, boolean filled) {
    var parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(filled ? scene.getFill() : Color.TRANSPARENT);
    parameters.setViewport(
        new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
    return scene.getRoot().snapshot(parameters, null);
  }
}
