package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;

/// Lays out a cell for each pair of places of two fields.
final class HeatMapLayout {
  private final Sketch sketch;
  private final RelationSpec spec;
  private final RelationTable table;
  private final Overlay.Places places;
  private final ChartWords words;
  private final TextStyle small;

  HeatMapLayout(Sketch sketch, RelationSpec spec, RelationTable table, Overlay.Places places) {
    this.places = places;
    this.sketch = sketch;
    this.spec = spec;
    this.table = table;
    words = sketch.words();
    small = sketch.small();
  }

  /// Draws into a part of the drawing.
  Frame draw(Bounds area) {
    ColourScale colours = colours();
    Key key = new ColourKey(sketch, spec.style(), colours, RelationHeader.measure(spec, words));
    PlotFrame frame = new PlotFrame(sketch, spec, key.around(area));
    frame =
        frame.fitted(frame.across(table.x, table.apartX()), frame.upwards(table.y, table.apartY()));
    SlotAxis across = frame.across(table.x, table.apartX());
    SlotAxis upwards = frame.upwards(table.y, table.apartY());
    cells(colours, across, upwards);
    frame.draw(across, upwards);
    Frame drawn = frame.of(across, upwards);
    Overlay.draw(sketch, spec.style(), drawn, places);
    key.over(frame.plot());
    return drawn;
  }

  /// The colours of the amounts, on the scale that drawings share.
  ColourScale colours() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < table.x.size(); i++) {
      for (int j = 0; j < table.y.size(); j++) {
        double value = table.value(i, j);
        if (!Double.isNaN(value)) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
    }
    boolean none = least > most;
    Ramp ink = Ramp.ofAmounts(sketch.theme, spec.style());
    if (!spec.colour().isEmpty()) {
      return ColourScale.between(
          ink, none ? 0 : sketch.commonLeast(least), none ? 1 : sketch.common(most));
    }
    Scale kind = spec.axes().colour();
    return switch (spec.axes().measure()) {
      case ROWS -> ColourScale.ofCounts(ink, none ? 1 : sketch.common(most), kind);
      case RESIDUAL ->
          ColourScale.aroundZero(
              sketch.theme,
              none ? 1 : sketch.common(Math.max(Math.abs(least), Math.abs(most))),
              kind);
      case SHARE_OF_ROW, SHARE_OF_COLUMN, SHARE_SELECTED ->
          ColourScale.ofShares(ink, none ? 1 : sketch.common(most));
    };
  }

  private void cells(ColourScale colours, SlotAxis across, SlotAxis upwards) {
    List<Mark> cells = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    for (int i = 0; i < table.x.size(); i++) {
      for (int j = 0; j < table.y.size(); j++) {
        if (table.context(i, j) > 0 && across.isShown(i) && upwards.isShown(j)) {
          Bounds cell =
              Bounds.between(
                  Math.round(across.from(i)),
                  Math.round(upwards.from(j)),
                  Math.round(across.to(i)),
                  Math.round(upwards.to(j)));
          cell(cells, labels, colours, i, j, cell);
        }
      }
    }
    sketch.group("cells", cells);
    sketch.group("values", labels);
  }

  private void cell(
      List<Mark> cells, List<Mark> labels, ColourScale colours, int i, int j, Bounds place) {
    double gap = Math.min(place.width(), place.height()) >= 8 ? 1 : 0;
    Bounds filled =
        new Bounds(
            place.x(),
            place.y(),
            Math.max(1, place.width() - gap),
            Math.max(1, place.height() - gap));
    double value = table.value(i, j);
    boolean residual = spec.colour().isEmpty() && spec.axes().measure() == Measure.RESIDUAL;
    boolean said = !Double.isNaN(value) && (table.count(i, j) > 0 || residual);
    Colour fill = said ? colours.colour(value) : sketch.theme.context();
    cells.add(new Mark.Rect(filled, fill));
    int index = RelationFacts.index(table.y, i, j);
    sketch.region(place, new Target.Item(index));
    String text = said ? RelationFacts.written(spec, value, true) : "";
    TextStyle style = new TextStyle(small.size(), false, Ramp.textOn(fill));
    if (!text.isEmpty()
        && place.height() >= small.size() * 1.5
        && Sketch.width(text, style) + 6 <= place.width()) {
      Sketch.middle(labels, text, filled.centreX(), filled.centreY(), Anchor.MIDDLE, style);
    }
  }
}
