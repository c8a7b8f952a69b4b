package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Brush;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.Frame;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.Target;

/// What a chart shows and what its user has marked, hovered and scrolled: the part that mouse and
/// keyboard change.
final class ChartState {
  private static final int NONE = -1;

  final ChartWire wire = new ChartWire();
  private final Runnable changed;
  private @Nullable DistributionData data;
  private @Nullable Drawing drawing;
  private LayoutOptions options = LayoutOptions.DEFAULT;
  private @Nullable BinRange told;
  private int cursor = NONE;
  private int anchor = NONE;
  private int note = NONE;

  /// @param changed called when the chart has to be laid out anew
  ChartState(Runnable changed) {
    this.changed = changed;
  }

  void setData(DistributionData value) {
    boolean otherAxis = data == null || data.axis().size() != value.axis().size();
    data = value;
    if (otherAxis) {
      cursor = NONE;
      anchor = NONE;
      hover(NONE);
    }
    scrollBars(0);
    changed.run();
  }

  void setDrawing(Drawing value) {
    drawing = value;
  }

  Optional<Drawing> drawing() {
    return Optional.ofNullable(drawing);
  }

  Optional<Frame> frame() {
    return drawing == null ? Optional.empty() : drawing.frame();
  }

  LayoutOptions options() {
    return options;
  }

  /// The topmost region under a point.
  Optional<HitRegion> hitAt(double x, double y) {
    return drawing == null ? Optional.empty() : drawing.hitAt(x, y);
  }

  /// Places of a kind in the order of the drawing.
  List<HitRegion> regions(Class<? extends Target> kind) {
    return drawing == null
        ? List.of()
        : drawing.regions().stream().filter(hit -> kind.isInstance(hit.target())).toList();
  }

  /// The note where the keyboard is; empty where it is on no note.
  Optional<HitRegion> noteCursor() {
    List<HitRegion> notes = regions(Target.Note.class);
    return note >= 0 && note < notes.size() ? Optional.of(notes.get(note)) : Optional.empty();
  }

  /// Puts the keyboard on the next note, from the last one back to the bars.
  void nextNote() {
    int size = regions(Target.Note.class).size();
    note = note + 1 < size ? note + 1 : NONE;
    changed.run();
  }

  void leaveNotes() {
    note = NONE;
  }

  /// Puts an edge where a pixel is and tells it.
  void moveEdge(int index, double pixel) {
    frame()
        .ifPresent(
            inner -> {
              double value = inner.values().toValue(pixel);
              double grain = Math.abs(inner.values().toValue(pixel + 1) - value);
              wire.actions.moveEdge(index, value, grain);
            });
  }

  /// The target under a point.
  Optional<Target> targetAt(double x, double y) {
    return drawing == null ? Optional.empty() : drawing.hitAt(x, y).map(region -> region.target());
  }

  int bins() {
    return data == null ? 0 : data.axis().size();
  }

  boolean isEmpty() {
    return data == null;
  }

  /// Whether bins lie along an axis of numbers or times and can be brushed.
  boolean isHistogram() {
    return data != null && !(data.axis() instanceof BinAxis.Values);
  }

  boolean hasMissing() {
    return data != null
        && drawing != null
        && drawing.regions().stream().anyMatch(r -> r.target() instanceof Target.Missing);
  }

  /// The value of a bar of a category.
  Optional<String> value(int bin) {
    return data != null
            && data.axis() instanceof BinAxis.Values(List<String> values)
            && bin >= 0
            && bin < values.size()
        ? Optional.of(values.get(bin))
        : Optional.empty();
  }

  Optional<String> group(int index) {
    return data != null && index >= 0 && index < data.groups().size()
        ? Optional.of(data.groups().get(index))
        : Optional.empty();
  }

  /// The range from one bin to another, in either order; empty for bars of a category.
  Optional<BinRange> range(int one, int other) {
    if (data == null || bins() == 0) {
      return Optional.empty();
    }
    int first = Math.clamp(Math.min(one, other), 0, bins() - 1);
    int last = Math.clamp(Math.max(one, other), 0, bins() - 1);
    boolean closed = last == bins() - 1;
    return switch (data.axis()) {
      case BinAxis.Numbers numbers ->
          Optional.of(new BinRange(numbers.edges()[first], numbers.edges()[last + 1], closed));
      case BinAxis.Times times ->
          Optional.of(new BinRange(times.edges()[first], times.edges()[last + 1], closed));
      case BinAxis.Values _ -> Optional.empty();
    };
  }

