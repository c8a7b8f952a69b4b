package outcrop.analysis.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.project.ProjectLock;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// Keeps a folder of projects small.
///
/// A process that uses a project leaves a mark with its number in it; marks of dead processes count
/// for nothing. Marking and deleting happen under one lock of the operating system, so that nobody
/// deletes what another has just begun to use.
///
/// @param root the folder of the projects
record CacheBound(Path root, int mostProjects, long mostBytes) {
  private static final String MARK = ".used-by-";
  private static final String DELETING = ".deleting-";

  /// One lock is held once in a process; threads of this one queue up here.
  private static final Object ONE_AT_A_TIME = new Object();

  /// A project and what decides whether it stays.
  private record Kept(Path folder, Instant used, long bytes) {}

  private interface Step<T> {
    T run() throws IOException;
  }

  /// Marks a project as used now by this process.
  ///
  /// @return whether it is there
  boolean use(Path project) {
    return locked(
        () -> {
          if (!Files.isDirectory(project)) {
            return false;
          }
          removeDeadMarks(project);
          Path mark = project.resolve(MARK + ProcessHandle.current().pid());
          if (Files.notExists(mark)) {
            Files.createFile(mark);
          }
          Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
          return true;
        });
  }

  /// Deletes the projects used longest ago while there are too many or they are too large.
  void enforce() {
    locked(
        () -> {
          List<Kept> all =
              list(path -> path.toString().endsWith(ProjectFolder.SUFFIX)).stream()
                  .map(CacheBound::kept)
                  .sorted(Comparator.comparing(Kept::used))
                  .toList();
          int count = all.size();
          long bytes = all.stream().mapToLong(Kept::bytes).sum();
          for (Kept oldest : all) {
            if (count <= mostProjects && bytes <= mostBytes) {
              break;
            }
            if (delete(oldest.folder)) {
              count--;
              bytes -= oldest.bytes;
            }
          }
          for (Path left : list(path -> String.valueOf(path.getFileName()).startsWith(DELETING))) {
            WholeFile.deleteTree(left);
          }
          return true;
        });
  }

  private List<Path> list(java.util.function.Predicate<Path> wanted) throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths.filter(wanted).filter(Files::isDirectory).toList();
    }
  }

  private static Kept kept(Path folder) {
    Instant used = Instant.EPOCH;
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
        boolean says = folder.equals(file.getParent());
        Instant time = Files.getLastModifiedTime(file).toInstant();
        used = says && time.isAfter(used) ? time : used;
      }
    } catch (IOException | java.io.UncheckedIOException changing) {
      // Somebody is at work in it, so it is in use.
      return new Kept(folder, Instant.MAX, bytes);
    }
    return new Kept(folder, used, bytes);
  }

  /// @return whether it is gone; false where a living process uses it
  private boolean delete(Path project) throws IOException {
    if (isMarked(project)) {
      return false;
    }
    Optional<ProjectLock> lock = ProjectLock.take(project);
    if (lock.isEmpty()) {
      return false;
    }
    lock.get().close();
    // Moved first: what is half deleted must not be taken for a project.
    Path dying = root.resolve(DELETING + project.getFileName());
    WholeFile.deleteTree(dying);
    WholeFile.move(project, dying);
    WholeFile.deleteTree(dying);
    return true;
  }

  private static boolean isMarked(Path project) throws IOException {
    return marks(project).stream().anyMatch(CacheBound::isAlive);
  }

  private static void removeDeadMarks(Path project) throws IOException {
    for (Path mark : marks(project)) {
      if (!isAlive(mark)) {
        Files.deleteIfExists(mark);
      }
    }
  }

  private static List<Path> marks(Path project) throws IOException {
    try (Stream<Path> files = Files.list(project)) {
      return files.filter(file -> String.valueOf(file.getFileName()).startsWith(MARK)).toList();
    }
  }

  private static boolean isAlive(Path mark) {
    String process = String.valueOf(mark.getFileName()).substring(MARK.length());
    return process.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(process)).isPresent();
  }

  private <T> T locked(Step<T> step) {
    synchronized (ONE_AT_A_TIME) {
      Path file = root.resolve(".lock");
      try {
        Files.createDirectories(root);
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
          channel.lock();
          return step.run();
        }
      } catch (IOException failure) {
        throw new UserFailure(WholeFile.sentence(file, failure), failure);
      }
    }
  }
}
