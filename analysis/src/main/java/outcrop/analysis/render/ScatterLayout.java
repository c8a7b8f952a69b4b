package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.Points;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.render.Mark.Point;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Trend;

/// Lays out rows as points or, where they are many, as a raster of their density; what is missing
/// or off the scale of one axis stands in a strip beside the other.
final class ScatterLayout {
  /// Fine places of an axis that make one tile for pointer and keyboard.
  static final int TILE = 10;

  private static final int UNEVEN_COLUMNS = 480;
  private static final int MOST_LONELY = 2_000;

  private final Sketch sketch;
  private final RelationSpec spec;
  private final RelationData data;
  private final ScatterGrid grid;
  private final Optional<Palette> palette;

  ScatterLayout(
      Sketch sketch,
      RelationSpec spec,
      RelationData data,
      ScatterGrid grid,
      Optional<Palette> palette) {
    this.sketch = sketch;
    this.spec = spec;
    this.data = data;
    this.grid = grid;
    this.palette = palette;
  }

  /// Draws into a part of the drawing.
  Frame draw(Bounds area) {
    ColourScale colours = colours(sketch, spec, grid);
    Key key = key(colours);
    List<Integer> apartX = apart(grid.x, true);
    List<Integer> apartY = apart(grid.y, false);
    PlotFrame frame = new PlotFrame(sketch, spec, key.around(area));
    frame = frame.fitted(frame.across(grid.x, apartX), frame.upwards(grid.y, apartY));
    SlotAxis across = frame.across(grid.x, apartX);
    SlotAxis upwards = frame.upwards(grid.y, apartY);
    Frame drawn = frame.of(across, upwards);
    Bounds inner = drawn.bounds();
    ground(inner);
    if (data.points().isEmpty()) {
      raster(colours, across, bins(grid.x), upwards, bins(grid.y), inner);
      lonely(across, upwards);
    }
    strips(colours, across, apartX, upwards, apartY);
    data.points().ifPresent(points -> points(points, across, upwards, inner));
    trend(across, upwards, inner);
    tiles(across, upwards);
    frame.draw(across, upwards);
    Overlay.draw(sketch, spec.style(), drawn, new RelationPlaces(data));
    brush(across, upwards, inner);
    key.over(inner);
    return drawn;
  }

  /// The colours of counts, on the scale that drawings share.
  static ColourScale colours(Sketch sketch, RelationSpec spec, ScatterGrid grid) {
    return ColourScale.ofCounts(
        Ramp.ofAmounts(sketch.theme, spec.style()),
        Math.max(2, sketch.common(grid.most())),
        spec.axes().colour());
  }

  private Key key(ColourScale colours) {
    if (palette.isPresent()) {
      return new GroupKey(spec, data, 2).legend(sketch, palette.get());
    }
    return data.points().isPresent()
        ? Key.NONE
        : new ColourKey(
            sketch, spec.style(), colours, RelationHeader.measure(spec, sketch.words()));
  }

  private List<Integer> apart(FieldSlots slots, boolean first) {
    List<Integer> shown = new ArrayList<>();
    for (int slot : new int[] {slots.missing(), slots.offScale()}) {
      boolean wanted = slot != slots.missing() || spec.bins().missing();
      if (wanted && grid.hasApart(first, slot)) {
        shown.add(slot);
      }
    }
    return shown;
  }

  private static int[] bins(FieldSlots slots) {
    return IntStream.range(0, slots.axis().size()).toArray();
  }

  private void ground(Bounds inner) {
    Stroke stroke = Stroke.of(sketch.theme.axis(), 1);
    double x = Sketch.sharp(inner.x() - 1);
    double y = Sketch.sharp(inner.bottom());
    sketch.group(
        "axis",
        List.of(
            new Mark.Line(x, inner.y(), x, y, stroke),
            new Mark.Line(x, y, inner.right(), y, stroke)));
  }

  /// Strips of the places apart of one axis along the bins of the other, and their corners.
  private void strips(
      ColourScale colours,
      SlotAxis across,
      List<Integer> apartX,
      SlotAxis upwards,
      List<Integer> apartY) {
    for (int slot : apartX) {
      Bounds strip =
          Bounds.between(across.from(slot), upwards.start, across.to(slot) - 2, upwards.end);
      raster(colours, across, new int[] {slot}, upwards, bins(grid.y), strip);
      sketch.region(
          Bounds.between(across.from(slot), upwards.start, across.to(slot), upwards.end),
          new Target.Item(ScatterFacts.apartX(grid, slot)));
    }
    for (int slot : apartY) {
      Bounds strip =
          Bounds.between(across.start, upwards.from(slot), across.end, upwards.to(slot) - 2);
      raster(colours, across, bins(grid.x), upwards, new int[] {slot}, strip);
      sketch.region(strip, new Target.Item(ScatterFacts.apartY(grid, slot)));
      for (int corner : apartX) {
        raster(
            colours,
            across,
            new int[] {corner},
            upwards,
            new int[] {slot},
            Bounds.between(
                across.from(corner),
                upwards.from(slot),
                across.to(corner) - 2,
                upwards.to(slot) - 2));
      }
    }
  }

