package outcrop.analysis.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What each column says on whether the first row names the fields.
///
/// @param sum columns where the first cell differs in kind from those below it, less columns where
///   it is a number or a time as they are
/// @param repeated whether a first cell stands again in a column that is short or whose values
///   repeat
record HeaderVotes(int sum, boolean repeated) {
  private static final double NEARLY_ALL = 0.9;
  private static final int FEW = 10;
  private static final Pattern CLOCK = Pattern.compile("\\d\\d?:\\d\\d(:\\d\\d)?");
  private static final int SHORTEST_TIME = 6;
  private static final int LONGEST_TIME = 40;

  static HeaderVotes of(List<List<String>> rows, NumberStyle style) {
    List<String> first = rows.getFirst();
    int sum = 0;
    boolean repeated = false;
    NumberText number = new NumberText(style);
    for (int column = 0; column < first.size(); column++) {
      String name = first.get(column);
      Column below = Column.of(rows, column, number);
      boolean clock = below.values() == 0 && CLOCK.matcher(name).matches();
      if (clock || isTyped(name, number, below.time())) {
        sum -= below.isTyped() || below.values() == 0 ? 1 : 0;
      } else if (below.isTyped() && !name.isEmpty()) {
        sum++;
      } else {
        boolean few = below.values() < FEW;
        repeated |=
            below.distinct().contains(name) && (few || below.distinct().size() < below.values());
      }
    }
    return new HeaderVotes(sum, repeated);
  }

  /// A column without its first cell.
  ///
  /// @param time how its times are written
  private record Column(int values, int typed, Set<String> distinct, TimeText time) {
    static Column of(List<List<String>> rows, int column, NumberText number) {
      Set<String> distinct = new HashSet<>();
      TimeText time = new TimeText(form(rows, column));
      int typed = 0;
      int values = 0;
      for (List<String> row : rows.subList(1, rows.size())) {
        String value = column < row.size() ? row.get(column) : "";
        if (!value.isEmpty()) {
          values++;
          typed += HeaderVotes.isTyped(value, number, time) ? 1 : 0;
          distinct.add(value);
        }
      }
      return new Column(values, typed, distinct, time);
    }

    boolean isTyped() {
      return values > 0 && typed >= NEARLY_ALL * values;
    }

    /// The pattern of the last cell that is there, null for ISO 8601 and for what is no time.
    private static @Nullable String form(List<List<String>> rows, int column) {
      for (List<String> row : rows.reversed()) {
        String value = column < row.size() ? row.get(column).strip() : "";
        if (!value.isEmpty()) {
          return form(value);
        }
      }
      return null;
    }

    private static @Nullable String form(String value) {
      char[] chars = value.toCharArray();
      boolean may =
          chars.length >= SHORTEST_TIME
              && chars.length <= LONGEST_TIME
              && TimeText.mayStart(chars, 0, chars.length);
      if (!may || new TimeText(null).read(chars, 0, chars.length)) {
        return null;
      }
      return TimeText.PATTERNS.stream()
          .filter(pattern -> new TimeText(pattern).read(chars, 0, chars.length))
          .findFirst()
          .orElse(null);
    }
  }

  private static boolean isTyped(String text, NumberText number, TimeText time) {
    char[] chars = text.toCharArray();
    return switch (number.read(chars, 0, chars.length)) {
      case INTEGER, DECIMAL, INEXACT -> true;
      case SPECIAL, MARKER, NONE -> time.read(chars, 0, chars.length);
    };
  }
}
