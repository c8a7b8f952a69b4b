package outcrop.analysis.dataset;

/// The name of a row that stays the same outside the project and after a new import.
///
/// Either `id:VALUE` from a field of role ID with unique values, or `row:HASH` from the row's
/// content, with `#2`, `#3`… on repeats of the same content in file order.
public record RowKey(String text) {
  @Override
  public String toString() {
    return text;
  }
}
