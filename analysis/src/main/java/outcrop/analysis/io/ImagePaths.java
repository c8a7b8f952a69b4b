package outcrop.analysis.io;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the folders around images mean: `train/cat/1.png` says split and class.
///
/// @param splitDepth which folder from the top names the split, 1 for the first; 0 for none
/// @param labelHeight which folder from the image names the class, 1 for the one that holds it; 0
///   for none
record ImagePaths(int splitDepth, int labelHeight) {
  static final String SPLIT = "splitFolder";
  static final String LABEL = "labelFolder";

  private static final int MOST_LEVELS = 4;
  private static final Set<String> SPLITS =
      Set.of("train", "training", "val", "valid", "validation", "test", "testing", "dev", "eval");

  static ImagePaths guess(List<String> paths) {
    int split = 0;
    for (int depth = 1; depth <= MOST_LEVELS && split == 0; depth++) {
      if (isSplit(paths, depth)) {
        split = depth;
      }
    }
    for (int height = 1; height <= MOST_LEVELS; height++) {
      ImagePaths guess = new ImagePaths(split, height);
      Set<String> names = new HashSet<>();
      for (String path : paths) {
        String name = guess.label(path);
        if (name != null) {
          names.add(name);
        }
      }
      if (names.size() > 1) {
        return guess;
      }
    }
    return new ImagePaths(split, 0);
  }

  private static boolean isSplit(List<String> paths, int depth) {
    boolean any = false;
    for (String path : paths) {
      String name = folder(path, depth);
      if (name != null) {
        if (!SPLITS.contains(name.toLowerCase(Locale.ROOT))) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  static ImagePaths of(Map<String, String> options) {
    return new ImagePaths(number(options.get(SPLIT)), number(options.get(LABEL)));
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException noLevel) {
      return 0;
    }
  }

  Map<String, String> options() {
    return Map.of(SPLIT, Integer.toString(splitDepth), LABEL, Integer.toString(labelHeight));
  }

  /// The split of an image, null where its path says none.
  @Nullable String split(String path) {
    return splitDepth < 1 ? null : folder(path, splitDepth);
  }

  /// The class of an image, null where its path says none.
  @Nullable String label(String path) {
    if (labelHeight < 1) {
      return null;
    }
    int depth = depth(path) - labelHeight + 1;
    return depth < 1 || depth == splitDepth ? null : folder(path, depth);
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  private static @Nullable String folder(String path, int depth) {
    int start = 0;
    for (int i = 1; i < depth; i++) {
      int slash = path.indexOf('/', start);
      if (slash < 0) {
        return null;
      }
      start = slash + 1;
    }
    int end = path.indexOf('/', start);
    return end < 0 ? null : path.substring(start, end);
  }
}
