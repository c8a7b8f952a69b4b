package outcrop.analysis.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

  private Pixels decode(byte[] bytes, int most) {
    return decoder.decode(Pictures.source("a.img", bytes), most, most, TaskContext.NONE);
  }

  private String refusal(ImageSource source) {
    return assertThrows(UserFailure.class, () -> decoder.decode(source, 100, 100, TaskContext.NONE))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
  void losslessFormatsGiveTheirPixels(String format) {
    byte[] bytes = Pictures.encode(Pictures.halves(8, 4, BufferedImage.TYPE_INT_RGB), format);
    Pixels pixels = decode(bytes, 100);
    assertEquals("8 x 4", pixels.width() + " x " + pixels.height(), "images are never enlarged");
    assertEquals(Pictures.RED, pixels.at(0, 0));
    assertEquals(Pictures.BLUE, pixels.at(7, 3));
  }

  @Test
  void theResultFitsAndKeepsItsProportions() {
    Pixels pixels = decode(Pictures.png(400, 100), 40);
    assertEquals("40 x 10", pixels.width() + " x " + pixels.height());
    assertEquals(Pictures.RED, pixels.at(18, 5));
    assertEquals(Pictures.BLUE, pixels.at(21, 5));
  }

  @Test
  void aThinImageKeepsOnePixel() {
    Pixels pixels = decode(Pictures.png(1000, 1), 10);
    assertEquals("10 x 1", pixels.width() + " x " + pixels.height());
  }

  @Test
  void scalingAveragesTheArea() {
    BufferedImage stripes = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 3600; i++) {
      stripes.setRGB(i % 60, i / 60, i % 2 == 0 ? 0xFFFFFF : 0);
    }
    Pixels pixels = decode(Pictures.encode(stripes, "png"), 30);
    assertEquals(0xFF808080, pixels.at(15, 15), "stripes of one pixel become their mean");
  }

  @Test
  void transparencyIsKeptAndDoesNotDarken() {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, Pictures.RED);
    image.setRGB(0, 1, Pictures.RED);
    assertEquals(0x80FF0000, decode(Pictures.encode(image, "png"), 1).at(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 40 x 20, 0, 0", "3, 40 x 20, 39, 0", "6, 20 x 40, 10, 0", "8, 20 x 40, 10, 39"})
  void exifTurnsTheImageUpright(int orientation, String size, int redX, int redY) {
    Pixels pixels = decode(Pictures.withExif(Pictures.jpeg(40, 20), orientation), 100);
    assertEquals(size, pixels.width() + " x " + pixels.height());
    int red = pixels.at(redX, redY);
    assertTrue((red >> 16 & 0xFF) > 200 && (red & 0xFF) < 60, Integer.toHexString(red));
  }

  @Test
  void greyStaysAsDarkAsItIs() {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSamples(0, 0, 4, 4, 0, filled(16, 100));
    assertEquals(0xFF646464, decode(Pictures.encode(image, "png"), 10).at(1, 1));
  }

  @Test
  void sixteenBitsAreReadAsEight() {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSamples(0, 0, 4, 4, 0, filled(16, 25700));
    assertEquals(0xFF646464, decode(Pictures.encode(image, "png"), 10).at(1, 1));
  }

  private static int[] filled(int count, int value) {
    int[] values = new int[count];
    Arrays.fill(values, value);
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "'P1 2 1 01', FFFFFFFF, FF000000",
    "'P2 2 1 4\n2 4', FF7F7F7F, FFFFFFFF",
    "'P3 2 1 255 255 0 0 # red\n0 0 255', FFFF0000, FF0000FF",
    "'P4 2 1\n@', FFFFFFFF, FF000000",
    "'P5 2 1 255\n@a', FF404040, FF616161"
  })
  void portableMapsAreRead(String text, String left, String right) {
    Pixels pixels = decode(text.getBytes(ISO_8859_1), 10);
    assertEquals(left, "%08X".formatted(pixels.at(0, 0)));
    assertEquals(right, "%08X".formatted(pixels.at(1, 0)));
  }

  @Test
  void samplesWithoutAFormatAreRead() {
    byte[] rgb = {1, 2, 3, (byte) 255, 0, 0};
    ImageSource source =
        new ImageSource.OfSamples("row 0", 2, 1, 3, () -> new ByteArrayInputStream(rgb));
    Pixels pixels = decoder.decode(source, 9, 9, TaskContext.NONE);
    assertEquals(0xFF010203, pixels.at(0, 0));
    assertEquals(Pictures.RED, pixels.at(1, 0));
  }

  @Test
  void aHugePictureCostsTheMemoryOfAThumbnail() {
    BufferedImage image = new BufferedImage(12_000, 9_000, BufferedImage.TYPE_BYTE_BINARY);
    Pixels pixels = decode(Pictures.encode(image, "png"), 64);
    assertEquals("64 x 48", pixels.width() + " x " + pixels.height());
  }

  @Test
  void aHeadThatDeclaresTooMuchIsRefusedBeforeMemoryIsTaken() {
    byte[] png = Pictures.png(4, 4);
    ByteBuffer.wrap(png).putInt(16, 1_000_000).putInt(20, 1_000_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    assertEquals(
        "bomb.png declares 1000000 megapixels, more than the 400 that are read; convert it to a"
            + " smaller one.",
        refusal(Pictures.source("bomb.png", png)));
  }

  @Test
  void brokenImagesAnswerWithASentence() {
    byte[] png = Pictures.png(300, 300);
    byte[] jpeg = Pictures.jpeg(300, 300);
    assertEquals(
        "a.png is damaged and cannot be shown; fetch or write it again.",
        refusal(Pictures.source("a.png", Arrays.copyOf(png, png.length / 2))));
    assertEquals(
        "a.jpg is damaged and cannot be shown; fetch or write it again.",
        refusal(Pictures.source("a.jpg", Arrays.copyOf(jpeg, jpeg.length / 2))));
    assertEquals(
        "a.jpg does not start like an image; fetch or write it again.",
        refusal(Pictures.source("a.jpg", "<html>404</html>".getBytes(ISO_8859_1))));
    assertEquals(
        "a.jpg is empty; fetch or write it again.", refusal(Pictures.source("a.jpg", new byte[0])));
    assertEquals(
        "a.svg is SVG, which cannot be shown; convert it to PNG, JPEG or WebP.",
        refusal(Pictures.source("a.svg", "<svg/>".getBytes(ISO_8859_1))));
    assertEquals(
        "gone.png is not there; put it back or choose its folder.",
        refusal(new ImageSource.OfFile(Path.of("no", "such", "gone.png"))));
  }

  @Test
  void decodingStopsWhenAsked() {
    TaskContext stopped =
        new TaskContext() {
          private int asked;

          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return asked++ > 1;
          }
        };
    byte[] png = Pictures.png(2000, 2000);
    assertThrows(
        CancellationException.class,
        () -> decoder.decode(Pictures.source("a.png", png), 2000, 2000, stopped));
  }
}