  /// First and last bin that the brush touches; empty without a brush on the axis.
  Optional<int[]> brushedBins() {
    BinRange range = told;
    if (range == null || !isHistogram()) {
      return Optional.empty();
    }
    int first = NONE;
    int last = NONE;
    for (int bin = 0; bin < bins(); bin++) {
      BinRange own = range(bin, bin).orElseThrow();
      if (own.hi() > range.lo() && own.lo() < range.hi()) {
        first = first == NONE ? bin : first;
        last = bin;
      }
    }
    return first == NONE ? Optional.empty() : Optional.of(new int[] {first, last});
  }

  Optional<BinRange> brush() {
    return Optional.ofNullable(told);
  }

  /// Shows a brush without telling it.
  void showBrush(@Nullable BinRange range) {
    told = range;
    show(range == null ? Optional.empty() : Optional.of(new Brush.Range(range.lo(), range.hi())));
  }

  void showChosen(Set<String> values) {
    show(values.isEmpty() ? Optional.empty() : Optional.of(new Brush.Values(values)));
  }

  /// Whether the bar of a value is among those that are filtered.
  boolean isChosen(int bin) {
    return options.brush().orElse(null) instanceof Brush.Values(Set<String> values)
        && value(bin).filter(values::contains).isPresent();
  }

  private void show(Optional<Brush> brush) {
    options =
        new LayoutOptions(
            options.firstBar(),
            options.firstEntry(),
            options.hovered(),
            brush,
            options.outcome(),
            options.fontScale(),
            options.words(),
            options.resolution());
    changed.run();
  }

  /// Brushes bins and tells it; the same range is told once.
  void preview(int one, int other) {
    range(one, other)
        .filter(range -> !range.equals(told))
        .ifPresent(
            range -> {
              showBrush(range);
              wire.actions.brushPreview(range);
            });
  }

  void commitBrush(int one, int other) {
    range(one, other)
        .ifPresent(
            range -> {
              showBrush(range);
              wire.actions.brush(range);
            });
  }

  void clear() {
    showBrush(null);
    wire.actions.clear();
  }

  void hover(int bin) {
    OptionalInt hovered = bin < 0 || bin >= bins() ? OptionalInt.empty() : OptionalInt.of(bin);
    if (!hovered.equals(options.hovered())) {
      options =
          new LayoutOptions(
              options.firstBar(),
              options.firstEntry(),
              hovered,
              options.brush(),
              options.outcome(),
              options.fontScale(),
              options.words(),
              options.resolution());
      changed.run();
    }
  }

  /// The bin where the keyboard is, as many as there are bins for the bar of missing rows, −1
  /// before the first key.
  int cursor() {
    return cursor;
  }

  int anchor() {
    return anchor;
  }

  /// @param extend leaves the anchor where it is
  void setCursor(int bin, boolean extend) {
    int before = cursor;
    int last = hasMissing() ? bins() : bins() - 1;
    cursor = Math.clamp(bin, 0, Math.max(0, last));
    anchor = extend ? anchor == NONE ? Math.max(0, before) : anchor : cursor;
    hover(cursor);
    reveal(cursor);
    changed.run();
  }

  void forgetCursor() {
    cursor = NONE;
    anchor = NONE;
    hover(NONE);
    changed.run();
  }

  private void reveal(int bin) {
    int shown = shownBars();
    if (isHistogram() || shown == 0 || bin >= bins()) {
      return;
    }
    if (bin < options.firstBar()) {
      scrollBars(bin - options.firstBar());
    } else if (bin >= options.firstBar() + shown) {
      scrollBars(bin - shown + 1 - options.firstBar());
    }
  }

  int shownBars() {
    return frame().map(frame -> frame.bins().shown()).orElse(0);
  }

  void scrollBars(int by) {
    int last = Math.max(0, bins() - Math.max(1, shownBars()));
    int first = Math.clamp(options.firstBar() + (long) by, 0, isHistogram() ? 0 : last);
    if (first != options.firstBar()) {
      options = options.withFirstBar(first);
      changed.run();
    }
  }

  void scrollLegend(int by) {
    int last = data == null ? 0 : Math.max(0, data.groups().size() - 1);
    int first = Math.clamp(options.firstEntry() + (long) by, 0, last);
    if (first != options.firstEntry()) {
      options = options.withFirstEntry(first);
      changed.run();
    }
  }
}
