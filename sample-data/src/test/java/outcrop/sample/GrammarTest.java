package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrammarTest {
  private static final Map<String, String> FACTS =
      Map.of("item", "kettle", "product", "Norvane Aria Kettle", "brand", "Norvane");

  private final PhraseBook book = new PhraseBook("reviews-english.txt", "reviews-other.txt");

  @ParameterizedTest
  @EnumSource(ReviewCategory.class)
  void everyAspectOfACategoryCanBePraisedAndBlamed(ReviewCategory category) {
    for (String mood : List.of(" +", " -")) {
      for (String aspect : category.aspects) {
        String section = category.key + "." + aspect + mood;
        assertTrue(
            book.phrases(section).size() >= 4, "add phrases to [" + section + "] for variety");
      }
      for (String aspect : category.commonAspects()) {
        assertTrue(book.phrases(aspect + mood).size() >= 4, "add phrases to [" + aspect + mood);
      }
    }
  }

  @Test
  void theSharesOfTheCategoriesSumToOne() {
    double sum = 0;
    for (ReviewCategory category : ReviewCategory.values()) {
      sum += category.share;
    }
    assertEquals(1, sum, 1e-9, "adjust the shares in ReviewCategory");
  }

  @Test
  void noPhraseLeavesAPlaceOpen() {
    for (String section : book.sections()) {
      for (String phrase : book.phrases(section)) {
        String filled = book.fill(phrase, FACTS, Dice.of(1, "test", 0));
        assertFalse(
            filled.matches("(?s).*[{}|()\\[\\]].*"),
            "a brace or bar of [" + section + "] does not match: " + phrase);
      }
    }
  }

  @Test
  void noPhraseStandsTwiceInItsSection() {
    for (String section : book.sections()) {
      Set<String> seen = new HashSet<>();
      for (String phrase : book.phrases(section)) {
        assertTrue(seen.add(phrase), "remove the second \"" + phrase + "\" from " + section);
      }
    }
  }

  @Test
  void everyEditChangesAnOrdinaryTextAndKeepsMostOfIt() {
    String text =
        "I bought this kettle last month and it is really very good, nothing to complain.";
    for (ReviewEdit edit : ReviewEdit.values()) {
      for (int i = 0; i < 50; i++) {
        String edited = edit.apply(text, Dice.of(i, "test", 0));
        int difference = Math.abs(edited.length() - text.length());
        assertTrue(difference < 20, edit + " changed too much: " + edited);
        if (edit != ReviewEdit.DROP_WORD && edit != ReviewEdit.SHOUT_A_WORD) {
          assertFalse(edited.equals(text), edit + " found nothing to change in: " + text);
        }
      }
    }
  }
}
