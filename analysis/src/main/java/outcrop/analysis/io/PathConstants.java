package outcrop.analysis.io;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the path of a file says of all its rows: keys of a partition (`year=2024/month=05/x.csv`),
/// the split (`train.csv`, `data/test-00000-of-00002.parquet`), and the name that tells files
/// apart.
final class PathConstants {
  static final String SPLIT = "split";

  private static final Pattern KEY = Pattern.compile("([^=]+)=(.*)");
  private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";
  private static final Map<String, String> SPLITS =
      Map.ofEntries(
          Map.entry("train", "train"),
          Map.entry("training", "train"),
          Map.entry("validation", "validation"),
          Map.entry("valid", "validation"),
          Map.entry("val", "validation"),
          Map.entry("dev", "validation"),
          Map.entry("test", "test"),
          Map.entry("testing", "test"),
          Map.entry("eval", "test"),
          Map.entry("evaluation", "test"));

  private PathConstants() {}

  /// The keys of a partition, outermost first. Values are text with `%xx` decoded; a key without a
  /// value gives none, so that its field is missing.
  static Map<String, String> partition(Path relative) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (int i = 0; i + 1 < relative.getNameCount(); i++) {
      Matcher key = KEY.matcher(relative.getName(i).toString());
      if (key.matches() && !key.group(2).equals(NO_VALUE) && !key.group(2).isEmpty()) {
        keys.put(decoded(key.group(1)), decoded(key.group(2)));
      }
    }
    return keys;
  }

  private static String decoded(String text) {
    try {
      // A plus is a plus here: partitions are written like paths, not like forms.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return text;
    }
  }

  /// The splits of files, in their order; empty unless all files have one and there are at least
  /// two different ones.
  static List<String> splits(List<Path> relative) {
    List<Optional<String>> found = relative.stream().map(PathConstants::split).toList();
    Set<Optional<String>> different = new HashSet<>(found);
    return different.size() < 2 || different.contains(Optional.<String>empty())
        ? List.of()
        : found.stream().flatMap(Optional::stream).toList();
  }

  /// The split that a folder or the first or last word of the file name says.
  static Optional<String> split(Path relative) {
    for (int i = 0; i + 1 < relative.getNameCount(); i++) {
      String folder = SPLITS.get(relative.getName(i).toString().toLowerCase(Locale.ROOT));
      if (folder != null) {
        return Optional.of(folder);
      }
    }
    String name = String.valueOf(relative.getFileName()).toLowerCase(Locale.ROOT);
    String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    String[] words = stem.replaceAll("-\\d+-of-\\d+$", "").split("[-_ ]");
    String first = words.length == 0 ? null : SPLITS.get(words[0]);
    String last = words.length == 0 ? null : SPLITS.get(words[words.length - 1]);
    return Optional.ofNullable(first != null ? first : last);
  }
}
