package outcrop.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;

/// A relation for people: its cells, the largest first.
final class RelationText {
  private static final int WIDEST = 40;

  private final RelationData data;
  private final List<Integer> cells;

  RelationText(RelationData data) {
    this.data = data;
    cells =
        IntStream.range(0, data.cells())
            .filter(cell -> data.counts()[cell] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(cell -> -data.counts()[cell]))
            .toList();
  }

  /// One line such as `category × rating: 9,700 rows in 60 cells`.
  String summary(RelationSpec spec) {
    return spec.crossed().stream().map(CellText::harmless).collect(Collectors.joining(" × "))
        + ": "
        + Words.count(data.selected(), "row")
        + " in "
        + Words.count(cells.size(), "cell");
  }

  /// @param limit the most cells; 0 for all
  TextTable table(int limit) {
    TextTable table = new TextTable();
    for (FieldSlots slots : data.fields()) {
      boolean named = slots.axis() instanceof BinAxis.Values;
      table.column(slots.field(), named ? TextTable.Align.LEFT : TextTable.Align.RIGHT, WIDEST);
    }
    table.column("count", TextTable.Align.RIGHT).column("share", TextTable.Align.RIGHT);
    boolean means = data.means().isPresent();
    if (means) {
      table.column("mean", TextTable.Align.RIGHT);
    }
    for (int cell : cells.subList(0, shown(limit))) {
      List<String> line = new ArrayList<>();
      for (int field = 0; field < data.fields().size(); field++) {
        line.add(name(data.fields().get(field), data.places()[field][cell]));
      }
      line.add(Words.count(data.counts()[cell]));
      line.add(Words.share(data.counts()[cell], data.selected()));
      data.means()
          .ifPresent(
              found ->
                  line.add(
                      found.counts()[cell] == 0
                          ? ""
                          : Words.number(found.sums()[cell] / found.counts()[cell])));
      table.row(line.toArray(String[]::new));
    }
    return table;
  }

  /// How many cells the table does not show.
  int hidden(int limit) {
    return cells.size() - shown(limit);
  }

  private int shown(int limit) {
    return limit == 0 ? cells.size() : Math.min(limit, cells.size());
  }

  private static String name(FieldSlots slots, int slot) {
    if (slot == slots.other()) {
      return "(" + Words.count(slots.otherValues(), "other value") + ")";
    }
    if (slot == slots.missing()) {
      return "(missing)";
    }
    if (slot == slots.offScale()) {
      return "(off the scale)";
    }
    return switch (slots.axis()) {
      case BinAxis.Values values -> values.values().get(slot);
      case BinAxis.Numbers numbers ->
          Words.number(numbers.edges()[slot]) + " – " + Words.number(numbers.edges()[slot + 1]);
      case BinAxis.Times times -> TimeColumn.textOf(times.edges()[slot], times.format());
    };
  }
}
