package outcrop.analysis.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.TimePeriod;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;

/// Tables written into a test as text.
///
/// The first line names the fields as `name:kind` with the kinds `cat`, `text`, `int`, `num`,
/// `date`, `datetime` and `instant`; cells are parted by `|`; `-` is missing.
public final class Tables {
  private Tables() {}

  public static ColumnStore of(String table) {
    List<String[]> lines =
        table.lines().filter(line -> !line.isBlank()).map(Tables::cells).toList();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < lines.getFirst().length; c++) {
      int index = c;
      String[] head = lines.getFirst()[c].split(":");
      columns.add(
          column(
              head[0],
              head[1],
              lines.stream().skip(1).map(line -> line[index]).toArray(String[]::new)));
    }
    return ColumnStore.of(columns);
  }

  private static String[] cells(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
  }

  private static Column column(String name, String kind, String[] cells) {
    @Nullable String[] values =
        Arrays.stream(cells).map(cell -> cell.equals("-") ? null : cell).toArray(String[]::new);
    int[] absent = IntStream.range(0, cells.length).filter(i -> values[i] == null).toArray();
    RowSet missing = absent.length == 0 ? null : RowSet.of(cells.length, absent);
    return switch (kind) {
      case "cat" -> CategoryColumn.of(new Field(name, FieldType.CATEGORY), values);
      case "text" -> TextColumn.of(new Field(name, FieldType.TEXT), values);
      case "int" ->
          NumberColumn.ofLongs(
              new Field(name, FieldType.NUMBER),
              Arrays.stream(values).mapToLong(v -> v == null ? 0 : Long.parseLong(v)).toArray(),
              missing);
      case "num" ->
          NumberColumn.ofDoubles(
              new Field(name, FieldType.NUMBER),
              Arrays.stream(values)
                  .mapToDouble(v -> v == null ? 0 : Double.parseDouble(v))
                  .toArray(),
              missing);
      default -> {
        ValueFormat format = ValueFormat.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        yield TimeColumn.ofMicros(
            new Field(name, FieldType.TIME, FieldRole.NONE, format),
            Arrays.stream(values)
                .mapToLong(v -> v == null ? 0 : TimePeriod.parse(v, format).orElseThrow().from())
                .toArray(),
            missing);
      }
    };
  }
}
