package outcrop.analysis.io;

/// The formats that rows can be written in.
public enum ExportFormat {
  /// RFC 4180 with line feeds, UTF-8, with a header. A missing value is an empty field, an empty
  /// text is `""`.
  CSV,
  /// One object per line with all fields. A missing value is `null`; NaN and the infinities, for
  /// which JSON has no numbers, are the texts `"NaN"`, `"Infinity"` and `"-Infinity"`.
  JSONL,
  /// Zstandard-packed; whole numbers, doubles, booleans, dates, times and texts keep their types.
  PARQUET
}
