package outcrop.analysis.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.NumberColumn;

/// Reads a list from characters, element by element: JSON as it is (`["a",1.5,null]`), and the form
/// that Python prints (`['a', 'b']`, `None`, `nan`). Lists inside lists and objects are no
/// elements, nor are numbers that a double would change. Decimals come in their shortest form. Used
/// by one thread at a time.
final class ListText {
  /// What the elements of a list are.
  enum Elements {
    /// There is none, or all are `null`.
    EMPTY,
    WHOLE_NUMBERS,
    NUMBERS,
    TEXTS
  }

  private static final int MOST = 1 << 20;

  private final NumberText number = new NumberText();
  private char[] scratch = new char[256];
  private int length;
  private boolean isNull;
  private boolean isText;
  private boolean isWhole;
  private boolean first;
  private boolean hasSpecial;
  private boolean broken;
  private int at;
  private int elements;

  /// Takes the elements in order.
  interface Sink {
    /// @param text whether the element is a text, not a number
    void element(char[] chars, int start, int length, boolean text);

    void missing();
  }

  /// What the elements of the list are, null where the characters are no list or its elements are
  /// of several kinds.
  @Nullable Elements kind(char[] chars, int start, int size) {
    if (!begins(chars, start, size)) {
      return null;
    }
    int end = start + size;
    boolean texts = false;
    boolean numbers = false;
    boolean whole = true;
    int count = 0;
    while (next(chars, end)) {
      count++;
      texts |= !isNull && isText;
      numbers |= !isNull && !isText;
      whole &= isNull || isWhole;
      if (texts && numbers || count > MOST) {
        return null;
      }
    }
    elements = count;
    if (!ended(chars, end)) {
      return null;
    }
    return texts
        ? Elements.TEXTS
        : numbers ? whole ? Elements.WHOLE_NUMBERS : Elements.NUMBERS : Elements.EMPTY;
  }

  /// Whether an element of the last list was NaN or infinite, which only a vector can hold.
  boolean hasSpecial() {
    return hasSpecial;
  }

  /// How many elements the last list had.
  int elements() {
    return elements;
  }

  /// Hands over the elements of a list that [#kind] knows.
  void read(char[] chars, int start, int size, Sink sink) {
    begins(chars, start, size);
    int end = start + size;
    while (next(chars, end)) {
      if (isNull) {
        sink.missing();
      } else {
        sink.element(scratch, 0, length, isText);
      }
    }
  }

  /// Reads a list of numbers.
  ///
  /// @return how many numbers it has; −1 where the characters are no list of numbers or it has more
  ///   than the target holds
  int readFloats(char[] chars, int start, int size, float[] target) {
    if (!begins(chars, start, size)) {
      return -1;
    }
    int end = start + size;
    int count = 0;
    while (next(chars, end)) {
      if (isNull || count == target.length) {
        return -1;
      }
      NumberText.Kind kind = number.read(scratch, 0, length);
      // JSON has no NaN and no infinities: there they stand as texts.
      if (isText && kind != NumberText.Kind.SPECIAL) {
        return -1;
      }
      target[count++] = (float) number.asDouble();
    }
    return ended(chars, end) ? count : -1;
  }

  /// Whether the characters start like a list; stands behind its bracket then.
  private boolean begins(char[] chars, int start, int size) {
    at = start;
    int end = start + size;
    skipBlanks(chars, end);
    if (at == end || chars[at] != '[') {
      return false;
    }
    at++;
    first = true;
    broken = false;
    hasSpecial = false;
    return true;
  }

  /// Whether nothing but blanks follows the closing bracket at which reading ended.
  private boolean ended(char[] chars, int end) {
    if (broken || at >= end || chars[at] != ']') {
      return false;
    }
    at++;
    skipBlanks(chars, end);
    return at == end;
  }

  private boolean next(char[] chars, int end) {
    skipBlanks(chars, end);
    if (at < end && chars[at] == ']') {
      return false;
    }
    if (!first) {
      if (at == end || chars[at] != ',') {
        return fail();
      }
      at++;
      skipBlanks(chars, end);
    }
    first = false;
    if (at == end) {
      return fail();
    }
    length = 0;
    isNull = false;
    isWhole = false;
    char c = chars[at];
    isText = c == '"' || c == '\'';
    return isText ? quoted(chars, end, c) : plain(chars, end);
  }

  private boolean fail() {
    broken = true;
    return false;
  }

  private boolean quoted(char[] chars, int end, char quote) {
    at++;
    while (at < end && chars[at] != quote) {
      char c = chars[at++];
      if (c != '\\') {
        put(c);
      } else if (at == end || !escaped(chars, end)) {
        return fail();
      }
    }
    if (at == end) {
      return fail();
    }
    at++;
    return true;
  }

  private boolean escaped(char[] chars, int end) {
    char c = chars[at++];
    switch (c) {
      case 'n' -> put('\n');
      case 't' -> put('\t');
      case 'r' -> put('\r');
      case 'b' -> put('\b');
      case 'f' -> put('\f');
      case '"', '\'', '\\', '/' -> put(c);
      case 'u' -> {
        if (at + 4 > end) {
          return false;
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(chars[at++], 16);
          if (digit < 0) {
            return false;
          }
          code = code << 4 | digit;
        }
        put((char) code);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(char[] chars, int end) {
    while (at < end && chars[at] != ',' && chars[at] != ']' && chars[at] > ' ') {
      put(chars[at++]);
    }
    if (is("null") || is("None")) {
      isNull = true;
      return true;
    }
    return switch (number.read(scratch, 0, length)) {
      case INTEGER -> {
        isWhole = true;
        yield true;
      }
      case DECIMAL -> {
        print(NumberColumn.textOf(number.asDouble()));
        yield true;
      }
      case SPECIAL -> {
        hasSpecial = true;
        yield true;
      }
      case INEXACT, MARKER, NONE -> fail();
    };
  }

  private void print(String text) {
    length = 0;
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private boolean is(String word) {
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (scratch[i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void put(char c) {
    if (length == scratch.length) {
      scratch = Arrays.copyOf(scratch, 2 * length);
    }
    scratch[length++] = c;
  }

  private void skipBlanks(char[] chars, int end) {
    while (at < end && chars[at] <= ' ') {
      at++;
    }
  }
}
