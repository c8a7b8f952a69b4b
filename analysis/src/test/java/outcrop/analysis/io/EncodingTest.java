package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Encodings are found by marks, by validity, or by what is likely, and the guess is told.
final class EncodingTest {
  private static final String JAPANESE =
      "商品名,価格,説明\nりんご,120,青森県で作られた赤いりんごです。\nコーヒー,350,毎朝飲むのにちょうどよい味のコーヒー。\n";
  private static final String SIMPLIFIED = "名称,价格,说明\n苹果,12,这种苹果产自山东，味道很甜。\n咖啡,35,我们每天早上都喝的咖啡。\n";
  private static final String TRADITIONAL = "名稱,價格,說明\n蘋果,12,這種蘋果產自日本，味道很甜。\n咖啡,35,我們每天早上都喝的咖啡。\n";
  private static final String KOREAN =
      "이름,가격,설명\n사과,1200,경상북도에서 자란 맛있는 사과입니다.\n커피,3500,아침마다 마시는 커피입니다.\n";
  private static final String RUSSIAN =
      "Название,Цена,Описание\n"
          + "Яблоко,12,Сладкое яблоко из нашего сада.\n"
          + "Кофе,35,Мы пьём его каждое утро.\n";
  private static final String WESTERN =
      "nom,prix,note\n"
          + "Café,3,très bon café à emporter\n"
          + "Müsli,5,größer als früher\n"
          + "Piñata,9,año nuevo\n";

  @TempDir Path directory;

  private static String text(String language) {
    return switch (language) {
      case "ja" -> JAPANESE;
      case "zh" -> SIMPLIFIED;
      case "tw" -> TRADITIONAL;
      case "ko" -> KOREAN;
      case "ru" -> RUSSIAN;
      default -> WESTERN;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "ja, Shift_JIS",
    "ja, EUC-JP",
    "zh, GB18030",
    "tw, Big5",
    "ko, EUC-KR",
    "ru, windows-1251",
    "ru, KOI8-R",
    "fr, windows-1252",
    "ja, UTF-16LE",
    "zh, UTF-16BE",
    "fr, UTF-16LE"
  })
  void textsWithoutAMarkAreReadAsWhatIsLikely(String language, String charset) {
    byte[] bytes = text(language).getBytes(Charset.forName(charset));
    TextEncoding guess = TextEncoding.of(bytes);
    assertEquals(text(language), guess.decode(bytes), language + " in " + charset + ": " + guess);
    assertTrue(
        String.valueOf(guess.warning()).contains(guess.charset().name()), "the guess is told");
  }

  @ParameterizedTest
  @CsvSource({
    "리뷰, EUC-KR",
    "東京, Shift_JIS",
    "カメラ, EUC-JP",
    "北京大学, GB18030",
    "Ярослав, windows-1251",
    "Zoë, windows-1252",
    "naïve café, windows-1252",
    "Москва, KOI8-R"
  })
  void oneWordIsOftenEnough(String word, String charset) {
    byte[] bytes = ("name,n\n" + word + ",1\n").getBytes(Charset.forName(charset));
    TextEncoding guess = TextEncoding.of(bytes);
    assertTrue(guess.decode(bytes).contains(word), charset + " is no " + guess.charset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void marksDecide(String charset) throws IOException {
    byte[] bytes = ("\uFEFF" + JAPANESE).getBytes(Charset.forName(charset));
    try (ImportedTable table = ImportedTable.of(Files.write(directory.resolve("t.csv"), bytes))) {
      assertEquals(List.of("りんご", "コーヒー"), table.texts("商品名"), charset);
      assertEquals(List.of(), table.preview().warnings(), "a mark leaves no doubt");
    }
  }

  @Test
  void aFewBrokenBytesCostTheirRowsAndNotTheEncoding() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes(JAPANESE.getBytes(StandardCharsets.UTF_8));
    mixed.writeBytes("bad\u00FC,1,x\nお茶,2,x\n".getBytes(StandardCharsets.ISO_8859_1));
    mixed.writeBytes("お茶,2,x\n".getBytes(StandardCharsets.UTF_8));
    try (ImportedTable table =
        ImportedTable.of(Files.write(directory.resolve("t.csv"), mixed.toByteArray()))) {
      assertEquals("お茶", table.texts("商品名").getLast(), "the encoding stays UTF-8");
      assertEquals(1, table.report().quarantinedCount(), "the broken row is kept aside");
    }
  }

  @Test
  void strayBytesAreNoForeignLanguage() {
    byte[] bytes = "a,b\n1,in\u00FF\u00FFvalid\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("windows-1252", TextEncoding.of(bytes).charset().name(), "two bytes say little");
  }

  @Test
  void zerosBetweenLettersAreNoWideText() {
    byte[] bytes = "hello\0world\0again\0\0".getBytes(StandardCharsets.US_ASCII);
    assertEquals(StandardCharsets.UTF_8, TextEncoding.of(bytes).charset(), "not UTF-16");
  }

  @Test
  void controlCharactersAreNoWideText() {
    byte[] bytes = {1, 0, 2, 0, 3, 0, 4, 0};
    assertEquals(StandardCharsets.UTF_8, TextEncoding.of(bytes).charset(), "not UTF-16");
  }

  private static Path shared(String name) {
    Path path =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data", "openrefine/data")
            .resolve(name);
    assumeTrue(Files.exists(path), "Skipped: put the dataset at " + path);
    return path;
  }

  @Tag("realdata")
  @Test
  void oneExampleIsTheSameInFourEncodings() throws IOException {
    byte[] utf8 = Files.readAllBytes(shared("example-utf8.tsv"));
    String expected = TextEncoding.of(utf8).decode(utf8);
    assertEquals(244, expected.length(), "characters in the file");
    for (String name : List.of("latin1", "utf16le-bom", "utf16be-bom")) {
      byte[] bytes = Files.readAllBytes(shared("example-" + name + ".tsv"));
      assertEquals(expected, TextEncoding.of(bytes).decode(bytes), name);
    }
  }

  @Tag("realdata")
  @ParameterizedTest
  @CsvSource({"euc-jp.txt, EUC-JP", "euc-kr.txt, EUC-KR"})
  void publishedTextsAreReadRight(String name, String charset) throws IOException {
    byte[] bytes = Files.readAllBytes(shared(name));
    TextEncoding guess = TextEncoding.of(bytes);
    assertEquals(new String(bytes, charset), guess.decode(bytes), name + ": " + guess);
  }
}
