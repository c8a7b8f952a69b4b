package outcrop.analysis.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.WholeFile;

/// A file that went through preview and import, for tests to look at.
record ImportedTable(ImportPreview preview, ReadReport report, ColumnStore columns, Path folder)
    implements AutoCloseable {

  static ImportedTable of(Path directory, String name, String text) {
    return of(write(directory, name, text));
  }

  static ImportedTable of(Path... files) {
    return of(UnaryOperator.identity(), files);
  }

  /// @param edit what the user changes in the preview
  static ImportedTable of(UnaryOperator<ImportSpec> edit, Path... files) {
    Importer importer = new Importer(new DirectTaskRunner());
    ImportPreview preview = importer.preview(Arrays.asList(files), TaskContext.NONE);
    Path folder;
    try {
      folder = Files.createTempDirectory("outcrop-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path store = folder.resolve("store");
    ReadReport report;
    try {
      report = importer.read(edit.apply(preview.spec()), Path.of(""), store, TaskContext.NONE);
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
    return new ImportedTable(preview, report, StoredColumns.open(store), folder);
  }

  static Path write(Path directory, String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An edit that chooses the type of a field.
  static UnaryOperator<ImportSpec> choosing(
      String field, UnaryOperator<Field> change, String pattern) {
    return spec ->
        new ImportSpec(
            spec.sources(),
            spec.fields().stream()
                .map(
                    known ->
                        known.field().name().equals(field)
                            ? new ImportSpec.FieldSpec(
                                known.source(), change.apply(known.field()), pattern, true)
                            : known)
                .toList());
  }

  Field field(String name) {
    return report.schema().find(name).orElseThrow();
  }

  FieldType type(String name) {
    return field(name).type();
  }

  /// All texts of a field, null where missing.
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < columns.rowCount(); row++) {
      texts.add(columns.textAt(name, row));
    }
    return texts;
  }

  @Override
  public void close() {
    columns.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try {
      WholeFile.deleteTree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
