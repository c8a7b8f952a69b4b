package outcrop.analysis.curation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.ViewData.TailData;

/// How many rows each class of a field has.
///
/// @param keys what the classes are called: the values of a category, or the exact texts of the
///   lower edges of bins
/// @param rows one number per key, then the rows without a value, then the rows whose value has no
///   place on the axis; never written to
/// @param total all rows; fewer than those of the classes together where a row may lie in several
public record ClassSizes(List<String> keys, long[] rows, long total) {
  /// Classes in addition to those with a key.
  public static final int APART = 2;

  private static final int FEW = 16;

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

  /// Classes of which each row lies in one.
  public ClassSizes(List<String> keys, long[] rows) {
    this(keys, rows, Arrays.stream(rows).sum());
  }

  /// Classes where every row has one.
  public static ClassSizes of(List<String> keys, long... rows) {
    return new ClassSizes(keys, Arrays.copyOf(rows, rows.length + APART));
  }

  /// The classes of a long tail that are values, the largest first.
  public static ClassSizes of(TailData data) {
    TailClasses classes = data.classes();
    long[] rows = new long[classes.count() + APART];
    for (int rank = 0; rank < classes.count(); rank++) {
      rows[rank] = Math.round(classes.size(rank));
    }
    rows[classes.count()] = data.apart().missing();
    rows[classes.count() + 1] = data.apart().without();
    return new ClassSizes(classes.names(), rows, data.selected());
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

  /// Whether a row may lie in several classes.
  public boolean overlap() {
    return total < Arrays.stream(rows).sum();
  }

  /// Gives the class of a value, −1 where there is none; null stands for the missing rows.
  ///
  /// @param asked how often it will be asked
  ToIntFunction<@Nullable String> finder(int asked) {
    if (asked <= FEW) {
      return value -> value == null ? missingClass() : keys.indexOf(value);
    }
    Map<String, Integer> classes = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      classes.put(keys.get(i), i);
    }
    return value -> value == null ? missingClass() : classes.getOrDefault(value, -1);
  }
}
