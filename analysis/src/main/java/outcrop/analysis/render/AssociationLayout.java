package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.Stroke;
import outcrop.analysis.render.Mark.TextStyle;
import outcrop.analysis.stats.Association;
import outcrop.analysis.stats.Association.Measure;

/// How fields hang together, as the lower half of a square of cells: each field is a row and a
/// column, and its name stands at the corner where both meet.
///
/// The stronger the association, the stronger the colour: blue and orange for the two directions of
/// Spearman's ρ, green for the measures without a direction. A ring marks what may be chance (q >
/// 0.05), a stroke what cannot be compared. Fields that hang together are neighbours. Where not all
/// fit, the most interesting are shown.
public final class AssociationLayout {
  /// A cell may be chance from here on.
  public static final double MAYBE_CHANCE = 0.05;

  private static final double NARROWEST = 13;
  private static final double WIDEST = 44;
  private static final double ROOM_FOR_TEXT = 27;
  private static final double NAME_ROOM = 0.34;
  private static final double LONGEST_NAME = 170;
  private static final int MEASURED_NAMES = 60;
  private static final double SMALLEST_WRITTEN = 1e-4;
  private static final int RAMP_STEPS = 12;
  private static final double HEAD = 64;
  private static final double LEGEND_LINE = 15;

  private final Sketch sketch;
  private final FieldAssociations found;
  private final AssociationWords words;
  private final List<String> fields;
  private final Map<String, Pair> pairs = new HashMap<>();
  private final double top;
  private final double cell;

  /// @param width and height in layout units
  public static Drawing layout(
      FieldAssociations found,
      double width,
      double height,
      Theme theme,
      LayoutOptions options,
      AssociationWords words) {
    Sketch sketch = new Sketch(Math.max(40, width), Math.max(40, height), theme, options);
    double pad = sketch.padding();
    double widestName =
        found.fields().stream()
            .limit(MEASURED_NAMES)
            .mapToDouble(name -> Sketch.width(Names.visible(name), sketch.body()))
            .max()
            .orElse(0);
    double nameRoom =
        Math.min(
            widestName + sketch.scaled(8),
            Math.min(sketch.scaled(LONGEST_NAME), sketch.width * NAME_ROOM));
    double head = sketch.isTiny() ? pad : pad + sketch.scaled(sketch.isSmall() ? 38 : HEAD);
    if (!sketch.isSmall() && !onOneLine(sketch, words)) {
      head += sketch.scaled(LEGEND_LINE);
    }
    double room = Math.min(sketch.width - pad - nameRoom, sketch.height - head - pad);
    int most = Math.max(2, (int) (room / sketch.scaled(NARROWEST)));
    List<String> fields = shown(found, most);
    double cell = Math.min(sketch.scaled(WIDEST), Math.floor(room / Math.max(1, fields.size())));
    AssociationLayout layout = new AssociationLayout(sketch, found, words, fields, head, cell);
    layout.draw();
    return new Drawing(
        sketch.width,
        sketch.height,
        theme.background(),
        words.title(),
        layout.description(),
        sketch.marks,
        sketch.regions,
        Optional.empty(),
        new Facts(layout));
  }

  private AssociationLayout(
      Sketch sketch,
      FieldAssociations found,
      AssociationWords words,
      List<String> fields,
      double top,
      double cell) {
    this.sketch = sketch;
    this.found = found;
    this.words = words;
    this.fields = fields;
    this.top = top;
    this.cell = cell;
    for (Pair pair : found.pairs()) {
      pairs.put(key(pair.a(), pair.b()), pair);
    }
  }

  /// The fields whose cells there is room for, neighbours beside each other.
  ///
  /// @param most how many fit
  static List<String> shown(FieldAssociations found, int most) {
    List<String> kept = found.fields().stream().limit(most).toList();
    return found.neighbours().stream().filter(kept::contains).toList();
  }

  /// The pair that a target of such a drawing stands for; empty where nothing can be said of it,
  /// and for any other target.
  public static Optional<Pair> pairAt(Drawing drawing, Target target) {
    return drawing.facts() instanceof Facts facts && target instanceof Target.Item(int index)
        ? facts.layout().pair(index)
        : Optional.empty();
  }

  /// What is known of the cells of one drawing.
  private record Facts(AssociationLayout layout) implements Drawing.Facts {
    @Override
    public String about(Target target) {
      return layout.about(target);
    }
  }

