package outcrop.analysis.io;

/// A cell that does not fit the type of its field.
///
/// @param sourceRow the row's number among all complete rows of all sources
/// @param source which source
/// @param line the physical line where its row starts
/// @param text the beginning of the cell
/// @param need what would make it fit
record Misfit(long sourceRow, int source, long line, String text, Need need) {
  /// What a field would have to become to hold the cell.
  enum Need {
    /// Doubles instead of integers.
    DECIMAL,
    /// Date and time instead of days.
    DATETIME,
    /// A list instead of vectors, because the lengths differ.
    LENGTH,
    /// Text, because the value would change otherwise.
    EXACT,
    /// TEXT instead of CATEGORY, because there is too much of it.
    PROSE,
    /// Text, because it is nothing else.
    WORDS;

    /// Whether few such cells are refused in place of changing the type.
    boolean isRefusal() {
      return this == WORDS || this == LENGTH;
    }
  }
}
