package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Burstiness.By;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.testing.Tables;

/// Bursts of a field in the order of rows, of a time and within contexts.
class ColumnBurstinessTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          kind:cat | at:int | session:cat | note:text
          a        | 100    | s1          | x
          b        | 1      | s2          | x
          a        | 102    | s1          | x
          b        | 2      | s2          | x
          a        | 150    | s1          | x
          b        | 3      | s2          | x
          a        | 0      | -           | x
          a        | 52     | s1          | x
          -        | 7      | s1          | x
          a        | 50     | s3          | x
          a        | -      | s3          | x
          """);

  private static Burstiness of(@Nullable String by) {
    return Burstiness.of(
        TABLE.column("kind"),
        by == null ? null : TABLE.column(by),
        RowSet.all(11),
        Seeds.DEFAULT,
        ColumnUse.UNBOUND,
        new DirectTaskRunner(),
        TaskContext.NONE);
  }

  @Test
  void withoutAnotherFieldTheRowsAreTheOrder() {
    Burstiness bursts = of(null);
    assertEquals(By.ROWS, bursts.by());
    assertEquals(10, bursts.n(), "the row without a class is left out");
    GapBurstiness a = bursts.gaps()[0];
    assertNotNull(a);
    // Places 0, 2, 4, 6, 7, 8, 9 among the rows with a class.
    assertEquals(GapBurstiness.of(new double[] {0, 2, 4, 6, 7, 8, 9}), a);
    assertEquals(1, bursts.middle().classes(), "b has too few gaps");
  }

  @Test
  void aTimeOrdersWhateverTheOrderOfTheRows() {
    Burstiness bursts = of("at");
    assertEquals(By.TIME, bursts.by(), "every number is different");
    assertEquals(9, bursts.n(), "a row without a time is left out");
    assertEquals(
        GapBurstiness.of(new double[] {0, 50, 52, 100, 102, 150}), bursts.gaps()[0], "gaps of a");
  }

  @Test
  void contextsGroup() {
    Burstiness bursts = of("session");
    assertEquals(By.CONTEXT, bursts.by());
    assertEquals(9, bursts.n(), "a row without a context is left out");
    RepeatLift lift = bursts.context();
    assertNotNull(lift);
    assertEquals(3, lift.contexts());
    // Six a and three b: (6·5 + 3·2) / (9·8) by chance, always within a session.
    assertEquals(1 / 0.5, lift.lift(), 1e-12);
    assertTrue(lift.lift() > lift.nullBand().high());
  }

  @Test
  void aTextNeitherOrdersNorGroups() {
    assertThrows(UserFailure.class, () -> of("note"));
  }
}
