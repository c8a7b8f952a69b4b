package outcrop.analysis.dataset;

/// How the values of a field are written, so that they leave the program as they came.
public enum ValueFormat {
  /// As the type has it: text as it is, doubles in their shortest exact form.
  PLAIN,
  /// Whole numbers in 64 bits; in a list, elements that are whole numbers.
  INTEGER,
  /// In a list, elements that are doubles in their shortest exact form.
  DECIMAL,
  /// A category of the two values `true` and `false`.
  BOOLEAN,
  /// A calendar day, `2024-05-31`.
  DATE,
  /// A local date and time, `2024-05-31T12:00:00`.
  DATETIME,
  /// A moment on the UTC time line, `2024-05-31T12:00:00Z`.
  INSTANT
}
