package outcrop.app.view.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import outcrop.analysis.render.Markdown;
import outcrop.analysis.spec.Lens;

/// What reader, comparison and lenses make of texts, without a toolkit.
class ReadingPartsTest {
  private static String marked(String text, List<Span> spans) {
    return spans.stream()
        .map(span -> text.substring(span.start(), span.end()))
        .collect(Collectors.joining("|"));
  }

  private static void assertDifference(String one, String other, String inOne, String inOther) {
    WordDifference difference = WordDifference.between(one, other);
    assertEquals(inOne, marked(one, difference.first()), "only in: " + one);
    assertEquals(inOther, marked(other, difference.second()), "only in: " + other);
  }

  @Test
  void onlyTheWordsThatDifferAreMarked() {
    assertDifference("a red house", "a blue house", "red", "blue");
    assertDifference("the tide rises", "the tide rises", "", "");
    assertDifference("the tide", "the high tide", "", "high ");
    assertDifference("", "all of it", "", "all of it");
    assertDifference("price 12.50", "price 12.75", "50", "75");
    assertDifference("قال مرحبا لنا", "قال شكرا لنا", "مرحبا", "شكرا");
  }

  @Test
  void textsTooLongToBeAlignedDifferBetweenTheirCommonEnds() {
    String one = "same start " + "a b ".repeat(3000) + "same end";
    String other = "same start " + "c d ".repeat(3000) + "same end";
    assertEquals(
        1,
        WordDifference.between(one, other).first().size(),
        "The middle is one stretch; the common beginning and end stay unmarked.");
  }

  @Test
  void markdownBecomesBlocksAndHtmlStaysText() {
    List<Markdown.Block> blocks =
        Markdown.read(
            """
            # Title
            One **bold** and *soft* word,
            `code` and [a link](https://example.org/a_(b)).

            1. first
              - inner

            ```java
            # no heading
            ```
            > said
            ---
            <b>not bold</b> ![chart](pic.png) 2 * 3 * 4, snake_case_name\
            """);
    assertEquals(
        List.of("Heading", "Paragraph", "Item", "Item", "Code", "Quote", "Rule", "Paragraph"),
        blocks.stream().map(block -> block.getClass().getSimpleName()).toList());
    List<Markdown.Run> first = ((Markdown.Block.Paragraph) blocks.get(1)).runs();
    assertTrue(first.get(1).bold() && first.get(1).text().equals("bold"), first.toString());
    assertTrue(first.get(3).italic() && first.get(3).text().equals("soft"), first.toString());
    assertEquals("https://example.org/a_(b)", first.get(7).link());
    List<Markdown.Run> last = ((Markdown.Block.Paragraph) blocks.get(7)).runs();
    assertEquals(
        "<b>not bold</b> [chart] 2 * 3 * 4, snake_case_name",
        last.stream().map(Markdown.Run::text).collect(Collectors.joining()),
        "HTML, lone stars and names with underscores are text; a picture is named, not fetched.");
  }

  @Test
  void theLensIsGuessedFromTheValues() {
    assertEquals(Lens.TEXT, Lenses.guess(List.of("a plain text", "another")));
    assertEquals(Lens.TEXT, Lenses.guess(List.of()));
    assertEquals(Lens.LINK, Lenses.guess(List.of("https://example.org/1", "http://a.b/c?d=e")));
    assertEquals(Lens.JSON, Lenses.guess(List.of("{\"a\":1}", " [1, 2]", "")));
    assertEquals(Lens.TEXT, Lenses.guess(List.of("[see below]", "[as above]")));
    assertEquals(
        Lens.CONVERSATION, Lenses.guess(List.of("[{\"role\":\"user\",\"content\":\"Hi\"}]")));
    assertEquals(Lens.MARKDOWN, Lenses.guess(List.of("# Title\n\ntext", "plain")));
  }

  @Test
  void aMomentIsSaidWithItsDistance() {
    Words words = new Words(Samples.words());
    Instant now = Instant.parse("2024-05-31T12:00:00Z");
    for (List<String> said :
        List.of(
            List.of("2024-05-31T11:59:40Z", "less than a minute ago"),
            List.of("2024-05-31T09:00:00Z", "3 hours ago"),
            List.of("2024-05-30T11:00:00Z", "1 day ago"),
            List.of("2024-03-30T00:00:00Z", "2 months ago"),
            List.of("2021-01-01T00:00:00Z", "3 years ago"),
            List.of("2026-06-01T00:00:00Z", "in 2 years"))) {
      Instant moment = Instant.parse(said.getFirst());
      String about = TimeLens.about(words, moment.toEpochMilli() * 1000, now);
      assertTrue(about.contains(said.getLast()), said.getFirst() + " is said as: " + about);
    }
  }
}
