package outcrop.analysis.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keys of a saved value that this version does not know, in their order.
public final class Extra {
  private Extra() {}

  /// An unmodifiable copy; nulls are values here, as they are in JSON.
  public static Map<String, Object> copy(Map<String, Object> extra) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }
}
