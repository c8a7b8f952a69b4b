package outcrop.analysis.io;

import org.jspecify.annotations.Nullable;

/// How rows are written.
///
/// @param guardFormulas CSV only: puts `'` before texts that a spreadsheet would run as formulas
///   (those that begin with `=`, `+`, `-`, `@`, tab or carriage return). Changes these texts, so it
///   is off by default; numbers and times are never touched
/// @param keyField the name of a first field that holds each row's key, null for none
public record ExportOptions(boolean guardFormulas, @Nullable String keyField) {
  /// Exactly what the dataset holds.
  public static final ExportOptions EXACT = new ExportOptions(false);

  public ExportOptions(boolean guardFormulas) {
    this(guardFormulas, null);
  }
}
