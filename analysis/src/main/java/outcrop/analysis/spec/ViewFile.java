package outcrop.analysis.spec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.Schema;
import outcrop.analysis.task.UserFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A view in a file of its own, with what it needs of a dataset: the types of its fields, so that
/// it can be applied to another one.
///
/// @param fields those that a chart reads, as far as the file says their types
public record ViewFile(ViewSpec view, List<Needed> fields) {
  static final String NEEDS = "needs";

  /// A field that a view reads.
  ///
  /// @param type null where the file does not say it
  public record Needed(String name, @Nullable FieldType type) {}

  public ViewFile {
    fields = List.copyOf(fields);
  }

  /// A view of a dataset.
  public ViewFile(ViewSpec view, Schema schema) {
    this(view, needed(view, schema.fields()));
  }

  private static List<Needed> needed(ViewSpec view, List<Field> known) {
    if (!(view instanceof ChartSpec chart)) {
      return List.of();
    }
    return chart.fields().stream()
        .map(
            name ->
                new Needed(
                    name,
                    known.stream()
                        .filter(field -> field.name().equals(name))
                        .map(Field::type)
                        .findFirst()
                        .orElse(null)))
        .toList();
  }

  public String print() {
    ObjectNode node = SpecCodec.toNode(view);
    node.put("version", SpecCodec.VERSION);
    ArrayNode list = node.putArray(NEEDS);
    for (Needed field : fields) {
      ObjectNode one = list.addObject().put("name", field.name());
      if (field.type() != null) {
        one.put("type", field.type().name());
      }
    }
    return Json.MAPPER.writeValueAsString(node) + "\n";
  }

  /// Reads a view from a file of its own.
  ///
  /// @param name what to call the text in an error
  /// @throws UserFailure when it is not a view spec
  public static ViewFile parse(String text, String name) {
    ViewSpec view = SpecCodec.parse(text, name);
    if (!(view instanceof ChartSpec chart)) {
      return new ViewFile(view, List.of());
    }
    List<Needed> said = new ArrayList<>();
    JsonNode list = Json.MAPPER.readTree(text).path(NEEDS);
    for (String field : chart.fields()) {
      FieldType type = null;
      for (JsonNode one : list) {
        if (one.path("name").asString("").equals(field)) {
          type = type(one.path("type").asString(""));
        }
      }
      said.add(new Needed(field, type));
    }
    return new ViewFile(view, said);
  }

  private static @Nullable FieldType type(String name) {
    for (FieldType type : FieldType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
