package outcrop.analysis.dataset;

/// One named field of a dataset.
///
/// @param name unique in its schema; any text, also with dots, blanks or line breaks
/// @param type how values are stored
/// @param role what the field means
/// @param format how values are written
public record Field(String name, FieldType type, FieldRole role, ValueFormat format) {
  public Field(String name, FieldType type) {
    this(name, type, FieldRole.NONE, ValueFormat.PLAIN);
  }

  public Field withType(FieldType newType) {
    return new Field(name, newType, role, format);
  }

  public Field withRole(FieldRole newRole) {
    return new Field(name, type, newRole, format);
  }

  public Field withFormat(ValueFormat newFormat) {
    return new Field(name, type, role, newFormat);
  }
}
