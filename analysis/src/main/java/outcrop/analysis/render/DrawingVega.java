package outcrop.analysis.render;

import java.util.List;
import java.util.Locale;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a drawing as Vega-Lite marks at their places in pixels, in the order in which they are
/// painted: neighbours of one kind are one layer.
final class DrawingVega {
  private final Drawing drawing;
  private final ArrayNode rows = VegaLite.NODES.arrayNode();
  private final ArrayNode layers = VegaLite.NODES.arrayNode();
  private String open = "";
  private int shapes;

  DrawingVega(Drawing drawing) {
    this.drawing = drawing;
  }

  VegaLite chart() {
    Bounds all = new Bounds(0, 0, drawing.width(), drawing.height());
    marks(drawing.marks(), all);
    if (layers.isEmpty()) {
      rect(new Mark.Rect(all, drawing.background()), all);
    }
    ObjectNode spec = VegaLite.NODES.objectNode();
    spec.put("description", drawing.title() + ". " + drawing.description());
    spec.put("background", drawing.background().hex());
    spec.put("width", rounded(drawing.width()));
    spec.put("height", rounded(drawing.height()));
    spec.put("padding", 0);
    ObjectNode config = spec.putObject("config");
    config.put("font", Fonts.FAMILY + ", sans-serif");
    config.putObject("view").putNull("stroke");
    spec.set("layer", layers);
    return new VegaLite(spec, rows);
  }

