package outcrop.analysis.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import outcrop.analysis.task.WholeFile;

/// A directory that appears whole or not at all: written beside its place under a temporary name,
/// synced, then moved.
///
/// The temporary name carries the process that writes it; what dead processes left is deleted by
/// the next one.
final class WholeDirectory implements AutoCloseable {
  private static final String MARK = ".writing-";

  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

  private final Path target;
  private final Path temporary;
  private boolean committed;

  private WholeDirectory(Path target, Path temporary) {
    this.target = target;
    this.temporary = temporary;
  }

  static WholeDirectory beside(Path target) throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(target + " is no place for a directory");
    }
    Files.createDirectories(parent);
    deleteStale(parent, "");
    return new WholeDirectory(target, Files.createDirectory(parent.resolve(name(target))));
  }

  /// A name beside a file to write under, deleted again unless it was moved away.
  record TemporaryFile(Path path) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      WholeFile.deleteTree(path);
    }
  }

  static TemporaryFile fileBeside(Path target) throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(target + " is no place for a file");
    }
    // The folder is the user's: only what an export to the same name left is ours to delete.
    deleteStale(parent, "." + target.getFileName() + MARK);
    return new TemporaryFile(parent.resolve(name(target)));
  }

  private static String name(Path target) {
    long process = ProcessHandle.current().pid();
    return "." + target.getFileName() + MARK + process + "-" + NUMBER.incrementAndGet();
  }

  Path path() {
    return temporary;
  }

  /// Puts the directory into its place; what was there before is replaced.
  ///
  /// Each file is synced first.
  void commit() throws IOException {
    try (var files = Files.list(temporary)) {
      for (Path file : files.toList()) {
        sync(file);
      }
    }
    Path parent = target.toAbsolutePath().getParent();
    Path old = temporary.resolveSibling(temporary.getFileName() + "-old");
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target);
    }
    committed = true;
    if (parent != null) {
      syncDirectory(parent);
    }
    WholeFile.deleteTree(old);
  }

  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Makes the new name durable where the system can open directories; others keep names by
  /// themselves.
  static void syncDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /// Deletes what was written if it was not committed.
  @Override
  public void close() throws IOException {
    if (!committed) {
      WholeFile.deleteTree(temporary);
    }
  }

  private static void deleteStale(Path parent, String prefix) throws IOException {
    List<Path> left;
    try (var files = Files.list(parent)) {
      left =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
              .filter(file -> String.valueOf(file.getFileName()).contains(MARK))
              .toList();
    }
    for (Path file : left) {
      String name = String.valueOf(file.getFileName());
      String process = name.substring(name.indexOf(MARK) + MARK.length()).replaceAll("-.*", "");
      boolean alive =
          process.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(process)).isPresent();
      if (!alive) {
        WholeFile.deleteTree(file);
      }
    }
  }
}
