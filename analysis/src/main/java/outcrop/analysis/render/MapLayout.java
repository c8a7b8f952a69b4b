package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import outcrop.analysis.query.PointColours;
import outcrop.analysis.query.PointGrid;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.render.MapMarks.PlacedLabel;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.MapSpec;

/// The layout of rows as points: each as a circle where few are in view, else as pixels of the
/// density that they have together.
final class MapLayout {
  /// Up to so many points in view are drawn one by one.
  private static final int MOST_CIRCLES = 3000;

  private final Sketch sketch;
  private final MapSpec spec;
  private final MapData data;
  private final MapInk ink;
  private final MapWords own;

  private MapLayout(Sketch sketch, MapSpec spec, MapData data) {
    this.sketch = sketch;
    this.spec = spec;
    this.data = data;
    this.ink = MapInk.of(sketch, spec, data);
    this.own = sketch.words().map();
  }

  static Drawing layout(Sketch sketch, MapSpec spec, MapData data) {
    return new MapLayout(sketch, spec, data).draw();
  }

  /// What the user called it, else its fields.
  static String title(MapSpec spec, ChartWords words) {
    return spec.title().isEmpty()
        ? ChartWords.fill(words.map().title(), Names.visible(spec.x()), Names.visible(spec.y()))
        : Names.visible(spec.title());
  }

