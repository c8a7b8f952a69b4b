package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
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
  void theTailSaysWhichOfItsClassesLackTestRows() {
    ClassCrossing crossing =
        ClassCrossing.of(events("kind"), events("split"), new BandRule.ByCount(4, 2));
    assertEquals(
        "head train 3 without 0 [], test 1 without 0 []\n"
            + "body train 1 without 0 [], test 1 without 0 []\n"
            + "tail train 1 without 1 [d], test 0 without 2 [c, d]",
        crossing.bands().stream()
            .map(
                band ->
                    band.band().name()
                        + " "
                        + band.values().stream()
                            .map(
                                value ->
                                    value.value()
                                        + " "
                                        + value.rows()
                                        + " without "
                                        + value.without()
                                        + " "
                                        + value.named())
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("\n")));
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
