package outcrop.analysis.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHeaderTest {
  @ParameterizedTest
  @CsvSource({"jpeg, JPEG", "png, PNG", "gif, GIF", "bmp, BMP", "tiff, TIFF"})
  void formatAndSizeAreReadWithoutDecoding(String writer, ImageFormat format) throws IOException {
    byte[] bytes = Pictures.encode(Pictures.halves(30, 20, BufferedImage.TYPE_INT_RGB), writer);
    ImageInfo info = ImageHeader.read(bytes).orElseThrow();
    assertEquals(format, info.format());
    assertEquals("30 x 20", info.width() + " x " + info.height());
  }

  @Test
  void exifGivesOrientationDateAndCamera() throws IOException {
    byte[] bytes = Pictures.withExif(Pictures.jpeg(30, 20), 6);
    ImageInfo info = ImageHeader.read(bytes).orElseThrow();
    assertEquals(6, info.orientation());
    assertEquals("20 x 30", info.shownWidth() + " x " + info.shownHeight());
    assertEquals(LocalDateTime.of(2021, 3, 4, 5, 6, 7), info.taken());
    assertEquals("Northlight N1", info.camera(), "the maker is not said twice");
  }

  @ParameterizedTest
  @CsvSource({
    "'P4 9 2\n', 9, 2",
    "'P5\n# a note\n 640 480\n255\n', 640, 480",
    "'P3\r\n1 1 15 ', 1, 1"
  })
  void portableMapsTellTheirSize(String head, int width, int height) throws IOException {
    ImageInfo info = ImageHeader.read((head + "0000").getBytes(ISO_8859_1)).orElseThrow();
    assertEquals(ImageFormat.PNM, info.format());
    assertEquals(width, info.width());
    assertEquals(height, info.height());
  }

  @Test
  void drawingsAreRecognisedThoughTheyHaveNoPixels() throws IOException {
    byte[] svg = "<?xml version=\"1.0\"?>\n<svg width=\"9\"/>".getBytes(ISO_8859_1);
    ImageInfo info = ImageHeader.read(svg).orElseThrow();
    assertEquals(ImageFormat.SVG, info.format());
    assertEquals(-1, info.width());
  }

  @ParameterizedTest
  @CsvSource({
    "hello world",
    "BMW is a car and no bitmap at all",
    "P5 is a motorway",
    "''",
    "<html>"
  })
  void textIsNoImage(String text) throws IOException {
    assertTrue(ImageHeader.read(text.getBytes(ISO_8859_1)).isEmpty(), text);
  }

  @Test
  void aHeadThatIsCutOffIsAnError() {
    byte[] start = Arrays.copyOf(Pictures.jpeg(30, 20), 12);
    assertThrows(IOException.class, () -> ImageHeader.read(start));
  }

  @ParameterizedTest
  @CsvSource({"a.JPG, JPEG", "b.tar.webp, WEBP", "x.pgm, PNM"})
  void namesPromiseAFormat(String name, ImageFormat format) {
    assertEquals(format, ImageFormat.ofName(name).orElseThrow());
  }

  @Test
  void namesWithoutExtensionPromiseNone() {
    assertTrue(ImageFormat.ofName("png").isEmpty());
    assertTrue(ImageFormat.ofName("readme.txt").isEmpty());
  }

  /// Whatever the bytes are, the answer is a header, nothing, or an exception of reading.
  @Test
  void damagedHeadsNeverCrashTheReader() {
    byte[][] good = {
      Pictures.withExif(Pictures.jpeg(30, 20), 3),
      Pictures.png(30, 20),
      Pictures.encode(Pictures.halves(9, 9, BufferedImage.TYPE_INT_RGB), "tiff"),
      Pictures.encode(Pictures.halves(9, 9, BufferedImage.TYPE_INT_RGB), "bmp"),
      "P6 3 3 255 aaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(ISO_8859_1),
      "RIFF....WEBPVP8X..........EXIFxxxxxx".getBytes(ISO_8859_1),
    };
    for (int seed = 0; seed < 4000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] source = good[random.nextInt(good.length)];
      byte[] bytes = Arrays.copyOf(source, 1 + random.nextInt(source.length));
      for (int i = random.nextInt(6); i > 0; i--) {
        bytes[random.nextInt(Math.min(80, bytes.length))] = (byte) random.nextInt(256);
      }
      try {
        ImageHeader.read(bytes);
      } catch (IOException said) {
        continue;
      } catch (RuntimeException crash) {
        throw new AssertionError("seed " + seed + " crashes the reader of heads", crash);
      }
    }
  }
}
