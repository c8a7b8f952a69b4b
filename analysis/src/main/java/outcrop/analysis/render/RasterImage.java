package outcrop.analysis.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A raster as an image with one pixel per field.
final class RasterImage {
  private RasterImage() {}

  static BufferedImage of(Mark.Raster raster) {
    BufferedImage image =
        new BufferedImage(raster.columns(), raster.lines(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, raster.columns(), raster.lines(), raster.argb(), 0, raster.columns());
    return image;
  }

  /// The image as PNG inside an address, so that a picture needs no second file.
  static String dataUri(Mark.Raster raster) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(of(raster), "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing into memory failed", impossible);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
