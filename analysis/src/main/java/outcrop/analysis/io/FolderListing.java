package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import outcrop.analysis.image.ImageFormat;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// The files inside a folder, at any depth, that may be data.
///
/// Links are followed to files inside the folder only: a folder that came from somebody else shall
/// not reach what lies beside it.
///
/// @param root the folder
/// @param files paths below the root, sorted by their text
/// @param warnings what was passed over, one counted sentence for each kind
record FolderListing(Path root, List<Path> files, List<String> warnings) {
  private static final int MOST_FILES = 1_000_000;
  private static final int NAMED = 3;
  private static final Set<String> JUNK = Set.of("thumbs.db", "desktop.ini", "icon\r", "__macosx");
  private static final Set<String> JUNK_ENDINGS =
      Set.of("crc", "tmp", "bak", "part", "lock", "swp");

  static FolderListing of(Path root, TaskContext context) {
    Walk walk = new Walk(root, context);
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw new UserFailure(
          root + " cannot be listed (" + e.getMessage() + "); check its rights.", e);
    }
    walk.files.sort(Comparator.comparing(FolderListing::text));
    List<String> warnings = new ArrayList<>();
    addCounted(warnings, walk.junk, "hidden or temporary");
    addCounted(warnings, walk.outside, "a link that leads out of the folder");
    addCounted(warnings, walk.unreadable, "not open to be read");
    return new FolderListing(root, List.copyOf(walk.files), List.copyOf(warnings));
  }

  /// A path below a root as every system writes it in data: with slashes.
  static String text(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /// Whether a name tells that nobody means it as data: hidden, or left by a program. Cameras start
  /// the names of images with an underscore.
  static boolean isJunk(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        || lower.startsWith("_") && ImageFormat.ofName(name).isEmpty()
        || lower.startsWith("~$")
        || lower.endsWith("~")
        || JUNK.contains(lower)
        || JUNK_ENDINGS.contains(lower.substring(lower.lastIndexOf('.') + 1));
  }

  private static void addCounted(List<String> warnings, List<Path> passed, String why) {
    if (!passed.isEmpty()) {
      warnings.add(counted(passed.stream().map(FolderListing::text).sorted().toList(), why));
    }
  }

  /// `4 files are left out because each is hidden: .git, a.tmp, b.tmp, …`
  static String counted(List<String> names, String why) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() == 1
        ? first + " is left out because it is " + why + "."
        : names.size()
            + " files are left out because each is "
            + why
            + ": "
            + first
            + (names.size() > NAMED ? ", …" : ".");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final TaskContext context;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> junk = new ArrayList<>();
    private final List<Path> outside = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();

    Walk(Path root, TaskContext context) {
      this.root = root;
      this.context = context;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      context.checkCancelled();
      if (!folder.equals(root) && isJunk(String.valueOf(folder.getFileName()))) {
        junk.add(root.relativize(folder));
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = root.relativize(file);
      if (isJunk(String.valueOf(file.getFileName()))) {
        junk.add(relative);
      } else if (attributes.isSymbolicLink() && !leadsInside(file)) {
        outside.add(relative);
      } else if (Files.isRegularFile(file)) {
        if (files.size() == MOST_FILES) {
          throw new UserFailure(
              root
                  + " holds more than "
                  + MOST_FILES
                  + " files; name those to read with a pattern such as "
                  + root.resolve("*.csv")
                  + ".");
        }
        files.add(relative);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean leadsInside(Path link) {
      return SafePaths.leadsInside(root, link);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (file.equals(root)) {
        throw failure;
      }
      unreadable.add(root.relativize(file));
      return FileVisitResult.CONTINUE;
    }
  }
}
