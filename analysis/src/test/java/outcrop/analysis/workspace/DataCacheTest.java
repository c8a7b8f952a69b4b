package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.project.ProjectLock;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

final class DataCacheTest {
  private static final long PLENTY = 1L << 30;

  @TempDir Path folder;
  private final TaskRunner runner = new DirectTaskRunner();

  private Path look(DataCache cache, int number) throws IOException {
    Path csv = folder.resolve("t" + number + ".csv");
    Files.writeString(csv, "n\n" + number + "\n");
    return cache.projectOf(List.of(csv), runner, TaskContext.NONE);
  }

  /// Makes it look as if a process that is dead had used the project so many minutes ago.
  private static void usedLongAgo(Path project, int minutes) throws IOException {
    FileTime then = FileTime.from(Instant.now().minusSeconds(60L * minutes));
    try (Stream<Path> files = Files.list(project)) {
      for (Path file : files.toList()) {
        Path aged = file;
        if (file.getFileName().toString().startsWith(".used-by-")) {
          // No process has this number.
          aged = Files.move(file, file.resolveSibling(".used-by-999999999999"));
        }
        Files.setLastModifiedTime(aged, then);
      }
    }
  }

  private Set<Path> projects() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return new TreeSet<>(files.filter(Files::isDirectory).toList());
    }
  }

  @Test
  void whatWasUsedLongestAgoGoes() throws IOException {
    DataCache cache = new DataCache(folder.resolve("cache"), 3, PLENTY);
    List<Path> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.add(look(cache, i));
      usedLongAgo(made.getLast(), 10 - i);
    }
    assertEquals(made.getFirst(), look(cache, 0), "Looking again finds the same project.");
    usedLongAgo(made.getFirst(), 1);
    made.add(look(cache, 3));
    assertEquals(
        new TreeSet<>(List.of(made.get(0), made.get(2), made.get(3))),
        projects(),
        "Of four projects the one used longest ago must go, and nothing else.");
  }

  @Test
  void sizeCountsAsWell() throws IOException {
    Path old = look(new DataCache(folder.resolve("cache"), 9, PLENTY), 1);
    usedLongAgo(old, 5);
    Path newest = look(new DataCache(folder.resolve("cache"), 9, 1), 2);
    assertEquals(Set.of(newest), projects(), "What is too large goes, but not what is in use.");
  }

  @Test
  void whatIsInUseStays() throws IOException {
    DataCache cache = new DataCache(folder.resolve("cache"), 1, PLENTY);
    Path marked = look(cache, 1);
    Path locked = look(new DataCache(folder.resolve("cache"), 9, PLENTY), 2);
    usedLongAgo(locked, 5);
    try (ProjectLock held = ProjectLock.take(locked).orElseThrow()) {
      Path newest = look(cache, 3);
      assertEquals(
          new TreeSet<>(List.of(marked, locked, newest)),
          projects(),
          "A project that is marked or locked must stay: " + held);
    }
    look(cache, 4);
    assertTrue(Files.notExists(locked), "Once let go, the project is deleted.");
  }
}
