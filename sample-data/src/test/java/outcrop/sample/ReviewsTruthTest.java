package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewsTruthTest {
  private static final String FIX = "make ReviewTruth state what ReviewCorpus plants";

  @TempDir static Path directory;
  private static CsvTable table;
  private static Map<String, Map<String, String>> rows;
  private static Truth truth;

  @BeforeAll
  static void generate() throws IOException {
    SampleDataset reviews = SampleCatalogue.byName("reviews").orElseThrow();
    table = CsvTable.read(reviews.generate(directory, SampleCatalogue.DEFAULT_SEED));
    truth = Truth.read(reviews.truthPath(directory));
    rows = table.by("id");
  }

  @Test
  void theTableHasTheStatedRowsAndAnIdForEach() {
    assertEquals(
        List.of(
            "id",
            "text",
            "product",
            "category",
            "rating",
            "date",
            "source",
            "split",
            "label",
            "price",
            "helpful_votes",
            "language"),
        table.header(),
        "documents name these columns");
    assertEquals(20_000, rows.size(), "the issue asks for 20,000 rows");
    assertEquals(rows.size(), truth.at("rows").count(), FIX);
    assertEquals(SampleCatalogue.DEFAULT_SEED, truth.at("seed").count(), FIX);
  }

  @Test
  void valuesHaveTheFormOfTheirField() {
    Map<String, Pattern> forms = new HashMap<>();
    forms.put("id", Pattern.compile("R\\d{5}"));
    forms.put("text", Pattern.compile("(?s)\\S.*\\S"));
    forms.put("rating", Pattern.compile("[1-5]"));
    forms.put("date", Pattern.compile("20(22|23|24|25)-\\d\\d-\\d\\d"));
    forms.put("source", Pattern.compile("web|app|marketplace|partner"));
    forms.put("split", Pattern.compile("train|validation|test"));
    forms.put("label", Pattern.compile("negative|neutral|positive"));
    forms.put("price", Pattern.compile("|\\d+\\.\\d\\d"));
    forms.put("helpful_votes", Pattern.compile("\\d{1,4}"));
    forms.forEach(
        (field, form) -> {
          for (String value : table.values(field)) {
            assertTrue(form.matcher(value).matches(), field + " holds \"" + value + "\"");
          }
        });
  }

  @Test
  void exactlyTheStatedLabelsAreWrong() {
    Map<String, String> stated = new TreeMap<>();
    for (Truth wrong : truth.at("labels", "wrong").items()) {
      String id = wrong.at("id").text();
      stated.put(id, wrong.at("given").text());
      assertEquals(right(rows.get(id)), wrong.at("right").text(), "right label of " + id);
    }
    Map<String, String> found = new TreeMap<>();
    rows.forEach(
        (id, row) -> {
          if (!row.get("label").equals(right(row))) {
            found.put(id, row.get("label"));
          }
        });
    assertEquals(found, stated, FIX);
    assertEquals(600, found.size(), "3 % of 20,000 labels are wrong");
    assertEquals(0.03, truth.at("labels", "wrongShare").number(), FIX);
    Set<String> sarcastic = new HashSet<>(subpopulation("sarcastic").at("ids").texts());
    sarcastic.retainAll(found.keySet());
    assertEquals(truth.at("labels", "wrongOnSarcastic").count(), sarcastic.size(), FIX);
  }

  private static String right(Map<String, String> row) {
    int rating = Integer.parseInt(row.get("rating"));
    return rating < 3 ? "negative" : rating > 3 ? "positive" : "neutral";
  }

  @Test
  void exactDuplicatesAreTheStatedGroupsAndNoOtherLongTextRepeats() {
    Set<String> shorts = new HashSet<>(subpopulation("very short").at("ids").texts());
    Map<String, List<String>> byText = new TreeMap<>();
    rows.forEach(
        (id, row) -> {
          if (!shorts.contains(id)) {
            byText.computeIfAbsent(row.get("text"), text -> new ArrayList<>()).add(id);
          }
        });
    Set<Set<String>> found = new HashSet<>();
    byText.values().stream()
        .filter(ids -> ids.size() > 1)
        .forEach(ids -> found.add(Set.copyOf(ids)));
    Set<Set<String>> stated = new HashSet<>();
    int crossing = 0;
    for (Truth group : truth.at("duplicates", "exact").items()) {
      List<String> ids = group.at("ids").texts();
      stated.add(Set.copyOf(ids));
      Set<String> splits = new HashSet<>();
      for (String id : ids) {
        splits.add(rows.get(id).get("split"));
        assertEquals(withoutKey(rows.get(ids.getFirst())), withoutKey(rows.get(id)), id);
      }
      assertEquals(group.at("crossesSplits").flag(), splits.size() > 1, FIX + ": " + ids);
      crossing += splits.size() > 1 ? 1 : 0;
    }
    assertEquals(found, stated, FIX);
    assertEquals(60, crossing, "leaks between splits are planted in 60 groups");
  }

  private static Map<String, String> withoutKey(Map<String, String> row) {
    Map<String, String> rest = new HashMap<>(row);
    rest.remove("id");
    rest.remove("split");
    return rest;
  }

  @Test
  void nearDuplicatesDifferButShareMostOfTheirWords() {
    List<Truth> pairs = truth.at("duplicates", "near").items();
    assertEquals(400, pairs.size(), "400 reviews are retyped");
    for (Truth pair : pairs) {
      Map<String, String> original = rows.get(pair.at("original").text());
      Map<String, String> copy = rows.get(pair.at("copy").text());
      assertNotEquals(original.get("text"), copy.get("text"), "an edit must change the text");
      assertTrue(!pair.at("edits").texts().isEmpty(), "state what was edited");
      Set<String> all = words(original);
      all.addAll(words(copy));
      Set<String> shared = words(original);
      shared.retainAll(words(copy));
      assertTrue(
          shared.size() >= 0.6 * all.size(),
          "too different for a near duplicate:\n" + original.get("text") + "\n" + copy.get("text"));
      assertEquals(original.get("product"), copy.get("product"), "a copy keeps its product");
      assertEquals(original.get("split"), copy.get("split"), "a near copy keeps its split");
    }
  }

  private static Set<String> words(Map<String, String> row) {
    return new HashSet<>(List.of(row.get("text").split("\\s+")));
  }

  @Test
  void productsFollowTheStatedPowerLaw() {
    Map<String, Integer> counts = counts("product", row -> true);
    String largest = truth.at("zipf", "largest").text();
    int rank = (int) counts.values().stream().filter(n -> n > counts.get(largest)).count();
    assertEquals(0, rank, FIX);
    assertEquals(counts.get(largest), truth.at("zipf", "largestRows").count(), FIX);
    assertEquals(counts.size(), truth.at("zipf", "distinct").count(), FIX);
    long once = counts.values().stream().filter(n -> n == 1).count();
    assertEquals(once, truth.at("zipf", "once").count(), FIX);
    double exponent = truth.at("zipf", "exponent").number();
    int ranks = truth.at("zipf", "ranks").count();
    double sum = 0;
    for (int r = 1; r <= ranks; r++) {
      sum += Math.pow(r, -exponent);
    }
    assertEquals(1 / sum, truth.at("zipf", "expectedLargestShare").number(), 1e-6, FIX);
    List<Integer> sorted = counts.values().stream().sorted((a, b) -> b - a).toList();
    for (int r : new int[] {1, 3, 10, 30, 100}) {
      double expected = table.rows().size() * Math.pow(r, -exponent) / sum;
      double error = 5 * Math.sqrt(expected);
      assertEquals(
          expected, sorted.get(r - 1), error, "rank " + r + " departs from the stated exponent");
    }
  }

  @Test
  void subpopulationsAreOnlyRowsThatMeetTheirConditions() {
    Set<String> seen = new HashSet<>();
    for (Truth group : truth.at("subpopulations").items()) {
      String name = group.at("name").text();
      List<String> ids = group.at("ids").texts();
      assertEquals(group.at("rows").count(), ids.size(), FIX + ": " + name);
      assertTrue(ids.size() >= 150, name + " is too small to be found: " + ids.size());
      for (String id : ids) {
        assertTrue(seen.add(id), id + " belongs to two subpopulations");
        Map<String, String> row = rows.get(id);
        group
            .at("allHave")
            .members()
            .forEach((field, value) -> assertEquals(value.text(), row.get(field), name + " " + id));
        if (group.has("dates")) {
          String[] dates = group.at("dates").text().split("/");
          boolean late = !dates[1].equals("..") && row.get("date").compareTo(dates[1]) > 0;
          assertTrue(row.get("date").compareTo(dates[0]) >= 0 && !late, name + " " + id);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "faulty batch, swell|swollen|puffed|bulges",
    "incentivised, free|no cost|discount|sending me",
    "late delivery, late|deliver|arrived|waiting|days|weeks|order",
  })
  void aSubpopulationSpeaksOfItsMatter(String name, String matter) {
    Pattern pattern = Pattern.compile(matter, Pattern.CASE_INSENSITIVE);
    List<String> ids = subpopulation(name).at("ids").texts();
    for (String id : ids) {
      String text = rows.get(id).get("text");
      assertTrue(
          pattern.matcher(text).find(), name + " " + id + " speaks of other things: " + text);
    }
  }

  @Test
  void subpopulationsWithoutAConditionAreKnownByTheirForm() {
    for (String id : subpopulation("very short").at("ids").texts()) {
      String text = rows.get(id).get("text");
      assertTrue(text.split("\\s+").length <= 5, id + " is not very short: " + text);
    }
    for (String id : subpopulation("emoji").at("ids").texts()) {
      String text = rows.get(id).get("text");
      assertTrue(text.codePoints().anyMatch(Character::isEmojiPresentation), id + ": " + text);
    }
    for (String id : subpopulation("sarcastic").at("ids").texts()) {
      int rating = Integer.parseInt(rows.get(id).get("rating"));
      assertTrue(rating <= 2, id + " praises in earnest with rating " + rating);
    }
  }

  @Test
  void otherLanguagesAreTheRowsWhoseLanguageIsNotEnglish() {
    Set<String> found = new HashSet<>();
    rows.forEach(
        (id, row) -> {
          if (!row.get("language").equals("en")) {
            found.add(id);
          }
        });
    assertEquals(found, new HashSet<>(subpopulation("other languages").at("ids").texts()), FIX);
    assertCounts(truth.at("languages"), counts("language", row -> true), "languages");
  }

  @ParameterizedTest
  @CsvSource({
    "ar, ARABIC",
    "he, HEBREW",
    "th, THAI",
    "hi, DEVANAGARI",
    "ja, HIRAGANA",
    "de, LATIN",
  })
  void aLanguageIsWrittenInItsScript(String language, Character.UnicodeScript script) {
    int texts = 0;
    for (Map<String, String> row : rows.values()) {
      if (row.get("language").equals(language)) {
        boolean found =
            row.get("text").codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
        assertTrue(found, language + " without " + script + ": " + row.get("text"));
        texts++;
      }
    }
    assertTrue(texts >= 30, "only " + texts + " rows of " + language + " exercise its script");
  }

  @Test
  void splitsHaveTheStatedRowsDatesAndMixtures() {
    Map<String, Integer> sizes = counts("split", row -> true);
    assertEquals(sizes.keySet(), truth.at("splits").members().keySet(), FIX);
    truth
        .at("splits")
        .members()
        .forEach(
            (split, facts) -> {
              Predicate<Map<String, String>> inside = row -> row.get("split").equals(split);
              assertEquals(sizes.get(split), facts.at("rows").count(), FIX);
              assertEquals(sizes.get(split) / 20_000.0, facts.at("share").number(), 1e-6, FIX);
              for (String field : List.of("category", "source", "rating")) {
                assertCounts(facts.at(field), counts(field, inside), split + " " + field);
              }
              List<String> dates =
                  rows.values().stream().filter(inside).map(r -> r.get("date")).sorted().toList();
              assertEquals(dates.getFirst(), facts.at("firstDate").text(), FIX);
              assertEquals(dates.getLast(), facts.at("lastDate").text(), FIX);
            });
  }

  @Test
  void categoriesLieInTestAsOftenAsStated() {
    Map<String, Integer> all = counts("category", row -> true);
    Map<String, Integer> test = counts("category", row -> row.get("split").equals("test"));
    truth
        .at("shift", "testShareOfCategory")
        .members()
        .forEach(
            (category, share) ->
                assertEquals(
                    share.number(),
                    (double) test.get(category) / all.get(category),
                    0.03,
                    "the shift of " + category + " departs from its stated size"));
  }

  @Test
  void pricesAreMissingAsStated() {
    Map<String, Integer> missing = counts("source", row -> row.get("price").isEmpty());
    assertCounts(truth.at("missing", "price", "bySource"), missing, "missing prices");
    int sum = missing.values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(sum, truth.at("missing", "price", "rows").count(), FIX);
    Map<String, Integer> all = counts("source", row -> true);
    missing.forEach(
        (source, count) -> {
          String key = source.equals("partner") ? "probabilityOfPartner" : "probability";
          double stated = truth.at("missing", "price", key).number();
          assertEquals(stated, (double) count / all.get(source), 0.05, "price of " + source);
        });
  }

  @Test
  void votesHaveTheStatedHeavyTail() {
    List<Integer> votes =
        table.values("helpful_votes").stream().map(Integer::valueOf).sorted().toList();
    long zero = votes.stream().filter(n -> n == 0).count();
    assertEquals(zero, truth.at("votes", "zeroRows").count(), FIX);
    assertEquals(votes.getLast(), truth.at("votes", "largest").count(), FIX);
    double index = truth.at("votes", "paretoIndex").number();
    double positive = votes.size() - zero;
    for (int least : new int[] {2, 10, 50}) {
      double share = votes.stream().filter(n -> n >= least).count() / positive;
      double expected = Math.pow(least, -index);
      double error = 5 * Math.sqrt(expected / positive);
      assertEquals(expected, share, error, "share of votes of at least " + least);
    }
  }

  @Test
  void textsExerciseQuotingAsStated() {
    Map<String, String> marks =
        Map.of("withLineBreak", "\n", "withQuote", "\"", "withSemicolon", ";", "withComma", ",");
    marks.forEach(
        (fact, mark) -> {
          long found = table.values("text").stream().filter(text -> text.contains(mark)).count();
          assertEquals(found, truth.at("texts", fact).count(), FIX);
          assertTrue(found >= 100, "too few texts contain " + mark);
        });
  }

  @Test
  void ordinaryReviewsHaveTwentyToEightyWords() {
    Set<String> special = new HashSet<>();
    truth.at("subpopulations").items().forEach(group -> special.addAll(group.at("ids").texts()));
    truth.at("duplicates", "near").items().forEach(pair -> special.add(pair.at("copy").text()));
    rows.forEach(
        (id, row) -> {
          String text = row.get("text").replaceFirst("(?is)\n(edit|update|ps)[: ].*", "");
          int words = text.split("\\s+").length;
          assertTrue(
              special.contains(id) || (words >= 20 && words <= 80),
              id + " has " + words + " words: " + text);
        });
  }

  private static Truth subpopulation(String name) {
    return truth.at("subpopulations").items().stream()
        .filter(group -> group.at("name").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Integer> counts(String field, Predicate<Map<String, String>> wanted) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.values().stream()
        .filter(wanted)
        .forEach(row -> counts.merge(row.get(field), 1, Integer::sum));
    return counts;
  }

  private static void assertCounts(Truth stated, Map<String, Integer> found, String what) {
    Map<String, Integer> counts = new TreeMap<>();
    stated.members().forEach((value, count) -> counts.put(value, count.count()));
    assertEquals(found, counts, FIX + ": " + what);
  }
}
