package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Facts about published sets of images.
@Tag("realdata")
final class ImageRealDataTest {
  private static Path data(String name) {
    Path path =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data").resolve(name);
    assumeTrue(Files.exists(path), "Skipped: put the dataset at " + path + " to run this test");
    return path;
  }

  private static Pixels decode(ImageReferences images, String name) {
    return new ImageDecoder(ImageLimits.DEFAULT)
        .decode(images.find(name), 64, 64, TaskContext.NONE);
  }

  @Test
  void theFormatOfAnImageIsThatOfItsContent() {
    try (ImportedTable table = ImportedTable.of(data("imagededup/formats_images"))) {
      List<String> found = new ArrayList<>();
      for (int row = 0; row < table.report().rows(); row++) {
        found.add(
            table.texts("image").get(row)
                + ' '
                + table.texts("format").get(row)
                + ' '
                + table.texts("namedAs").get(row));
      }
      assertEquals(
          List.of(
              "Iggy.1024.ppm PNM null",
              "baboon.pgm PNM null",
              "copyleft.tiff TIFF null",
              "giphy.gif GIF null",
              "marbles.pbm PNM null",
              "ukbench09380.bmp JPEG BMP",
              "ukbench09380.jpeg JPEG null",
              "ukbench09380.png JPEG PNG",
              "ukbench09380.svg JPEG SVG",
              "ukbench09380.webp WebP null"),
          found);
    }
  }

  @Test
  void everyFormatIsShown() {
    try (ImportedTable table = ImportedTable.of(data("imagededup/formats_images"));
        ImageReferences images = ImageReferences.of(table.preview().spec().sources())) {
      for (String name : table.texts("image")) {
        Pixels pixels = decode(images, name);
        assertEquals(64, Math.max(pixels.width(), pixels.height()), name);
      }
    }
  }

  @Test
  void theCorruptImageKeepsItsRowAndCannotBeShown() {
    try (ImportedTable table = ImportedTable.of(data("imagededup/mixed_images"));
        ImageReferences images = ImageReferences.of(table.preview().spec().sources())) {
      int row = table.texts("image").indexOf("ukbench09268_corrupt.jpg");
      assertEquals(null, table.texts("width").get(row));
      UserFailure failure =
          assertThrows(UserFailure.class, () -> decode(images, "ukbench09268_corrupt.jpg"));
      assertEquals(
          "ukbench09268_corrupt.jpg does not start like an image; fetch or write it again.",
          failure.getMessage());
    }
  }

  @Test
  void camerasTurnTheirImages() {
    try (ImportedTable table = ImportedTable.of(data("imagededup/base_images"))) {
      int row = table.texts("image").indexOf("ukbench09268.jpg");
      assertEquals("6", table.texts("orientation").get(row));
      assertEquals("480", table.texts("width").get(row), "upright it is 480 wide");
      assertEquals("Canon PowerShot S80", table.texts("camera").get(row));
      assertEquals("2006-01-31T16:22:50", table.texts("taken").get(row));
    }
  }

  @Test
  void balloonsComeWithTheirBoxes() {
    Path file = data("coco128_balloons/coco_random/annotations.json");
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = ImageReferences.of(table.preview().spec().sources())) {
      assertEquals(16, table.report().rows());
      assertEquals(52, table.texts("objects").stream().mapToInt(Integer::parseInt).sum());
      String categories = String.join("", table.texts("categories"));
      assertEquals(23, categories.chars().filter(c -> c == 'A').count(), "objects of category A");
      assertEquals("images/image_0.png", table.texts("file_name").getFirst());
      assertEquals(64, decode(images, "images/image_0.png").width());
      assertEquals(List.of(), table.preview().warnings());
    }
  }
}
