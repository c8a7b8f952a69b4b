package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder that Croissant, the JSON-LD vocabulary for datasets, describes. Of the record sets
/// whose files are on this disk the largest is read; nothing is ever fetched.
///
/// A record set is the table of the file, or of the set of files, that most of its fields come
/// from. References to other record sets are not followed: their files can be joined.
final class CroissantFolder {
  private static final int LARGEST = 16 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final String name;
  private final JsonNode root;
  private final FolderListing listing;
  private final Map<String, JsonNode> files = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private CroissantFolder(Path folder, String name, JsonNode root, TaskContext context) {
    this.folder = folder;
    this.name = name;
    this.root = root;
    this.listing = FolderListing.of(folder, context);
    for (JsonNode file : many(root.path("distribution"))) {
      files.put(id(file), file);
    }
  }

  /// @return empty where no description of this kind is in the folder
  /// @throws UserFailure where it describes no data that is on this disk
  static Optional<FoundSources> find(Path folder, TaskContext context) {
    for (String name : List.of("croissant.json", "metadata.json")) {
      Path file = folder.resolve(name);
      try {
        if (Files.isRegularFile(file)
            && Files.size(file) <= LARGEST
            && SafePaths.leadsInside(folder, file)) {
          JsonNode root = JSON.readTree(Files.readAllBytes(file));
          if (root.has("recordSet") && root.path("@context").toString().contains("mlcommons")) {
            return Optional.of(new CroissantFolder(folder, name, root, context).find());
          }
        }
      } catch (IOException | JacksonException other) {
        // Not a description: the folder may be read as any other.
        continue;
      }
    }
    return Optional.empty();
  }

  private FoundSources find() {
    List<SourceSpec> largest = List.of();
    JsonNode chosen = root;
    long most = -1;
    List<String> others = new ArrayList<>();
    for (JsonNode set : many(root.path("recordSet"))) {
      List<SourceSpec> sources = sources(set);
      long bytes = sources.stream().mapToLong(CroissantFolder::bytes).sum();
      if (!sources.isEmpty() && bytes > most) {
        chosen = set;
        most = bytes;
        largest = sources;
      }
    }
    if (largest.isEmpty()) {
      throw new UserFailure(
          name
              + " describes no data that is in this folder"
              + (warnings.isEmpty() ? "" : " (" + warnings.getFirst().replaceAll("\\.$", "") + ")")
              + "; fetch its files into the folder.");
    }
    for (JsonNode set : many(root.path("recordSet"))) {
      if (set != chosen) {
        others.add(label(set));
      }
    }
    if (!others.isEmpty()) {
      warnings.add(
          name
              + " describes several record sets; "
              + label(chosen)
              + " is read, and "
              + String.join(", ", others)
              + (others.size() == 1 ? " is not." : " are not."));
    }
    return new FoundSources(largest, hints(chosen), warnings);
  }

  private static long bytes(SourceSpec source) {
    try {
      return Files.size(Path.of(source.path()));
    } catch (IOException gone) {
      return 0;
    }
  }

  /// The files of what most fields come from.
  private List<SourceSpec> sources(JsonNode set) {
    Map<String, Integer> count = new LinkedHashMap<>();
    for (JsonNode field : many(set.path("field"))) {
      JsonNode source = field.path("source");
      String file =
          reference(source.has("fileSet") ? source.path("fileSet") : source.path("fileObject"));
      count.merge(file, 1, Integer::sum);
    }
    String most =
        count.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    JsonNode file = files.get(most);
    if (file == null) {
      return List.of();
    }
    return file.has("includes") ? fileSet(file) : fileObject(file);
  }

