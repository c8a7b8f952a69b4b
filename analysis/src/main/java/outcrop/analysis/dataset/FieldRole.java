package outcrop.analysis.dataset;

/// What a field means for the user, apart from how it is stored.
public enum FieldRole {
  NONE,
  /// Names a row; unique values become the row's key.
  ID,
  /// The text a person reads.
  TEXT,
  LABEL,
  SPLIT,
  TIME,
  IMAGE,
  VECTOR,
  /// The file or source a row came from.
  SOURCE
}
