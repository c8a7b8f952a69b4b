package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.image.Pictures;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Images whose bytes stand in the rows of Parquet files.
class ParquetImagesTest {
  @TempDir Path disk;

  private static String png(int width, int height) {
    return blob(Pictures.png(width, height));
  }

  private static String blob(byte[] bytes) {
    return "unhex('" + HexFormat.of().formatHex(bytes) + "')";
  }

  private static String struct(String bytes, String path) {
    return "{'bytes': cast(" + bytes + " as blob), 'path': cast(" + path + " as varchar)}";
  }

  private Path write(String name, String query) throws IOException, SQLException {
    Path file = disk.resolve(name);
    Files.createDirectories(file.getParent());
    Path spill = Files.createTempDirectory(disk, "spill");
    try (DuckDBConnection connection = DuckDb.open(spill);
        Statement statement = connection.createStatement()) {
      String target = DuckDb.literal(file.toString());
      statement.execute("copy (" + query + ") to " + target + " (format parquet)");
    } finally {
      Files.delete(spill);
    }
    return file;
  }

  private static String union(String... images) {
    return String.join(
        " union all ",
        IntStream.range(0, images.length)
            .mapToObj(i -> "select " + images[i] + " as image, " + i + " as n")
            .toList());
  }

  private static String size(ImageReferences images, String text) {
    Pixels pixels = decode(images.find(text));
    return pixels.width() + " x " + pixels.height();
  }

  private static Pixels decode(ImageSource source) {
    return new ImageDecoder(ImageLimits.DEFAULT).decode(source, 99, 99, TaskContext.NONE);
  }

  private static ImageReferences images(ImportedTable table) {
    return ImageReferences.of(table.preview().spec().sources());
  }

