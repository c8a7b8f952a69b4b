package outcrop.analysis.column;

import java.util.Comparator;

/// The order of texts everywhere: by Unicode code point, which is also the order of their UTF-8
/// bytes and that of DuckDB. `String` orders by UTF-16 units, which differs for emoji and rare
/// scripts.
public final class TextOrder {
  public static final Comparator<String> BY_CODE_POINT = TextOrder::compare;

  private TextOrder() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean pairX = Character.isSurrogate(x);
        boolean pairY = Character.isSurrogate(y);
        return pairX == pairY ? Character.compare(x, y) : pairX ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