  private void marks(List<Mark> marks, Bounds clip) {
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Rect rect -> rect(rect, clip);
        case Mark.Line line ->
            path(
                List.of(new Point(line.x1(), line.y1()), new Point(line.x2(), line.y2())),
                line.stroke(),
                clip);
        case Mark.Path path -> path(path, clip);
        case Mark.Circle circle -> circle(circle, clip);
        case Mark.Label label -> label(label);
        case Mark.Group group -> marks(group.marks(), clip);
        case Mark.Raster raster -> raster(raster, clip);
        case Mark.Clip inner -> marks(inner.marks(), Clipping.common(clip, inner.bounds()));
      }
    }
  }

  private void rect(Mark.Rect rect, Bounds clip) {
    Bounds shown = Clipping.common(rect.bounds(), clip);
    if (!rect.fill().visible() || shown.width() <= 0 || shown.height() <= 0) {
      return;
    }
    ObjectNode row =
        row(
            "rect",
            layer -> {
              layer.putObject("mark").put("type", "rect");
              ObjectNode encoding = layer.putObject("encoding");
              place(encoding, "x", "x");
              encoding.putObject("x2").put("field", "x2");
              place(encoding, "y", "y");
              encoding.putObject("y2").put("field", "y2");
              ink(encoding, "fill", "fill");
              value(encoding, "fillOpacity", "opacity");
            });
    row.put("x", rounded(shown.x())).put("x2", rounded(shown.right()));
    row.put("y", rounded(shown.y())).put("y2", rounded(shown.bottom()));
    row.put("fill", rect.fill().hex()).put("opacity", rounded(rect.fill().opacity()));
  }

  /// A rectangle for each run of fields of one colour.
  private void raster(Mark.Raster raster, Bounds clip) {
    Bounds b = raster.bounds();
    double wide = b.width() / raster.columns();
    double high = b.height() / raster.lines();
    int[] argb = raster.argb();
    for (int line = 0; line < raster.lines(); line++) {
      int from = 0;
      for (int column = 1; column <= raster.columns(); column++) {
        int first = argb[line * raster.columns() + from];
        if (column == raster.columns() || argb[line * raster.columns() + column] != first) {
          Colour fill = new Colour(first, (first >>> 24) / 255.0);
          double y = b.y() + line * high;
          rect(
              new Mark.Rect(
                  Bounds.between(b.x() + from * wide, y, b.x() + column * wide, y + high), fill),
              clip);
          from = column;
        }
      }
    }
  }

  private void path(Mark.Path path, Bounds clip) {
    if (path.fill().visible()) {
      points(
          "area",
          Clipping.area(path.points(), clip),
          path.fill(),
          layer ->
              layer
                  .putObject("mark")
                  .put("type", "line")
                  .put("filled", true)
                  .put("interpolate", "linear-closed"));
    }
    List<Point> line = path.points();
    if (path.closed() && !line.isEmpty()) {
      line = new java.util.ArrayList<>(line);
      line.add(path.points().getFirst());
    }
    path(line, path.stroke(), clip);
  }

  private void path(List<Point> line, Stroke stroke, Bounds clip) {
    if (!stroke.visible()) {
      return;
    }
    String look = "line " + rounded(stroke.width()) + " " + stroke.dash();
    for (List<Point> part : Clipping.line(line, clip)) {
      points(
          look,
          part,
          stroke.colour(),
          layer -> {
            ObjectNode mark = layer.putObject("mark").put("type", "line");
            mark.put("strokeWidth", rounded(stroke.width())).put("strokeCap", "butt");
            if (!stroke.dash().isEmpty()) {
              ArrayNode dash = mark.putArray("strokeDash");
              stroke.dash().forEach(length -> dash.add(rounded(length)));
            }
          });
    }
  }

  private void points(
      String look,
      List<Point> points,
      Colour colour,
      java.util.function.Consumer<ObjectNode> mark) {
    boolean area = look.equals("area");
    int shape = shapes++;
    for (int i = 0; i < points.size(); i++) {
      ObjectNode row =
          row(
              look,
              layer -> {
                mark.accept(layer);
                ObjectNode encoding = layer.putObject("encoding");
                place(encoding, "x", "x");
                place(encoding, "y", "y");
                encoding.putObject("order").put("field", "order").put("type", "quantitative");
                encoding.putObject("detail").put("field", "shape").put("type", "nominal");
                ink(encoding, area ? "fill" : "stroke", "fill");
                value(encoding, area ? "fillOpacity" : "strokeOpacity", "opacity");
              });
      row.put("x", rounded(points.get(i).x())).put("y", rounded(points.get(i).y()));
      row.put("order", i).put("shape", shape);
      row.put("fill", colour.hex()).put("opacity", rounded(colour.opacity()));
    }
  }

  private void circle(Mark.Circle circle, Bounds clip) {
    if (!clip.contains(circle.x(), circle.y())) {
      return;
    }
    boolean filled = circle.fill().visible();
    Colour colour = filled ? circle.fill() : circle.stroke().colour();
    ObjectNode row =
        row(
            "circle " + filled + " " + rounded(circle.stroke().width()),
            layer -> {
              ObjectNode mark = layer.putObject("mark").put("type", "point").put("filled", filled);
              mark.put("shape", "circle");
              if (!filled) {
                mark.put("strokeWidth", rounded(circle.stroke().width()));
              }
              ObjectNode encoding = layer.putObject("encoding");
              place(encoding, "x", "x");
              place(encoding, "y", "y");
              value(encoding, "size", "size");
              ink(encoding, filled ? "fill" : "stroke", "fill");
              value(encoding, filled ? "fillOpacity" : "strokeOpacity", "opacity");
            });
    row.put("x", rounded(circle.x())).put("y", rounded(circle.y()));
    row.put("size", rounded(Math.PI * circle.radius() * circle.radius()));
    row.put("fill", colour.hex()).put("opacity", rounded(colour.opacity()));
  }

  private void label(Mark.Label label) {
    if (label.text().isBlank()) {
      return;
    }
    boolean bold = label.style().bold();
    double size = rounded(label.style().size());
    String align =
        switch (label.anchor()) {
          case START -> "left";
          case MIDDLE -> "center";
          case END -> "right";
        };
    ObjectNode row =
        row(
            "text " + bold + " " + size + " " + align + " " + rounded(label.turn()),
            layer -> {
              ObjectNode mark = layer.putObject("mark").put("type", "text");
              mark.put("align", align).put("baseline", "alphabetic").put("fontSize", size);
              if (bold) {
                mark.put("fontWeight", 600);
              }
              if (label.turn() != 0) {
                mark.put("angle", rounded((label.turn() % 360 + 360) % 360));
              }
              ObjectNode encoding = layer.putObject("encoding");
              place(encoding, "x", "x");
              place(encoding, "y", "y");
              encoding.putObject("text").put("field", "text").put("type", "nominal");
              ink(encoding, "fill", "fill");
            });
    row.put("x", rounded(label.x())).put("y", rounded(label.y())).put("text", label.text());
    row.put("fill", label.style().colour().hex());
  }

  /// A row of the layer with a look, which is begun where another look came before.
  private ObjectNode row(String look, java.util.function.Consumer<ObjectNode> begin) {
    if (!look.equals(open)) {
      open = look;
      ObjectNode layer = layers.addObject();
      layer.set("transform", VegaLite.only("layer", name(layers.size())));
      begin.accept(layer);
    }
    return rows.addObject().put("layer", name(layers.size()));
  }

  private static String name(int layer) {
    return String.format(Locale.ROOT, "%03d", layer);
  }

  private static void place(ObjectNode encoding, String channel, String field) {
    ObjectNode place = encoding.putObject(channel).put("field", field);
    place.put("type", "quantitative").putNull("scale").putNull("axis");
  }

  private static void ink(ObjectNode encoding, String channel, String field) {
    encoding
        .putObject(channel)
        .put("field", field)
        .put("type", "nominal")
        .putNull("scale")
        .putNull("legend");
  }

  private static void value(ObjectNode encoding, String channel, String field) {
    encoding
        .putObject(channel)
        .put("field", field)
        .put("type", "quantitative")
        .putNull("scale")
        .putNull("legend");
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
