package outcrop.analysis.derive;

import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;

/// A field that is computed from others and then is a field like any other: charts, filters, tables
/// and exports use it under its name.
///
/// @param name no field of the dataset has it
/// @param how what its values are
public record DerivedField(String name, Derivation how) {
  /// @throws IllegalArgumentException without a name
  public DerivedField {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A derived field needs a name");
    }
  }

  public Field field() {
    return new Field(name, how.type(), FieldRole.NONE, how.format());
  }
}
