package outcrop.analysis.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a query made digestible for the parser, with the way back to the user's own
/// characters.
///
/// The parser's grammar refuses things that people write without a second thought; they get the
/// backslash that the grammar wants: `x:-5`, `x:>=5`, `when:2024-05-01T12:30`, `and/or`,
/// `someone@example.org`.
final class QueryText {
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?");

  private final String text;
  private final StringBuilder prepared = new StringBuilder();
  private final int[] origin;
  private int at;

  private QueryText(String text) {
    this.text = text;
    this.origin = new int[2 * text.length() + 1];
  }

  static QueryText of(String text) {
    QueryText result = new QueryText(text);
    while (result.at < text.length()) {
      result.step();
    }
    result.origin[result.prepared.length()] = text.length();
    return result;
  }

  /// What the parser reads.
  String prepared() {
    return prepared.toString();
  }

  /// The user's character that became the parser's.
  int position(int preparedIndex) {
    return origin[Math.clamp(preparedIndex, 0, prepared.length())];
  }

  private void step() {
    char c = text.charAt(at);
    switch (c) {
      case '\\' -> copy(Math.min(2, text.length() - at));
      case '"' -> copyQuoted('"');
      case '[', '{' -> copyRange();
      case '/' -> {
        if (atTermStart()) {
          copyQuoted('/');
        } else {
          escape();
        }
      }
      case '@' -> {
        if (at > 0 && text.charAt(at - 1) == ')') {
          copy(1);
        } else {
          escape();
        }
      }
      case ':' -> {
        if (at + 1 < text.length() && "<>".indexOf(text.charAt(at + 1)) >= 0) {
          at++;
        } else {
          copy(1);
        }
      }
      case '-', '+' -> {
        if (afterOperator() && at + 1 < text.length() && startsNumber(text.charAt(at + 1))) {
          escape();
        } else {
          copy(1);
        }
      }
      default -> {
        if (c >= '0' && c <= '9' && afterOperator()) {
          copyMoment();
        } else {
          copy(1);
        }
      }
    }
  }

  private static boolean startsNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'I';
  }

  private boolean atTermStart() {
    return at == 0
        || Character.isWhitespace(text.charAt(at - 1))
        || "(:=+-!".indexOf(text.charAt(at - 1)) >= 0;
  }

  private boolean afterOperator() {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before >= 0
        && ":=<>".indexOf(text.charAt(before)) >= 0
        && (before == 0 || text.charAt(before - 1) != '\\');
  }

  private void copyMoment() {
    Matcher moment = MOMENT.matcher(text).region(at, text.length());
    if (!moment.lookingAt()) {
      copy(1);
      return;
    }
    while (at < moment.end()) {
      if (text.charAt(at) == ':') {
        escape();
      } else {
        copy(1);
      }
    }
  }

  private void copyQuoted(char end) {
    copy(1);
    while (at < text.length() && text.charAt(at) != end) {
      copy(text.charAt(at) == '\\' ? Math.min(2, text.length() - at) : 1);
    }
    copy(Math.min(1, text.length() - at));
  }

  private void copyRange() {
    copy(1);
    while (at < text.length() && "]}".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        copyQuoted('"');
      } else {
        copy(text.charAt(at) == '\\' ? Math.min(2, text.length() - at) : 1);
      }
    }
    copy(Math.min(1, text.length() - at));
  }

  private void escape() {
    origin[prepared.length()] = at;
    prepared.append('\\');
    copy(1);
  }

  private void copy(int count) {
    for (int i = 0; i < count; i++, at++) {
      origin[prepared.length()] = at;
      prepared.append(text.charAt(at));
    }
  }
}
