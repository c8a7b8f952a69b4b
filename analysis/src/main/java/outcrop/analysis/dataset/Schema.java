package outcrop.analysis.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of a dataset, in their order.
public record Schema(List<Field> fields) {
  /// @throws IllegalArgumentException when two fields have one name
  public Schema {
    fields = List.copyOf(fields);
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("Two fields are named " + field.name());
      }
    }
  }

  public Optional<Field> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// The first field that plays the role.
  public Optional<Field> withRole(FieldRole role) {
    return fields.stream().filter(field -> field.role() == role).findFirst();
  }

  /// The position of a field, −1 where there is none of this name.
  public int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
