package outcrop.analysis.render;

import outcrop.analysis.dataset.Json;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.DistributionSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A chart as a Vega-Lite specification of version 5, for other programs to draw and to change.
///
/// Bars and histograms become marks with encodings of the values that they show. What Vega-Lite has
/// no marks for is written as it is drawn: rectangles, lines, areas and texts at their places.
/// Nothing in a specification is an expression made from the user's texts.
public final class VegaLite {
  static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

  private final ObjectNode specification;
  private final ArrayNode rows;

  /// @param specification without data
  /// @param rows the data that its marks filter
  VegaLite(ObjectNode specification, ArrayNode rows) {
    this.specification = specification;
    this.rows = rows;
  }

  /// The translation of a chart as it is exported.
  ///
  /// @param data the answer to the query of the spec
  public static VegaLite of(ChartSpec spec, ViewData data, Theme theme, ChartWords words) {
    ChartStyle.Size size = spec.style().size();
    Drawing drawing =
        ChartLayout.layout(
            spec,
            data,
            ChartExport.width(size),
            ChartExport.height(size),
            theme,
            LayoutOptions.DEFAULT.withWords(words));
    return switch (spec) {
      case DistributionSpec distribution
          when data instanceof DistributionData counts
              && DistributionVega.covers(distribution, drawing) ->
          new DistributionVega(distribution, counts, drawing, theme, words).chart();
      case ChartSpec _ -> new DrawingVega(drawing).chart();
    };
  }

  /// The specification with its data inside.
  public String inline() {
    return print(NODES.objectNode().set("values", rows));
  }

  /// The specification that reads its data from a file.
  ///
  /// @param url of the file that holds [#data]; the name of a file beside it
  public String withDataAt(String url) {
    ObjectNode data = NODES.objectNode().put("url", url);
    data.putObject("format").put("type", "json");
    return print(data);
  }

  /// The data as JSON.
  public String data() {
    return Json.MAPPER.writeValueAsString(rows) + "\n";
  }

  private String print(tools.jackson.databind.JsonNode data) {
    ObjectNode document = NODES.objectNode();
    document.put("$schema", SCHEMA);
    document.set("data", data);
    document.setAll(specification);
    return Json.MAPPER.writeValueAsString(document) + "\n";
  }

  /// What every specification says of the drawing around the marks.
  static ObjectNode head(Drawing drawing, String title, String subtitle, Theme theme) {
    ObjectNode head = NODES.objectNode();
    head.put("description", drawing.title() + ". " + drawing.description());
    head.put("background", drawing.background().hex());
    if (!title.isEmpty()) {
      ObjectNode texts = head.putObject("title");
      texts.put("text", title).put("subtitle", subtitle).put("anchor", "start");
    }
    head.set("config", config(theme));
    return head;
  }

  private static ObjectNode config(Theme theme) {
    ObjectNode config = NODES.objectNode();
    config.put("font", Fonts.FAMILY + ", sans-serif");
    config.putObject("view").putNull("stroke");
    config
        .putObject("axis")
        .put("labelColor", theme.muted().hex())
        .put("titleColor", theme.foreground().hex())
        .put("titleFontWeight", "normal")
        .put("gridColor", theme.grid().hex())
        .put("domainColor", theme.axis().hex())
        .put("tickColor", theme.axis().hex());
    config
        .putObject("legend")
        .put("labelColor", theme.foreground().hex())
        .put("titleColor", theme.muted().hex())
        .put("titleFontWeight", "normal");
    config
        .putObject("title")
        .put("color", theme.foreground().hex())
        .put("subtitleColor", theme.muted().hex())
        .put("fontWeight", 600);
    return config;
  }

  /// A filter for the rows of one layer.
  static ArrayNode only(String field, String value) {
    ArrayNode transform = NODES.arrayNode();
    transform.addObject().putObject("filter").put("field", field).put("equal", value);
    return transform;
  }
}
