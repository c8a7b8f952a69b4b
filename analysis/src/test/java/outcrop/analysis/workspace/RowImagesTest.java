package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.image.Pictures;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.io.DuckDb;
import outcrop.analysis.io.Importer;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class RowImagesTest {
  @TempDir Path disk;

  private Workspace opened(Path source) {
    DirectTaskRunner runner = new DirectTaskRunner();
    Path project = disk.resolve("p.outcrop");
    Workspace.importInto(
        project,
        new Importer(runner).preview(List.of(source), TaskContext.NONE),
        Path.of(""),
        runner,
        TaskContext.NONE);
    return Workspace.open(project, true, runner);
  }

  private static String size(Workspace workspace, String field, int row) {
    ImageSource source = workspace.images().image(field, row).orElseThrow();
    Pixels pixels = workspace.images().decoder().decode(source, 100, 100, TaskContext.NONE);
    return pixels.width() + " x " + pixels.height();
  }

  @Test
  void imagesOfAFolderAreFoundInPlace() throws IOException {
    Path folder = Files.createDirectories(disk.resolve("set/cat"));
    Files.write(folder.resolve("a.png"), Pictures.png(30, 20));
    try (Workspace workspace = opened(disk.resolve("set"))) {
      assertEquals("image", workspace.images().fields().getFirst().name());
      assertEquals("30 x 20", size(workspace, "image", 0));
    }
  }

  @Test
  void imagesOfAZipAreReadOutOfIt() throws IOException {
    Path zip = disk.resolve("set.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.png"));
      out.write(Pictures.png(30, 20));
    }
    try (Workspace workspace = opened(zip)) {
      assertEquals("30 x 20", size(workspace, "image", 0));
    }
  }

  @Test
  void aTableMayNameImagesBesideIt() throws IOException {
    Files.createDirectories(disk.resolve("img"));
    Files.write(disk.resolve("img/a.png"), Pictures.png(30, 20));
    Path table = disk.resolve("list.csv");
    Files.writeString(table, "path,n\nimg/a.png,1\n,2\n../b.png,3\n");
    try (Workspace workspace = opened(table)) {
      assertEquals("30 x 20", size(workspace, "path", 0));
      assertTrue(workspace.images().image("path", 1).isEmpty(), "a missing value has no image");
      UserFailure outside = assertThrows(UserFailure.class, () -> size(workspace, "path", 2));
      assertTrue(outside.getMessage().startsWith("../b.png leads out of "), outside.getMessage());
    }
  }

  @Test
  void imagesInsideParquetAreFoundAgainAfterReopening() throws Exception {
    Path table = disk.resolve("a.parquet");
    try (Connection connection = DuckDb.open(Files.createDirectories(disk.resolve("spill")));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select {'bytes': unhex('"
              + HexFormat.of().formatHex(Pictures.png(30, 20))
              + "'), 'path': 'x.png'} as image, 'cat' as label) to '"
              + table
              + "' (format parquet)");
    }
    try (Workspace workspace = opened(table)) {
      assertEquals(
          List.of("image"), workspace.images().fields().stream().map(Field::name).toList());
      assertEquals("30 x 20", size(workspace, "image", 0));
      assertTrue(
          workspace.state().views().stream().anyMatch(GallerySpec.class::isInstance),
          "a dataset of images opens with a gallery");
    }
    try (Workspace again =
        Workspace.open(disk.resolve("p.outcrop"), true, new DirectTaskRunner())) {
      assertEquals("30 x 20", size(again, "image", 0));
    }
  }
}
