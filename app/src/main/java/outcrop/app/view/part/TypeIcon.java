package outcrop.app.view.part;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;

/// The icon of a field's type, the same in the table, the field list and the inspector.
final class TypeIcon {
  private TypeIcon() {}

  static Ikon of(Field field) {
    if (field.type() == FieldType.CATEGORY && field.format() == ValueFormat.BOOLEAN) {
      return Feather.TOGGLE_LEFT;
    }
    return of(field.type());
  }

  static Ikon of(FieldType type) {
    return switch (type) {
      case NUMBER -> Feather.HASH;
      case CATEGORY -> Feather.TAG;
      case TEXT -> Feather.ALIGN_LEFT;
      case TIME -> Feather.CALENDAR;
      case IMAGE -> Feather.IMAGE;
      case VECTOR -> Feather.GRID;
      case LIST -> Feather.LIST;
    };
  }

  /// The key of the type's name.
  static String key(FieldType type) {
    return switch (type) {
      case NUMBER -> "type.number";
      case CATEGORY -> "type.category";
      case TEXT -> "type.text";
      case TIME -> "type.time";
      case IMAGE -> "type.image";
      case VECTOR -> "type.vector";
      case LIST -> "type.list";
    };
  }
}
