package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;

/// The first rows of a text as one dialect splits them, without empty lines, comments and the last
/// row, which may be cut off.
///
/// @param rows cells as text
/// @param starts how many lines stand before each row
/// @param lines line ends that were passed
/// @param broken whether the rules of quoting break; rows end there
record HeadRows(List<List<String>> rows, List<Integer> starts, int lines, boolean broken) {
  private static final int CHARS = 200_000;
  private static final int MOST_PREAMBLE = 50;

  static HeadRows of(String head, DelimitedDialect dialect, int limit) {
    return of(head, dialect, 0, limit);
  }

  /// @param skip lines before the first row
  static HeadRows of(String head, DelimitedDialect dialect, int skip, int limit) {
    boolean cut = head.length() > CHARS;
    char[] chars = (cut ? head.substring(0, CHARS) : head).toCharArray();
    DelimitedParser parser = new DelimitedParser(dialect);
    List<List<String>> rows = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    int line = 0;
    for (int i = 0; i < skip && at < chars.length; i++) {
      parser.passLine(chars, at, chars.length, true);
      at = parser.end();
      line += parser.lines();
    }
    boolean broken = false;
    while (at < chars.length && rows.size() < limit && !broken) {
      switch (parser.parse(chars, at, chars.length, true)) {
        case ROW -> {
          rows.add(parser.row());
          starts.add(line);
        }
        case UNCLOSED -> {
          // The end of the head may be inside quotes, the end of the file may not.
          broken = !cut;
          at = chars.length;
          continue;
        }
        case TRAILING -> {
          broken = true;
          continue;
        }
        case EMPTY, COMMENT, INCOMPLETE -> {}
      }
      at = parser.end();
      line += parser.lines();
    }
    if (cut && at >= chars.length && rows.size() > 1) {
      rows.removeLast();
      starts.removeLast();
    }
    return new HeadRows(rows, starts, line, broken);
  }

  /// How many of the first rows are no rows but a title or other words before the header: they have
  /// fewer fields than the rows.
  ///
  /// @param width usual number of fields
  int preamble(int width) {
    int first = 0;
    while (first < rows.size() && rows.get(first).size() < width) {
      first++;
    }
    boolean enough = first > 0 && first <= MOST_PREAMBLE && rows.size() - first >= 2;
    if (!enough || width < 2) {
      return 0;
    }
    List<List<String>> rest = rows.subList(first, rows.size());
    boolean headed = HeaderVotes.of(rest, NumberStyle.PLAIN).sum() > 0;
    if (width == 2) {
      // Two fields may be a comma in a text: here numbers must stand under a header.
      boolean numbers = rest.get(1).stream().anyMatch(HeadRows::isNumber);
      return headed && numbers ? first : 0;
    }
    if (headed) {
      return first;
    }
    // Without a header that shows itself, only lines of one field are no rows; the last narrow row
    // may name fewer fields than the rows have.
    int titles = 0;
    while (titles < first && rows.get(titles).size() == 1) {
      titles++;
    }
    boolean narrowHeader = titles == first - 1 && rows.get(titles).size() == width - 1;
    return titles == first || narrowHeader ? titles : 0;
  }

  private static boolean isNumber(String text) {
    NumberText.Kind kind = new NumberText().read(text.toCharArray(), 0, text.length());
    return kind == NumberText.Kind.INTEGER || kind == NumberText.Kind.DECIMAL;
  }
}
