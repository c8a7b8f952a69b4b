package outcrop.sample;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a folder aside and moves it to its place once it is complete.
final class StagedFolder {
  /// Fills the folder that it is given.
  @FunctionalInterface
  interface Content {
    void writeTo(Path folder) throws IOException;
  }

  private static final String SUFFIX = ".partial";
  private static final AtomicLong COUNTER = new AtomicLong();

  private StagedFolder() {}

  /// Puts `content` into the folder `name` of `directory`. A new folder appears in one step; in an
  /// existing one each file is replaced in one step, `last` after all others, and no other file is
  /// touched.
  static void publish(Path directory, String name, String last, Content content)
      throws IOException {
    Files.createDirectories(directory);
    String prefix = "." + name + "-";
    deleteLeftovers(directory, prefix);
    long pid = ProcessHandle.current().pid();
    Path staging = directory.resolve(prefix + pid + "-" + COUNTER.incrementAndGet() + SUFFIX);
    Files.createDirectory(staging);
    try {
      content.writeTo(staging);
      Path target = directory.resolve(name);
      if (Files.exists(target)) {
        replaceFiles(staging, target, last);
      } else {
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      delete(staging);
    }
  }

  private static void replaceFiles(Path staging, Path target, String last) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(staging)) {
      files = walk.filter(Files::isRegularFile).map(staging::relativize).sorted().toList();
    }
    List<Path> ordered = new ArrayList<>(files);
    ordered.remove(Path.of(last));
    ordered.add(Path.of(last));
    Files.deleteIfExists(target.resolve(last));
    for (Path file : ordered) {
      Path place = target.resolve(file);
      Path folder = place.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.move(staging.resolve(file), place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Removes what a killed process left; folders of living processes stay.
  private static void deleteLeftovers(Path directory, String prefix) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var folders = Files.newDirectoryStream(directory, prefix + "*" + SUFFIX)) {
      folders.forEach(found::add);
    }
    for (Path folder : found) {
      String rest = folder.getFileName().toString().substring(prefix.length());
      int end = rest.indexOf('-');
      if (end > 0 && rest.substring(0, end).chars().allMatch(Character::isDigit)) {
        long pid = Long.parseLong(rest.substring(0, end));
        if (ProcessHandle.of(pid).isEmpty()) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
              throws IOException {
            if (fault != null) {
              throw fault;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
