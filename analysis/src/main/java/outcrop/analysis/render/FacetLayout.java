package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.Panel;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.TailSpec;

/// Lays out small multiples: the same chart once for each value of a field, in a grid and on the
/// same scales, each with its name and rows. What does not fit is reached by scrolling.
///
/// Knows nothing of the chart but its name: whatever can be laid out alone can be repeated.
final class FacetLayout {
  private static final double LEAST_WIDTH = 170;
  private static final double LEAST_HEIGHT = 130;
  private static final double GAP = 10;

  private final Sketch sketch;
  private final ChartSpec spec;
  private final FacetData data;
  private final ChartWords words;

  /// How one chart is laid out alone.
  interface Single {
    /// Widens the scale that panels share to what a panel shows, drawing nothing.
    void scale(Sketch sketch, ChartSpec spec, ViewData panel);

    /// What the colours of all panels say, when their scale is known.
    Key key(Sketch sketch, ChartSpec spec, List<ViewData> panels);

    /// Lays out one panel into a sketch.
    Drawing layout(Sketch sketch, ChartSpec spec, ViewData panel);
  }

  FacetLayout(Sketch sketch, ChartSpec spec, FacetData data) {
    this.sketch = sketch;
    this.spec = spec;
    this.data = data;
    words = sketch.words();
  }

  /// The grid of the panels that are shown.
  private record Grid(int columns, int lines, int first, int shown, double width, double height) {}

  Drawing layout(Single single) {
    String title = title();
    String subtitle = subtitle();
    double top = Header.draw(sketch, title, spec.style().subtitle(), subtitle);
    double pad = sketch.padding();
    Bounds area =
        Bounds.between(
            pad, Math.min(top, sketch.height - pad), sketch.width - pad, sketch.height - pad);
    List<Drawing> panels = new ArrayList<>();
    Key key = Key.NONE;
    int first = 0;
    if (!data.panels().isEmpty()) {
      ChartSpec one = spec.withoutFacet();
      List<ViewData> all = data.panels().stream().map(Panel::data).toList();
      // Panels out of sight have their part in the scale as well.
      all.forEach(panel -> single.scale(sketch, one, panel));
      key = single.key(sketch, one, all);
      Bounds rest = key.around(area);
      Grid grid = grid(rest);
      first = grid.first;
      for (int i = 0; i < grid.shown; i++) {
        Drawing panel = draw(single, data.panels().get(grid.first + i), grid);
        place(panel, i, grid, rest);
        panels.add(panel);
      }
      key.over(rest);
    } else if (!sketch.isTiny()) {
      sketch.sentence(words.noRows(), area);
    }
    return new Drawing(
        sketch.width,
        sketch.height,
        sketch.theme.background(),
        title,
        subtitle,
        sketch.marks,
        sketch.regions,
        Optional.empty(),
        new Facts(title + "\n" + subtitle, first, panels, key));
  }

  private String title() {
    String own = spec.title();
    return ChartWords.fill(
        words.relation().facets(),
        own.isEmpty() ? whole() : Names.visible(own),
        Names.visible(data.field()));
  }

  private String whole() {
    return switch (spec) {
      case RelationSpec relation -> RelationHeader.title(relation, words);
      case TailSpec tail -> ChartWords.fill(words.tail().title(), Names.visible(tail.field()));
      case DistributionSpec distribution -> Names.visible(distribution.field());
      case MapSpec map -> MapLayout.title(map, words);
    };
  }

  private String subtitle() {
    String rows =
        data.selected() == data.total()
            ? ChartWords.fill(words.allRows(), Numerals.exact(data.total()))
            : ChartWords.fill(
                words.someRows(), Numerals.exact(data.selected()), Numerals.exact(data.total()));
    return rows
        + " · "
        + ChartWords.fill(words.relation().panels(), Numerals.exact(data.panels().size()));
  }

  private Grid grid(Bounds area) {
    int count = data.panels().size();
    double least = sketch.scaled(LEAST_WIDTH);
    double lowest = sketch.scaled(LEAST_HEIGHT);
    int mostColumns = Math.max(1, (int) ((area.width() + GAP) / (least + GAP)));
    int mostLines = Math.max(1, (int) ((area.height() + GAP) / (lowest + GAP)));
    int best = 1;
    double bestFit = Double.POSITIVE_INFINITY;
    for (int columns = 1; columns <= Math.min(mostColumns, Math.max(1, count)); columns++) {
      int lines = Math.min(mostLines, (count + columns - 1) / columns);
      double width = area.width() / columns;
      double height = area.height() / Math.max(1, lines);
      int hidden = Math.max(0, count - columns * lines);
      double fit = hidden * 1000.0 + Math.abs(Math.log(width / height / 1.4));
      if (fit < bestFit) {
        bestFit = fit;
        best = columns;
      }
    }
    int lines = Math.max(1, Math.min(mostLines, (count + best - 1) / best));
    boolean all = best * lines >= count;
    double more = all ? 0 : sketch.small().size() * 1.6;
    int shown = Math.min(count, best * lines);
    int firstLine = Math.min(sketch.options.firstEntry(), (count + best - 1) / best - lines);
    int first = Math.max(0, firstLine) * best;
    shown = Math.min(shown, count - first);
    if (!all) {
      more(area, count - shown);
    }
    return new Grid(
        best,
        lines,
        first,
        shown,
        (area.width() - GAP * (best - 1)) / best,
        (area.height() - more - GAP * (lines - 1)) / lines);
  }

  private void more(Bounds area, int hidden) {
    TextStyle small = sketch.small();
    List<Mark> parts = new ArrayList<>();
    String text = ChartWords.fill(words.moreLegend(), Numerals.exact(hidden));
    double y = area.bottom() - small.size() * 0.6;
    Sketch.middle(parts, text, area.x(), y, Anchor.START, small);
    sketch.group("more", parts);
    sketch.region(
        Bounds.between(area.x(), y - small.size(), area.right(), area.bottom()),
        new Target.MoreLegend());
  }

  private Drawing draw(Single single, Panel panel, Grid grid) {
    LayoutOptions options =
        new LayoutOptions(
            sketch.options.firstBar(),
            0,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            sketch.options.fontScale(),
            words,
            sketch.options.resolution());
    Sketch part = sketch.part(grid.width, grid.height, options);
    ChartStyle style = spec.style().withLegend(false).withSubtitle("");
    ChartSpec one = spec.withStyle(style).withTitle(Names.of(panel.name(), words)).withoutFacet();
    return single.layout(part, one, panel.data());
  }

  private void place(Drawing panel, int index, Grid grid, Bounds area) {
    Moved moved =
        new Moved(
            Math.rint(area.x() + index % grid.columns * (grid.width + GAP)),
            Math.rint(area.y() + index / grid.columns * (grid.height + GAP)));
    sketch.group("panel", moved.marks(panel.marks()));
    for (HitRegion region : panel.regions()) {
      sketch.region(
          moved.bounds(region.bounds()), new Target.Panel(grid.first + index, region.target()));
    }
  }

  /// The words of the panels, each with those of its chart.
  private record Facts(String title, int first, List<Drawing> panels, Key key)
      implements Drawing.Facts {
    @Override
    public String about(Target target) {
      return switch (target) {
        case Target.Panel(int index, Target inner) when index - first < panels.size() -> {
          Drawing panel = panels.get(index - first);
          String said = panel.facts().about(inner);
          yield said.startsWith(panel.title()) ? said : panel.title() + "\n" + said;
        }
        case Target.Title() -> title;
        case Target.LegendEntry(int entry) -> key.about(entry);
        default -> "";
      };
    }
  }
}