  private List<SourceSpec> fileObject(JsonNode file) {
    String written = file.path("contentUrl").asString("");
    JsonNode archive = files.get(reference(file.path("containedIn")));
    if (archive != null) {
      Optional<Path> zip = local(archive);
      return zip.isEmpty()
          ? List.of()
          : List.of(new SourceSpec(zip.get().toString(), "", Map.of("entry", written)));
    }
    return local(file)
        .map(path -> List.of(new SourceSpec(path.toString(), "", Map.of())))
        .orElse(List.of());
  }

  /// The file on this disk: what was fetched from an address keeps its last name.
  private Optional<Path> local(JsonNode file) {
    String written = file.path("contentUrl").asString("");
    boolean remote = written.contains("://");
    String relative = remote ? written.replaceAll("[?#].*", "").replaceAll(".*/", "") : written;
    Path path = SafePaths.inside(folder, relative, name);
    if (!relative.isEmpty() && Files.isRegularFile(path)) {
      return Optional.of(path);
    }
    warnings.add(written + " is not in the folder.");
    return Optional.empty();
  }

  private List<SourceSpec> fileSet(JsonNode set) {
    List<PathMatcher> matchers = new ArrayList<>();
    for (JsonNode include : many(set.path("includes"))) {
      String pattern = include.asString("");
      SafePaths.inside(folder, pattern.replaceAll("[*?\\[\\]{}].*", ""), name);
      try {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
      } catch (PatternSyntaxException e) {
        throw new UserFailure(
            name + " names \"" + pattern + "\", which is no pattern; correct it there.", e);
      }
    }
    JsonNode archive = files.get(reference(set.path("containedIn")));
    Optional<Path> zip = archive == null ? Optional.empty() : local(archive);
    if (zip.isPresent() && Files.isRegularFile(zip.get())) {
      return entries(zip.get(), matchers);
    }
    List<SourceSpec> sources = new ArrayList<>();
    for (Path relative : listing.files()) {
      if (matchers.stream().anyMatch(matcher -> matcher.matches(relative))) {
        sources.add(
            new SourceSpec(
                folder.resolve(relative).toString(),
                "",
                Map.of(),
                SourceFinder.constants(relative)));
      }
    }
    return sources;
  }

  private static List<SourceSpec> entries(Path zip, List<PathMatcher> matchers) {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      return archive.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> entry.getName())
          .filter(entry -> matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(entry))))
          .sorted()
          .map(
              entry ->
                  new SourceSpec(
                      zip.toString(),
                      "",
                      Map.of("entry", entry),
                      Map.of(ImportSpec.FILE_NAME, entry)))
          .toList();
    } catch (IOException e) {
      throw SourceFile.plain(zip).damaged(e);
    }
  }

  private static Map<String, FieldHint> hints(JsonNode set) {
    Map<String, FieldHint> hints = new HashMap<>();
    String key = reference(set.path("key"));
    for (JsonNode field : many(set.path("field"))) {
      String column = field.path("source").path("extract").path("column").asString("");
      String types = field.path("dataType").toString();
      FieldRole role = role(types, !key.isEmpty() && key.equals(id(field)));
      FieldType type = types.contains("sc:Text") ? FieldType.CATEGORY : null;
      if (!column.isEmpty() && (type != null || role != null)) {
        hints.put(column, new FieldHint(type, role));
      }
    }
    return hints;
  }

  private static @Nullable FieldRole role(String types, boolean key) {
    if (types.contains("Split")) {
      return FieldRole.SPLIT;
    }
    if (types.contains("Label")) {
      return FieldRole.LABEL;
    }
    return key ? FieldRole.ID : null;
  }

  private static String label(JsonNode set) {
    return set.path("name").asString(id(set));
  }

  private static String id(JsonNode node) {
    return node.path("@id").asString(node.path("name").asString(""));
  }

  private static String reference(JsonNode node) {
    JsonNode one = node.isArray() ? node.path(0) : node;
    return one.isString() ? one.asString("") : one.path("@id").asString("");
  }

  private static List<JsonNode> many(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else if (!node.isMissingNode()) {
      all.add(node);
    }
    return all;
  }
}
