package outcrop.analysis.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The distinct values of a category field by ordinal.
public final class Dictionary {
  private final List<String> values;
  private volatile @Nullable Map<String, Integer> ordinals;

  /// @param values distinct values, by ordinal
  public Dictionary(List<String> values) {
    this.values = List.copyOf(values);
  }

  public int size() {
    return values.size();
  }

  public String value(int ordinal) {
    return values.get(ordinal);
  }

  /// The ordinal of a value, −1 where it does not occur.
  public int find(String value) {
    Map<String, Integer> map = ordinals;
    if (map == null) {
      map = HashMap.newHashMap(values.size());
      for (int i = 0; i < values.size(); i++) {
        map.put(values.get(i), i);
      }
      ordinals = map;
    }
    return map.getOrDefault(value, -1);
  }

  public List<String> values() {
    return values;
  }

  /// Collects distinct values and gives each its ordinal.
  public static final class Builder {
    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    /// The ordinal of the value, new or known.
    public int add(String value) {
      Integer known = ordinals.putIfAbsent(value, values.size());
      if (known != null) {
        return known;
      }
      values.add(value);
      return values.size() - 1;
    }

    public Dictionary build() {
      return new Dictionary(values);
    }
  }
}