  /// One image of some places; fields without any row are clear.
  private void raster(
      ColourScale colours, SlotAxis across, int[] xs, SlotAxis upwards, int[] ys, Bounds place) {
    int[] columns = resampled(across, xs, place.x(), place.right());
    int[] lines = resampled(upwards, ys, place.y(), place.bottom());
    int[] argb = new int[columns.length * lines.length];
    boolean any = false;
    for (int line = 0; line < lines.length; line++) {
      for (int column = 0; column < columns.length; column++) {
        int ink = ink(colours, columns[column], lines[line], xs.length > 1 && ys.length > 1);
        argb[line * columns.length + column] = ink;
        any |= ink != 0;
      }
    }
    if (any) {
      sketch.group("density", List.of(new Mark.Raster(place, columns.length, argb)));
    }
  }

  /// The place that each column or line of an image shows: one each where places are as wide as
  /// each other, else more, so that each is as wide as on the axis.
  private static int[] resampled(SlotAxis axis, int[] places, double from, double to) {
    int[] slots = IntStream.of(places).filter(axis::isShown).toArray();
    if (slots.length <= 1) {
      return slots;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int slot : slots) {
      double width = axis.to(slot) - axis.from(slot);
      least = Math.min(least, width);
      most = Math.max(most, width);
    }
    int count = most - least < 0.01 * most + 1e-9 ? slots.length : UNEVEN_COLUMNS;
    int[] order =
        IntStream.of(slots)
            .boxed()
            .sorted(Comparator.comparingDouble(axis::from))
            .mapToInt(slot -> slot)
            .toArray();
    int[] result = new int[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      double pixel = from + (to - from) * (i + 0.5) / count;
      while (at < order.length - 1 && axis.to(order[at]) < pixel) {
        at++;
      }
      result[i] = order[at];
    }
    return result;
  }

  private int ink(ColourScale colours, int i, int j, boolean inner) {
    if (grid.context(i, j) == 0) {
      return 0;
    }
    int count = grid.count(i, j);
    if (count == 0) {
      return 0xff000000 | sketch.theme.context().rgb();
    }
    if (inner && grid.isLonely(i, j)) {
      return 0;
    }
    if (palette.isEmpty()) {
      return 0xff000000 | colours.colour(count).rgb();
    }
    double strength = 0.3 + 0.7 * Math.clamp(colours.scale().toPixel(count), 0, 1);
    return 0xff000000 | sketch.theme.background().mix(grid.ink(i, j), strength).rgb();
  }

  private Colour pointInk() {
    return Palette.plain(sketch.theme, spec.style().colours()).colour(ChartStyle.BAR);
  }

  private void lonely(SlotAxis across, SlotAxis upwards) {
    Colour ink = pointInk();
    List<Mark> parts = new ArrayList<>();
    int[] lines = upwards.shown(0, grid.y.axis().size() - 1);
    for (int i : across.shown(0, grid.x.axis().size() - 1)) {
      for (int j : lines) {
        if (parts.size() < MOST_LONELY && grid.count(i, j) > 0 && grid.isLonely(i, j)) {
          parts.add(
              new Mark.Circle(
                  (across.from(i) + across.to(i)) / 2,
                  (upwards.from(j) + upwards.to(j)) / 2,
                  1.5,
                  (palette.isPresent() ? grid.ink(i, j) : ink).withOpacity(0.8),
                  Stroke.NONE));
        }
      }
    }
    sketch.group("outliers", parts);
  }