  private static String key(String a, String b) {
    return a.compareTo(b) < 0 ? a + "\0" + b : b + "\0" + a;
  }

  private Optional<Pair> pair(int index) {
    return pair(index / fields.size(), index % fields.size());
  }

  private Optional<Pair> pair(int row, int column) {
    return Optional.ofNullable(pairs.get(key(fields.get(row), fields.get(column))));
  }

  private void draw() {
    if (fields.size() < 2 || found.pairs().isEmpty()) {
      sketch.sentence(words.tooFew(), new Bounds(0, 0, sketch.width, sketch.height));
      return;
    }
    header();
    List<Mark> cells = new ArrayList<>();
    List<Mark> names = new ArrayList<>();
    double left = sketch.padding();
    TextStyle style = cell >= sketch.scaled(16) ? sketch.body() : sketch.small();
    for (int row = 0; row < fields.size(); row++) {
      double y = top + row * cell;
      for (int column = 0; column < row; column++) {
        Bounds place =
            new Bounds(
                Math.round(left + column * cell),
                Math.round(y),
                Math.max(1, Math.round(cell) - 1),
                Math.max(1, Math.round(cell) - 1));
        cell(cells, place, pair(row, column));
        sketch.region(place, new Target.Item(row * fields.size() + column));
      }
      double x = left + row * cell + (row == 0 ? 0 : 5);
      String name =
          Sketch.fit(
              Names.visible(fields.get(row)), sketch.width - x - sketch.padding() / 2, style);
      Sketch.middle(names, name, x, y + cell / 2, Anchor.START, style);
    }
    sketch.group("cells", cells);
    sketch.group("names", names);
  }

  private void header() {
    double pad = sketch.padding();
    if (sketch.isTiny()) {
      return;
    }
    List<String> said = new ArrayList<>();
    if (fields.size() < found.fields().size()) {
      said.add(
          ChartWords.fill(
              words.someFields(),
              Numerals.exact(fields.size()),
              Numerals.exact(found.fields().size())));
    }
    said.add(
        found.isSampled()
            ? ChartWords.fill(
                words.sampled(),
                Numerals.exact(found.sampled()),
                Numerals.exact(found.rows()),
                Long.toString(found.seed()))
            : ChartWords.fill(words.allRows(), Numerals.exact(found.rows())));
    double below = Header.draw(sketch, words.title(), "", String.join(" · ", said));
    if (!sketch.isSmall()) {
      legend(pad, below);
    }
  }

  private void legend(double left, double y) {
    List<Mark> parts = new ArrayList<>();
    TextStyle small = sketch.small();
    double size = sketch.scaled(9);
    double x = ramp(parts, left, y, size, true);
    Sketch.middle(parts, words.signed(), x + 5, y + size / 2, Anchor.START, small);
    boolean beside = onOneLine(sketch, words);
    double nextX = beside ? x + 5 + Sketch.width(words.signed(), small) + sketch.scaled(16) : left;
    double nextY = beside ? y : y + sketch.scaled(LEGEND_LINE);
    x = ramp(parts, nextX, nextY, size, false);
    Sketch.middle(parts, words.unsigned(), x + 5, nextY + size / 2, Anchor.START, small);
    sketch.group("legend", parts);
  }

  /// Whether both parts of the legend fit beside each other.
  private static boolean onOneLine(Sketch sketch, AssociationWords words) {
    TextStyle small = sketch.small();
    double squares = sketch.scaled(9) * (RAMP_STEPS + RAMP_STEPS / 2);
    double texts = Sketch.width("−1101" + words.signed() + words.unsigned(), small);
    return 2 * sketch.padding() + squares + texts + sketch.scaled(16) + 22 < sketch.width;
  }

  /// A strip of the colours with its ends written beside it.
  ///
  /// @return where it ends
  private double ramp(List<Mark> parts, double left, double y, double size, boolean signed) {
    TextStyle small = sketch.small();
    String from = signed ? "−1" : "0";
    Sketch.middle(parts, from, left, y + size / 2, Anchor.START, small);
    double x = left + Sketch.width(from, small) + 3;
    int steps = signed ? RAMP_STEPS : RAMP_STEPS / 2;
    for (int i = 0; i < steps; i++) {
      double share = steps == 1 ? 0 : (double) i / (steps - 1);
      double value = signed ? 2 * share - 1 : share;
      parts.add(
          new Mark.Rect(
              new Bounds(x + i * size, y, size, size),
              colour(signed ? Measure.SPEARMAN : Measure.CRAMERS_V, value)));
    }
    x += steps * size + 3;
    Sketch.middle(parts, "1", x, y + size / 2, Anchor.START, small);
    return x + Sketch.width("1", small);
  }

