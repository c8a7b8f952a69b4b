package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.selection.Predicate;
import outcrop.app.language.ClauseWords;

class ClauseWordsTest {
  private static final Map<String, Field> FIELDS =
      Map.of(
          "age", field("age", FieldType.NUMBER, ValueFormat.INTEGER),
          "height", field("height", FieldType.NUMBER, ValueFormat.PLAIN),
          "day", field("day", FieldType.TIME, ValueFormat.DATE),
          "time", field("time", FieldType.TIME, ValueFormat.DATETIME));

  private final ClauseWords clauses =
      new ClauseWords(OpenProject.WORDS, name -> Optional.ofNullable(FIELDS.get(name)));

  private static Field field(String name, FieldType type, ValueFormat format) {
    return new Field(name, type, FieldRole.NONE, format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          age    | 24         | 58         | age: 24 to 57
          age    | 24         | 25         | age: 24
          age    | 23.5       | 58.5       | age: 24 to 58
          age    | 24         |            | age ≥ 24
          age    |            | 58         | age < 58
          height | 1.9        | 2.1        | height: 1.9 to < 2.1
          height |            | 2.1        | height < 2.1
          day    | 2024-01-01 | 2025-01-01 | day: 2024
          day    | 2020-01-01 | 2024-01-01 | day: 2020 to 2023
          day    | 2024-01-01 | 2024-04-01 | day: 2024-01 to 2024-03
          day    | 2024-01-29 | 2024-02-05 | day: 2024-01-29 to 2024-02-04
          time   | 2024-01-01T00:00:00 | 2024-01-02T00:00:00 | time: 2024-01-01
          time   | 2024-01-01T06:00:00 | 2024-01-01T12:00:00 | time: 2024-01-01T06:00:00 to < 2024-01-01T12:00:00
          gone   | 1          | 2          | gone: 1 to < 2
          """)
  void aBrushSaysWhatItKeeps(String field, @Nullable String lo, @Nullable String hi, String said) {
    assertEquals(
        said,
        clauses.of(Predicate.Range.halfOpen(field, lo, hi)),
        "The upper bound of a brush is outside: say the last value inside, or <.");
  }

  @ParameterizedTest
  @CsvSource({"age, age: 24 to 58", "height, height: 24 to 58"})
  void theLastBinHasItsUpperEdge(String field, String said) {
    assertEquals(
        said,
        clauses.of(new Predicate.Range(field, "24", "58", true, true)),
        "Both bounds are inside.");
  }

  @Test
  void longListsAreShortOnTheChipAndWholeInItsTooltip() {
    Predicate five = new Predicate.In("city", List.of("a", "b", "c", "d", "e"));
    assertEquals("city: a, b and 3 more", clauses.of(five), "Two are named of more than three.");
    assertEquals("city: a, b, c, d, e", clauses.inFull().of(five), "Nothing is left out.");
    Predicate query = new Predicate.Query("word ".repeat(40));
    assertTrue(clauses.of(query).length() < 60, "A long query is cut: " + clauses.of(query));
    assertTrue(clauses.inFull().of(query).length() > 190, "The tooltip has the whole query.");
  }
}
