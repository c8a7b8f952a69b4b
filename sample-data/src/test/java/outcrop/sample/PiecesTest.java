package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "7, 0, 7",
    "-12, 0, -12",
    "5, 2, 0.05",
    "-5, 2, -0.05",
    "123, 2, 1.23",
    "100, 1, 10.0",
    "0, 3, 0.000",
    "999990, 1, 99999.0",
  })
  void wholeNumbersAreWrittenWithTheirDecimals(long value, int decimals, String expected)
      throws IOException {
    Path file = directory.resolve("numbers.csv");
    try (CsvWriter csv = new CsvWriter(file, "n")) {
      csv.number(value, decimals).endRow();
    }
    assertEquals("n\n" + expected + "\n", Files.readString(file), "see CsvWriter.number");
  }

  @Test
  void textsComeBackFromCsvAsTheyWere() throws IOException {
    List<String> texts =
        List.of("plain", "a,b", "say \"x\"", "two\nlines", "", "ไทย 😍 שלום", "x".repeat(70_000));
    Path file = directory.resolve("texts.csv");
    try (CsvWriter csv = new CsvWriter(file, "a", "b")) {
      for (String text : texts) {
        csv.text(text).missing().endRow();
      }
    }
    assertEquals(texts, CsvTable.read(file).values("a"), "quoting must follow RFC 4180");
  }

  @Test
  void aTruthComesBackFromJsonAsItWas() throws IOException {
    Path file = directory.resolve("truth.json");
    String awkward = "quote \" backslash \\ line\nbreak \u0001 😍";
    TruthWriter.write(
        file, Map.of("a", Map.of("text", awkward, "list", List.of(1, 2.5, 3L)), "b", List.of()));
    Truth truth = Truth.read(file);
    assertEquals(awkward, truth.at("a", "text").text(), "escape as RFC 8259 asks");
    List<Double> numbers = truth.at("a", "list").items().stream().map(Truth::number).toList();
    assertEquals(List.of(1.0, 2.5, 3.0), numbers, "numbers keep their value");
    assertTrue(truth.at("b").items().isEmpty(), "an empty list stays one");
  }

  @Test
  void randomNumbersDependOnSeedPurposeAndIndex() {
    assertEquals(
        Dice.of(3, "x", 5).bits(),
        Dice.of(3, "x", 5).bits(),
        "equal seed, purpose and index give equal numbers");
    long[] firsts = {
      Dice.of(3, "x", 5).bits(),
      Dice.of(4, "x", 5).bits(),
      Dice.of(3, "y", 5).bits(),
      Dice.of(3, "x", 6).bits(),
    };
    assertEquals(4, Arrays.stream(firsts).distinct().count(), "each argument must matter");
  }

  @Test
  void gaussianAndBellHaveMeanZeroAndDeviationOne() {
    Dice dice = Dice.of(1, "moments", 0);
    int n = 200_000;
    double[] sums = new double[4];
    for (int i = 0; i < n; i++) {
      double gaussian = dice.gaussian();
      double bell = dice.bell();
      sums[0] += gaussian;
      sums[1] += gaussian * gaussian;
      sums[2] += bell;
      sums[3] += bell * bell;
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(i % 2, sums[i] / n, 0.015, "moment " + i + " of the two bells");
    }
  }

  @Test
  void aPermutationHoldsEveryNumberOnceAndDealingSpendsAll() {
    int[] order = Dice.of(1, "order", 0).permutation(1000);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      assertEquals(i, sorted[i], "a permutation misses a number");
    }
    assertTrue(!Arrays.equals(order, sorted), "a permutation must change the order");
    int[] dealt = PowerLaw.deal(10, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertEquals(List.of(4, 3, 3), Arrays.stream(dealt).boxed().toList(), "largest remainder");
  }
}
