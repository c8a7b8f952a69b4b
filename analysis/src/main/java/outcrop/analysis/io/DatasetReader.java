package outcrop.analysis.io;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.TaskContext;

/// Reads one format. One implementation per format, chosen by the content first and the extension
/// second ([SourceProbe]).
interface DatasetReader {
  /// The name that an [ImportSpec.SourceSpec] carries.
  String format();

  /// The settings that a source of this format has, in the order in which they are shown.
  default List<ReaderOption> options() {
    return List.of();
  }

  /// Completes the options of a source by guesses from its head and names its fields.
  ///
  /// @param given options that are settled, by the user or by an earlier guess
  Layout layout(SourceFile file, Map<String, String> given, TaskContext context) throws IOException;

  /// Starts to read rows.
  ///
  /// @param layout of this source; options decide how it is read
  /// @param columns the column of the batch for each field name
  RowCursor open(SourceFile file, Layout layout, Map<String, Integer> columns, TaskContext context)
      throws IOException;

  /// Those options of one file that another one, written by the same program, has as well: what is
  /// costly to guess and proves itself by giving the same fields.
  default Map<String, String> dialect(Map<String, String> options) {
    return Map.of();
  }

  /// Whether the text of a cell says what type it has: in JSON `"1"` is no number, in CSV it is.
  boolean quotesMeanText();

  /// Whether cells refer to places inside their source by its name, as images inside a table do.
  default boolean refersInside() {
    return false;
  }

  /// How a source is laid out.
  ///
  /// @param options all options, complete
  /// @param fields names as the source has them, made unique
  /// @param rows exact number of rows, −1 where the format does not say
  /// @param warnings one sentence each, without the file
  /// @param hints what the format itself says of its fields
  /// @param declared types that the format itself states, by field; what is not here is guessed
  record Layout(
      Map<String, String> options,
      List<String> fields,
      long rows,
      List<String> warnings,
      Map<String, FieldHint> hints,
      Map<String, DeclaredType> declared) {
    Layout(Map<String, String> options, List<String> fields, long rows, List<String> warnings) {
      this(options, fields, rows, warnings, Map.of());
    }

    Layout(
        Map<String, String> options,
        List<String> fields,
        long rows,
        List<String> warnings,
        Map<String, FieldHint> hints) {
      this(options, fields, rows, warnings, hints, Map.of());
    }

    Layout withWarnings(List<String> all) {
      return new Layout(options, fields, rows, all, hints, declared);
    }
  }

  /// A type that the header of a file states, which no cell overrules.
  ///
  /// @param pattern how times are written, null for ISO 8601 and other types
  record DeclaredType(FieldType type, ValueFormat format, @Nullable String pattern) {}
}
