package outcrop.analysis.code;

/// What a selection can be written in.
public enum CodeLanguage {
  /// A query for DuckDB.
  SQL,
  /// Python with pandas.
  PANDAS
}
