package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "plain, plain", "'a\nb', a\\nb", "'tab\there', tab\\there", "'\u202eturned', \\u202eturned",
    "'\ud83d', \\ud83d", "😀 ok, 😀 ok", "日本, 日本", "'\u0000', \\u0000"
  })
  void hiddenCharactersAreWrittenOut(String text, String shown) {
    assertEquals(shown, Names.visible(text), "A name on a chart shows what is in it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a longer name",
        "😀👩‍👩‍👧😀😀",
        "مرحبا بالعالم",
        "é́́é́é́",
        "शांति और प्रेम"
      })
  void aFittedTextIsNeverWiderThanItsRoom(String text) {
    for (double room = 0; room < 150; room += 3) {
      String fitted = Names.fit(text, room, part -> Fonts.width(part, 12, false));
      double width = Fonts.width(fitted, 12, false);
      assertTrue(width <= room || fitted.isEmpty(), fitted + " is wider than " + room);
      assertTrue(
          fitted.isEmpty() || !Character.isHighSurrogate(fitted.charAt(fitted.length() - 1)),
          "Half a character at the end of " + fitted);
    }
  }

  @Test
  void widthDoesNotDependOnTheSystemsFonts() {
    assertEquals(12, Fonts.width("日", 12, false), "A letter that is not bundled counts its size.");
    assertEquals(
        Fonts.width("a", 12, false) + 12,
        Fonts.width("a日", 12, false),
        0.05,
        "Bundled letters beside it count as they are.");
  }
}
