package outcrop.analysis.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.conformance.Outcome.Verdict;

/// The statements of a database's test suite give what `docs/conformance.md` says.
@Tag("realdata")
final class ConformanceTest {
  private static final Path ROOT = Path.of(System.getProperty("outcrop.root", ""));

  @Test
  void noStatementDisagreesThatTheDocumentDoesNotName() throws IOException {
    Path data = ROOT.resolve("../shared/data");
    assumeTrue(
        Files.exists(data.resolve(Statement.LIST)),
        "Skipped: put the real datasets at " + data + " to run this test");
    String page = Files.readString(ConformancePage.page(ROOT));
    Set<Integer> known = ConformancePage.listed(page);
    Map<String, Double> rates = ConformancePage.rates(page);
    List<Outcome> outcomes = Conformance.all(data);
    List<Outcome> regressed =
        outcomes.stream()
            .filter(outcome -> outcome.verdict() == Verdict.DISAGREES)
            .filter(outcome -> !known.contains(outcome.statement().number()))
            .toList();
    assertEquals(
        List.of(), regressed, "These statements agreed before; repair the reader that changed.");
    ConformancePage.groups(outcomes)
        .forEach(
            (name, group) ->
                assertTrue(
                    ConformancePage.rate(group) >= rates.getOrDefault(name, 100.0),
                    () ->
                        name
                            + " passes at "
                            + ConformancePage.rate(group)
                            + " %, less than docs/conformance.md says; write the page again only"
                            + " when every difference is explained."));
  }
}
