package outcrop.analysis.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a row that stays the same outside the project and after a new import.
///
/// Either `id:VALUE` from a field of role ID with unique values, or `row:HASH` from the row's
/// content, with `#2`, `#3`… on repeats of the same content in file order.
///
/// As JSON it is its text.
public record RowKey(@JsonValue String text) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RowKey {}

  @Override
  public String toString() {
    return text;
  }
}
