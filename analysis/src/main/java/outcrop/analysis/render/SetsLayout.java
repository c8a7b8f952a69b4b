package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.spec.RelationSpec;

/// Lays out parallel sets (Kosara, Bendix and Hauser, 2006): the fields side by side, each with its
/// values one above the other as high as they have rows, and ribbons between neighbours for the
/// rows that have both values.
final class SetsLayout {
  private static final double NODE = 12;
  private static final int STEPS = 12;
  private static final int SLICES = 6;

  private final Sketch sketch;
  private final RelationData data;
  private final Palette palette;
  private final int coloured;
  private final boolean missing;
  private final Key key;
  private final List<SetItem> items = new ArrayList<>();
  private final List<Map<Integer, Node>> columns = new ArrayList<>();

  /// A value of a field: its rows and where it stands.
  private static final class Node {
    long count;
    long context;
    double top;
    double leftUsed;
    double rightUsed;
  }

  /// What can be pointed at: a value, or the rows that two neighbours share.
  record SetItem(List<Place> places, long count, long context) {}

  /// The rows that two values of neighbours share, of one colour, and where their ribbon ends.
  private static final class Flow {
    final int a;
    final int b;
    final int colour;
    long count;
    long context;
    double left;
    double right;

    Flow(int a, int b, int colour) {
      this.a = a;
      this.b = b;
      this.colour = colour;
    }
  }

  SetsLayout(Sketch sketch, RelationSpec spec, RelationData data) {
    this.sketch = sketch;
    this.data = data;
    missing = spec.bins().missing();
    coloured = coloured(spec);
    palette = Palette.of(sketch.theme, spec.style(), GroupNames.all(data.fields().get(coloured)));
    key = new GroupKey(spec, data, coloured).legend(sketch, palette);
  }

  /// The number of the field that gives the colours.
  static int coloured(RelationSpec spec) {
    return Math.max(0, spec.crossed().indexOf(spec.colour()));
  }

  /// What the items of the drawing are, by number.
  List<SetItem> items() {
    return items;
  }

