package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.testing.Tables;

class ClassCrossingTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          kind:cat | split:cat | word:cat
          a        | train     | bank
          a        | train     | bank
          a        | test      | bank
          a        | train     | bank
          b        | train     | tree
          b        | test      | tree
          c        | train     | bank
          d        | -         | -
          """);

  private static ColumnEvents events(String field) {
    return ColumnEvents.of(TABLE.column(field), RowSet.all(8), ColumnUse.UNBOUND);
  }

  @Test
  void eachValueSaysWhichClassesItLacks() {
    ClassCrossing crossing = ClassCrossing.of(events("kind"), events("split"));
    StringBuilder told = new StringBuilder();
    for (int value = 0; value < crossing.values(); value++) {
      told.append(crossing.isMissing(value) ? "none" : crossing.name(value))
          .append(" has ")
          .append(crossing.rows(value, 0, 4))
          .append(", lacks ")
          .append(Arrays.toString(crossing.lacking(value, 0, 4).toArray()))
          .append("; ");
      assertEquals(
          crossing.lacking(value, 1, 3).count(),
          crossing.without(value, 1, 3),
          "Those that are lacking are those that are named.");
    }
    assertEquals(
        "train has 5, lacks [3]; test has 2, lacks [2, 3]; none has 1, lacks [0, 1, 2]; ",
        told.toString());
  }

  @Test
  void aRowWithAListHasEachOfItsValues() {
    ColumnEvents classes =
        new ColumnEvents(new Events(new int[] {0, 1}, 2), new int[] {0, 1}, "ab"::substring);
    ColumnEvents lists =
        new ColumnEvents(
            new Events(new int[] {0, 1, 1}, 2), new int[] {0, 0, 1}, number -> "v" + number);
    ClassCrossing crossing = ClassCrossing.of(classes, lists);
    assertEquals(2, crossing.rows(0, 0, 2), "v1 is in both rows.");
    assertEquals(1, crossing.without(1, 0, 2), "v0 is in the first alone.");
  }

  @Test
  void labelsOfAWordAreCountedWhereBothAreThere() {
    ColumnMeaning meaning =
        ColumnMeaning.of(
            TABLE.column("word"),
            TABLE.column("kind"),
            TABLE.column("split"),
            RowSet.all(8),
            5,
            ColumnUse.UNBOUND);
    assertEquals(7, meaning.multiplicity().n());
    assertEquals(1, meaning.multiplicity().severalLabels());
    assertEquals("bank", meaning.names().apply(meaning.ambiguous().getFirst().item()));
    assertEquals(2, meaning.ambiguous().getFirst().labels());
  }
}
