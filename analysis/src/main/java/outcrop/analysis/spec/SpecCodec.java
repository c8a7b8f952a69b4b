package outcrop.analysis.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// View specs as JSON and back. Keys and kinds that this version does not know survive the round trip.
public final class SpecCodec {
  /// The version written into a spec that stands in a file of its own.
  public static final int VERSION = 1;

  /// [Json#MAPPER] with view specs; whatever holds specs is read and written with this one.
  public static final JsonMapper MAPPER =
      Json.MAPPER
          .rebuild()
          .addModule(
              new SimpleModule("specs")
                  .addSerializer(ViewSpec.class, new Writer())
                  .addDeserializer(ViewSpec.class, new Reader()))
          .build();

  private static final String TYPE = "type";

  private SpecCodec() {}

  /// A spec as a file of its own.
  public static String print(ViewSpec spec) {
    ObjectNode node = toNode(spec);
    node.put("version", VERSION);
    return Json.MAPPER.writeValueAsString(node);
  }

  /// Reads a spec from a file of its own.
  ///
  /// @param name what to call the text in an error
  /// @throws UserFailure when it is not a view spec
  public static ViewSpec parse(String text, String name) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      if (!(node instanceof ObjectNode object) || !object.has(TYPE)) {
        throw new UserFailure(
            name + " is not a view spec: it must be a JSON object with a \"type\" such as"
                + " \"distribution\".");
      }
      object.remove("version");
      return fromNode(object);
    } catch (JacksonException failure) {
      throw new UserFailure(
          name + " is not a readable view spec: " + reason(failure) + ".", failure);
    }
  }

  /// The first line of what the JSON library says, with the place where it stands.
  public static String reason(JacksonException failure) {
    String message = failure.getOriginalMessage().lines().findFirst().orElse("not JSON");
    return failure.getLocation() == null || failure.getLocation().getLineNr() < 1
        ? message
        : message + " (line " + failure.getLocation().getLineNr() + ")";
  }

  static ObjectNode toNode(ViewSpec spec) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    switch (spec) {
      case TableSpec table -> {
        node.put(TYPE, "table");
        node.setAll((ObjectNode) Json.MAPPER.valueToTree(table));
      }
      case DistributionSpec distribution -> {
        node.put(TYPE, "distribution");
        node.setAll((ObjectNode) Json.MAPPER.valueToTree(distribution));
      }
      case UnknownSpec unknown -> {
        node.put(TYPE, unknown.type());
        node.put("id", unknown.id());
        node.put("title", unknown.title());
        node.setAll((ObjectNode) Json.MAPPER.valueToTree(unknown.extra()));
      }
    }
    return node;
  }

  static ViewSpec fromNode(ObjectNode node) {
    ObjectNode rest = node.deepCopy();
    String type = rest.remove(TYPE).asString();
    rest.putIfAbsent("id", rest.stringNode(""));
    rest.putIfAbsent("title", rest.stringNode(""));
    return switch (type) {
      case "table" -> Json.MAPPER.treeToValue(rest, TableSpec.class);
      case "distribution" -> Json.MAPPER.treeToValue(rest, DistributionSpec.class);
      default -> {
        String id = rest.remove("id").asString();
        String title = rest.remove("title").asString();
        yield new UnknownSpec(id, title, type, extra(rest));
      }
    };
  }

  private static Map<String, Object> extra(ObjectNode node) {
    Map<String, Object> extra = new LinkedHashMap<>();
    node.properties()
        .forEach(e -> extra.put(e.getKey(), Json.MAPPER.treeToValue(e.getValue(), Object.class)));
    return extra;
  }

  private static final class Writer extends ValueSerializer<ViewSpec> {
    @Override
    public void serialize(ViewSpec spec, JsonGenerator out, SerializationContext context) {
      out.writePOJO(toNode(spec));
    }
  }

  private static final class Reader extends ValueDeserializer<ViewSpec> {
    @Override
    public ViewSpec deserialize(JsonParser in, DeserializationContext context) {
      JsonNode node = context.readTree(in);
      if (!(node instanceof ObjectNode object) || !object.has(TYPE)) {
        return context.reportInputMismatch(ViewSpec.class, "a view spec needs a type");
      }
      return fromNode(object);
    }
  }
}
