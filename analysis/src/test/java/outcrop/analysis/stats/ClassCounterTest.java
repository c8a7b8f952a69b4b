package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.testing.Tables;

class ClassCounterTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          kind:cat | day:date   | user:int | price:num | text:text
          tool     | 1969-12-31 | 7        | 1.5       | red red saw
          book     | 1970-01-01 | 9        | NaN       | red book
          tool     | 1969-12-31 | 7        | -0.0      | blue saw
          -        | -          | -        | Infinity  | -
          tool     | 1969-12-31 | 8        | 0.0       | red
          book     | 1970-01-01 | 7        | -         | blue blue blue
          """);

  private static String counts(ClassCounts counts) {
    return IntStream.range(0, counts.classes())
        .mapToObj(rank -> counts.name(rank) + " " + counts.counts()[rank])
        .collect(Collectors.joining(", "));
  }

  private static ClassCounts count(String field, int... rows) {
    RowSet wanted = rows.length == 0 ? RowSet.all(6) : RowSet.of(6, rows);
    return new ClassCounter(ColumnUse.UNBOUND).count(TABLE.column(field), wanted);
  }

  @Test
  void categoriesAreCountedMostFrequentFirst() {
    assertEquals("tool 3, book 2", counts(count("kind")));
    assertEquals(5, count("kind").total());
    assertEquals(1, count("kind").missing());
    assertEquals("book 2, tool 1", counts(count("kind", 1, 2, 5)), "only the rows asked for");
  }

  @Test
  void timesBefore1970AreClassesLikeAnyOther() {
    assertEquals("1969-12-31 3, 1970-01-01 2", counts(count("day")));
  }

  @Test
  void numbersAreNames() {
    assertEquals("7 3, 8 1, 9 1", counts(count("user")));
  }

  @Test
  void whatIsNoNumberNamesNoClass() {
    ClassCounts prices = count("price");
    assertEquals("0 2, 1.5 1", counts(prices), "both zeros are one");
    assertEquals(2, prices.unusable(), "NaN and infinity");
    assertEquals(1, prices.missing());
  }

  @Test
  void noRowsHaveNoClasses() {
    ClassCounts none =
        new ClassCounter(ColumnUse.UNBOUND).count(TABLE.column("kind"), RowSet.none(6));
    assertEquals(0, none.classes());
    assertTrue(TailMeasures.of(none.sizes()).isEmpty());
  }

  @Test
  void aListCountsEachOfItsValuesOnce() {
    Column tags =
        ListColumn.of(
            new Field("tags", FieldType.LIST),
            Arrays.asList(List.of("a", "b", "a"), List.of(), null, List.of("b")));
    ClassCounts counts = new ClassCounter(ColumnUse.UNBOUND).count(tags, RowSet.all(4));
    assertEquals("b 2, a 1", counts(counts));
    assertEquals(1, counts.missing());
    assertEquals(1, counts.unusable(), "an empty list");
  }

  @Test
  void textsHaveTermsAndNoClasses(@TempDir Path folder) {
    assertThrows(UserFailure.class, () -> count("text"));
    TextColumn texts = (TextColumn) TABLE.column("text");
    try (TextIndex index =
        TextIndex.build(TABLE, folder.resolve("index"), new DirectTaskRunner(), TaskContext.NONE)) {
      ClassCounter counter = new ClassCounter(ColumnUse.UNBOUND);
      ClassCounts all = counter.terms(index, texts, RowSet.all(6));
      assertEquals("blue 4, red 4, saw 2, book 1", counts(all), "each as often as it occurs");
      assertEquals(1, all.missing());
      RowSet some = RowSet.of(6, 0, 2);
      assertEquals("red 2, saw 2, blue 1", counts(counter.terms(index, texts, some)));
      List<TermSpread> spread =
          TermSpread.of(index, texts, RowSet.all(6), all, 1, ColumnUse.UNBOUND);
      assertEquals("blue", spread.getFirst().term());
      assertEquals(
          CountDispersion.of(new long[] {0, 0, 1, 0, 3}, new long[] {3, 2, 2, 1, 3}),
          spread.getFirst().dispersion(),
          "over the rows that have a text");
    }
  }

  @Test
  void tenMillionDifferentNumbersAreTenMillionClasses() {
    int size = 10_000_000;
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      values[i] = i * 2_654_435_761L;
    }
    Column column = NumberColumn.ofLongs(new Field("id", FieldType.NUMBER), values, null);
    ClassCounts counts = new ClassCounter(ColumnUse.UNBOUND).count(column, RowSet.all(size));
    assertEquals(size, counts.classes());
    TailMeasures measures = TailMeasures.of(counts.sizes()).orElseThrow();
    assertEquals(0, measures.inequality().gini());
    assertEquals(
        TooLittleData.class,
        PowerLawFitter.fit(counts.sizes(), PowerLawFit.Kind.DISCRETE).getClass());
  }

  @Test
  void numbersToFitAreReadAsTheyAre() {
    FieldValues values =
        FieldValues.of((NumberColumn) TABLE.column("price"), RowSet.all(6), ColumnUse.UNBOUND);
    assertEquals(3, values.numbers().size());
    assertEquals(1, values.missing());
    assertEquals(2, values.notFinite());
    assertEquals(2, values.notPositive(), "both zeros");
  }
}
