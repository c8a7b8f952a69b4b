package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.render.Scale.Tick;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.DistributionSpec;

/// One side of a plot of two fields: where each place of a field lies, with its name. Numbers and
/// times lie on a scale, values of categories side by side; the places apart stand behind a gap.
///
/// Across, places run to the right; upwards, numbers run up and categories down, as they are read.
final class SlotAxis {
  private static final double GAP = 8;
  private static final double SLANT = Math.sqrt(0.5);

  final FieldSlots slots;
  final boolean across;

  /// The scale of numbers or times; of categories, one over the numbers of the values.
  final Scale scale;

  /// Where the values lie, without the places apart.
  final double start;

  final double end;

  private final Sketch sketch;
  private final Scale whole;
  private final List<Integer> apart;
  private final double[] from;
  private final double[] to;

  /// What is on one side of a plot.
  ///
  /// @param kind the scale of numbers
  /// @param style range, ticks and format of the user's own
  /// @param apart the places apart that are shown
  record Side(
      FieldSlots slots, DistributionSpec.Scale kind, AxisStyle style, List<Integer> apart) {}

  /// @param low the left or upper end
  /// @param high the right or lower end
  SlotAxis(Sketch sketch, Side side, boolean across, double low, double high) {
    this.sketch = sketch;
    this.slots = side.slots();
    this.apart = side.apart();
    this.across = across;
    from = new double[slots.size()];
    to = new double[slots.size()];
    Arrays.fill(from, Double.NaN);
    Arrays.fill(to, Double.NaN);
    int bins = slots.axis().size();
    boolean bare = bins == 0;
    double gaps = apart.isEmpty() || bare ? 0 : GAP;
    double room = high - low - gaps;
    boolean named = isNamed();
    double step =
        named || bare
            ? room / Math.max(1, bins + apart.size())
            : Math.min(sketch.scaled(22), room * 0.3 / Math.max(1, apart.size()));
    double length = Math.max(1, room - step * apart.size());
    start = low;
    end = bare ? low : low + length;
    boolean rising = across || named;
    whole = scale(side.kind(), rising ? low : low + length, rising ? low + length : low);
    scale = StyledScale.of(whole, side.style());
    for (int bin = 0; bin < bins; bin++) {
      double a = named ? low + bin * step : pixel(bin);
      double b = named ? low + (bin + 1) * step : pixel(bin + 1);
      // A bin that the range of the axis leaves out is not shown.
      boolean seen = named || a != b || whole == scale;
      from[bin] = seen ? Math.min(a, b) : Double.NaN;
      to[bin] = seen ? Math.max(a, b) : Double.NaN;
    }
    for (int i = 0; i < apart.size(); i++) {
      from[apart.get(i)] = end + gaps + i * step;
      to[apart.get(i)] = end + gaps + (i + 1) * step;
    }
  }

  private double pixel(int edge) {
    return Math.clamp(scale.toPixel(edge(edge)), start, end);
  }

  private double edge(int edge) {
    return switch (slots.axis()) {
      case BinAxis.Numbers numbers -> numbers.edges()[edge];
      case BinAxis.Times times -> times.edges()[edge];
      case BinAxis.Values _ -> edge - 0.5;
    };
  }

  /// The middle of some bins beside each other, which may lie beyond the ends.
  double middle(int first, int last) {
    return (scale.toPixel(edge(first)) + scale.toPixel(edge(last + 1))) / 2;
  }

  /// The bins that are shown, from the first of some to the last.
  int[] shown(int first, int last) {
    return IntStream.rangeClosed(first, last).filter(this::isShown).toArray();
  }

  private Scale scale(DistributionSpec.Scale kind, double pixelFrom, double pixelTo) {
    return switch (slots.axis()) {
      case BinAxis.Values values ->
          new Scale.Band(0, pixelFrom, (pixelTo - pixelFrom) / Math.max(1, values.size()));
      case BinAxis.Times times ->
          new Scale.Time(
              times.edges()[0],
              times.edges()[times.size()],
              pixelFrom,
              pixelTo,
              sketch.words().months());
      case BinAxis.Numbers numbers -> {
        double low = numbers.edges()[0];
        double high = numbers.edges()[numbers.size()];
        yield switch (kind) {
          case LINEAR -> new Scale.Linear(low, high, pixelFrom, pixelTo);
          case LOG -> new Scale.Log(low, high, pixelFrom, pixelTo);
          case SYMLOG -> new Scale.SymLog(low, high, 1, pixelFrom, pixelTo);
        };
      }
    };
  }

  /// Whether the places are values with a name each.
  boolean isNamed() {
    return slots.axis() instanceof BinAxis.Values;
  }

  boolean isShown(int slot) {
    return !Double.isNaN(from[slot]);
  }

  /// The lower pixel of a place.
  double from(int slot) {
    return from[slot];
  }

  double to(int slot) {
    return to[slot];
  }

  /// The name of a place.
  static String name(FieldSlots slots, int slot, ChartWords words) {
    if (slot < slots.axis().size()) {
      return BinNames.of(slots.axis(), slot, words);
    }
    if (slot == slots.other()) {
      return ChartWords.fill(words.relation().otherValues(), Numerals.exact(slots.otherValues()));
    }
    return slot == slots.missing()
        ? words.missing()
        : slots.type() == FieldType.LIST ? words.emptyList() : words.offScale();
  }

