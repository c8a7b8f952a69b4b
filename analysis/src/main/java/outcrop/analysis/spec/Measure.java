package outcrop.analysis.spec;

/// A number worked out from the rows, at which a line stands or a band ends.
///
/// @param quantile 0…1 for [Kind#QUANTILE], else without meaning
/// @param rows which rows count
/// @param field narrows them to the rows whose `field` is `value`, such as the rows of another
///   split; empty for no such narrowing
public record Measure(Kind kind, double quantile, Rows rows, String field, String value) {
  /// No number from the rows: the value written beside it counts.
  public static final Measure NONE = of(Kind.VALUE);

  /// @throws IllegalArgumentException for a quantile outside 0…1
  public Measure {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw new IllegalArgumentException("A quantile is between 0 and 1, not " + quantile);
    }
  }

  /// A measure of the selected rows.
  public static Measure of(Kind kind) {
    return new Measure(kind, 0.5, Rows.SELECTED, "", "");
  }

  /// A quantile of the selected rows.
  public static Measure quantile(double q) {
    return new Measure(Kind.QUANTILE, q, Rows.SELECTED, "", "");
  }

  /// Whether there is anything to work out.
  public boolean measured() {
    return kind != Kind.VALUE;
  }

  public Measure withKind(Kind other) {
    return new Measure(other, quantile, rows, field, value);
  }

  public Measure withQuantile(double q) {
    return new Measure(kind, q, rows, field, value);
  }

  public Measure withRows(Rows other) {
    return new Measure(kind, quantile, other, field, value);
  }

  /// Narrowed to the rows whose field has a value.
  public Measure among(String otherField, String otherValue) {
    return new Measure(kind, quantile, rows, otherField, otherValue);
  }

  public enum Kind {
    VALUE,
    MEAN,
    MEDIAN,
    QUANTILE
  }

  /// Whose rows count.
  public enum Rows {
    SELECTED,
    ALL
  }
}
