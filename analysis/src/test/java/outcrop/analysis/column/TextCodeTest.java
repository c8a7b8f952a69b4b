package outcrop.analysis.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

class TextCodeTest {
  private static final Field FIELD = new Field("text", FieldType.TEXT);

  private static TextColumn column(String... texts) {
    return TextColumn.of(FIELD, texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "  ",
        "a",
        "a ",
        " a",
        "a  b",
        "a\n",
        "\n",
        "\n ",
        " \n",
        "a\r\n b\t",
        "\t\t x \r",
        "naïve café",
        "東京 都",
        "😀 😀\u200D x",
        "one two one two one"
      })
  void everyTextComesBackToTheByte(String text) {
    TextColumn column = column("before", text, "after");
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, column.textAt(1), "the text");
    assertEquals(utf8.length, column.byteLength(1), "its bytes");
    assertEquals(text.codePointCount(0, text.length()), column.characters(1), "its characters");
    for (int from = 0; from <= utf8.length; from++) {
      for (int to = from; to <= utf8.length; to++) {
        assertArrayEquals(
            Arrays.copyOfRange(utf8, from, to),
            column.part(1, from, to - from),
            "bytes %d to %d of “%s”".formatted(from, to, text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomTextsComeBackAndStandInTheOrderOfTheirBytes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] texts = new String[300];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(random, random.nextInt(i % 50 == 0 ? 30_000 : 40));
    }
    TextColumn column = column(texts);
    for (int a = 0; a < texts.length; a++) {
      assertEquals(texts[a], column.textAt(a), "seed " + seed + ", row " + a);
      byte[] bytes = texts[a].getBytes(StandardCharsets.UTF_8);
      for (int b = 0; b < texts.length; b++) {
        assertEquals(
            Integer.signum(
                Arrays.compareUnsigned(bytes, texts[b].getBytes(StandardCharsets.UTF_8))),
            Integer.signum(column.compare(a, b)),
            "order of rows %d and %d, seed %d".formatted(a, b, seed));
      }
    }
  }

  /// Few different pieces, so that texts share many; some blanks and line ends; rarely a long
  /// piece.
  static String text(SplittableRandom random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      switch (random.nextInt(12)) {
        case 0 -> text.append(' ');
        case 1 -> text.append(random.nextBoolean() ? "\n" : "\t");
        case 2 -> text.append("it's 3.14,").append(random.nextInt(50));
        case 3 -> text.append("x".repeat(random.nextInt(80))).append(' ');
        case 4 -> text.append("Ünïcode ").appendCodePoint(0x1F600 + random.nextInt(3));
        default -> text.append((char) ('a' + random.nextInt(4))).append(' ');
      }
    }
    return text.toString();
  }

  @Test
  void piecesBeyondTheDictionaryAreWrittenOutAndEqualTextsStayEqual() {
    TextCode code = new TextCode(2);
    byte[] text = "one two three two one three        ".getBytes(StandardCharsets.UTF_8);
    int length = code.encode(text, text.length - 8);
    byte[] first = Arrays.copyOf(code.code(), length);
    length = code.encode(text, text.length - 8);
    byte[] again = Arrays.copyOf(code.code(), length);
    assertArrayEquals(first, again, "the code of a text must not depend on what came between");
    assertEquals(2, code.pieces().size(), "the dictionary keeps to its bound");
  }

  @Test
  void proseTakesAboutAThirdOfItsBytes() {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("word").append((int) Math.pow(1000, random.nextDouble())).append(' ');
    }
    TextColumn column = column(text.toString());
    assertTrue(
        column.codes().byteSize() * 3 < text.length(),
        () -> column.codes().byteSize() + " bytes for " + text.length());
  }
}