  private void points(Points points, SlotAxis across, SlotAxis upwards, Bounds inner) {
    int n = points.x().length;
    double radius = sketch.isSmall() ? 1.5 : n <= 200 ? 3.5 : n <= 1000 ? 2.5 : 1.8;
    double opacity = n <= 200 ? 0.8 : n <= 1000 ? 0.65 : 0.5;
    Colour plain = pointInk();
    List<Mark> behind = new ArrayList<>();
    List<Mark> front = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean chosen = points.selected()[i];
      Colour ink = sketch.theme.context();
      if (chosen && palette.isPresent()) {
        int slot = data.places()[2][points.cells()[i]];
        ink = palette.get().colour(ScatterGrid.group(data.fields().get(2), slot));
      } else if (chosen) {
        ink = plain;
      }
      (chosen ? front : behind)
          .add(
              new Mark.Circle(
                  across.scale.toPixel(points.x()[i]),
                  upwards.scale.toPixel(points.y()[i]),
                  radius,
                  ink.withOpacity(chosen ? opacity : 1),
                  Stroke.NONE));
    }
    double pad = radius + 1;
    Bounds clip =
        Bounds.between(inner.x() - pad, inner.y() - pad, inner.right() + pad, inner.bottom() + pad);
    if (!behind.isEmpty()) {
      sketch.group("context", List.of(new Mark.Clip(clip, behind)));
    }
    if (!front.isEmpty()) {
      sketch.group("points", List.of(new Mark.Clip(clip, front)));
    }
  }

  private void trend(SlotAxis across, SlotAxis upwards, Bounds inner) {
    if (spec.axes().trend() == Trend.NONE) {
      return;
    }
    List<MedianTrend.Stretch> stretches = MedianTrend.of(grid);
    if (stretches.size() < 2) {
      return;
    }
    Colour ink = sketch.theme.foreground();
    boolean quartiles = spec.axes().trend() == Trend.QUARTILES;
    List<Point> band = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    for (MedianTrend.Stretch s : stretches) {
      double x = across.middle(s.first(), s.last());
      line.add(new Point(x, upwards.scale.toPixel(s.median())));
      band.add(new Point(x, upwards.scale.toPixel(quartiles ? s.upper() : s.high())));
    }
    for (MedianTrend.Stretch s : stretches.reversed()) {
      double x = across.middle(s.first(), s.last());
      band.add(new Point(x, upwards.scale.toPixel(quartiles ? s.lower() : s.low())));
    }
    sketch.group(
        "trend",
        List.of(
            new Mark.Clip(
                inner,
                List.of(
                    new Mark.Path(band, true, ink.withOpacity(0.22), Stroke.NONE),
                    new Mark.Path(
                        line, false, Colour.NONE, Stroke.of(sketch.theme.background(), 4)),
                    new Mark.Path(line, false, Colour.NONE, Stroke.of(ink, 2))))));
  }

  /// Coarse tiles for pointer and keyboard.
  private void tiles(SlotAxis across, SlotAxis upwards) {
    int bins = grid.y.axis().size();
    for (int i = 0; i < grid.x.axis().size(); i += TILE) {
      int lastX = Math.min(i + TILE, grid.x.axis().size()) - 1;
      int[] columns = across.shown(i, lastX);
      for (int j = 0; j < bins && columns.length > 0; j += TILE) {
        int lastY = Math.min(j + TILE, bins) - 1;
        int[] lines = upwards.shown(j, lastY);
        if (lines.length > 0 && ScatterFacts.count(grid, i, lastX, j, lastY, true) > 0) {
          sketch.region(
              place(across, columns, upwards, lines),
              new Target.Item(ScatterFacts.tile(grid, i, j)));
        }
      }
    }
  }

  private static Bounds place(SlotAxis across, int[] columns, SlotAxis upwards, int[] lines) {
    int i = columns[0];
    int lastX = columns[columns.length - 1];
    int j = lines[0];
    int lastY = lines[lines.length - 1];
    return Bounds.between(
        Math.min(across.from(i), across.from(lastX)),
        Math.min(upwards.from(j), upwards.from(lastY)),
        Math.max(across.to(i), across.to(lastX)),
        Math.max(upwards.to(j), upwards.to(lastY)));
  }

  private void brush(SlotAxis across, SlotAxis upwards, Bounds inner) {
    if (sketch.options.brush().orElse(null) instanceof Brush.Area area) {
      Bounds marked =
          Bounds.between(
              Math.clamp(across.scale.toPixel(area.x().from()), inner.x(), inner.right()),
              Math.clamp(upwards.scale.toPixel(area.y().from()), inner.y(), inner.bottom()),
              Math.clamp(across.scale.toPixel(area.x().to()), inner.x(), inner.right()),
              Math.clamp(upwards.scale.toPixel(area.y().to()), inner.y(), inner.bottom()));
      RelationLayout.outline(sketch, List.of(marked), true);
    }
  }
}
