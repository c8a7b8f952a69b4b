package outcrop.analysis.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// A folder as the Hugging Face hub keeps datasets: data files, and a README whose head says which
/// file belongs to which split and what the fields are.
///
/// Of several configurations the one named as default, else the first, is read. Where the head says
/// nothing of files, they are found as in any folder.
final class HuggingFaceFolder {
  private static final String README = "README.md";
  private static final int LARGEST_README = 4 << 20;
  private static final int SHOWN_CLASSES = 20;

  private final Path folder;
  private final TaskContext context;
  private final Map<?, ?> head;
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, FieldHint> hints = new HashMap<>();

  private HuggingFaceFolder(Path folder, Map<?, ?> head, TaskContext context) {
    this.folder = folder;
    this.head = head;
    this.context = context;
  }

  /// @return empty where the folder has no README that describes data
  static Optional<FoundSources> find(Path folder, TaskContext context) {
    Path readme = folder.resolve(README);
    try {
      if (!Files.isRegularFile(readme)
          || Files.size(readme) > LARGEST_README
          || !SafePaths.leadsInside(folder, readme)) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(readme), StandardCharsets.UTF_8);
      Map<?, ?> head = FrontMatter.of(text);
      boolean describes = head.containsKey("configs") || head.containsKey("dataset_info");
      return describes
          ? Optional.of(new HuggingFaceFolder(folder, head, context).find())
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private FoundSources find() {
    Map<?, ?> config = chosen(maps(head.get("configs")));
    String name = text(config.get("config_name"));
    maps(head.get("dataset_info")).stream()
        .filter(info -> name.isEmpty() || named(info, name))
        .findFirst()
        .ifPresent(info -> maps(info.get("features")).forEach(this::hint));
    FolderListing listing = FolderListing.of(folder, context);
    List<SourceSpec> sources = sources(config, listing);
    if (!sources.isEmpty()) {
      return new FoundSources(sources, hints, warnings);
    }
    FoundSources found = new LargestGroup(listing, context).find();
    List<String> all = new ArrayList<>(warnings);
    all.addAll(found.warnings());
    return new FoundSources(found.sources(), hints, all);
  }

  private static boolean named(Map<?, ?> info, String name) {
    String own = text(info.get("config_name"));
    return own.isEmpty() || own.equals(name);
  }

  private Map<?, ?> chosen(List<Map<?, ?>> configs) {
    Map<?, ?> chosen = configs.isEmpty() ? Map.of() : configs.getFirst();
    for (Map<?, ?> config : configs) {
      if (text(config.get("default")).equals("true")
          || text(config.get("config_name")).equals("default")) {
        chosen = config;
        break;
      }
    }
    if (configs.size() > 1) {
      Map<?, ?> read = chosen;
      List<String> others =
          configs.stream()
              .filter(config -> config != read)
              .map(config -> text(config.get("config_name")))
              .limit(SHOWN_CLASSES)
              .toList();
      warnings.add(
          README
              + " describes several configurations; "
              + text(read.get("config_name"))
              + " is read, and "
              + String.join(", ", others)
              + (others.size() == 1 ? " is not" : " are not")
              + ": name their files to read them.");
    }
    return chosen;
  }

  private List<SourceSpec> sources(Map<?, ?> config, FolderListing listing) {
    String inside = text(config.get("data_dir"));
    Map<Path, SourceSpec> found = new LinkedHashMap<>();
    Object files = config.get("data_files");
    if (files instanceof Map<?, ?> bySplit) {
      bySplit.forEach(
          (split, paths) -> texts(paths).forEach(p -> add(p, inside, text(split), listing, found)));
    } else if (!maps(files).isEmpty()) {
      for (Map<?, ?> part : maps(files)) {
        String split = text(part.get("split"));
        texts(part.get("path")).forEach(path -> add(path, inside, split, listing, found));
      }
    } else {
      texts(files).forEach(path -> add(path, inside, "", listing, found));
    }
    return List.copyOf(found.values());
  }

  private void add(
      String path, String inside, String split, FolderListing listing, Map<Path, SourceSpec> all) {
    if (path.contains("://")) {
      warnings.add(path + " is left out: it is not on this disk; fetch it into the folder.");
      return;
    }
    String pattern = inside.isEmpty() ? path : inside + "/" + path;
    SafePaths.inside(folder, pattern.replaceAll("[*?\\[\\]{}].*", ""), README);
    PathMatcher matcher = matcher(pattern.replaceFirst("^\\./", ""));
    int before = all.size();
    for (Path relative : listing.files()) {
      if (matcher.matches(relative)) {
        Map<String, String> constants = SourceFinder.constants(relative);
        if (!split.isEmpty()) {
          constants.put(PathConstants.SPLIT, split);
        }
        Path file = folder.resolve(relative);
        all.putIfAbsent(file, new SourceSpec(file.toString(), "", Map.of(), constants));
      }
    }
    if (all.size() == before) {
      warnings.add(README + " names " + path + ", which no file in the folder is called.");
    }
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new UserFailure(
          README + " names \"" + pattern + "\", which is no pattern; correct it there.", e);
    }
  }

  private void hint(Map<?, ?> feature) {
    String name = text(feature.get("name"));
    Object type = feature.get("dtype");
    if (type instanceof Map<?, ?> map && map.get("class_label") instanceof Map<?, ?> label) {
      hints.put(name, new FieldHint(FieldType.CATEGORY, FieldRole.LABEL));
      if (label.get("names") instanceof Map<?, ?> names && !names.isEmpty()) {
        List<String> classes =
            names.entrySet().stream()
                .limit(SHOWN_CLASSES)
                .map(entry -> entry.getKey() + " is " + entry.getValue())
                .toList();
        String more = names.size() > SHOWN_CLASSES ? ", …" : ".";
        warnings.add(
            "The classes of " + name + " are numbers: " + String.join(", ", classes) + more);
      }
    } else if (text(type).contains("string")) {
      hints.put(name, new FieldHint(FieldType.CATEGORY, null));
    } else if (text(type).equals("image")) {
      hints.put(name, new FieldHint(null, FieldRole.IMAGE));
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : value instanceof String text && !text.isEmpty() ? List.of(text) : List.of();
  }

  private static List<Map<?, ?>> maps(@Nullable Object value) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      maps.add(map);
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }
}
