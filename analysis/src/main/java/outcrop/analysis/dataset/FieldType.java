package outcrop.analysis.dataset;

/// How the values of a field are stored and what can be asked of them.
public enum FieldType {
  /// 64-bit integers or doubles: ranges, histograms, arithmetic.
  NUMBER,
  /// Few or many named values by dictionary: counts, equality, sets. Booleans are categories.
  CATEGORY,
  /// Prose: searched by words through the text index.
  TEXT,
  /// A date, a local date and time, or an instant, in microseconds.
  TIME,
  /// A reference to an image file.
  IMAGE,
  /// A fixed number of floats per row.
  VECTOR,
  /// Any number of named values per row, by dictionary; a row counts for each of its values. The
  /// elements are texts, or numbers where the format says so.
  LIST
}
