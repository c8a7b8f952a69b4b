package outcrop.analysis.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys of a saved value that this version does not know, in their order.
public final class Extra {
  private Extra() {}

  /// An unmodifiable copy, empty for none; nulls inside are values, as they are in JSON.
  public static Map<String, Object> copy(@Nullable Map<String, Object> extra) {
    return extra == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }
}
