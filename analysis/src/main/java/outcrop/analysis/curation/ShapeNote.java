package outcrop.analysis.curation;

/// Something that whoever sets a target should know about it.
///
/// @param value what it is about: a value, or empty
/// @param amount how much: a share or a number of rows, as the kind says
/// @param classes how many classes it is about
public record ShapeNote(Kind kind, String value, double amount, int classes) {
  public enum Kind {
    /// There is no row to shape.
    NO_ROWS,
    /// All rows are in one class, so that nothing can be shaped but their number.
    ONE_CLASS,
    /// The shares added up to `amount`, not to one (or one hundred), and were scaled.
    SHARES_SCALED,
    /// No row has the value; its share, `amount`, was spread over the others.
    UNKNOWN_VALUE,
    /// Classes to which the target gives no share; `amount` are their rows, which are left out.
    WITHOUT_SHARE,
    /// Rows that have no place on the axis and were left out; `amount` are these rows.
    LEFT_OUT,
    /// Not one row is wanted.
    NOTHING_WANTED
  }

  static ShapeNote of(Kind kind) {
    return new ShapeNote(kind, "", 0, 0);
  }
}
