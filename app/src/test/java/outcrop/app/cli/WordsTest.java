package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.NearestNames;
import outcrop.analysis.task.TaskProgress;

class WordsTest {
  @Test
  void numbersHaveThousandsSeparatorsAndSixDigits() {
    assertEquals("1,690,784", Words.count(1_690_784), "separate thousands");
    assertEquals("1 row", Words.count(1, "row"), "one row is singular");
    assertEquals("0 rows", Words.count(0, "row"), "no rows are plural");
    assertEquals("0.333333", Words.number(1 / 3.0), "give six digits");
    assertEquals("12,345.7", Words.number(12345.678), "round to six digits");
    assertEquals("1990", Words.number(1990), "a year has no separator");
    assertEquals("42", Words.number(42.0), "print whole numbers without a fraction");
    assertEquals("1.00000e-09", Words.number(1e-9), "print tiny numbers with an exponent");
    assertEquals("NaN", Words.number(Double.NaN), "NaN is a value and has a name");
    assertEquals("33.3 %", Words.share(1, 3), "shares have one digit");
  }

  @Test
  void barsGrowWithTheirValueAndShowWhateverIsNotZero() {
    assertEquals("██████████", Bar.of(10, 10, 10, true), "the largest fills the width");
    assertEquals("█████", Bar.of(5, 10, 10, true), "half is half");
    assertEquals("▏", Bar.of(1, 1_000_000, 10, true), "the smallest still shows");
    assertEquals("", Bar.of(0, 10, 10, true), "nothing is nothing");
    assertEquals("#####", Bar.of(5, 10, 10, false), "without blocks use #");
    assertTrue(!Bar.isFine(StandardCharsets.US_ASCII), "ASCII cannot carry blocks");
  }

  @Test
  void progressSaysStagePercentRateAndTimeLeft() {
    TaskProgress progress =
        new TaskProgress(
            "Importing",
            "Reading a.csv",
            1_000_000,
            4_000_000,
            Duration.ofSeconds(3),
            Duration.ofSeconds(2));
    assertEquals(
        "Importing: Reading a.csv  25 %  500.0 k/s  0:06 left",
        ProgressLine.text(progress, 100),
        "say what is done, how far it is, how fast, and how long it takes");
    assertEquals(
        "Importi  25 %  500.0 k/s  0:06 left",
        ProgressLine.text(progress, 35), "cut the words, not the figures, on a narrow terminal");
  }

  @Test
  void aMistypedNameFindsTheOnesThatMayBeMeant() {
    List<String> names = List.of("rating", "category", "text", "rated_at");
    assertEquals(List.of("rating"), NearestNames.of("ratnig", names), "find a swap of letters");
    assertEquals(List.of("category"), NearestNames.of("CATEGORY", names), "letter case aside");
    assertEquals(List.of(), NearestNames.of("zzzzzz", names), "suggest nothing that is far away");
  }
}
