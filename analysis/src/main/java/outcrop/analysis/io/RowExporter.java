package outcrop.analysis.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Writes rows into a new file, whole or not at all: under a temporary name beside it, synced, then
/// moved. An existing file is replaced in that last step.
public final class RowExporter {
  private static final int ROWS_PER_CHECK = 1024;

  private RowExporter() {}

  /// Writes the rows of a set in dataset order.
  ///
  /// @return rows written
  public static long export(
      ColumnStore columns,
      RowSet rows,
      List<String> fields,
      ExportFormat format,
      ExportOptions options,
      Path target,
      TaskContext context) {
    return export(columns, ExportRows.of(rows), fields, format, options, target, context);
  }

  /// Writes rows in the order given.
  ///
  /// @param fields names of the fields to write, in order
  /// @return rows written
  /// @throws UserFailure where the file cannot be written or a field does not exist; nothing is
  ///   left behind then
  public static long export(
      ColumnStore columns,
      ExportRows rows,
      List<String> fields,
      ExportFormat format,
      ExportOptions options,
      Path target,
      TaskContext context) {
    List<Column> chosen = columns(columns, fields, options);
    Path place = target.toAbsolutePath();
    Path parent = place.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new UserFailure("The folder of " + target + " does not exist; make it first.");
    }
    if (Files.isDirectory(place)) {
      throw new UserFailure(target + " is a directory; name a file to write.");
    }
    context.stage("Writing " + target.getFileName());
    try (WholeDirectory.TemporaryFile temporary = WholeDirectory.fileBeside(place)) {
      RowWriter.Plan plan = new RowWriter.Plan(chosen, options, temporary.path());
      try (RowWriter writer = writer(format, plan)) {
        write(columns, rows, options, writer, context);
        writer.finish(context);
      }
      WholeDirectory.sync(temporary.path());
      context.checkCancelled();
      move(temporary.path(), place);
      WholeDirectory.syncDirectory(parent);
      return rows.size();
    } catch (IOException e) {
      throw new UserFailure(
          target + " cannot be written: " + e.getMessage() + "; make room or choose another place.",
          e);
    }
  }

  private static List<Column> columns(
      ColumnStore columns, List<String> fields, ExportOptions options) {
    if (fields.isEmpty()) {
      throw new UserFailure("No field is chosen for the export; choose at least one.");
    }
    Set<String> names = new HashSet<>();
    if (options.keyField() != null) {
      names.add(options.keyField());
    }
    for (String field : fields) {
      if (columns.schema().find(field).isEmpty()) {
        throw new UserFailure("The dataset has no field named " + field + ".");
      }
      if (!names.add(field)) {
        throw new UserFailure(
            "The name " + field + " would occur twice in the export; choose another key field.");
      }
    }
    return fields.stream().map(columns::column).toList();
  }

  private static RowWriter writer(ExportFormat format, RowWriter.Plan plan) throws IOException {
    return switch (format) {
      case CSV -> new CsvRowWriter(plan);
      case JSONL -> new JsonRowWriter(plan);
      case PARQUET -> new ParquetRowWriter(plan);
    };
  }

  private static void write(
      ColumnStore columns,
      ExportRows rows,
      ExportOptions options,
      RowWriter writer,
      TaskContext context)
      throws IOException {
    int size = rows.size();
    try (ColumnUse use = columns.use()) {
      for (int position = 0; position < size; position++) {
        if (position % ROWS_PER_CHECK == 0) {
          context.checkCancelled();
          use.checkWanted();
          context.progress(position, size);
        }
        int row = rows.rowAt(position);
        writer.write(row, options.keyField() == null ? null : columns.key(row));
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
