package outcrop.analysis.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// Small encoded pictures for tests, made on the spot.
public final class Pictures {
  public static final int RED = 0xFFFF0000;
  public static final int BLUE = 0xFF0000FF;

  private Pictures() {}

  /// The left half red, the right half blue.
  public static BufferedImage halves(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 ? RED : BLUE);
      }
    }
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("No writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static byte[] png(int width, int height) {
    return encode(halves(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  public static byte[] jpeg(int width, int height) {
    return encode(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  /// A JPEG with an EXIF block behind its start: orientation, maker, model and date.
  public static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] make = text("Northlight");
    byte[] model = text("Northlight N1");
    byte[] date = text("2021:03:04 05:06:07");
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(text("II")).position(2);
    tiff.putShort((short) 42).putInt(8).putShort((short) 4);
    int data = 8 + 2 + 4 * 12 + 4;
    entry(tiff, 0x010F, 2, make.length, data);
    entry(tiff, 0x0110, 2, model.length, data + make.length);
    entry(tiff, 0x0112, 3, 1, orientation);
    entry(tiff, 0x0132, 2, date.length, data + make.length + model.length);
    tiff.putInt(0).put(make).put(model).put(date);
    byte[] block = Arrays.copyOf(tiff.array(), tiff.position());
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + block.length + 10);
    out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (block.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(block);
    out.put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static byte[] text(String text) {
    return (text + '\0').getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The bytes as an image to decode.
  public static ImageSource source(String name, byte[] bytes) {
    return new ImageSource.OfBytes(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }
}