  private List<Integer> labelled() {
    List<Integer> labelled = new ArrayList<>();
    for (int bin = 0; bin < slots.axis().size() && isNamed(); bin++) {
      labelled.add(bin);
    }
    labelled.addAll(apart);
    return labelled;
  }

  private String name(int slot) {
    return name(slots, slot, sketch.words());
  }

  private double widest() {
    return labelled().stream()
        .mapToDouble(slot -> Sketch.width(name(slot), sketch.small()))
        .max()
        .orElse(0);
  }

  /// The room that names and ticks take beside a plot: left of it, or below.
  ///
  /// @param most of it
  double margin(double most) {
    TextStyle style = sketch.small();
    if (!across) {
      double ticks =
          isNamed()
              ? 0
              : ticks().stream().mapToDouble(t -> Sketch.width(t.label(), style)).max().orElse(0);
      return Math.min(most, Math.ceil(Math.max(widest(), ticks)) + 9);
    }
    double tickHeight = isNamed() ? 0 : style.size() * (hasContext() ? 2.6 : 1.3) + 6;
    double names =
        labelled().isEmpty()
            ? 0
            : isSlanted() ? widest() * SLANT + style.size() : style.size() * 1.2;
    return Math.min(most, Math.max(tickHeight, names + 6));
  }

  private boolean isSlanted() {
    double least = Double.POSITIVE_INFINITY;
    for (int slot : labelled()) {
      least = Math.min(least, to[slot] - from[slot]);
    }
    return widest() + 6 > least;
  }

  private List<Tick> ticks() {
    double length = Math.abs(end - start);
    int wanted = across ? (int) (length / sketch.scaled(70)) : (int) (length / sketch.scaled(44));
    return scale.ticks(Math.clamp(wanted, 1, 10));
  }

  private boolean hasContext() {
    return ticks().stream().anyMatch(tick -> !tick.context().isEmpty());
  }

  /// Draws names and ticks below a plot.
  ///
  /// @param y the lower edge of the plot
  /// @param leftmost where names may begin
  /// @param height of the room below
  void drawBelow(double y, double leftmost, double height) {
    if (!isNamed()) {
      TickMarks marks = new TickMarks(sketch);
      marks.drawBelow(marks.across(scale, 0, start, end, sketch.width - 2), y + 1);
    }
    TextStyle style = sketch.small();
    List<Mark> parts = new ArrayList<>();
    boolean slanted = isSlanted();
    double free = Double.NEGATIVE_INFINITY;
    for (int slot : labelled()) {
      double centre = (from[slot] + to[slot]) / 2;
      if (centre < free) {
        continue;
      }
      if (slanted) {
        double room =
            Math.min((height - style.size()) / SLANT, (centre - leftmost) / SLANT - style.size());
        String text = Sketch.fit(name(slot), room, style);
        parts.add(
            new Mark.Label(
                text,
                centre + style.size() * 0.3,
                y + 6 + style.size() * 0.7,
                Anchor.END,
                style,
                -45));
        free = centre + style.size() * 1.3;
      } else {
        String text = Sketch.fit(name(slot), to[slot] - from[slot] - 2, style);
        Sketch.label(parts, text, centre, y + 6 + style.size(), Anchor.MIDDLE, style);
      }
    }
    parts.removeIf(mark -> mark instanceof Mark.Label label && label.text().isEmpty());
    sketch.group("labels", parts);
  }

  /// Draws names and ticks left of a plot.
  ///
  /// @param x the left edge of the plot
  /// @param width of the room left of it
  void drawLeft(double x, double width) {
    TextStyle style = sketch.small();
    List<Mark> parts = new ArrayList<>();
    double free = Double.POSITIVE_INFINITY;
    if (!isNamed()) {
      for (Tick tick : ticks()) {
        double at = scale.toPixel(tick.value());
        if (at < start - 0.5 || at > end + 0.5) {
          continue;
        }
        double sharp = Sketch.sharp(at);
        parts.add(
            new Mark.Line(
                x - (tick.minor() ? 3 : 5), sharp, x - 1, sharp, Stroke.of(axisInk(), 1)));
        if (!tick.minor() && at + style.size() * 0.6 <= free) {
          String text = tick.context().isEmpty() ? tick.label() : withContext(tick);
          Sketch.middle(parts, Sketch.fit(text, width - 8, style), x - 7, at, Anchor.END, style);
          free = at - style.size() * 0.6;
        }
      }
    }
    double below = Double.NEGATIVE_INFINITY;
    for (int slot : labelled()) {
      double centre = (from[slot] + to[slot]) / 2;
      if (centre - style.size() * 0.55 >= below) {
        String text = Sketch.fit(name(slot), width - 8, style);
        Sketch.middle(parts, text, x - 7, centre, Anchor.END, style);
        below = centre + style.size() * 0.55;
      }
    }
    sketch.group("labels", parts);
  }

  private static String withContext(Tick tick) {
    return tick.label() + " " + tick.context();
  }

  private Colour axisInk() {
    return sketch.theme.axis();
  }
}
