package outcrop.analysis.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.ExcelRows.Cell;
import outcrop.analysis.io.ExcelRows.Row;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Reads one sheet of an Excel workbook (.xlsx) as a table.
///
/// Options: `sheet` (its name), `top` (the number of the row where the table starts, as the program
/// shows it), `header` (whether that row holds the names), `merged` (`fill`: each of the cells that
/// are shown as one has the value, `leave`: the first has it).
final class ExcelReader implements DatasetReader {
  static final String FORMAT = "xlsx";

  static final String SHEET = "sheet";
  static final String TOP = "top";
  static final String HEADER = "header";
  static final String MERGED = "merged";
  static final String FILL = "fill";
  private static final int HEAD_ROWS = 50;

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public List<ReaderOption> options() {
    return List.of(
        ReaderOption.text(SHEET, List.of(), "The name of the sheet."),
        ReaderOption.number(TOP, 1, "The row where the table starts."),
        ReaderOption.flag(HEADER, true, "Whether the first row of the table holds the names."),
        ReaderOption.choice(
            MERGED,
            List.of(FILL, "leave"),
            "Whether each of several merged cells has the value, or only the first."));
  }

  @Override
  public boolean quotesMeanText() {
    return true;
  }

  /// What one look through a sheet finds.
  private record Look(List<Row> head, long rows, int width, long errors, boolean merged) {}

