package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import outcrop.analysis.query.DensePeaks;
import outcrop.analysis.query.DensePeaks.Peak;
import outcrop.analysis.query.LabelSpots;
import outcrop.analysis.query.LabelSpots.Spot;
import outcrop.analysis.render.MapMarks.PlacedLabel;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.MapSpec.OwnLabel;

/// Names and short texts over the points of a map, none over another: locked names first, then the
/// values of the coarsest field from the largest, then those of finer fields when one is near
/// enough, then texts where rows are dense.
final class MapLabels {
  private static final double NEARER = 2.5;
  private static final double ROOM = 150;
  private static final int LINES = 3;
  private static final int MOST = 120;

  private final Sketch sketch;
  private final MapSpec spec;
  private final MapPlace place;
  private final MapInk ink;
  private final List<Bounds> taken = new ArrayList<>();
  private final List<PlacedLabel> placed = new ArrayList<>();

  MapLabels(Sketch sketch, MapSpec spec, MapPlace place, MapInk ink) {
    this.sketch = sketch;
    this.spec = spec;
    this.place = place;
    this.ink = ink;
  }

  /// A name that could be drawn.
  private record Candidate(PlacedLabel label, TextStyle style) {}

  /// Draws them.
  ///
  /// @return the names in the order of their targets
  List<PlacedLabel> draw() {
    if (!sketch.isTiny()) {
      if (spec.layers().labels() > 0) {
        names();
      }
      if (spec.layers().snippets() > 0) {
        ink.data().peaks().ifPresent(this::texts);
      }
    }
    return placed;
  }

  private void names() {
    List<Mark> parts = new ArrayList<>();
    List<Candidate> all = new ArrayList<>();
    for (int level = 0; level < ink.data().labels().size(); level++) {
      candidates(level, all);
    }
    all.sort(Comparator.comparing(candidate -> !candidate.label.locked()));
    for (Candidate candidate : all) {
      if (placed.size() < MOST) {
        name(parts, candidate);
      }
    }
    sketch.group("labels", parts);
  }

  private void candidates(int level, List<Candidate> all) {
    LabelSpots spots = ink.data().labels().get(level);
    boolean near = spec.window().zoom() >= Math.pow(NEARER, level);
    double size = Math.max(11, 13 - level);
    Colour colour = sketch.theme.foreground().withOpacity(spec.layers().labels());
    TextStyle style = new TextStyle(sketch.scaled(size), level == 0, colour);
    for (Spot spot : spots.spots()) {
      OwnLabel own =
          spec.labels().own().stream()
              .filter(label -> label.isOf(spots.field(), spot.value()))
              .findFirst()
              .orElse(null);
      boolean locked = own != null && own.locked();
      boolean hidden = spots.field().equals(spec.colour()) && !spec.shown().has(spot.value());
      if (!hidden && (near || locked) && (own == null || !own.text().isBlank())) {
        MapSpec.Place at = own == null ? null : own.at();
        PlacedLabel label =
            new PlacedLabel(
                spots.field(),
                spot.value(),
                own == null ? Names.of(spot.value(), sketch.words()) : Names.visible(own.text()),
                spot.rows(),
                at == null ? spot.x() : at.x(),
                at == null ? spot.y() : at.y(),
                locked);
        all.add(new Candidate(label, style));
      }
    }
  }

  private void name(List<Mark> parts, Candidate candidate) {
    PlacedLabel label = candidate.label;
    double x = place.pixelX(label.x());
    double y = place.pixelY(label.y());
    Bounds plot = place.plot();
    if (!plot.contains(x, y)) {
      return;
    }
    String text = Sketch.fit(label.text(), sketch.scaled(220), candidate.style);
    double width = Sketch.width(text, candidate.style) + 6;
    double height = candidate.style.size() * 1.2;
    double left = Math.clamp(x - width / 2, plot.x(), Math.max(plot.x(), plot.right() - width));
    double top = Math.clamp(y - height / 2, plot.y(), Math.max(plot.y(), plot.bottom() - height));
    Bounds plate = new Bounds(left, top, width, height);
    if (!label.locked() && taken.stream().anyMatch(plate::overlaps)) {
      return;
    }
    taken.add(plate);
    parts.add(
        new Mark.Rect(plate, sketch.theme.background().withOpacity(0.6 * spec.layers().labels())));
    Sketch.middle(parts, text, plate.centreX(), plate.centreY(), Anchor.MIDDLE, candidate.style);
    sketch.region(plate, new Target.Item(placed.size()));
    placed.add(label);
  }

  private void texts(DensePeaks peaks) {
    int level = 0;
    while (level + 1 < peaks.levels().size()
        && place.perX() / (DensePeaks.TILES << level + 1) > sketch.scaled(ROOM)) {
      level++;
    }
    List<Mark> parts = new ArrayList<>();
    peaks.levels().get(level).stream()
        .filter(peak -> ink.rows().contains(peak.row()) && !peak.text().isBlank())
        .sorted(Comparator.comparingInt(peak -> -peak.weight()))
        .forEach(peak -> text(parts, peak));
    sketch.group("snippets", parts);
  }

  private void text(List<Mark> parts, Peak peak) {
    double x = place.pixelX(peak.x());
    double y = place.pixelY(peak.y());
    Bounds plot = place.plot();
    TextStyle style =
        new TextStyle(
            sketch.scaled(11),
            false,
            sketch.theme.foreground().withOpacity(spec.layers().snippets()));
    List<String> lines =
        Sketch.wrapped(Names.visible(peak.text()), sketch.scaled(ROOM) - 10, style).stream()
            .limit(LINES)
            .toList();
    double widest = lines.stream().mapToDouble(l -> Sketch.width(l, style)).max().orElse(0);
    double line = style.size() * 1.3;
    Bounds plate = new Bounds(x + 5, y + 5, widest + 10, lines.size() * line + 6);
    boolean inside =
        plot.contains(plate.x(), plate.y()) && plot.contains(plate.right(), plate.bottom());
    if (!inside || taken.stream().anyMatch(plate::overlaps)) {
      return;
    }
    taken.add(plate);
    double opacity = spec.layers().snippets();
    Stroke edge = Stroke.of(sketch.theme.axis().withOpacity(opacity), 1);
    parts.add(new Mark.Line(x, y, plate.x(), plate.y(), edge));
    parts.add(new Mark.Rect(plate, sketch.theme.background().withOpacity(0.88 * opacity)));
    for (int i = 0; i < lines.size(); i++) {
      double middle = plate.y() + 3 + line * (i + 0.5);
      Sketch.middle(parts, lines.get(i), plate.x() + 5, middle, Anchor.START, style);
    }
  }
}
