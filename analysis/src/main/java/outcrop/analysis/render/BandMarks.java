package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;

/// Head, body and tail as shaded stretches of a plot: their names above it, and bounds that can be
/// moved.
final class BandMarks {
  private static final double SHADE = 0.09;
  private static final double GRIP = 9;
  private static final double MOST_SHIFT = 90;

  private final TailPlot plot;
  private final Sketch sketch;
  private final List<Band> bands;

  BandMarks(TailPlot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    bands = plot.bands().list();
  }

  /// The room that names take above the plot; 0 where there is none for text.
  double height() {
    return sketch.isTiny() ? 0 : named() ? sketch.small().size() * 2.6 + 8 : 6;
  }

  private boolean named() {
    return !sketch.isSmall() && isLegend(plot.spec().style());
  }

  /// Whether the names above the plot are its legend, and not one that stands elsewhere.
  static boolean isLegend(ChartStyle style) {
    LegendPlace place = style.look().legend();
    return style.legend() && (place == LegendPlace.AUTO || place == LegendPlace.TOP);
  }

  /// Draws bands that stand side by side.
  ///
  /// @param bounds the plot
  /// @param edges pixels of the bounds between bands in their order, one fewer than bands; may fall
  /// @param headFirst whether the head is at the left
  void draw(Bounds bounds, double[] edges, boolean headFirst) {
    List<Mark> shades = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      double near = headFirst ? bounds.x() : bounds.right();
      double far = headFirst ? bounds.right() : bounds.x();
      double start = i == 0 ? near : inside(bounds, edges[i - 1]);
      double end = i == bands.size() - 1 ? far : inside(bounds, edges[i]);
      double from = Math.round(Math.min(start, end));
      double to = Math.round(Math.max(start, end));
      if (to - from >= 1) {
        shade(shades, i, new Bounds(from, bounds.y(), to - from, bounds.height()));
        stretches.add(new Stretch(i, from, to));
      }
    }
    sketch.group("bands", shades);
    names(headFirst ? stretches : stretches.reversed(), bounds.y());
  }

  /// A band and the pixels it takes.
  private record Stretch(int band, double from, double to) {}

  private static double inside(Bounds bounds, double pixel) {
    return Math.clamp(pixel, bounds.x(), bounds.right());
  }

  private void shade(List<Mark> out, int band, Bounds place) {
    Colour ink = plot.ink(bands.get(band).part());
    out.add(new Mark.Rect(place, ink.withOpacity(SHADE)));
    if (!sketch.isTiny()) {
      out.add(
          new Mark.Rect(
              new Bounds(place.x(), place.y() - 4, Math.max(1, place.width() - 1), 3), ink));
    }
  }

  /// Names and numbers above the bands, from the right: each begins where its band does, or further
  /// left where it would not fit, as far as half of the band before it leaves room.
  private void names(List<Stretch> stretches, double top) {
    double height = height();
    if (height == 0) {
      return;
    }
    for (Stretch stretch : stretches) {
      sketch.region(
          new Bounds(stretch.from, top - height, stretch.to - stretch.from, height),
          new Target.LegendEntry(stretch.band));
    }
    if (!named() || stretches.isEmpty()) {
      return;
    }
    List<Mark> parts = new ArrayList<>();
    TextStyle small = sketch.small();
    TextStyle strong = new TextStyle(small.size(), true, sketch.theme.foreground());
    double baseline = top - 9;
    double limit = stretches.getLast().to;
    for (int i = stretches.size() - 1; i >= 0; i--) {
      Stretch stretch = stretches.get(i);
      Band band = bands.get(stretch.band);
      double least =
          i == 0
              ? stretch.from
              : Math.max(
                  stretches.get(i - 1).from
                      + (stretches.get(i - 1).to - stretches.get(i - 1).from) / 2,
                  stretch.from - MOST_SHIFT);
      String name = plot.name(band.part());
      String classes = plot.count(band.classes());
      String whole = classes + " · " + plot.ofAll(plot.share(band));
      double room = limit - least - 4;
      String said =
          Sketch.width(whole, small) <= room
              ? whole
              : Sketch.width(classes, small) <= room ? classes : "";
      double width = Math.max(Sketch.width(said, small), Sketch.width(name, strong));
      if (width <= room) {
        double x = Math.min(stretch.from + 2, limit - width - 2);
        Sketch.label(parts, name, x, baseline - small.size() * 1.25, Anchor.START, strong);
        Sketch.label(parts, said, x, baseline, Anchor.START, small);
        limit = x - 8;
      }
    }
    sketch.group("band-names", parts);
  }

  /// Draws the bounds between bands, over everything else.
  ///
  /// @param edges as for [#draw]
  void handles(Bounds bounds, double[] edges) {
    if (sketch.isTiny()) {
      return;
    }
    List<Mark> parts = new ArrayList<>();
    for (int i = 0; i < edges.length; i++) {
      double x = Sketch.sharp(inside(bounds, edges[i]));
      Colour ink = sketch.theme.foreground();
      parts.add(
          new Mark.Line(
              x,
              bounds.y(),
              x,
              bounds.bottom(),
              new Stroke(ink.withOpacity(0.55), 1, List.of(3.0, 3.0))));
      if (!sketch.isRepeated()) {
        grip(parts, x, bounds.bottom() - bounds.height() * 0.25);
        sketch.region(new Bounds(x - 4.5, bounds.y(), 9, bounds.height()), new Target.Handle(i));
      }
    }
    sketch.group("handles", parts);
  }

  private void grip(List<Mark> out, double x, double middle) {
    out.add(
        new Mark.Line(x, middle - GRIP, x, middle + GRIP, Stroke.of(sketch.theme.background(), 7)));
    out.add(
        new Mark.Line(x, middle - GRIP, x, middle + GRIP, Stroke.of(sketch.theme.foreground(), 4)));
  }
}
