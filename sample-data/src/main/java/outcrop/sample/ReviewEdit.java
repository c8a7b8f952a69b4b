package outcrop.sample;

import java.util.List;
import java.util.Locale;

/// The small edits that make a near-duplicate out of a review.
///
/// An edit that finds nothing to change returns the text as it is.
enum ReviewEdit {
  SYNONYM,
  SWAP_LETTERS,
  DROP_WORD,
  ADD_ENDING,
  SHOUT_A_WORD;

  private static final List<String> SYNONYMS =
      List.of(
          "really/truly",
          "very/extremely",
          "great/excellent",
          "quick/speedy",
          "bought/purchased",
          "arrived/turned up",
          "disappointed/let down",
          "happy/pleased",
          "every/each",
          "nothing/not a thing",
          "after/following",
          "much/a lot",
          "only/just",
          "with/using");
  private static final List<String> ENDINGS =
      List.of(" Thanks.", " Just my opinion.", " :)", " Hope this helps.", " That is all.");

  String apply(String text, Dice dice) {
    return switch (this) {
      case SYNONYM -> synonym(text, dice);
      case SWAP_LETTERS -> swapLetters(text, dice);
      case DROP_WORD -> dropWord(text, dice);
      case ADD_ENDING -> text + dice.pick(ENDINGS);
      case SHOUT_A_WORD -> shout(text, dice);
    };
  }

  private static String synonym(String text, Dice dice) {
    int first = dice.below(SYNONYMS.size());
    for (int i = 0; i < SYNONYMS.size(); i++) {
      String[] pair = SYNONYMS.get((first + i) % SYNONYMS.size()).split("/");
      int at = text.indexOf(" " + pair[0] + " ");
      if (at >= 0) {
        return text.substring(0, at + 1) + pair[1] + text.substring(at + 1 + pair[0].length());
      }
    }
    return text;
  }

  private static String swapLetters(String text, Dice dice) {
    int start = dice.below(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = (start + i) % text.length();
      if (at > 0 && at + 2 < text.length() && plain(text, at - 1, at + 3)) {
        if (text.charAt(at) != text.charAt(at + 1)) {
          return text.substring(0, at)
              + text.charAt(at + 1)
              + text.charAt(at)
              + text.substring(at + 2);
        }
      }
    }
    return text;
  }

  private static boolean plain(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static String dropWord(String text, Dice dice) {
    int from = text.indexOf(' ', dice.below(text.length()));
    int to = from < 0 ? -1 : text.indexOf(' ', from + 1);
    return to < 0 ? text : text.substring(0, from) + text.substring(to);
  }

  private static String shout(String text, Dice dice) {
    int from = text.indexOf(' ', dice.below(text.length()));
    int to = from < 0 ? -1 : text.indexOf(' ', from + 1);
    return to < 0
        ? text
        : text.substring(0, from)
            + text.substring(from, to).toUpperCase(Locale.ROOT)
            + text.substring(to);
  }
}
