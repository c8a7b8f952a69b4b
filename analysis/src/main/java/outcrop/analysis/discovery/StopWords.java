package outcrop.analysis.discovery;

import java.util.List;
import java.util.Set;

/// Words of English and German that say nothing about what a text speaks of.
final class StopWords {
  private static final Set<String> WORDS =
      Set.copyOf(
          List.of(
              """
              a about above after again against all also am an and any are aren't as at be because been
              before being below between both but by can can't cannot could couldn't did didn't do does
              doesn't doing don't down during each either else even ever few for from further get gets got
              had hadn't has hasn't have haven't having he her here hers herself him himself his how i i'd
              i'll i'm i've if in into is isn't it it's its itself just let let's me more most much must my
              myself neither no nor not of off on once one only or other our ours ourselves out over own per
              same she should shouldn't since so some still such than that that's the their theirs them
              themselves then there there's these they they're this those though through to too unassigned under until
              up upon us very via was wasn't we we're were weren't what what's when where whether which
              while who whom whose why will with within without won't would wouldn't yet you you'd you'll
              you're you've your yours yourself yourselves don’t it’s i’m can’t i’ve doesn’t didn’t isn’t
              aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes
              auch auf aus bei bin bis bist da damit dann das dass dein deine dem den denn der des dessen
              dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen
              einer eines er es euch euer eure für gegen hab habe haben hat hatte hätte hier hin hinter ich
              ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes
              kann kein keine keinem keinen keiner können man manche mehr mein meine meinem meinen meiner
              mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen
              seiner sich sie sind so solche soll sondern sonst über um und uns unser unsere unter viel vom
              von vor war waren was weil welche wenn werde werden wie wieder will wir wird wo wurde wurden
              zu zum zur zwar zwischen
              """
                  .strip()
                  .split("\\s+")));

  private StopWords() {}

  /// Whether a word names nothing: it is a function word, a number or a single letter.
  static boolean has(String word) {
    return word.codePointCount(0, word.length()) < 2
            && !Character.isIdeographic(word.codePointAt(0))
        || WORDS.contains(word)
        || word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == ',');
  }
}
