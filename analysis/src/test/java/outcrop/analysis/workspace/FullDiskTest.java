package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.ExportFormat;
import outcrop.analysis.io.ExportOptions;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.RowExporter;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// A disk of half a mebibyte, mounted for each test where the system allows it.
final class FullDiskTest {
  @TempDir Path folder;
  private final TaskRunner runner = new DirectTaskRunner();
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk.toString());
    assumeTrue(mounted, "Skipped: run as root on Linux to try a full disk");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertTrue(succeeds("umount", disk.toString()), "Something is still open on " + disk);
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private ImportPreview table(int rows) throws IOException {
    Path csv = folder.resolve("table.csv");
    StringBuilder text = new StringBuilder("n,kind\n");
    for (int row = 0; row < rows; row++) {
      text.append(row * 31L).append(",kind ").append(row % 700).append('\n');
    }
    Files.writeString(csv, text);
    return new Importer(runner).preview(List.of(csv), TaskContext.NONE);
  }

  private void fill() {
    assertThrows(
        IOException.class,
        () -> {
          try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) {
              out.write(new byte[1024]);
            }
          }
        },
        "The disk must become full.");
  }

  private static void assertOneSentence(UserFailure failure) {
    String said = failure.getMessage();
    assertTrue(said.endsWith(".") && !said.contains("\n"), "Say it in one sentence: " + said);
    assertFalse(said.contains("Exception"), "Say it in the user's words: " + said);
  }

  @Test
  void anImportLeavesNothing() throws IOException {
    for (int rows : new int[] {16_000, 30_000, 100_000}) {
      ImportPreview preview = table(rows);
      Path project = disk.resolve("p.outcrop");
      assertOneSentence(
          assertThrows(
              UserFailure.class,
              () -> Workspace.importInto(project, preview, folder, runner, TaskContext.NONE)));
      try (Stream<Path> left = Files.list(disk)) {
        assertEquals(List.of(), left.toList(), "An import that found no room must leave nothing.");
      }
    }
  }

  @Test
  void aSaveKeepsTheOldProject() throws IOException {
    Path project = disk.resolve("p.outcrop");
    Workspace.importInto(project, table(10), folder, runner, TaskContext.NONE);
    Path file = project.resolve("project.json");
    String before = Files.readString(file);
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      fill();
      workspace.commands().execute(new Command.Rename("x".repeat(20_000)));
      assertOneSentence(assertThrows(UserFailure.class, workspace::save));
      assertEquals(before, Files.readString(file), "The old project must stay as it was.");
      Files.delete(disk.resolve("filler"));
      workspace.save();
      assertTrue(Files.readString(file).contains("xxx"), "With room again, it is saved.");
    }
  }

  @Test
  void anExportKeepsTheOldFile() throws IOException {
    Path project = folder.resolve("p.outcrop");
    Workspace.importInto(project, table(100_000), folder, runner, TaskContext.NONE);
    try (Workspace workspace = Workspace.open(project, true, runner)) {
      RowSet all = RowSet.all(workspace.columns().rowCount());
      for (ExportFormat format : ExportFormat.values()) {
        Path target = disk.resolve("rows." + format);
        Files.writeString(target, "old");
        fill();
        assertOneSentence(
            assertThrows(
                UserFailure.class,
                () ->
                    RowExporter.export(
                        workspace.columns(),
                        all,
                        List.of("n", "kind"),
                        format,
                        ExportOptions.EXACT,
                        target,
                        TaskContext.NONE),
                format + " cannot fit"));
        assertEquals("old", Files.readString(target), "The old file must stay: " + format);
        Files.delete(disk.resolve("filler"));
        Files.delete(target);
        try (Stream<Path> left = Files.list(disk)) {
          assertEquals(List.of(), left.toList(), format + " must leave nothing beside it.");
        }
      }
    }
  }
}
