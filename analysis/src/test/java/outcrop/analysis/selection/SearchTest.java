package outcrop.analysis.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.index.TextIndexNotReady;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.testing.Tables;

class SearchTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          text:text                     | note:text | split:cat | first name:cat | a.b:cat | rating:int | price:num | day:date   | at:instant
          Not good, but cheap           | -         | train     | Ann            | x       | 3          | 9.5       | 2024-05-01 | 2024-05-01T12:30:00Z
          This is not at all good!      | fine      | test      | ann            | y       | 5          | NaN       | 2024-05-31 | 2024-05-01T12:30:01Z
          Good and cheap. Very good.    | good      | Test      | Bob Smith      | -       | -          | Infinity  | 2024-06-01 | 2024-12-31T23:59:59Z
          Wi-Fi does not work           | -         | -         | Bo             | x y     | -5         | -2.5      | -          | 2023-01-01T00:00:00Z
          -                             | Éclair    | train     | Élodie         | *       | 0          | -         | 2025-01-01 | -
          """);

  @TempDir static Path directory;
  private static TextIndex index;

  @BeforeAll
  static void build() {
    index =
        TextIndex.build(TABLE, directory.resolve("text"), new DirectTaskRunner(), TaskContext.NONE);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static String rows(String query) {
    List<String> rows = new ArrayList<>();
    new PredicateEvaluator(TABLE, () -> Optional.of(index))
        .evaluate(new Predicate.Query(query))
        .forEach(row -> rows.add(String.valueOf(row)));
    return String.join(" ", rows);
  }

  @ParameterizedTest(name = "{0} finds rows {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "text:good; 0 1 2",
        "text:GOOD; 0 1 2",
        "text:\"not good\"; 0",
        "text:\"not good\"~2; 0 1",
        "text:\"good not\"~1; ``",
        "text:\"good not\"~2; 0",
        "wi-fi; 3",
        "\"fi wi\"; ``",
        "good; 0 1 2",
        "note:good; 2",
        "éclair; 4",
        "smith; 2",
        "test; 1 2",
        "split:test; 1",
        "split:TEST; 1 2",
        "split:Test; 2",
        "split:\"test\"; 1",
        "first\\ name:ann; 1",
        "first\\ name:ANN; 0 1",
        "first\\ name:\"Bob Smith\"; 2",
        "first\\ name:smith; ``",
        "first\\ name:Bo*; 2 3",
        "first\\ name:BO*; 2 3",
        "first\\ name:?o; 3",
        "first\\ name:*nn; 0 1",
        "first\\ name:élodie; 4",
        "first\\ name:anm~1; 1",
        "first\\ name:anm~0.6; 1",
        "first\\ name:/[AB].*/; 0 2 3",
        "a.b:\\*; 4",
        "a.b:*; 0 1 3 4",
        "NOT a.b:*; 2",
        "_missing_:a.b; 2",
        "_exists_:a.b; 0 1 3 4",
        "a.b:(x OR y); 0 1",
        "a.b:x\\ y; 3",
        "text:wor*; 3",
        "text:*or?; 3",
        "text:cheep~; 0 2",
        "text:/che+a[p-r]/; 0 2",
        "text:/CHEAP/; 0 2",
        "text:[cheap TO does]; 0 2 3",
        "+text:good -text:cheap; 1",
        "text:good AND NOT text:cheap; 1",
        "text:good text:work; 0 1 2 3",
        "+text:good text:work; 0 1 2",
        "text:work OR NOT text:good; 3 4",
        "text:cheap && !split:train; 2",
        "text:cheap^3 OR text:work^0.5; 0 2 3",
        "NOT text:good; 3 4",
        "rating:5; 1",
        "rating:5.0; 1",
        "rating:-5; 3",
        "rating:[3 TO 5]; 0 1",
        "rating:{3 TO 5]; 1",
        "rating:[* TO 3}; 3 4",
        "rating:[-5 TO 0]; 3 4",
        "rating>=3; 0 1",
        "rating:>=3; 0 1",
        "rating:<-1; 3",
        "rating:[2.5 TO 3.5]; 0",
        "rating:[* TO *]; 0 1 3 4",
        "price:[-10 TO 10]; 0 3",
        "price:>5; 0 2",
        "price:NaN; 1",
        "price:Infinity; 2",
        "price:-2.5; 3",
        "price:*; 0 1 2 3",
        "day:2024; 0 1 2",
        "day:2024-05; 0 1",
        "day:2024-05-31; 1",
        "day:[2024-05-31 TO 2024-06]; 1 2",
        "day:{2024-05 TO *]; 2 4",
        "day:[* TO 2024-05}; ``",
        "at:2024-05-01T12; 0 1",
        "at:2024-05-01T12:30; 0",
        "at:2024-05-01T12:30:01Z; 1",
        "at:\"2024-05-01T14:30:01+02:00\"; 1",
        "at:[2024-05-01T12:30:01 TO 2024]; 1 2",
        "*:*; 0 1 2 3 4",
        "*; 0 1 2 3 4",
        "` `; 0 1 2 3 4",
        "good AND (split:train OR split:Test); 0 2",
        "(text:good OR text:work) AND rating:[-9 TO 3]; 0 3",
        "*:good; 0 1 2"
      })
  void theLanguageFindsTheRowsThatItSays(String query, String expected) {
    assertEquals(expected, rows(query), "rows of the table found by " + query);
  }

  @Test
  void aQuestionAboutTextBeforeTheIndexIsReadySaysHowFarItIs() {
    PredicateEvaluator early = new PredicateEvaluator(TABLE, Optional::empty, () -> 3);
    TextIndexNotReady answer =
        assertThrows(
            TextIndexNotReady.class, () -> early.evaluate(new Predicate.Query("text:good")));
    assertEquals(
        "The text index is not ready yet: 3 of 5 rows are indexed; search by other fields, or"
            + " wait.",
        answer.getMessage(),
        "the sentence goes to the user");
    assertEquals(
        2,
        early.evaluate(new Predicate.Query("split:train")).cardinality(),
        "fields other than text need no index");
  }
}
