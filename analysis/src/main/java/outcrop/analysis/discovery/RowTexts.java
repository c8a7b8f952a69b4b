package outcrop.analysis.discovery;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.task.UserFailure;

/// The text of each row: its fields, one a line, in Unicode form C and otherwise as they are.
///
/// @param fields text, category or list fields, in the order in which they stand in the text
public record RowTexts(ColumnStore columns, List<String> fields) {
  /// @throws UserFailure for no field, one that is not there, or one without texts
  public RowTexts {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new UserFailure("Name a text field to look for subpopulations in.");
    }
    for (String field : fields) {
      if (columns.schema().find(field).isEmpty()) {
        throw new UserFailure("There is no field “" + field + "” in this dataset.");
      }
      Column column = columns.column(field);
      if (!(column instanceof TextColumn
          || column instanceof CategoryColumn
          || column instanceof ListColumn)) {
        throw new UserFailure("“" + field + "” holds no texts; choose a text field.");
      }
    }
  }

  /// The text of a row, empty where it has none.
  public Optional<String> of(int row) {
    List<String> lines = new ArrayList<>(fields.size());
    for (String field : fields) {
      @Nullable String text = columns.textAt(field, row);
      if (text != null && !text.isBlank()) {
        lines.add(Normalizer.normalize(text, Normalizer.Form.NFC));
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }
}