  private void cell(List<Mark> parts, Bounds place, Optional<Pair> pair) {
    if (pair.isEmpty()) {
      parts.add(new Mark.Rect(place, sketch.theme.grid()));
      double inset = place.width() * 0.3;
      parts.add(
          new Mark.Line(
              place.x() + inset,
              place.bottom() - inset,
              place.right() - inset,
              place.y() + inset,
              Stroke.of(sketch.theme.axis(), 1)));
      return;
    }
    Association association = pair.get().association();
    Colour fill = colour(association.measure(), association.value());
    parts.add(new Mark.Rect(place, fill));
    if (pair.get().q() > MAYBE_CHANCE) {
      parts.add(
          new Mark.Circle(
              place.centreX(),
              place.centreY(),
              Math.max(1.5, place.width() * 0.12),
              Colour.NONE,
              Stroke.of(sketch.theme.axis(), 1)));
    } else if (cell >= sketch.scaled(ROOM_FOR_TEXT)) {
      Colour ink =
          Math.abs(lightness(fill) - lightness(sketch.theme.foreground()))
                  > Math.abs(lightness(fill) - lightness(sketch.theme.background()))
              ? sketch.theme.foreground()
              : sketch.theme.background();
      TextStyle style = new TextStyle(sketch.scaled(10.5), false, ink);
      Sketch.middle(
          parts,
          written(association.value(), 2),
          place.centreX(),
          place.centreY(),
          Anchor.MIDDLE,
          style);
    }
  }

  private static double lightness(Colour colour) {
    return 0.2126 * colour.red() + 0.7152 * colour.green() + 0.0722 * colour.blue();
  }

  /// Weak associations are pale, so that the eye goes to the strong ones.
  private Colour colour(Measure measure, double value) {
    int hue = measure == Measure.SPEARMAN ? value < 0 ? 1 : 0 : 2;
    Colour nothing = sketch.theme.background().mix(sketch.theme.grid(), 0.75);
    return nothing.mix(sketch.theme.categorical().get(hue), Math.min(1, Math.abs(value)));
  }

  private static String written(double value, int digits) {
    String text =
        String.format(Locale.ROOT, "%." + digits + "f", value)
            .replaceFirst("^(-?)0\\.", "$1.")
            .replace('-', '−');
    return text.matches("−?\\.0+") ? "0" : text;
  }

  private String description() {
    return found.pairs().isEmpty()
        ? words.tooFew()
        : ChartWords.fill(
            words.strongest(),
            names(found.pairs().getFirst()),
            written(found.pairs().getFirst().association().value(), 3));
  }

  private String names(Pair pair) {
    return ChartWords.fill(words.pair(), Names.visible(pair.a()), Names.visible(pair.b()));
  }

  private String about(Target target) {
    if (!(target instanceof Target.Item(int index))) {
      return target instanceof Target.Title ? words.title() + "\n" + description() : "";
    }
    Optional<Pair> pair = pair(index);
    if (pair.isEmpty()) {
      return ChartWords.fill(
              words.pair(),
              Names.visible(fields.get(index / fields.size())),
              Names.visible(fields.get(index % fields.size())))
          + "\n"
          + words.nothing();
    }
    Association association = pair.get().association();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(names(pair.get()));
    lines.add(
        ChartWords.fill(
            words.value(),
            switch (association.measure()) {
              case SPEARMAN -> words.spearman();
              case CRAMERS_V -> words.cramersV();
              case CORRELATION_RATIO -> words.correlationRatio();
            },
            Numerals.plain(association.value(), 3)));
    if (!Double.isNaN(association.low())) {
      lines.add(
          ChartWords.fill(
              words.interval(),
              Numerals.plain(association.low(), 3),
              Numerals.plain(association.high(), 3)));
    }
    lines.add(ChartWords.fill(words.rows(), Numerals.exact(association.n())));
    if (!Double.isNaN(pair.get().q())) {
      double q = pair.get().q();
      String written = q < SMALLEST_WRITTEN ? "< 0.0001" : "= " + Numerals.plain(q, 2);
      String chance = ChartWords.fill(words.chance(), written);
      lines.add(pair.get().q() > MAYBE_CHANCE ? chance + " – " + words.weak() : chance);
    }
    return lines.toString();
  }
}
