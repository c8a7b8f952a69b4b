package outcrop.analysis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outcrop.analysis.conformance.Outcome.Verdict;

/// Writes the results into `docs/conformance.md`, between two marks, and reads them there again.
///
/// To write them, in the folder of the sources, with the real datasets beside it:
///
/// ```
/// ./mvnw -q -pl analysis test-compile exec:exec -Dexec.skip=false -Dexec.classpathScope=test \
///   -Dexec.args="-cp %classpath outcrop.analysis.conformance.ConformancePage $PWD ../shared/data"
/// ```
final class ConformancePage {
  private static final String BEGIN = "<!-- statements: written by ConformancePage -->\n";
  private static final String END = "<!-- statements end -->\n";
  private static final Pattern LISTED = Pattern.compile("(?m)^- #(\\d+) ");
  private static final Pattern GROUP =
      Pattern.compile(
          "(?m)^\\| ([a-z]+, [a-z ]+) \\| \\d+ \\| \\d+ \\| \\d+ \\| \\d+ \\| ([\\d.]+) % \\|$");

  private ConformancePage() {}

  /// @param arguments the root of the project, the folder of real datasets
  public static void main(String[] arguments) throws IOException {
    Path page = page(Path.of(arguments[0]));
    List<Outcome> outcomes = Conformance.all(Path.of(arguments[1]));
    String text = Files.readString(page);
    Files.writeString(
        page,
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + results(outcomes)
            + text.substring(text.indexOf(END)));
  }

  static Path page(Path root) {
    return root.resolve("docs/conformance.md");
  }

  /// The numbers of the statements that the page says disagree.
  static Set<Integer> listed(String page) {
    return LISTED
        .matcher(page)
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The pass rate in percent that the page states for each group.
  static Map<String, Double> rates(String page) {
    Map<String, Double> rates = new TreeMap<>();
    Matcher matcher = GROUP.matcher(page);
    while (matcher.find()) {
      rates.put(matcher.group(1), Double.valueOf(matcher.group(2)));
    }
    return rates;
  }

  /// Statements of a group that are in scope, by group.
  static Map<String, List<Outcome>> groups(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.verdict() != Verdict.OUT_OF_SCOPE)
        .collect(Collectors.groupingBy(Outcome::group, TreeMap::new, Collectors.toList()));
  }

  static long count(List<Outcome> outcomes, Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  /// The share of the group that agrees or differs on purpose, in percent, rounded down to tenths.
  static double rate(List<Outcome> group) {
    return Math.floor(1000.0 * (group.size() - count(group, Verdict.DISAGREES)) / group.size())
        / 10;
  }

  private static String results(List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder();
    text.append("| group | statements | agree | differ on purpose | disagree | passed |\n");
    text.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    groups(outcomes).forEach((name, group) -> row(text, name, group));
    row(text, "all", outcomes.stream().filter(o -> o.verdict() != Verdict.OUT_OF_SCOPE).toList());
    text.append("\n### Out of scope\n\n");
    reasons(text, outcomes, Verdict.OUT_OF_SCOPE);
    text.append("\n### Different on purpose\n\n");
    reasons(text, outcomes, Verdict.DIFFERS_ON_PURPOSE);
    text.append("\n### Disagreements\n\n");
    for (Outcome outcome : outcomes) {
      if (outcome.verdict() == Verdict.DISAGREES) {
        String words =
            outcome.words().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
        text.append(
            "- #%d `%s`: %s%n"
                .formatted(outcome.statement().number(), outcome.statement().test(), words));
      }
    }
    return text.append('\n').toString();
  }

  private static void row(StringBuilder text, String name, List<Outcome> group) {
    text.append(
        String.format(
            java.util.Locale.ROOT,
            "| %s | %d | %d | %d | %d | %.1f %% |%n",
            name,
            group.size(),
            count(group, Verdict.AGREES),
            count(group, Verdict.DIFFERS_ON_PURPOSE),
            count(group, Verdict.DISAGREES),
            rate(group)));
  }

  private static void reasons(StringBuilder text, List<Outcome> outcomes, Verdict verdict) {
    text.append("| statements | reason |\n| ---: | --- |\n");
    outcomes.stream()
        .filter(outcome -> outcome.verdict() == verdict)
        .collect(Collectors.groupingBy(Outcome::words, TreeMap::new, Collectors.counting()))
        .forEach((reason, count) -> text.append("| " + count + " | " + reason + " |\n"));
  }
}
