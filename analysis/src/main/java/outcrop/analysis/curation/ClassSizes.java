package outcrop.analysis.curation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many rows each class of a field has.
///
/// @param keys what the classes are called: the values of a category, or the exact texts of the
///   lower edges of bins
/// @param rows one number per key, then the rows without a value, then the rows whose value has no
///   place on the axis; never written to
public record ClassSizes(List<String> keys, long[] rows) {
  /// Classes in addition to those with a key.
  public static final int APART = 2;

  /// @throws IllegalArgumentException where numbers and keys do not go together or one is negative
  public ClassSizes {
    if (rows.length != keys.size() + APART) {
      throw new IllegalArgumentException(rows.length + " numbers for " + keys.size() + " classes");
    }
    for (long count : rows) {
      if (count < 0) {
        throw new IllegalArgumentException("A class cannot have " + count + " rows");
      }
    }
  }

  /// Classes where every row has one.
  public static ClassSizes of(List<String> keys, long... rows) {
    return new ClassSizes(keys, java.util.Arrays.copyOf(rows, rows.length + APART));
  }

  public int size() {
    return rows.length;
  }

  public int missingClass() {
    return keys.size();
  }

  public int offScaleClass() {
    return keys.size() + 1;
  }

  /// The key of a class, null for those that have none.
  public @Nullable String key(int index) {
    return index < keys.size() ? keys.get(index) : null;
  }

  public long total() {
    long sum = 0;
    for (long count : rows) {
      sum += count;
    }
    return sum;
  }

  /// The classes by key; the missing rows are under null.
  Map<@Nullable String, Integer> byKey() {
    Map<@Nullable String, Integer> classes = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      classes.put(keys.get(i), i);
    }
    classes.put(null, missingClass());
    return classes;
  }
}
