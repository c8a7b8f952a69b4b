package outcrop.app.boot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TextLayoutRepairTest {
  private static final List<String> WORDS =
      List.of(
          "العربية نص طويل",
          "עברית טקסט",
          "हिन्दी पाठ",
          "ไทย ข้อความ",
          "mixed العربية abc",
          "🙂🚀👍🏽");

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "العربية نص طويل يلتف حول السطر ويستمر في السطر التالي بدون مشاكل كثيرة هنا",
        "עברית טקסט ארוך שנשבר לשורה הבאה ועוד קצת מילים בעברית כדי לגרום לשבירה",
        "ไทย ข้อความ ยาว ที่ ต้อง ตัด บรรทัด และ ต่อ ใน บรรทัด ถัดไป โดย ไม่มี ปัญหา",
        "हिन्दी पाठ जो अगली पंक्ति में जाता है और बिना किसी समस्या के आगे चलता रहता है",
        "emoji 🙂🚀👍🏽 emoji 🙂🚀👍🏽 emoji 🙂🚀👍🏽 emoji 🙂🚀👍🏽 emoji 🙂🚀👍🏽 emoji 🙂🚀",
        "mixed latin العربية עברית 日本語 and then more latin words to wrap around ok"
      })
  void wrapsTheTextAtEveryWidth(String sentence) throws Exception {
    List<Integer> failed =
        onFxThread(
            () -> {
              var widths = new ArrayList<Integer>();
              for (int width = 20; width <= 600; width += 10) {
                if (!wraps(sentence, width)) {
                  widths.add(width);
                }
              }
              return widths;
            });

    assertEquals(
        List.of(),
        failed,
        "Wrapping failed at these widths: check that the repaired PangoGlyphLayout is in"
            + " target/classes and precedes the JavaFX jars on the class path.");
  }

  /// Without the repair this test ends with the death of the virtual machine.
  @Test
  void survivesTwoThreadsThatLayOutComplexText() throws Exception {
    var background = CompletableFuture.supplyAsync(() -> layOut(new Random(1), 20_000));
    int onFxThread = onFxThread(() -> layOut(new Random(2), 20_000));

    assertEquals(
        40_000,
        onFxThread + background.get(2, TimeUnit.MINUTES),
        "Some text was not laid out: see the exception above.");
  }

  @Test
  void replacesTheClassOfTheJavaFxJar() throws Exception {
    assumeTrue(
        TextLayoutRepair.TARGET.read().isPresent(), "This system's JavaFX has no such class");
    var loaded =
        Class.forName(
            "com.sun.javafx.font.freetype.PangoGlyphLayout",
            false,
            TextLayoutRepair.class.getClassLoader());

    var place = loaded.getProtectionDomain().getCodeSource().getLocation().toString();
    assertEquals(
        TextLayoutRepair.class.getProtectionDomain().getCodeSource().getLocation().toString(),
        place,
        "Put Outcrop's own classes first on the class path.");
  }

  @Test
  void refusesAClassThatHasBeenRepaired() throws IOException {
    var original = TextLayoutRepair.TARGET.read();
    assumeTrue(original.isPresent(), "This system's JavaFX has no such class");
    byte[] repaired = assertDoesNotThrow(() -> TextLayoutRepair.repaired(original.orElseThrow()));

    var refusal =
        assertThrows(IllegalStateException.class, () -> TextLayoutRepair.repaired(repaired));

    assertTrue(
        refusal.getMessage().contains("is not the one that the text layout repair"),
        "Say what is wrong with the class, not: " + refusal.getMessage());
  }

  private static boolean wraps(String sentence, int width) {
    var text = new Text(sentence);
    text.setWrappingWidth(width);
    try {
      return text.getLayoutBounds().getHeight() > 0;
    } catch (IndexOutOfBoundsException fault) {
      return false;
    }
  }

  private static int layOut(Random random, int texts) {
    for (int i = 0; i < texts; i++) {
      var text = new Text(anyOf(random) + random.nextInt(1_000_000) + anyOf(random));
      text.setWrappingWidth(60);
      text.getLayoutBounds();
    }
    return texts;
  }

  private static String anyOf(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    return WaitForAsyncUtils.asyncFx(work).get(2, TimeUnit.MINUTES);
  }
}