  @Test
  void aStructOfBytesAndPathIsOneFieldOfImages() throws Exception {
    Path file =
        write(
            "a.parquet",
            union(
                struct(png(30, 20), "'x.png'"),
                struct(png(10, 40), "'y.png'"),
                struct("null", "null")));
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = images(table)) {
      assertEquals(
          Arrays.asList("a.parquet#0/image", "a.parquet#1/image", null), table.texts("image"));
      assertEquals(Arrays.asList("x.png", "y.png", null), table.texts("image.path"));
      assertEquals(FieldType.IMAGE, table.type("image"));
      assertEquals(FieldRole.IMAGE, table.field("image").role());
      assertEquals(FieldType.CATEGORY, table.type("image.path"));
      assertEquals(List.of(), table.preview().warnings());
      Pixels first = decode(images.find("a.parquet#0/image"));
      assertEquals(30, first.width());
      assertEquals(Pictures.RED, first.at(0, 0));
      assertEquals(Pictures.BLUE, first.at(29, 19));
      assertEquals("10 x 40", size(images, "a.parquet#1/image"));
    }
  }

  @Test
  void aFieldOfBytesThatAreImagesIsOneToo() throws Exception {
    Path file = write("a.parquet", union(png(30, 20), "null", png(10, 40)));
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = images(table)) {
      assertEquals(
          Arrays.asList("a.parquet#0/image", null, "a.parquet#2/image"), table.texts("image"));
      assertEquals("10 x 40", size(images, "a.parquet#2/image"));
    }
  }

  @Test
  void imagesOfStructsInStructsAreFound() throws Exception {
    Path file = write("a.parquet", union("{'left': " + struct(png(30, 20), "null") + "}"));
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = images(table)) {
      assertEquals(List.of("a.parquet#0/image.left"), table.texts("image.left"));
      assertEquals("30 x 20", size(images, "a.parquet#0/image.left"));
    }
  }

  @Test
  void whereOnlyThePathIsGivenItIsFollowedBesideTheFile() throws Exception {
    Files.createDirectories(disk.resolve("img"));
    Files.write(disk.resolve("img/a.png"), Pictures.png(5, 6));
    Path file =
        write(
            "a.parquet",
            union(
                struct(png(30, 20), "null"),
                struct("null", "'img/a.png'"),
                struct("null", "'../b.png'")));
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = images(table)) {
      assertEquals(List.of("a.parquet#0/image", "img/a.png", "../b.png"), table.texts("image"));
      assertEquals("5 x 6", size(images, "img/a.png"));
      UserFailure outside = assertThrows(UserFailure.class, () -> size(images, "../b.png"));
      assertTrue(outside.getMessage().startsWith("../b.png leads out of "), outside.getMessage());
    }
  }

  @Test
  void aBrokenImageIsNamedWhenItIsLookedAt() throws Exception {
    byte[] cut = Arrays.copyOf(Pictures.png(30, 20), 45);
    Path file =
        write("a.parquet", union(png(30, 20), png(3, 2), blob(cut), blob(new byte[] {1, 2, 3})));
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = images(table)) {
      assertEquals(4, table.report().rows());
      assertEquals(
          "a.parquet#2/image is damaged and cannot be shown; fetch or write it again.",
          assertThrows(UserFailure.class, () -> size(images, "a.parquet#2/image")).getMessage());
      assertEquals(
          "a.parquet#3/image does not start like an image; fetch or write it again.",
          assertThrows(UserFailure.class, () -> size(images, "a.parquet#3/image")).getMessage());
    }
  }

  @Test
  void filesOfOneNameInSeveralFoldersAreToldApart() throws Exception {
    write("set/train/part.parquet", union(struct(png(30, 20), "'a.png'")));
    write("set/test/part.parquet", union(struct(png(10, 40), "'a.png'")));
    try (ImportedTable table = ImportedTable.of(disk.resolve("set"));
        ImageReferences images = images(table)) {
      List<String> sizes = table.texts("image").stream().map(text -> size(images, text)).toList();
      assertEquals(
          List.of("test/part.parquet#0/image", "train/part.parquet#0/image"),
          table.texts("image").stream().sorted().toList());
      assertEquals(List.of("10 x 40", "30 x 20"), sizes.stream().sorted().toList());
      assertEquals("10 x 40", size(images, "test/part.parquet#0/image"));
    }
  }

  @Test
  void aReferenceOpensNoOtherFileFieldOrRow() throws Exception {
    Path file = write("in/a.parquet", union(png(30, 20)));
    write("b.parquet", union(png(30, 20)));
    try (ImportedTable table = ImportedTable.of(file);
        ImageReferences images = images(table)) {
      for (String text : List.of("../b.parquet#0/image", "b.parquet#0/image")) {
        assertTrue(
            images.find(text) instanceof ImageSource.Unavailable, text + " must not be found");
      }
      for (String text : List.of("a.parquet#1/image", "a.parquet#0/n", "a.parquet#0/\"n\"")) {
        assertEquals(
            text + " is no longer in a.parquet; read the sources again.",
            assertThrows(UserFailure.class, () -> size(images, text)).getMessage());
      }
    }
  }

  @Test
  void otherBytesAndPackedFilesAreReadAsBefore() throws Exception {
    Path plain = write("a.parquet", "select unhex(repeat('fe', 300)) as image, 1 as n");
    try (ImportedTable table = ImportedTable.of(plain)) {
      assertTrue(table.report().schema().find("image").isEmpty(), "raw bytes are left out");
    }
    Path file = write("b.parquet", union(struct(png(30, 20), "'a.png'")));
    Path packed = disk.resolve("b.parquet.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(file, out);
    }
    try (ImportedTable table = ImportedTable.of(packed)) {
      assertEquals(List.of("a.png"), table.texts("image.path"));
      assertTrue(table.report().schema().find("image").isEmpty(), "no image has a place");
    }
  }

  @Test
  void twoThreadsReadAtOnceAndNothingOpensAgainAfterClosing() throws Exception {
    String row = struct(blob(Pictures.png(9, 8)), "i || '.png'");
    Path file = write("a.parquet", "select " + row + " as image from range(5000) r(i)");
    try (ImportedTable table = ImportedTable.of(file)) {
      ImageReferences images = images(table);
      List<String> sizes =
          IntStream.range(0, 40)
              .parallel()
              .mapToObj(i -> size(images, "a.parquet#" + i * 124 + "/image"))
              .distinct()
              .toList();
      assertEquals(List.of("9 x 8"), sizes);
      images.close();
      assertThrows(CancellationException.class, () -> size(images, "a.parquet#0/image"));
    }
  }
}
