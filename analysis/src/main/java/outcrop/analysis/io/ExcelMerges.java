package outcrop.analysis.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ExcelRows.Cell;
import outcrop.analysis.io.ExcelRows.Merge;
import outcrop.analysis.io.ExcelRows.Row;

/// Gives the value of merged cells to each of them, while rows pass from top to bottom.
final class ExcelMerges {
  /// Leaves rows as they are.
  static final ExcelMerges NONE = new ExcelMerges(List.of());

  private final List<Merge> coming;
  private final List<Active> active = new ArrayList<>();
  private int next;

  private record Active(Merge merge, @Nullable Cell value) {}

  private ExcelMerges(List<Merge> merges) {
    this.coming = merges.stream().sorted(Comparator.comparingInt(Merge::top)).toList();
  }

  /// @param rows of the sheet, not read yet
  static ExcelMerges of(ExcelRows rows) throws XMLStreamException {
    Row row = rows.next();
    while (row != null) {
      row = rows.next();
    }
    return new ExcelMerges(rows.merges());
  }

  /// The cells of a row with those that merged cells add behind them.
  List<Cell> filled(Row row) {
    int at = row.number() - 1;
    for (; next < coming.size() && coming.get(next).top() <= at; next++) {
      Merge merge = coming.get(next);
      Cell value = null;
      for (Cell cell : row.cells()) {
        value = merge.top() == at && cell.column() == merge.left() ? cell : value;
      }
      active.add(new Active(merge, value));
    }
    active.removeIf(one -> one.merge().bottom() < at);
    if (active.isEmpty()) {
      return row.cells();
    }
    List<Cell> cells = new ArrayList<>(row.cells());
    for (Active one : active) {
      Cell value = one.value();
      for (int column = one.merge().left();
          value != null && column <= one.merge().right();
          column++) {
        cells.add(new Cell(column, value.text(), value.isText()));
      }
    }
    return cells;
  }
}
