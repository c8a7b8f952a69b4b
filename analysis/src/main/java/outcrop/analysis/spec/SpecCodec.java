package outcrop.analysis.spec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.UserFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// View specs as JSON and back. Keys and kinds that this version does not know survive the round
/// trip.
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

  /// Takes nothing for what it is not: a number for a name, a text for a number, 3.7 for 3.
  private static final JsonMapper STRICT =
      Json.MAPPER
          .rebuild()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private static final String TYPE = "type";
  private static final List<String> CHARTS = List.of("distribution", "tail", "relation");

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
    JsonNode node = Json.MAPPER.nullNode();
    try {
      node = Json.MAPPER.readTree(text);
      if (!(node instanceof ObjectNode object) || !object.has(TYPE)) {
        throw new UserFailure(
            name
                + " is not a view spec: it must be a JSON object with a \"type\" such as"
                + " \"distribution\".");
      }
      object.remove("version");
      object.remove(ViewFile.NEEDS);
      if (CHARTS.contains(object.get(TYPE).asString(""))) {
        SpecProblem.emptyValue(object, "").ifPresent(problem -> refuse(name, problem));
      }
      ViewSpec spec = fromNode(object);
      problem(spec).ifPresent(problem -> refuse(name, problem));
      return spec;
    } catch (JacksonException failure) {
      throw new UserFailure(
          name + " is not a readable view spec: " + SpecProblem.of(failure, node) + ".", failure);
    }
  }

  private static void refuse(String name, String problem) {
    throw new UserFailure(name + " is not a readable view spec: " + problem + ".");
  }

  private static Optional<String> problem(ViewSpec spec) {
    Optional<String> ofStyle =
        spec instanceof ChartSpec chart ? SpecProblem.of(chart.style()) : Optional.empty();
    return ofStyle.isEmpty() && spec instanceof DistributionSpec distribution
        ? SpecProblem.places(distribution.bins().edges(), "bins.edges")
        : ofStyle;
  }

  /// The same view under another id.
  public static ViewSpec withId(ViewSpec spec, String id) {
    ObjectNode node = toNode(spec);
    node.put("id", id);
    return fromNode(node);
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
    node.put(TYPE, type(spec));
    switch (spec) {
      case TableSpec table -> node.setAll(known(table));
      case DistributionSpec distribution -> node.setAll(known(distribution));
      case TailSpec tail -> node.setAll(known(tail));
      case RelationSpec relation -> node.setAll(known(relation));
      case MapSpec map -> node.setAll(known(map));
      case GallerySpec gallery -> node.setAll(known(gallery));
      case ReaderSpec reader -> node.setAll(known(reader));
      case CompareSpec compare -> node.setAll(known(compare));
      case OverviewSpec overview -> node.setAll(known(overview));
      case UnknownSpec unknown -> {
        node.put("id", unknown.id());
        node.put("title", unknown.title());
      }
    }
    addMissing(node, (ObjectNode) Json.MAPPER.valueToTree(spec.extra()));
    return node;
  }

  private static String type(ViewSpec spec) {
    return switch (spec) {
      case TableSpec _ -> "table";
      case DistributionSpec _ -> "distribution";
      case TailSpec _ -> "tail";
      case RelationSpec _ -> "relation";
      case MapSpec _ -> "map";
      case GallerySpec _ -> "gallery";
      case ReaderSpec _ -> "reader";
      case CompareSpec _ -> "compare";
      case OverviewSpec _ -> "overview";
      case UnknownSpec unknown -> unknown.type();
    };
  }

  private static ObjectNode known(ViewSpec spec) {
    return Json.MAPPER.valueToTree(spec);
  }

  static ViewSpec fromNode(ObjectNode node) {
    ObjectNode rest = node.deepCopy();
    String type = rest.remove(TYPE).asString();
    return switch (type) {
      case "table" -> {
        TableSpec table = read(rest, TableSpec.of(""), TableSpec.class);
        yield new TableSpec(
            table.id(), table.title(), table.columns(), table.sort(), extra(rest, known(table)));
      }
      case "distribution" -> {
        DistributionSpec spec = read(rest, DistributionSpec.of("", ""), DistributionSpec.class);
        yield new DistributionSpec(
            spec.id(),
            spec.title(),
            spec.field(),
            spec.by(),
            spec.bins(),
            spec.axes(),
            spec.style(),
            spec.shape(),
            spec.facet(),
            spec.target(),
            extra(rest, known(spec)));
      }
      case "tail" -> {
        TailSpec spec = read(rest, TailSpec.of("", ""), TailSpec.class);
        yield new TailSpec(
            spec.id(),
            spec.title(),
            spec.field(),
            spec.counted(),
            spec.shape(),
            spec.bands(),
            spec.fit(),
            spec.beside(),
            spec.look(),
            spec.style(),
            spec.facet(),
            spec.target(),
            extra(rest, known(spec)));
      }
      case "relation" -> {
        RelationSpec spec = read(rest, relationDefaults(rest), RelationSpec.class);
        yield new RelationSpec(
            spec.id(),
            spec.title(),
            spec.shape(),
            spec.crossed(),
            spec.colour(),
            spec.bins(),
            spec.axes(),
            spec.style(),
            spec.facet(),
            extra(rest, known(spec)));
      }
      case "map" -> {
        MapSpec spec = read(rest, MapSpec.of("", "", ""), MapSpec.class);
        yield new MapSpec(
            spec.id(),
            spec.title(),
            spec.x(),
            spec.y(),
            spec.colour(),
            spec.scale(),
            spec.dots(),
            spec.window(),
            spec.shown(),
            spec.layers(),
            spec.labels(),
            spec.style(),
            extra(rest, known(spec)));
      }
      case "gallery" -> {
        GallerySpec spec = read(rest, GallerySpec.of(""), GallerySpec.class);
        yield new GallerySpec(
            spec.id(),
            spec.title(),
            spec.field(),
            spec.size(),
            spec.captions(),
            spec.sort(),
            extra(rest, known(spec)));
      }
      case "reader" -> {
        ReaderSpec spec = read(rest, ReaderSpec.of(""), ReaderSpec.class);
        yield new ReaderSpec(
            spec.id(),
            spec.title(),
            spec.field(),
            spec.textSize(),
            spec.beside(),
            extra(rest, known(spec)));
      }
      case "compare" -> {
        CompareSpec spec = read(rest, CompareSpec.of("", List.of()), CompareSpec.class);
        yield new CompareSpec(
            spec.id(), spec.title(), spec.rows(), spec.onlyDifferences(), extra(rest, known(spec)));
      }
      case "overview" -> {
        OverviewSpec spec = read(rest, OverviewSpec.of(""), OverviewSpec.class);
        yield new OverviewSpec(
            spec.id(),
            spec.title(),
            spec.order(),
            spec.filter(),
            spec.hidden(),
            spec.associations(),
            extra(rest, known(spec)));
      }
      default -> {
        String id = text(rest.remove("id"));
        String title = text(rest.remove("title"));
        yield new UnknownSpec(id, title, type, extra(rest, Json.MAPPER.createObjectNode()));
      }
    };
  }

  /// Other shapes have other defaults; an unknown shape is left to be refused with the rest.
  private static RelationSpec relationDefaults(ObjectNode node) {
    String name = text(node.get("shape"));
    RelationSpec.Shape shape =
        Arrays.stream(RelationSpec.Shape.values())
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElse(RelationSpec.Shape.HEAT_MAP);
    return RelationSpec.of("", shape, List.of());
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "" : node.asString("");
  }

  /// Reads a spec whose left out keys mean those of `defaults`.
  private static <S extends ViewSpec> S read(ObjectNode node, S defaults, Class<S> kind) {
    ObjectNode whole = node.deepCopy();
    addMissing(whole, known(defaults));
    return STRICT.treeToValue(whole, kind);
  }

  /// Adds the keys that `node` lacks, at any depth of nested objects.
  private static void addMissing(ObjectNode node, ObjectNode more) {
    for (Map.Entry<String, JsonNode> entry : more.properties()) {
      JsonNode present = node.get(entry.getKey());
      if (present == null) {
        node.set(entry.getKey(), entry.getValue());
      } else if (present instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode e) {
        addMissing(inner, e);
      }
    }
  }

  /// What of `node` the known keys do not cover, at any depth of nested objects.
  private static Map<String, Object> extra(ObjectNode node, ObjectNode known) {
    Map<String, Object> extra = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode covered = known.get(entry.getKey());
      if (covered == null) {
        extra.put(entry.getKey(), Json.MAPPER.treeToValue(entry.getValue(), Object.class));
      } else if (entry.getValue() instanceof ObjectNode inner && covered instanceof ObjectNode c) {
        Map<String, Object> deeper = extra(inner, c);
        if (!deeper.isEmpty()) {
          extra.put(entry.getKey(), deeper);
        }
      }
    }
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
