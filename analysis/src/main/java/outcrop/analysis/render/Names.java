package outcrop.analysis.render;

import java.util.function.ToDoubleFunction;
import outcrop.analysis.query.ViewData.DistributionData;

/// Values and titles as they may be drawn: on one line, in a bounded width, without hidden
/// characters.
final class Names {
  static final String ELLIPSIS = "…";
  private static final int LONGEST = 400;

  private Names() {}

  /// The name of a group or bar in words.
  static String of(String value, ChartWords words) {
    return switch (value) {
      case DistributionData.OTHER_GROUPS -> words.other();
      case DistributionData.MISSING_GROUP -> words.missing();
      case "" -> words.empty();
      default -> visible(value);
    };
  }

  /// The text with line breaks, other control characters, characters that turn the direction of
  /// writing and halves of characters written out, cut where nobody reads on.
  static String visible(String text) {
    boolean clean = text.length() <= LONGEST;
    for (int i = 0; i < text.length() && clean; i++) {
      char c = text.charAt(i);
      clean = c >= ' ' && c < 0x7f || c > 0xa0 && c < 0x2000;
    }
    return clean ? text : writtenOut(text);
  }

  private static String writtenOut(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() < LONGEST; ) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      switch (code) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (isHidden(code)) {
            out.append(String.format("\\u%04x", code));
          } else {
            out.appendCodePoint(code);
          }
        }
      }
    }
    return out.toString();
  }

  private static boolean isHidden(int code) {
    return Character.isISOControl(code)
        || code >= 0xd800 && code <= 0xdfff
        || code >= 0x202a && code <= 0x202e
        || code >= 0x2066 && code <= 0x2069
        || code == 0x2028
        || code == 0x2029
        || code == 0xfffe
        || code == 0xffff
        || code == 0xfeff;
  }

  /// The longest beginning of the text that fits with an ellipsis; the whole text where it fits;
  /// empty where not even one letter does. Never cuts a surrogate pair or a letter from its marks.
  static String fit(String text, double room, ToDoubleFunction<String> width) {
    if (width.applyAsDouble(text) <= room) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width.applyAsDouble(cut(text, middle)) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int end = whole(text, low);
    return end == 0 ? "" : cut(text, end);
  }

  private static String cut(String text, int end) {
    return text.substring(0, whole(text, end)).stripTrailing() + ELLIPSIS;
  }

  private static int whole(String text, int end) {
    int at = end;
    while (at > 0 && at < text.length() && continues(text, at)) {
      at--;
    }
    return at;
  }

  private static boolean continues(String text, int at) {
    char c = text.charAt(at);
    int type = Character.getType(c);
    return Character.isLowSurrogate(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == 0x200d
        || text.charAt(at - 1) == 0x200d;
  }
}
