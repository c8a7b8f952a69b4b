package outcrop.analysis.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.testing.Tables;

class HitHighlighterTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          text:text | kind:cat | n:int
          a         | a        | 1
          """);

  private static String marked(String query, String field, String text) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (HitHighlighter.Span span :
        HitHighlighter.spans(
            QueryParser.parse(query, TABLE.schema()),
            TABLE.schema().find(field).orElseThrow(),
            text)) {
      result
          .append(text, at, span.start())
          .append('[')
          .append(text, span.start(), span.end())
          .append(']');
      at = span.end();
    }
    return result.append(text.substring(at)).toString();
  }

  @ParameterizedTest(name = "{0} marks {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "good; text; Not [Good], not [good].",
        "text:\"not good\"; text; [Not, good], not bad good",
        "text:\"not good\"~1; text; [not] very [good] good",
        "text:g*; text; [go] [Good] bad",
        "text:/g.{3}/; text; go [Good] bad",
        "text:goot~1; text; go [Good] bad",
        "good AND NOT bad; text; [good] bad",
        "NOT (NOT bad); text; good [bad]",
        "bad OR (good bad); text; [good] [bad]",
        "\"good bad\" bad; text; [good bad]",
        "kind:good; text; good",
        "text:good; kind; good",
        "kind:good; kind; [Good]",
        "kind:good; kind; good news",
        "good; kind; [good] news",
        "kind:go*; kind; [good news]",
        "wi-fi; text; a [Wi-Fi] net",
        "text:मानव; text; सभी [मानव] जन्म",
        "text:ไทย; text; [ไทย] x",
        "text:שלום; text; אז [שלום] לך",
        "text:مرحبا; text; [مرحبا] بك",
        "text:😀; text; so [😀] ok",
        "text:É*; text; un [été] ici",
        "n:1; n; 1",
        "*:*; text; all good"
      })
  void hitsAreMarkedWhereTheyStand(String query, String field, String expected) {
    String text = expected.replace("[", "").replace("]", "");
    assertEquals(expected, marked(query, field, text), query + " in " + field);
  }
}
