package outcrop.analysis.code;

import java.util.List;
import outcrop.analysis.dataset.RowSet;

/// Writes programs of one language that read the sources of a dataset and keep some rows.
sealed interface CodeWriter permits SqlWriter, PandasWriter {
  /// A program that gives the rows of the condition, in the order of the dataset and with its names
  /// and types.
  ///
  /// @param notes what the reader of the program should know, a comment each
  /// @throws Untranslatable where the language cannot read a source, or not test a field, in the
  ///   way of the import
  String reading(Condition condition, List<String> notes) throws Untranslatable;

  /// A program that holds the values of the rows themselves.
  String holding(RowSet rows, List<String> notes);

  static CodeWriter of(CodeLanguage language, CodeSource source) {
    return switch (language) {
      case SQL -> new SqlWriter(source);
      case PANDAS -> new PandasWriter(source);
    };
  }
}