  private Drawing draw() {
    String title = title(spec, sketch.words());
    String subtitle = String.join(" · ", facts());
    double top = Header.draw(sketch, title, spec.style().subtitle(), subtitle);
    double pad = sketch.padding();
    Bounds area =
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
    Key key = key();
    Bounds rest = key.around(area);
    Frame frame = frame(rest);
    MapPlace place = MapPlace.of(data.points(), frame.bounds(), spec.window());
    String message = message();
    List<PlacedLabel> labels = List.of();
    if (message.isEmpty()) {
      points(place);
      if (spec.layers().contours() > 0) {
        new MapContours(sketch, spec, place, ink).draw();
      }
      labels = new MapLabels(sketch, spec, place, ink).draw();
    } else if (!sketch.isTiny()) {
      sketch.sentence(message, frame.bounds());
    }
    outlines(place);
    key.over(frame.bounds());
    Overlay.draw(sketch, spec.style(), frame, Overlay.Places.of(frame));
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        title,
        subtitle + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        Optional.of(frame),
        new MapFacts(spec, place, ink, labels, subtitle, sketch.words()));
  }

  private List<String> facts() {
    List<String> parts = new ArrayList<>();
    parts.add(Header.rows(data, sketch.words()));
    int unplaced = data.total() - data.points().size();
    if (unplaced > 0) {
      parts.add(ChartWords.fill(own.unplaced(), Numerals.exact(unplaced)));
    }
    if (ink.hides()) {
      long all = java.util.Arrays.stream(data.counts()).sum();
      parts.add(ChartWords.fill(own.hidden(), Numerals.exact(all - ink.shown())));
    }
    if (ink.scale() != null) {
      long without = data.counts()[PointColours.STEPS] + data.counts()[PointColours.STEPS + 1];
      if (without > 0) {
        parts.add(
            ChartWords.fill(own.noColour(), Numerals.exact(without), Names.visible(spec.colour())));
      }
    }
    if (spec.window().zoom() != 1) {
      parts.add(ChartWords.fill(own.zoom(), Numerals.plain(spec.window().zoom(), 2)));
    }
    if (data.selected() < data.total() && data.selected() > 0) {
      parts.add(own.greyLeftOut());
    }
    if (spec.layers().contours() > 0) {
      parts.add(own.contours());
    }
    if (data.points().size() > MOST_CIRCLES && spec.layers().points() > 0) {
      parts.add(data.colours().isPresent() ? own.mixed() : own.density());
    }
    return parts;
  }

  private String message() {
    if (data.total() == 0) {
      return sketch.words().noRows();
    }
    if (data.points().size() == 0) {
      return ChartWords.fill(sketch.words().allMissing(), Numerals.exact(data.total()));
    }
    return "";
  }

  /// What the colours say: all values in the order of the codes, or a strip of numbers.
  private Key key() {
    PointColours colours = data.colours().orElse(null);
    if (colours == null) {
      return Key.NONE;
    }
    String heading = Names.visible(colours.field());
    ColourScale scale = ink.scale();
    if (scale != null) {
      return new ColourKey(sketch, spec.style(), scale, heading);
    }
    List<Legend.Entry> entries = new ArrayList<>();
    for (int code = 0; code < colours.names().size(); code++) {
      boolean hidden = ink.hidden()[code];
      entries.add(
          new Legend.Entry(
              Names.of(colours.names().get(code), sketch.words()),
              hidden ? "–" : Numerals.compact(data.counts()[code]),
              hidden ? sketch.theme.grid() : ink.colours()[code]));
    }
    return new Legend(sketch, spec.style(), heading, entries);
  }

  private Frame frame(Bounds area) {
    if (!spec.layers().axes()) {
      MapPlace place = MapPlace.of(data.points(), area, spec.window());
      return new Frame(
          area,
          true,
          across(place, area.x(), area.right()),
          upwards(place, area.bottom(), area.y()),
          new Frame.Bins(0, new double[0]));
    }
    return new PlotAxes(sketch)
        .draw(
            area,
            0,
            new PlotAxes.Axis(
                axisTitle(spec.style().xTitle(), spec.x()),
                ticksOnly(spec.style().x()),
                (from, to) -> across(placed(area, from, to, true), from, to),
                UnaryOperator.identity()),
            new PlotAxes.Axis(
                axisTitle(spec.style().yTitle(), spec.y()),
                ticksOnly(spec.style().y()),
                (from, to) -> upwards(placed(area, from, to, false), from, to),
                UnaryOperator.identity()));
  }

  private static String axisTitle(String wanted, String field) {
    return Names.visible(wanted.isEmpty() ? field : wanted);
  }

  /// What is in view is decided by the window, not by the ends of an axis.
  private static AxisStyle ticksOnly(AxisStyle style) {
    return style.withRange("", "");
  }

  private MapPlace placed(Bounds area, double from, double to, boolean across) {
    Bounds plot =
        across
            ? Bounds.between(from, area.y(), to, area.bottom())
            : Bounds.between(area.x(), from, area.right(), to);
    return MapPlace.of(data.points(), plot, spec.window());
  }

  private static Scale across(MapPlace place, double from, double to) {
    return new Scale.Linear(place.valueX(from), place.valueX(to), from, to);
  }

  private static Scale upwards(MapPlace place, double from, double to) {
    return new Scale.Linear(place.valueY(from), place.valueY(to), from, to);
  }

  private void points(MapPlace place) {
    double opacity = spec.layers().points();
    if (opacity == 0) {
      return;
    }
    double radius = spec.dots().size() / 2;
    MapRaster.Dot dot = new MapRaster.Dot(radius, spec.dots().opacity() * opacity);
    List<Mark> context = new ArrayList<>();
    List<Mark> front = new ArrayList<>();
    if (circles(place, dot, context, front)) {
      Bounds plot = place.plot();
      if (!context.isEmpty()) {
        sketch.group("context", List.of(new Mark.Clip(plot, context)));
      }
      if (!front.isEmpty()) {
        sketch.group("points", List.of(new Mark.Clip(plot, front)));
      }
      return;
    }
    MapRaster raster = new MapRaster(sketch, place, ink, dot, sketch.options.resolution());
    sketch.group(
        "points", List.of(new Mark.Raster(place.plot(), raster.columns(), raster.paint())));
  }

  /// Collects the points in view as circles.
  ///
  /// @return whether they are few enough
  private boolean circles(MapPlace place, MapRaster.Dot dot, List<Mark> context, List<Mark> front) {
    PointGrid points = data.points();
    Bounds plot = place.plot();
    double steps = PointGrid.SPAN - 1;
    double reach = dot.radius();
    int firstColumn = points.cell(place.shareX(plot.x() - reach) * steps);
    int lastColumn = points.cell(place.shareX(plot.right() + reach) * steps);
    int firstLine = points.cell(place.shareY(plot.bottom() + reach) * steps);
    int lastLine = points.cell(place.shareY(plot.y() - reach) * steps);
    Colour left = sketch.theme.context();
    for (int line = firstLine; line <= lastLine; line++) {
      int end = points.start(line, lastColumn + 1);
      for (int i = points.start(line, firstColumn); i < end; i++) {
        double x = place.pixelX(points.xs()[i] / steps);
        double y = place.pixelY(points.ys()[i] / steps);
        boolean inside =
            x >= plot.x() - reach
                && x <= plot.right() + reach
                && y >= plot.y() - reach
                && y <= plot.bottom() + reach;
        if (inside && ink.isWanted(i)) {
          boolean shown = ink.isShown(i);
          Colour colour = shown ? ink.of(i).withOpacity(dot.opacity()) : left;
          (shown ? front : context).add(new Mark.Circle(x, y, dot.radius(), colour, Stroke.NONE));
          if (front.size() + context.size() > MOST_CIRCLES) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /// What the reader has outlined.
  private void outlines(MapPlace place) {
    if (sketch.options.brush().orElse(null) instanceof Brush.Outlines outlines) {
      Colour accent = sketch.theme.accent();
      List<Mark> parts = new ArrayList<>();
      for (Brush.Outline outline : outlines.outlines()) {
        List<Mark.Point> corners = new ArrayList<>();
        for (int i = 0; i < outline.xs().length; i++) {
          corners.add(
              new Mark.Point(
                  place.pixelX(data.points().x().share(outline.xs()[i])),
                  place.pixelY(data.points().y().share(outline.ys()[i]))));
        }
        parts.add(new Mark.Path(corners, true, accent.withOpacity(0.08), Stroke.of(accent, 1.5)));
      }
      sketch.group("brush", List.of(new Mark.Clip(place.plot(), parts)));
    }
  }
}
