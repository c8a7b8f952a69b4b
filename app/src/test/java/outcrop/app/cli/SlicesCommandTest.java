package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SlicesCommandTest {
  @TempDir Path folder;
  private Path answers;

  /// 400 rows: short answers in German are wrong, others hardly ever.
  @BeforeEach
  void writeTable() throws IOException {
    StringBuilder csv = new StringBuilder("id,language,length,correct,loss\n");
    for (int i = 0; i < 400; i++) {
      String language = i % 4 == 0 ? "de" : i % 4 == 1 ? "fr" : "en";
      String length = i % 3 == 0 ? "short" : "long";
      boolean wrong = i % 12 == 0 || i % 50 == 0;
      csv.append("r%d,%s,%s,%s,%s\n".formatted(i, language, length, !wrong, wrong ? 2.5 : 0.1));
    }
    answers = InlineTables.write(folder, "answers.csv", csv.toString());
  }

  private JsonNode json(Object... arguments) {
    return run(arguments).done().json();
  }

  private CommandLineRun run(Object... arguments) {
    return CommandLineRun.in(
        folder, Stream.concat(Stream.of("slices", answers), Arrays.stream(arguments)).toArray());
  }

  @Test
  void thePlantedSliceComesFirstAndItsQueryFindsItsRows() {
    JsonNode best = json("-m", "correct", "-f", "language,length", "--json").path("slices").path(0);

    assertEquals(2, best.path("predicates").size(), best.toString());
    assertEquals(34, best.path("size").asInt());
    assertEquals(1, best.path("metric").asDouble());
    JsonNode found =
        CommandLineRun.in(
                folder, "search", answers, best.path("query").asString(), "--json", "--limit", 0)
            .done()
            .json();
    assertEquals(34, found.path("total").asInt(), best.path("query").asString());
  }

  @Test
  void aLossFindsTheSameSliceAsTheVerdict() {
    JsonNode best = json("-m", "loss", "-f", "language,length", "--json").path("slices").path(0);

    assertEquals(34, best.path("size").asInt());
    assertEquals(2.5, best.path("metric").asDouble(), 1e-9);
  }

  @Test
  void theGroupsOfAFieldComeWorstFirst() {
    JsonNode document = json("-m", "correct", "--by", "language", "--json");

    assertEquals("de", document.path("groups").path(0).path("values").path(0).asString());
    assertTrue(document.path("gap").asDouble() > 0.1, document.toString());
  }

  @Test
  void aFieldThatIsNoErrorIsRefusedInOneSentence() {
    String sentence = run("-m", "language").failure(ExitCode.FAILED);

    assertTrue(sentence.contains("“language”"), sentence);
  }
}
