package outcrop.analysis.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/// Writes every sample as a picture into the folder given, to be looked at: `ContactSheet FOLDER
/// [SCALE] [PART OF NAME]`.
final class ContactSheet {
  private ContactSheet() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    double scale = args.length > 1 ? Double.parseDouble(args[1]) : 1;
    String part = args.length > 2 ? args[2] : "";
    for (Map.Entry<String, Samples.Sample> entry : Samples.all().entrySet()) {
      if (entry.getKey().contains(part)) {
        Drawing drawing = entry.getValue().drawing();
        BufferedImage image = PngPainter.image(drawing, scale);
        ImageIO.write(image, "png", folder.resolve(entry.getKey() + ".png").toFile());
        Files.writeString(folder.resolve(entry.getKey() + ".svg"), SvgPainter.paint(drawing));
      }
    }
    sheet(folder, scale);
  }

  /// All medium samples on sheets of two by three.
  private static void sheet(Path folder, double scale) throws IOException {
    BufferedImage sheet = null;
    Graphics2D graphics = null;
    int at = 0;
    int number = 0;
    for (Samples.Sample sample : Samples.all().values()) {
      if (at % 6 == 0) {
        if (sheet != null) {
          ImageIO.write(sheet, "png", folder.resolve("sheet" + number++ + ".png").toFile());
        }
        sheet =
            new BufferedImage(
                (int) (1420 * scale), (int) (1290 * scale), BufferedImage.TYPE_INT_RGB);
        graphics = sheet.createGraphics();
        graphics.setColor(new Color(0xb0b0b0));
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      }
      BufferedImage image =
          PngPainter.image(
              sample.width() > 700 ? sample.at(700, 420).drawing() : sample.drawing(), scale);
      graphics.drawImage(
          image, (int) (at % 2 * 710 * scale) + 5, (int) (at % 6 / 2 * 430 * scale) + 5, null);
      at++;
    }
    ImageIO.write(sheet, "png", folder.resolve("sheet" + number + ".png").toFile());
  }
}
