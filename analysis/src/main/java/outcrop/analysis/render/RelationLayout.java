package outcrop.analysis.render;

import java.util.Optional;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;

/// The layout of a relation of several fields.
final class RelationLayout {
  private final Sketch sketch;
  private final RelationSpec spec;
  private final RelationData data;
  private final ChartWords words;

  private RelationLayout(Sketch sketch, RelationSpec spec, RelationData data) {
    this.sketch = sketch;
    this.spec = spec;
    this.data = data;
    words = sketch.words();
  }

  static Drawing layout(Sketch sketch, RelationSpec spec, RelationData data) {
    return new RelationLayout(sketch, spec, data).layout();
  }

  private Drawing layout() {
    RelationTable table = new RelationTable(spec, data);
    String title = RelationHeader.title(spec, words);
    String subtitle = RelationHeader.subtitle(spec, data, table.leftOut(), words);
    Bounds area = below(Header.draw(sketch, title, spec.style().subtitle(), subtitle));
    String message = message(table.hasCells());
    Bounds plot = table.hasCells() ? new HeatMapLayout(sketch, spec, table).draw(area) : area;
    return drawing(title, subtitle, message, plot, new RelationFacts(spec, data, table, words));
  }

  private Bounds below(double top) {
    double pad = sketch.padding();
    return Bounds.between(
        pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
  }

  private Drawing drawing(
      String title, String subtitle, String message, Bounds plot, Drawing.Facts facts) {
    if (!message.isEmpty() && !sketch.isTiny()) {
      sketch.sentence(message, plot);
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        title,
        subtitle + (message.isEmpty() ? "" : " · " + message),
        sketch.marks,
        sketch.regions,
        Optional.empty(),
        facts);
  }

  /// What the picture says where marks cannot.
  private String message(boolean anything) {
    if (data.total() == 0) {
      return words.noRows();
    }
    if (!anything) {
      return ChartWords.fill(words.allMissing(), Numerals.exact(data.total()));
    }
    return data.selected() == 0 ? words.noneSelected() : "";
  }
}
