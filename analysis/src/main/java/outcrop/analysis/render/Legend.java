package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;

/// Names with their colours and counts: a column at the right, one line above or below the plot, or
/// a column over the plot.
final class Legend implements Key {
  private static final double SWATCH = 10;

  private final Sketch sketch;
  private final String heading;
  private final List<Entry> entries;
  private final TextStyle name;
  private final TextStyle muted;
  private final boolean wanted;
  private final LegendPlace place;

  /// One line of a legend.
  ///
  /// @param count beside the name where there is room; empty for none
  record Entry(String name, String count, Colour colour) {}

  /// @param heading what the entries are values of, as it may be drawn
  /// @param entries in order; [Target.LegendEntry] has their places. Empty for no legend
  Legend(Sketch sketch, ChartStyle style, String heading, List<Entry> entries) {
    this.sketch = sketch;
    this.heading = heading;
    this.entries = List.copyOf(entries);
    name = new TextStyle(sketch.scaled(11), false, sketch.theme.foreground());
    muted = sketch.small();
    wanted = style.legend() && !entries.isEmpty() && !sketch.isTiny();
    place = place(sketch, style);
  }

  /// Where the colours are explained: where the style says, else at the right, above in a narrow
  /// drawing.
  static LegendPlace place(Sketch sketch, ChartStyle style) {
    LegendPlace asked = style.look().legend();
    boolean narrow = sketch.width < sketch.scaled(440);
    return asked != LegendPlace.AUTO ? asked : narrow ? LegendPlace.TOP : LegendPlace.RIGHT;
  }

  /// The style with a legend above the plot where the user chose no place.
  static ChartStyle above(ChartStyle style) {
    return style.look().legend() == LegendPlace.AUTO
        ? style.withLook(style.look().withLegend(LegendPlace.TOP))
        : style;
  }

  @Override
  public Bounds around(Bounds area) {
    if (!wanted) {
      return area;
    }
    double line = name.size() * 1.8;
    return switch (place) {
      case AUTO, RIGHT -> Bounds.between(area.x(), area.y(), column(area, 0.3) - 18, area.bottom());
      case TOP -> {
        row(area, area.y() + name.size() * 0.6);
        yield Bounds.between(area.x(), area.y() + line, area.right(), area.bottom());
      }
      case BOTTOM -> {
        row(area, area.bottom() - name.size() * 0.6);
        yield Bounds.between(
            area.x(), area.y(), area.right(), Math.max(area.y(), area.bottom() - line));
      }
      case INSIDE -> area;
    };
  }

  @Override
  public void over(Bounds plot) {
    if (wanted && place == LegendPlace.INSIDE) {
      double inset = name.size() * 0.7;
      column(
          Bounds.between(
              plot.x() + inset,
              plot.y() + inset,
              Math.max(plot.x() + inset, plot.right() - inset),
              Math.max(plot.y() + inset, plot.bottom() - inset)),
          0.45);
    }
  }

  @Override
  public String about(int entry) {
    if (entry >= entries.size()) {
      return "";
    }
    Entry shown = entries.get(entry);
    String rows = ChartWords.fill(sketch.words().allRows(), shown.count());
    return heading + "\n" + shown.name() + (shown.count().isEmpty() ? "" : ": " + rows);
  }

  /// Draws a column at the right of an area, on a plate where it stands over the plot.
  ///
  /// @return its left
  private double column(Bounds area, double mostShare) {
    double widestName = 0;
    double widestCount = 0;
    for (Entry entry : entries) {
      widestName = Math.max(widestName, Sketch.width(entry.name(), name));
      widestCount = Math.max(widestCount, Sketch.width(entry.count(), muted));
    }
    TextStyle bold = new TextStyle(name.size(), true, name.colour());
    double most = Math.min(area.width() * mostShare, sketch.scaled(240));
    double nameRoom =
        Math.min(
            Math.max(widestName, Sketch.width(heading, bold) - SWATCH - widestCount - 18),
            most - SWATCH - widestCount - 18);
    double width = Math.ceil(SWATCH + 6 + nameRoom + 12 + widestCount);
    double x = area.right() - width;
    double line = Math.rint(name.size() * 1.65);
    double y = area.y() + line / 2;
    int fit = Math.max(1, (int) ((area.height() - line) / line));
    int shown = fit >= entries.size() ? entries.size() : Math.max(1, fit - 1);
    List<Mark> parts = new ArrayList<>();
    if (place == LegendPlace.INSIDE) {
      double lines = 1 + shown + (shown < entries.size() ? 1 : 0);
      parts.add(
          new Mark.Rect(
              new Bounds(x - 6, area.y() - 4, width + 12, lines * line + 8),
              sketch.theme.background().withOpacity(0.86)));
    }
    Sketch.middle(parts, Sketch.fit(heading, width, bold), x, y, Anchor.START, bold);
    int first = Math.min(sketch.options.firstEntry(), entries.size() - shown);
    for (int i = first; i < first + shown; i++) {
      y += line;
      entry(parts, i, x, y, nameRoom, line, width);
    }
    if (shown < entries.size()) {
      y += line;
      String more = ChartWords.fill(sketch.words().moreLegend(), entries.size() - shown);
      Sketch.middle(parts, more, x + SWATCH + 6, y, Anchor.START, muted);
      sketch.region(new Bounds(x, y - line / 2, width, line), new Target.MoreLegend());
    }
    sketch.group("legend", parts);
    return x;
  }

  private void entry(
      List<Mark> parts, int index, double x, double y, double room, double line, double width) {
    Entry entry = entries.get(index);
    double top = Math.rint(y - SWATCH / 2);
    parts.add(new Mark.Rect(new Bounds(Math.rint(x), top, SWATCH, SWATCH), entry.colour()));
    String fitted = Sketch.fit(entry.name(), room, name);
    Sketch.middle(parts, fitted, x + SWATCH + 6, y, Anchor.START, name);
    Sketch.middle(parts, entry.count(), x + width, y, Anchor.END, muted);
    sketch.region(new Bounds(x, y - line / 2, width, line), new Target.LegendEntry(index));
  }

  /// Draws as many entries as one line has room for.
  private void row(Bounds area, double y) {
    double x = area.x();
    List<Mark> parts = new ArrayList<>();
    int at = Math.min(sketch.options.firstEntry(), entries.size() - 1);
    int first = at;
    for (; at < entries.size(); at++) {
      String more = ChartWords.fill(sketch.words().moreLegend(), entries.size());
      double reserve = at == entries.size() - 1 ? 0 : Sketch.width(more, muted) + 8;
      String fitted = Sketch.fit(entries.get(at).name(), sketch.scaled(90), name);
      double width = SWATCH + 5 + Sketch.width(fitted, name);
      if (x + width + reserve > area.right()) {
        break;
      }
      parts.add(
          new Mark.Rect(
              new Bounds(Math.rint(x), Math.rint(y - SWATCH / 2), SWATCH, SWATCH),
              entries.get(at).colour()));
      Sketch.middle(parts, fitted, x + SWATCH + 5, y, Anchor.START, name);
      sketch.region(
          new Bounds(x, y - name.size(), width, name.size() * 2), new Target.LegendEntry(at));
      x += width + 12;
    }
    int left = entries.size() - (at - first);
    if (left > 0) {
      String more = ChartWords.fill(sketch.words().moreLegend(), left);
      Sketch.middle(parts, Sketch.fit(more, area.right() - x, muted), x, y, Anchor.START, muted);
      sketch.region(
          Bounds.between(x, y - name.size(), area.right(), y + name.size()),
          new Target.MoreLegend());
    }
    sketch.group("legend", parts);
  }
}
