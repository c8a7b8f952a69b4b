package outcrop.analysis.task;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The one way to save: a file or folder is there whole, or it is not there.
///
/// Content goes to a temporary name beside the target, is synced to the disk, and is then moved in
/// one step. A kill at any moment leaves the old file; a stale temporary file is overwritten by the
/// next save.
public final class WholeFile {
  private WholeFile() {}

  /// Writes the content to the path that it is given.
  @FunctionalInterface
  public interface Content {
    void writeTo(Path temporary) throws IOException;
  }

  /// Replaces `target` by what `content` writes.
  ///
  /// @throws UserFailure when the place cannot be written or is full; the old file is then
  ///   untouched
  public static void write(Path target, Content content) {
    Path absolute = target.toAbsolutePath();
    Path temporary = temporary(absolute);
    try {
      content.writeTo(temporary);
      sync(temporary);
      move(temporary, absolute);
      syncFolder(absolute.resolveSibling("."));
    } catch (IOException failure) {
      throw new UserFailure(sentence(target, failure), failure);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /// Deletes what a write of `target` left that was killed before its end.
  public static void clearUnfinished(Path target) {
    deleteQuietly(temporary(target.toAbsolutePath()));
  }

  private static Path temporary(Path target) {
    return target.resolveSibling("." + target.getFileName() + ".part");
  }

  /// What went wrong with a file, in one sentence.
  public static String sentence(Path file, IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof AccessDeniedException) {
      return "No permission to write " + file + ": choose another folder.";
    }
    if (failure instanceof NoSuchFileException) {
      return "The folder of " + file + " does not exist: create it or choose another.";
    }
    if (message.contains("No space left")) {
      return "The disk is full: free some space and save " + file + " again.";
    }
    return file + " could not be written: " + message + ".";
  }

  /// Forces a file's content to the disk.
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// Moves a finished file or folder to its name in one step, in the place of an old file.
  public static void move(Path finished, Path target) throws IOException {
    try {
      Files.move(
          finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException noAtomicMove) {
      Files.move(finished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Deletes a folder and everything in it, or a file; nothing where there is none.
  public static void deleteTree(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }

  /// Forces the names in a folder to the disk, on systems where folders can be opened.
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossibleHere) {
      // Windows cannot open a folder; there the move itself is durable enough.
      return;
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException stale) {
      // The next save of the same file overwrites it; there is nothing else to do.
      return;
    }
  }
}
