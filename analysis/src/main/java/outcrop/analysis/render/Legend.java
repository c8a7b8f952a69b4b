package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;

/// The groups of a split with their colours and counts: a column at the right, or one line above a
/// small plot.
final class Legend {
  private static final double SWATCH = 10;

  private final Plot plot;
  private final Sketch sketch;
  private final DistributionData data;
  private final TextStyle name;
  private final TextStyle muted;

  private Legend(Plot plot) {
    this.plot = plot;
    sketch = plot.sketch();
    data = plot.data();
    name = new TextStyle(sketch.scaled(11), false, sketch.theme.foreground());
    muted = sketch.small();
  }

  /// Draws the legend where something splits the bars.
  ///
  /// @return what is left of the area
  static Bounds draw(Plot plot, Bounds area) {
    boolean wanted = plot.spec().style().legend() && plot.tally().split;
    if (!wanted || plot.sketch().isTiny()) {
      return area;
    }
    Legend legend = new Legend(plot);
    return plot.sketch().width < plot.sketch().scaled(440) ? legend.row(area) : legend.column(area);
  }

  private String name(int group) {
    return Names.of(data.groups().get(group), sketch.words());
  }

  private String count(int group) {
    return Numerals.compact(plot.tally().selectedOfGroup(group));
  }

  private Colour colour(int group) {
    return plot.palette().colour(data.groups().get(group));
  }

  private Bounds column(Bounds area) {
    double widestName = 0;
    double widestCount = 0;
    for (int group = 0; group < data.groups().size(); group++) {
      widestName = Math.max(widestName, Sketch.width(name(group), name));
      widestCount = Math.max(widestCount, Sketch.width(count(group), muted));
    }
    TextStyle bold = new TextStyle(name.size(), true, name.colour());
    String heading = Names.visible(plot.spec().by());
    double most = Math.min(area.width() * 0.3, sketch.scaled(240));
    double nameRoom =
        Math.min(
            Math.max(widestName, Sketch.width(heading, bold) - SWATCH - widestCount - 18),
            most - SWATCH - widestCount - 18);
    double width = Math.ceil(SWATCH + 6 + nameRoom + 12 + widestCount);
    double x = area.right() - width;
    double line = Math.rint(name.size() * 1.65);
    double y = area.y() + line / 2;
    List<Mark> parts = new ArrayList<>();
    Sketch.middle(parts, Sketch.fit(heading, width, bold), x, y, Anchor.START, bold);
    int groups = data.groups().size();
    int fit = Math.max(1, (int) ((area.height() - line) / line));
    int shown = fit >= groups ? groups : Math.max(1, fit - 1);
    int first = Math.min(sketch.options.firstEntry(), groups - shown);
    for (int group = first; group < first + shown; group++) {
      y += line;
      entry(parts, group, x, y, nameRoom, line, width);
    }
    if (shown < groups) {
      y += line;
      String more = ChartWords.fill(sketch.words().moreLegend(), groups - shown);
      Sketch.middle(parts, more, x + SWATCH + 6, y, Anchor.START, muted);
      sketch.region(new Bounds(x, y - line / 2, width, line), new Target.MoreLegend());
    }
    sketch.group("legend", parts);
    return Bounds.between(area.x(), area.y(), x - 18, area.bottom());
  }

  private void entry(
      List<Mark> parts, int group, double x, double y, double room, double line, double width) {
    double top = Math.rint(y - SWATCH / 2);
    parts.add(new Mark.Rect(new Bounds(Math.rint(x), top, SWATCH, SWATCH), colour(group)));
    String fitted = Sketch.fit(name(group), room, name);
    Sketch.middle(parts, fitted, x + SWATCH + 6, y, Anchor.START, name);
    Sketch.middle(parts, count(group), x + width, y, Anchor.END, muted);
    sketch.region(new Bounds(x, y - line / 2, width, line), new Target.LegendEntry(group));
  }

  private Bounds row(Bounds area) {
    double y = area.y() + name.size() * 0.6;
    double x = area.x();
    List<Mark> parts = new ArrayList<>();
    int groups = data.groups().size();
    int group = Math.min(sketch.options.firstEntry(), groups - 1);
    int first = group;
    for (; group < groups; group++) {
      String more = ChartWords.fill(sketch.words().moreLegend(), groups);
      double reserve = group == groups - 1 ? 0 : Sketch.width(more, muted) + 8;
      String fitted = Sketch.fit(name(group), sketch.scaled(90), name);
      double width = SWATCH + 5 + Sketch.width(fitted, name);
      if (x + width + reserve > area.right()) {
        break;
      }
      parts.add(
          new Mark.Rect(
              new Bounds(Math.rint(x), Math.rint(y - SWATCH / 2), SWATCH, SWATCH), colour(group)));
      Sketch.middle(parts, fitted, x + SWATCH + 5, y, Anchor.START, name);
      sketch.region(
          new Bounds(x, y - name.size(), width, name.size() * 2), new Target.LegendEntry(group));
      x += width + 12;
    }
    int left = groups - (group - first);
    if (left > 0) {
      String more = ChartWords.fill(sketch.words().moreLegend(), left);
      Sketch.middle(parts, Sketch.fit(more, area.right() - x, muted), x, y, Anchor.START, muted);
      sketch.region(
          Bounds.between(x, y - name.size(), area.right(), y + name.size()),
          new Target.MoreLegend());
    }
    sketch.group("legend", parts);
    return Bounds.between(area.x(), area.y() + name.size() * 1.8, area.right(), area.bottom());
  }
}