  @Override
  public Layout layout(SourceFile file, Map<String, String> given, TaskContext context)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    Map<String, String> options = new HashMap<>(given);
    try (ExcelWorkbook workbook = ExcelWorkbook.open(file)) {
      try {
        Look look = choose(file, workbook, options, warnings, context);
        List<Row> head = look.head();
        if (head.isEmpty()) {
          throw new UserFailure(file.name() + " has no cell to import on the sheet chosen.");
        }
        int top = top(head, options);
        List<Row> table = head.stream().filter(row -> row.number() >= top).toList();
        options.computeIfAbsent(
            HEADER, key -> Boolean.toString(!table.isEmpty() && isHeader(table)));
        options.putIfAbsent(MERGED, look.merged() ? FILL : "leave");
        warn(look, options, warnings);
        long above = head.size() - table.size();
        boolean header = Boolean.parseBoolean(options.get(HEADER));
        long rows = look.rows() - above - (header ? 1 : 0);
        return new Layout(options, names(table, look.width(), header, warnings), rows, warnings);
      } catch (XMLStreamException | RuntimeException e) {
        throw workbook.unreadable(e);
      }
    }
  }

  private static void warn(Look look, Map<String, String> options, List<String> warnings) {
    if (look.errors() > 0) {
      warnings.add(
          look.errors()
              + (look.errors() == 1 ? " cell holds an error" : " cells hold errors")
              + " such as #N/A and will be missing.");
    }
    if (look.merged() && FILL.equals(options.get(MERGED))) {
      warnings.add(
          "Merged cells each get the value of the first; set the option merged to leave to change"
              + " that.");
    }
  }

  /// The sheet that is given, or the first that has cells.
  private static Look choose(
      SourceFile file,
      ExcelWorkbook workbook,
      Map<String, String> options,
      List<String> warnings,
      TaskContext context)
      throws IOException, XMLStreamException {
    String given = options.get(SHEET);
    if (given != null) {
      return look(workbook, given, context);
    }
    for (String sheet : workbook.sheets()) {
      Look look = look(workbook, sheet, context);
      if (look.rows() > 0) {
        options.put(SHEET, sheet);
        List<String> others =
            workbook.sheets().stream().filter(name -> !name.equals(sheet)).limit(20).toList();
        if (!others.isEmpty()) {
          warnings.add(
              "The sheet "
                  + sheet
                  + " is read, and "
                  + String.join(", ", others)
                  + (others.size() == 1 ? " is not." : " are not."));
        }
        return look;
      }
    }
    throw new UserFailure(file.name() + " has no sheet with cells; there is nothing to import.");
  }

  private static Look look(ExcelWorkbook workbook, String sheet, TaskContext context)
      throws IOException, XMLStreamException {
    ExcelRows rows = new ExcelRows(workbook, sheet);
    List<Row> head = new ArrayList<>();
    long count = 0;
    int width = 0;
    for (Row row = rows.next(); row != null; row = rows.next()) {
      if (count++ < HEAD_ROWS) {
        head.add(row);
      }
      if ((count & 0xFFF) == 0) {
        context.checkCancelled();
      }
      width = Math.max(width, row.cells().getLast().column() + 1);
    }
    return new Look(head, count, width, rows.errors(), !rows.merges().isEmpty());
  }

  /// Titles above a table fill few of its columns.
  private static int top(List<Row> head, Map<String, String> options) {
    String given = options.get(TOP);
    if (given != null) {
      return number(given);
    }
    int most = head.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (Row row : head) {
      if (row.cells().size() * 2 > most) {
        options.put(TOP, Integer.toString(row.number()));
        return row.number();
      }
    }
    return 1;
  }

  static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new UserFailure("The option top must be the number of a row, not \"" + text + "\".", e);
    }
  }

  /// Names are texts, all different, and stand above something.
  private static boolean isHeader(List<Row> table) {
    List<Cell> first = table.getFirst().cells();
    long different = first.stream().map(Cell::text).distinct().count();
    return table.size() > 1
        && first.stream().allMatch(Cell::isText)
        && different * 2 > first.size();
  }

  private static List<String> names(
      List<Row> table, int width, boolean header, List<String> warnings) {
    if (!header || table.isEmpty()) {
      return FieldNames.numbered(width);
    }
    String[] names = new String[width];
    java.util.Arrays.fill(names, "");
    for (Cell cell : table.getFirst().cells()) {
      if (cell.column() < width) {
        names[cell.column()] = cell.text().strip();
      }
    }
    return FieldNames.unique(List.of(names), warnings);
  }

  @Override
  public RowCursor open(
      SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException {
    int[] targets =
        layout.fields().stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
    return new ExcelCursor(file, layout, targets);
  }

  /// Rows of a sheet.
  private static final class ExcelCursor implements RowCursor {
    private final SourceFile file;
    private final ExcelWorkbook workbook;
    private final ExcelRows rows;
    private final ExcelMerges merges;
    private final int[] targets;
    private final long total;
    private final int top;
    private boolean header;
    private volatile long count;

    ExcelCursor(SourceFile file, Layout layout, int[] targets) throws IOException {
      this.file = file;
      this.targets = targets;
      this.total = layout.rows();
      this.top = number(layout.options().getOrDefault(TOP, "1"));
      this.header = Boolean.parseBoolean(layout.options().get(HEADER));
      String sheet = layout.options().getOrDefault(SHEET, "");
      this.workbook = ExcelWorkbook.open(file);
      try {
        this.merges =
            FILL.equals(layout.options().get(MERGED))
                ? ExcelMerges.of(new ExcelRows(workbook, sheet))
                : ExcelMerges.NONE;
        this.rows = new ExcelRows(workbook, sheet);
      } catch (XMLStreamException | RuntimeException e) {
        workbook.close();
        throw workbook.unreadable(e);
      }
    }

    @Override
    public boolean fill(RowBatch batch, RowSink sink) {
      try {
        while (!batch.isFull()) {
          Row row = next();
          if (row == null) {
            return false;
          }
          for (Cell cell : merges.filled(row)) {
            int target = cell.column() < targets.length ? targets[cell.column()] : -1;
            if (target >= 0 && !batch.has(target)) {
              batch.put(target, cell.text(), cell.isText());
            }
          }
          count++;
          batch.endRow(row.number());
        }
        return true;
      } catch (XMLStreamException | RuntimeException e) {
        throw workbook.unreadable(e);
      }
    }

    private @Nullable Row next() throws XMLStreamException {
      Row row = rows.next();
      while (row != null && row.number() < top) {
        row = rows.next();
      }
      if (header && row != null) {
        header = false;
        return rows.next();
      }
      return row;
    }

    @Override
    public long bytesRead() {
      return total <= 0 ? 0 : (long) ((double) file.size() * count / total);
    }

    @Override
    public void close() throws IOException {
      workbook.close();
    }
  }
}
