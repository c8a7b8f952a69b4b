package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.Pictures;
import outcrop.analysis.task.UserFailure;

class ImageFolderTest {
  @TempDir Path disk;

  private Path put(String path, byte[] bytes) throws IOException {
    Path file = disk.resolve("set").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private ImportedTable imported() {
    return ImportedTable.of(disk.resolve("set"));
  }

  private void catsAndDogs() throws IOException {
    put("train/cat/2.png", Pictures.png(30, 20));
    put("train/cat/10.png", Pictures.png(30, 20));
    put("train/dog/1.jpg", Pictures.jpeg(40, 20));
    put("test/cat/1.png", Pictures.png(10, 20));
  }

  @Test
  void foldersSayClassAndSplit() throws IOException {
    catsAndDogs();
    try (ImportedTable table = imported()) {
      assertEquals(
          List.of("test/cat/1.png", "train/cat/10.png", "train/cat/2.png", "train/dog/1.jpg"),
          table.texts("image"));
      assertEquals(List.of("cat", "cat", "cat", "dog"), table.texts("label"));
      assertEquals(List.of("test", "train", "train", "train"), table.texts("split"));
      assertEquals(List.of("10", "30", "30", "40"), table.texts("width"));
      assertEquals(List.of("20", "20", "20", "20"), table.texts("height"));
      assertEquals(List.of("PNG", "PNG", "PNG", "JPEG"), table.texts("format"));
      assertEquals(FieldType.IMAGE, table.type("image"));
      assertEquals(FieldRole.LABEL, table.field("label").role());
      assertEquals(FieldRole.SPLIT, table.field("split").role());
      assertEquals(List.of(), table.report().warnings());
    }
  }

  @Test
  void rowsAreNamedByTheirPathSoThatAGrowingFolderKeepsThem() throws IOException {
    catsAndDogs();
    try (ImportedTable table = imported()) {
      assertEquals("id:test/cat/1.png", table.columns().key(0).text());
    }
  }

  @Test
  void fieldsThatNoImageHasAreLeftOut() throws IOException {
    catsAndDogs();
    try (ImportedTable table = imported()) {
      assertEquals(
          List.of("image", "label", "split", "width", "height", "bytes", "format"),
          table.report().schema().fields().stream().map(field -> field.name()).toList());
    }
  }

  @Test
  void exifBecomesFieldsAndTurnsTheSize() throws IOException {
    put("a.jpg", Pictures.withExif(Pictures.jpeg(30, 20), 6));
    put("b.jpg", Pictures.jpeg(30, 20));
    try (ImportedTable table = imported()) {
      assertEquals(Arrays.asList("2021-03-04T05:06:07", null), table.texts("taken"));
      assertEquals(FieldType.TIME, table.type("taken"));
      assertEquals(FieldRole.TIME, table.field("taken").role());
      assertEquals(Arrays.asList("Northlight N1", null), table.texts("camera"));
      assertEquals(List.of("20", "30"), table.texts("width"));
      assertEquals(List.of("6", "1"), table.texts("orientation"));
    }
  }

  @Test
  void brokenImagesKeepTheirRows() throws IOException {
    put("a.jpg", Pictures.jpeg(30, 20));
    put("b.jpg", "not an image".getBytes());
    try (ImportedTable table = imported()) {
      assertEquals(Arrays.asList("30", null), table.texts("width"));
      assertEquals(Arrays.asList("JPEG", null), table.texts("format"));
      assertEquals(
          List.of("1 image cannot be read and has no size: b.jpg."), table.report().warnings());
    }
  }

  @Test
  void aNameThatPromisesAnotherFormatShows() throws IOException {
    put("a.png", Pictures.jpeg(30, 20));
    put("b.png", Pictures.png(30, 20));
    try (ImportedTable table = imported()) {
      assertEquals(List.of("JPEG", "PNG"), table.texts("format"));
      assertEquals(Arrays.asList("PNG", null), table.texts("namedAs"));
      assertEquals(
          List.of("1 image has another format than the name says: a.png is JPEG."),
          table.report().warnings());
    }
  }

  @Test
  void whatIsNoImageIsCountedAndNamed() throws IOException {
    catsAndDogs();
    put("Thumbs.db", new byte[9]);
    put(".DS_Store", new byte[9]);
    put("README.md", new byte[9]);
    put("train/list.txt", new byte[9]);
    put("_MG_1.jpg", Pictures.jpeg(30, 20));
    try (ImportedTable table = imported()) {
      assertEquals(5, table.report().rows(), "cameras start names with an underscore");
      assertEquals(
          List.of(
              "2 files are left out because each is hidden or temporary: .DS_Store, Thumbs.db.",
              "2 files are left out because each is no image: README.md, train/list.txt."),
          table.report().warnings());
    }
  }

  @Test
  void linksThatLeaveTheFolderAreRefused() throws IOException {
    put("a.png", Pictures.png(3, 3));
    Path secret = Files.write(disk.resolve("secret.png"), Pictures.png(3, 3));
    Files.createSymbolicLink(disk.resolve("set/b.png"), secret);
    try (ImportedTable table = imported()) {
      assertEquals(List.of("a.png"), table.texts("image"));
      assertEquals(
          List.of("b.png is left out because it is a link that leads out of the folder."),
          table.report().warnings());
    }
  }

  @Test
  void oneFolderIsNoClass() throws IOException {
    put("images/a.png", Pictures.png(3, 3));
    put("images/b.png", Pictures.png(3, 3));
    try (ImportedTable table = imported()) {
      assertTrue(table.report().schema().find("label").isEmpty());
    }
  }

  @Test
  void theClassMayStandAboveAFolderThatAllShare() throws IOException {
    put("train/cat/images/a.png", Pictures.png(3, 3));
    put("train/dog/images/b.png", Pictures.png(3, 3));
    put("val/images/c.png", Pictures.png(3, 3));
    try (ImportedTable table = imported()) {
      assertEquals(Arrays.asList("cat", "dog", null), table.texts("label"));
      assertEquals(List.of("train", "train", "val"), table.texts("split"));
    }
  }

  @Test
  void aTableWithAFewFiguresBesideItStaysATable() throws IOException {
    put("figure.png", Pictures.png(3, 3));
    put("data.csv", ("a,b\n" + "1,2\n".repeat(200)).getBytes());
    try (ImportedTable table = imported()) {
      assertEquals(List.of("a", "b"), List.of(names(table)));
    }
  }

  private static Object[] names(ImportedTable table) {
    return table.report().schema().fields().stream().map(field -> field.name()).toArray();
  }

  @Test
  void severalSmallTablesBesideOnePictureStayTables() throws IOException {
    put("logo.png", Pictures.png(300, 200));
    put("a.csv", "x\n1\n".getBytes(StandardCharsets.UTF_8));
    put("b.csv", "x\n2\n".getBytes(StandardCharsets.UTF_8));
    try (ImportedTable table = imported()) {
      assertEquals(List.of("1", "2"), table.texts("x"), "one picture makes no set of pictures");
    }
  }

  @Test
  void aZipOfAFolderIsReadLikeTheFolder() throws IOException {
    Path zip = disk.resolve("set.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String path : List.of("train/cat/a.png", "train/dog/b.png", "../evil.png")) {
        out.putNextEntry(new ZipEntry(path));
        out.write(Pictures.png(30, 20));
      }
    }
    try (ImportedTable table = ImportedTable.of(zip)) {
      assertEquals(List.of("train/cat/a.png", "train/dog/b.png"), table.texts("image"));
      assertEquals(List.of("cat", "dog"), table.texts("label"));
      assertEquals(List.of("30", "30"), table.texts("width"));
      assertEquals(
          List.of("../evil.png is left out because it is named to lie outside of the archive."),
          table.report().warnings());
    }
  }

  @Test
  void aFolderWithoutImagesIsNotReadAsOne() throws IOException {
    Files.createDirectories(disk.resolve("set/empty"));
    assertThrows(UserFailure.class, this::imported);
  }
}
