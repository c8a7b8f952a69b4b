package outcrop.analysis.discovery;

import java.util.List;
import java.util.Set;

/// Words of English and German that say nothing about what a text speaks of: those that text spaces
/// pass over, German ones, and forms with an apostrophe, which words are split at elsewhere.
final class StopWords {
  private static final Set<String> WORDS =
      Set.copyOf(
          List.of(
              """
              a aren't can't couldn't didn't doesn't don't either else even ever get gets got
              hadn't hasn't haven't i i'd i'll i'm i've isn't it's let let's much neither one
              per shouldn't since still that's there's they're though unassigned via wasn't
              we're weren't what's whether within without won't wouldn't yet you'd you'll
              you're you've don’t it’s i’m can’t i’ve doesn’t didn’t isn’t aber alle allem
              allen aller alles als ander andere anderem anderen anderer anderes auch auf aus
              bei bin bis bist da damit dann das dass dein deine dem den denn der des dessen
              dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine
              einem einen einer eines er es euch euer eure für gegen hab habe haben hat hatte
              hätte hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im indem ins
              ist ja jede jedem jeden jeder jedes kann kein keine keinem keinen keiner können
              man manche mehr mein meine meinem meinen meiner mich mir mit muss nach nicht
              nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie
              sind solche soll sondern sonst über um und uns unser unsere unter viel vom von
              vor war waren weil welche wenn werde werden wie wieder wir wird wo wurde wurden
              zu zum zur zwar zwischen
              """
                  .strip()
                  .split("\\s+")));

  private StopWords() {}

  /// Whether a word names nothing: it is a function word, a number or a single letter.
  static boolean has(String word) {
    return word.codePointCount(0, word.length()) < 2
            && !Character.isIdeographic(word.codePointAt(0))
        || outcrop.analysis.model.StopWords.isEnglish(word)
        || WORDS.contains(word)
        || word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',');
  }
}
