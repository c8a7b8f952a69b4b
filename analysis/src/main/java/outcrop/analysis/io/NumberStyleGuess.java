package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A style of numbers that the cells of some columns show.
///
/// @param style other than the plain one
/// @param warning one sentence with an example
record NumberStyleGuess(NumberStyle style, String warning) {
  private static final List<NumberStyle> STYLES =
      List.of(
          new NumberStyle('.', ','),
          new NumberStyle(',', NumberStyle.NONE),
          new NumberStyle(',', '.'),
          new NumberStyle('.', ' '),
          new NumberStyle(',', ' '),
          new NumberStyle('.', '\''),
          new NumberStyle(',', '\''));

  /// What a style makes of all columns.
  ///
  /// @param gained columns that are numbers only in this style
  /// @param lost columns that are plain numbers with fractions and none in this style
  /// @param example the first cell that only this style reads
  private record Tally(NumberStyle style, int gained, int lost, @Nullable String example) {}

  static @Nullable NumberStyleGuess of(List<List<String>> rows, boolean preferComma) {
    List<Tally> tallies = new ArrayList<>();
    for (NumberStyle style : STYLES) {
      tallies.add(tally(rows, style));
    }
    Tally best = null;
    for (Tally tally : tallies) {
      boolean fits = tally.gained() > tally.lost() && tally.lost() == 0;
      if (fits && (best == null || tally.gained() > best.gained())) {
        best = tally;
      }
    }
    if (best == null) {
      return null;
    }
    Tally comma = tallies.get(1);
    boolean either =
        best.style().equals(STYLES.getFirst())
            && comma.gained() == best.gained()
            && comma.lost() == 0;
    Tally chosen = either && preferComma ? comma : best;
    return new NumberStyleGuess(chosen.style(), sentence(chosen, either));
  }

  private static String sentence(Tally tally, boolean either) {
    String shown = tally.example();
    char[] chars = shown == null ? new char[0] : shown.strip().toCharArray();
    char[] plain = new char[chars.length];
    int length = tally.style().plain(chars, 0, chars.length, plain);
    return "Numbers such as \""
        + shown
        + "\" are read as "
        + new String(plain, 0, Math.max(0, length))
        + (either ? ", but the comma could have the other meaning" : "")
        + "; the options decimal and thousands change that.";
  }

  private static Tally tally(List<List<String>> rows, NumberStyle style) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int gained = 0;
    int lost = 0;
    String example = null;
    NumberText plain = new NumberText();
    NumberText styled = new NumberText(style);
    for (int column = 0; column < columns; column++) {
      int values = 0;
      int plainly = 0;
      int inStyle = 0;
      String only = null;
      for (List<String> row : rows) {
        String cell = column < row.size() ? row.get(column) : "";
        char[] chars = cell.toCharArray();
        NumberText.Kind kind = plain.read(chars, 0, chars.length);
        if (kind == NumberText.Kind.MARKER) {
          continue;
        }
        values++;
        boolean isPlain = isNumber(kind);
        boolean isStyled = isNumber(styled.read(chars, 0, chars.length));
        plainly += isPlain ? 1 : 0;
        inStyle += isStyled ? 1 : 0;
        only = only == null && isStyled && !isPlain ? cell : only;
      }
      if (only != null && inStyle == values && plainly < values) {
        gained++;
        example = example == null ? only : example;
      } else if (plainly == values && inStyle < values) {
        lost++;
      }
    }
    return new Tally(style, gained, lost, example);
  }

  private static boolean isNumber(NumberText.Kind kind) {
    return kind == NumberText.Kind.INTEGER || kind == NumberText.Kind.DECIMAL;
  }
}