  /// Draws into a part of the drawing.
  ///
  /// @return the plot
  Bounds draw(Bounds area) {
    Bounds rest = key.around(area);
    TextStyle small = sketch.small();
    double above = sketch.isTiny() ? 0 : small.size() * 1.8;
    Bounds plot =
        Bounds.between(
            rest.x(),
            rest.y() + above,
            rest.right(),
            Math.max(rest.y() + above + 8, rest.bottom()));
    double unit = place(plot);
    int fields = data.fields().size();
    double step = (plot.width() - NODE) / (fields - 1);
    for (int field = 0; field + 1 < fields; field++) {
      ribbons(field, plot.x() + field * step + NODE, plot.x() + (field + 1) * step, unit);
    }
    List<Mark> bars = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      nodes(field, plot.x() + field * step, step, unit, bars, labels);
      if (!sketch.isTiny()) {
        title(labels, field, plot.x() + field * step, step, rest.y() + small.size());
      }
    }
    sketch.group("values", bars);
    sketch.group("labels", labels);
    key.over(plot);
    return plot;
  }

  private void title(List<Mark> labels, int field, double x, double step, double y) {
    TextStyle bold = new TextStyle(sketch.small().size(), true, sketch.theme.foreground());
    boolean last = field == data.fields().size() - 1;
    boolean first = field == 0;
    String name = Sketch.fit(Names.visible(data.fields().get(field).field()), step - 8, bold);
    Sketch.label(
        labels,
        name,
        first ? x : last ? x + NODE : x + NODE / 2,
        y,
        first ? Anchor.START : last ? Anchor.END : Anchor.MIDDLE,
        bold);
  }

  private boolean isShown(int cell) {
    for (int field = 0; field < data.fields().size(); field++) {
      if (!missing && data.places()[field][cell] == data.fields().get(field).missing()) {
        return false;
      }
    }
    return true;
  }

  /// Gives every value its place.
  ///
  /// @return height of a row
  private double place(Bounds plot) {
    long total = 0;
    int most = 1;
    for (int field = 0; field < data.fields().size(); field++) {
      Map<Integer, Node> column = new TreeMap<>();
      for (int cell = 0; cell < data.cells(); cell++) {
        if (isShown(cell)) {
          Node node = column.computeIfAbsent(data.places()[field][cell], _ -> new Node());
          node.count += data.counts()[cell];
          node.context += data.context()[cell];
          total += field == 0 ? data.context()[cell] : 0;
        }
      }
      columns.add(column);
      most = Math.max(most, column.size());
    }
    double gap = Math.min(6, plot.height() * 0.3 / most);
    double unit = (plot.height() - gap * (most - 1)) / Math.max(1, total);
    for (Map<Integer, Node> column : columns) {
      double used = total * unit + gap * (column.size() - 1);
      double y = plot.y() + (plot.height() - used) / 2;
      for (Node node : column.values()) {
        node.top = y;
        node.leftUsed = y;
        node.rightUsed = y;
        y += node.context * unit + gap;
      }
    }
    return unit;
  }

  private void nodes(
      int field, double x, double step, double unit, List<Mark> bars, List<Mark> labels) {
    FieldSlots slots = data.fields().get(field);
    TextStyle style = new TextStyle(sketch.small().size(), false, sketch.theme.foreground());
    boolean last = field == data.fields().size() - 1;
    double free = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Integer, Node> entry : columns.get(field).entrySet()) {
      Node node = entry.getValue();
      double height = Math.max(1, node.context * unit);
      Colour ink =
          field == coloured
              ? palette.colour(GroupNames.of(slots, entry.getKey()))
              : sketch.theme.muted();
      bars.add(new Mark.Rect(new Bounds(x, node.top, NODE, height), sketch.theme.context()));
      bars.add(
          new Mark.Rect(
              new Bounds(x, node.top, NODE, node.count == 0 ? 0 : Math.max(1, node.count * unit)),
              ink));
      sketch.region(new Bounds(x, node.top, NODE, height), new Target.Item(items.size()));
      items.add(new SetItem(List.of(Place.of(field, entry.getKey())), node.count, node.context));
      double centre = node.top + height / 2;
      if (sketch.isTiny() || centre - style.size() * 0.6 < free) {
        continue;
      }
      free = centre + style.size() * 0.6;
      String name = SlotAxis.name(slots, entry.getKey(), sketch.words());
      String text = Sketch.fit(name, step * 0.42, style);
      double width = Sketch.width(text, style);
      double left = last ? x - 5 - width : x + NODE + 5;
      labels.add(
          new Mark.Rect(
              new Bounds(left - 2, centre - style.size() * 0.62, width + 4, style.size() * 1.24),
              sketch.theme.background().withOpacity(0.72)));
      Sketch.middle(labels, text, left, centre, Anchor.START, style);
    }
  }

  private void ribbons(int field, double from, double to, double unit) {
    List<Flow> flows = flows(field);
    flows.sort(
        Comparator.<Flow>comparingInt(flow -> flow.a)
            .thenComparingInt(flow -> flow.b)
            .thenComparingInt(flow -> flow.colour));
    for (Flow flow : flows) {
      Node node = node(field, flow.a);
      flow.left = node.rightUsed;
      node.rightUsed += flow.context * unit;
    }
    flows.sort(
        Comparator.<Flow>comparingInt(flow -> flow.b)
            .thenComparingInt(flow -> flow.a)
            .thenComparingInt(flow -> flow.colour));
    for (Flow flow : flows) {
      Node node = node(field + 1, flow.b);
      flow.right = node.leftUsed;
      node.leftUsed += flow.context * unit;
    }
    List<Mark> grey = new ArrayList<>();
    List<Mark> inked = new ArrayList<>();
    FieldSlots colours = data.fields().get(coloured);
    for (Flow flow : flows) {
      if (flow.count < flow.context) {
        Colour ink = sketch.theme.context().withOpacity(0.7);
        grey.add(ribbon(from, flow.left, to, flow.right, flow.context * unit, ink));
      }
      if (flow.count > 0) {
        Colour ink = palette.colour(GroupNames.of(colours, flow.colour)).withOpacity(0.55);
        inked.add(ribbon(from, flow.left, to, flow.right, flow.count * unit, ink));
      }
      regions(from, flow.left, to, flow.right, flow.context * unit);
      items.add(
          new SetItem(
              List.of(Place.of(field, flow.a), Place.of(field + 1, flow.b)),
              flow.count,
              flow.context));
    }
    sketch.group("context", grey);
    sketch.group("ribbons", inked);
  }

  private Node node(int field, int slot) {
    return Objects.requireNonNull(columns.get(field).get(slot), "Every place of a row has a node.");
  }

  private List<Flow> flows(int field) {
    Map<List<Integer>, Flow> flows = new HashMap<>();
    for (int cell = 0; cell < data.cells(); cell++) {
      if (isShown(cell)) {
        int a = data.places()[field][cell];
        int b = data.places()[field + 1][cell];
        int colour = data.places()[coloured][cell];
        Flow flow = flows.computeIfAbsent(List.of(a, b, colour), _ -> new Flow(a, b, colour));
        flow.count += data.counts()[cell];
        flow.context += data.context()[cell];
      }
    }
    return new ArrayList<>(flows.values());
  }

  private static double bend(double share) {
    return share * share * (3 - 2 * share);
  }

  private static Mark ribbon(
      double x1, double y1, double x2, double y2, double height, Colour ink) {
    List<Point> points = new ArrayList<>();
    double thick = Math.max(0.4, height);
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      points.add(new Point(x1 + (x2 - x1) * share, y1 + (y2 - y1) * bend(share)));
    }
    for (int i = STEPS; i >= 0; i--) {
      double share = (double) i / STEPS;
      points.add(new Point(x1 + (x2 - x1) * share, y1 + (y2 - y1) * bend(share) + thick));
    }
    return new Mark.Path(points, true, ink, Stroke.NONE);
  }

  private void regions(double x1, double y1, double x2, double y2, double height) {
    Target target = new Target.Item(items.size());
    for (int i = 0; i < SLICES; i++) {
      double a = bend((double) i / SLICES);
      double b = bend((i + 1.0) / SLICES);
      double middle = y1 + (y2 - y1) * (a + b) / 2;
      sketch.region(
          new Bounds(x1 + (x2 - x1) * i / SLICES, middle, (x2 - x1) / SLICES, Math.max(2, height)),
          target);
    }
  }
}
