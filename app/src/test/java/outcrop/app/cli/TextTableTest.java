package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outcrop.app.cli.TextTable.Align;
import outcrop.app.cli.TextTable.Cell;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestValueAndNumbersStandRight() {
    TextTable table = new TextTable().column("name", Align.LEFT).column("n", Align.RIGHT);
    table.row("a", "1,000");
    table.row("longer", "5");
    assertEquals(
        List.of("name        n", "a       1,000", "longer      5"),
        table.lines(80),
        "align the columns by their widest cell");
  }

  @Test
  void wideAndCombiningCharactersAreMeasuredAsATerminalDrawsThem() {
    TextTable table = new TextTable().column("x", Align.LEFT).column("y", Align.LEFT);
    table.row("日本", "1");
    table.row("e\u0301", "2");
    assertEquals(
        List.of("x     y", "日本  1", "e\u0301     2"),
        table.lines(80),
        "count wide characters as two columns and combining marks as none");
  }

  @Test
  void aLongTextIsCutOnlyInAColumnThatMayGiveWay() {
    TextTable table = new TextTable().column("k", Align.LEFT).column("text", Align.LEFT, 12);
    table.row("row:0123456789abcdef", "the quick brown fox");
    assertEquals(
        "row:0123456789abcdef  the quick b…",
        table.lines(80).get(1),
        "keep the key whole and cut the text");
  }

  @Test
  void aCutTextShowsItsFirstHit() {
    TextTable table = new TextTable().highlighting(true).column("text", Align.LEFT, 20);
    String text = "a long way to go before the needle is found";
    table.cells(List.of(new Cell(text, List.of(new int[] {28, 34}))));
    String line = table.lines(80).get(1);
    assertTrue(line.contains("\u001b[1;33mneedle\u001b[0m"), "show and mark the hit, not: " + line);
    assertTrue(line.startsWith("…"), "say that the start is cut, not: " + line);
  }

  @Test
  void valuesCannotBreakTheTableOrDriveTheTerminal() {
    TextTable table = new TextTable().column("x", Align.LEFT);
    table.row("a\nb\u001b[31mred\u202Eabc");
    assertEquals(
        "a⏎b␛[31mred�abc", table.lines(80).get(1), "replace control characters by visible ones");
  }
}
