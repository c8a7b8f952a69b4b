package outcrop.analysis.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Schema;

class QueryParserTest {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Field("text", FieldType.TEXT),
              new Field("split", FieldType.CATEGORY),
              new Field("first name", FieldType.CATEGORY),
              new Field("a.b:c/d", FieldType.CATEGORY),
              new Field("rating", FieldType.NUMBER),
              new Field("day", FieldType.TIME),
              new Field("embedding", FieldType.VECTOR)));
  private static final List<String> TEXTS =
      List.of(
          "a",
          "AND",
          "OR",
          "NOT",
          "TO",
          "a b",
          "\\",
          "a\\",
          "\"",
          "*",
          "?",
          "a*b",
          "x:y",
          "(",
          "]",
          "~",
          "^2",
          "+-",
          "日本",
          "😀",
          "\u3000",
          "a\nb",
          "/",
          "//",
          "&&",
          "||",
          "!",
          "<=",
          "@",
          "'",
          "n\\n",
          "{",
          "[x TO y]",
          "http://x.org/?a=b&c",
          "\u00a0x",
          "1",
          "-1");

  @ParameterizedTest(name = "{0} is refused at {1}")
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "(a OR b § 0 § The “(” at character 1 is not closed.",
        "a OR (b AND (c) § 5 § The “(” at character 6 is not closed.",
        "rating:[1 TO 5 § 7 § The “[” at character 8 is not closed.",
        "a AND \"not good § 6 § The quotation mark at character 7 is not closed.",
        "a) § 1 § The “)” at character 2 closes nothing, or a group is empty.",
        "text:() § 6 § The “)” at character 7 closes nothing, or a group is empty.",
        "a AND § 5 § The query ends where a word, a value or a group is expected.",
        "text: § 5 § The query ends where a word, a value or a group is expected.",
        "a AND OR b § 6 § The query cannot be read at character 7, at “OR”; put words with special"
            + " characters in quotation marks.",
        "ratng:5 § 0 § There is no field “ratng”; did you mean rating?",
        "Rating:5 § 0 § There is no field “Rating”; did you mean rating?",
        "a ratng:* § 2 § There is no field “ratng”; did you mean rating?",
        "name:x § 0 § There is no field “name”; did you mean first\\ name?",
        "zzzzzz:x § 0 § There is no field “zzzzzz”; put a colon in quotation marks if you meant the"
            + " text.",
        "rating:good § 7 § “rating” holds numbers, and “good” is none: write it like 12 or -0.5.",
        "rating:[1 TO x] § 8 § “rating” holds numbers, and “x” is none: write it like 12 or -0.5.",
        "rating:1* § 7 § `“rating” holds numbers, which take a value or a range, not a pattern:"
            + " write [10 TO 19] for a range.`",
        "day:yesterday § 4 § `“day” holds times, and “yesterday” is none: write 2024, 2024-05,"
            + " 2024-05-31 or 2024-05-31T12:30.`",
        "day:2024-02-30 § 4 § `“day” holds times, and “2024-02-30” is none: write 2024, 2024-05,"
            + " 2024-05-31 or 2024-05-31T12:30.`",
        "day:2024-05* § 4 § `“day” holds times, which take a value or a range, not a pattern: write"
            + " 2024-05 for the whole of May 2024.`",
        "[a TO b] § 1 § A range needs a field before it, as in rating:[1 TO 5].",
        "embedding:1 § 10 § Vectors cannot be searched by value; “embedding:*” finds those set.",
        "text:/a(/ § 0 § The regular expression /a(/ cannot be read: unexpected end-of-string.",
        "text:a~7 § 6 § A fuzzy word may differ by 0, 1 or 2 letters: word~2.",
        "\"a b\"~1.5 § 9 § After “~” of a phrase there must be a whole number: \"two words\"~3.",
        "text:/(.*a){3000}/ § 0 § The pattern (.*a){3000} would take too much work; use fewer"
            + " repetitions or wildcards.",
        "text:/((a{99}){99}){99}/ § 0 § The pattern ((a{99}){99}){99} would take too much work; use"
            + " fewer repetitions or wildcards.",
        "text:/.*a.{30}/ § 0 § The pattern .*a.{30} would take too much work; use fewer repetitions"
            + " or wildcards.",
        "fn:ordered(a b) § 0 § Outcrop's search has no functions (fn:…) and no minimum counts"
            + " (…)@n.",
        "(a b c)@2 § 0 § Outcrop's search has no functions (fn:…) and no minimum counts (…)@n."
      })
  void mistakesAreToldWithPlaceAndWords(String query, int position, String sentence) {
    QuerySyntaxException failure =
        assertThrows(
            QuerySyntaxException.class, () -> QueryParser.parse(query, SCHEMA), "of " + query);
    assertEquals(sentence, failure.getMessage(), "the sentence for " + query);
    assertEquals(position, failure.position(), "the place in " + query);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a b; a OR b",
        "+a -b c; a AND (NOT b)",
        "+a +b; a AND b",
        "a -b; a AND (NOT b)",
        "a AND b OR c; (a AND b) OR c",
        "a && b || !c; (a AND b) OR (NOT c)",
        "_missing_:split; NOT split:*",
        "rating:-5; rating:\\-5",
        "rating>=5; rating:[\"5\" TO *]",
        "rating:<5; rating:[* TO \"5\"}",
        "day:2024-05-01T12:30; day:2024\\-05\\-01T12\\:30",
        "text:and/or; text:and\\/or",
        "bob@example.org; bob\\@example.org",
        "(a)^2; a",
        "`  `; *:*",
        "first\\ name:x; first\\ name:x",
        "a\\.b\\:c\\/d:x; a.b\\:c\\/d:x"
      })
  void whatPeopleWriteIsUnderstood(String query, String printed) {
    assertEquals(
        printed, QueryPrinter.print(QueryParser.parse(query, SCHEMA)), "meaning of " + query);
  }

  @Test
  void parsingWhatWasPrintedGivesTheExpressionAgain() {
    for (long seed = 0; seed < 3000; seed++) {
      QueryExpression expression = draw(new SplittableRandom(seed), 3);
      String printed = QueryPrinter.print(expression);
      assertEquals(
          expression,
          QueryParser.parse(printed, SCHEMA),
          "seed " + seed + " was printed as " + printed);
    }
  }

  private static QueryExpression draw(SplittableRandom random, int depth) {
    int kind = random.nextInt(depth > 0 ? 6 : 3);
    return switch (kind) {
      case 0 -> new QueryExpression.All();
      case 1 ->
          new QueryExpression.Exists(
              SCHEMA.fields().get(random.nextInt(SCHEMA.fields().size())).name());
      case 3 -> new QueryExpression.Not(draw(random, depth - 1));
      case 4, 5 -> {
        List<QueryExpression> parts =
            Stream.generate(() -> draw(random, depth - 1)).limit(random.nextInt(2, 4)).toList();
        yield kind == 4 ? new QueryExpression.And(parts) : new QueryExpression.Or(parts);
      }
      default -> drawTest(random);
    };
  }

  private static QueryExpression drawTest(SplittableRandom random) {
    String field = List.of("text", "split", "first name", "a.b:c/d").get(random.nextInt(4));
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    String other = TEXTS.get(random.nextInt(TEXTS.size()));
    String any = random.nextBoolean() ? QueryExpression.ANY_FIELD : field;
    return switch (random.nextInt(6)) {
      case 0 -> new QueryExpression.Test(any, new ValueTest.Term(text));
      case 1 -> new QueryExpression.Test(any, new ValueTest.Phrase(text, random.nextInt(3)));
      case 2 ->
          new QueryExpression.Test(
              any, new ValueTest.Wildcard(literal(text) + "*" + literal(other) + "?"));
      case 3 -> new QueryExpression.Test(any, new ValueTest.Fuzzy(text, random.nextInt(3)));
      case 4 -> new QueryExpression.Test(any, new ValueTest.Regex("[ab]+/x\\.y|é{2}"));
      default ->
          new QueryExpression.Test(
              field,
              new ValueTest.Range(
                  random.nextInt(4) == 0 ? null : text,
                  random.nextInt(4) == 0 ? null : other,
                  random.nextBoolean(),
                  random.nextBoolean()));
    };
  }

  private static String literal(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
  }

  @Test
  void noTextMakesTheParserFailOtherwiseThanInWords() {
    String alphabet = "ab:()[]{}\"\\/*?~^+-!&|<>=@ TOAND.1é😀\n'";
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String query = random.nextBoolean() ? text.toString() : "text:" + text;
      try {
        QueryParser.parse(query, SCHEMA);
      } catch (QuerySyntaxException failure) {
        assertTrue(
            failure.position() >= 0 && failure.position() <= query.length(),
            "the place must lie in the query of seed " + seed + ": " + query);
      }
    }
  }
}
