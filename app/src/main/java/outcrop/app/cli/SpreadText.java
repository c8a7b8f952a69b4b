package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.ShapeText;
import outcrop.analysis.spec.DistributionSpec;

/// What shapes other than bars estimate, for people: the words of the drawing, a line per estimate.
final class SpreadText {
  private SpreadText() {}

  static String of(DistributionSpec spec, DistributionData data) {
    ShapeText text = new ShapeText(spec, data, ChartWords.ENGLISH);
    List<String> lines = new ArrayList<>();
    lines.add(String.join(" · ", text.method()));
    for (int group = 0; group < data.groups().size(); group++) {
      String name = spec.by().isEmpty() ? "" : CellText.harmless(text.name(group)) + ": ";
      lines.add(name + String.join(" · ", text.about(group)));
    }
    if (data.spread().isPresent() && data.spread().get().compared().isPresent()) {
      lines.add(text.estimates());
    }
    lines.removeIf(String::isEmpty);
    return String.join(System.lineSeparator(), lines);
  }
}
