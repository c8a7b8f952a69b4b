package outcrop.analysis.io;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Finds the sources behind what the user named: a file is itself, a pattern such as
/// `data/**/*.csv` all files that it matches, a folder what its kind says.
///
/// A named file that cannot be read is refused; of a pattern or a folder the rest is read, and what
/// was left out is named. The order is that of the paths, so that the same folder gives the same
/// rows.
final class SourceFinder {
  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private final TaskContext context;

  SourceFinder(TaskContext context) {
    this.context = context;
  }

  /// @param named paths and patterns as the user wrote them
  /// @throws UserFailure where one of them names nothing
  FoundSources find(List<String> named) {
    List<SourceSpec> sources = new ArrayList<>();
    Map<String, FieldHint> hints = new HashMap<>();
    List<String> warnings = new ArrayList<>();
    List<String> absolute = new ArrayList<>();
    boolean onlyFiles = true;
    for (String text : named) {
      FoundSources found = find(text);
      absolute.add(absolute(text));
      onlyFiles &= isFile(text);
      sources.addAll(found.sources());
      hints.putAll(found.hints());
      warnings.addAll(found.warnings());
    }
    List<String> kept = onlyFiles ? List.of() : absolute;
    return new FoundSources(toldApart(sources), hints, kept, warnings);
  }

  private static boolean isFile(String text) {
    Path path = literal(text);
    return path != null && Files.isRegularFile(path);
  }

  /// The name as it can be found from any place.
  private static String absolute(String text) {
    Path path = literal(text);
    if (path != null) {
      return path.toAbsolutePath().normalize().toString();
    }
    String slashed = text.replace('\\', '/');
    int cut = slashed.lastIndexOf('/', firstWild(slashed));
    String folder = cut < 0 ? "" : slashed.substring(0, cut);
    return Path.of(folder).toAbsolutePath().normalize() + "/" + slashed.substring(cut + 1);
  }

  private FoundSources find(String text) {
    Path path = literal(text);
    if (path == null || WILD.matcher(text).find() && Files.notExists(path)) {
      return pattern(text);
    }
    Path absolute = path.toAbsolutePath().normalize();
    return Files.isDirectory(absolute)
        ? folder(absolute)
        : FoundSources.of(new SourceSpec(absolute.toString(), "", Map.of()));
  }

  private static @Nullable Path literal(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      if (WILD.matcher(text).find()) {
        return null;
      }
      throw new UserFailure("\"" + text + "\" is no path; check it.", e);
    }
  }

  private FoundSources folder(Path folder) {
    Optional<FoundSources> described =
        CroissantFolder.find(folder, context).or(() -> HuggingFaceFolder.find(folder, context));
    if (described.isPresent()) {
      return described.get();
    }
    return DatasetReaders.forFolder(folder, context)
        .map(reader -> new SourceSpec(folder.toString(), reader.format(), Map.of()))
        .map(FoundSources::of)
        .orElseGet(() -> new LargestGroup(FolderListing.of(folder, context), context).find());
  }

  /// All files that a pattern matches. They are what the user named, so files with other fields
  /// come in as well.
  private FoundSources pattern(String text) {
    String slashed = text.replace('\\', '/');
    int wild = firstWild(slashed);
    int cut = slashed.lastIndexOf('/', wild);
    Path root = Path.of(cut < 0 ? "" : cut == 0 ? "/" : slashed.substring(0, cut)).toAbsolutePath();
    if (!Files.isDirectory(root)) {
      throw new UserFailure(text + " matches nothing: there is no folder " + root + ".");
    }
    List<PathMatcher> matchers = matchers(text, slashed.substring(cut + 1));
    FolderListing listing = FolderListing.of(root.normalize(), context);
    List<SourceSpec> sources = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path relative : listing.files()) {
      if (matchers.stream().anyMatch(matcher -> matcher.matches(relative))) {
        add(listing.root(), relative, sources, warnings);
      }
    }
    if (sources.isEmpty()) {
      throw new UserFailure(
          warnings.isEmpty()
              ? text + " matches no file; check the pattern."
              : text + " matches no file that can be read; " + warnings.getFirst());
    }
    return new FoundSources(sources, Map.of(), warnings);
  }

  private static void add(
      Path root, Path relative, List<SourceSpec> sources, List<String> warnings) {
    Path file = root.resolve(relative);
    try {
      // Only what no setting can repair: the rest is for the user to see in the preview.
      SourceProbe.probe(file, "", Map.of());
      sources.add(new SourceSpec(file.toString(), "", Map.of(), constants(relative)));
    } catch (UserFailure refused) {
      warnings.add(FolderListing.text(relative) + " is left out: " + refused.getMessage());
    }
  }

  private static int firstWild(String text) {
    var wild = WILD.matcher(text);
    return wild.find() ? wild.start() : text.length();
  }

  /// A pattern, and the same without `**/`, which shall match no folder as well.
  private static List<PathMatcher> matchers(String text, String pattern) {
    try {
      List<PathMatcher> matchers = new ArrayList<>();
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
      if (pattern.contains("**/")) {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "")));
      }
      return matchers;
    } catch (PatternSyntaxException e) {
      throw new UserFailure(
          text + " is no pattern that can be read (" + e.getDescription() + "); correct it.", e);
    }
  }

  /// What the path of a file below the named folder says of its rows.
  static Map<String, String> constants(Path relative) {
    Map<String, String> constants = new LinkedHashMap<>(PathConstants.partition(relative));
    if (relative.getNameCount() > 1) {
      constants.put(ImportSpec.FILE_NAME, FolderListing.text(relative));
    }
    return constants;
  }

  /// Gives files of one name in different folders names that tell them apart.
  private static List<SourceSpec> toldApart(List<SourceSpec> sources) {
    Map<String, Integer> count = new HashMap<>();
    sources.forEach(source -> count.merge(source.name(), 1, Integer::sum));
    List<SourceSpec> told = new ArrayList<>();
    for (SourceSpec source : sources) {
      Path path = Path.of(source.path());
      Path parent = path.getParent();
      if (count.getOrDefault(source.name(), 1) > 1 && parent != null) {
        Map<String, String> constants = new LinkedHashMap<>(source.constants());
        Path folder = parent.getFileName();
        constants.put(
            ImportSpec.FILE_NAME, folder == null ? source.name() : folder + "/" + source.name());
        told.add(new SourceSpec(source.path(), source.format(), source.options(), constants));
      } else {
        told.add(source);
      }
    }
    return told;
  }
}
