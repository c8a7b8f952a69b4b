package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Mark.Anchor;
import outcrop.analysis.render.Mark.TextStyle;

/// A drawing in the making: collects marks and regions and knows the sizes of text.
final class Sketch {
  /// Share of the size between the middle of a capital letter and its baseline.
  private static final double MIDDLE = 0.357;

  final double width;
  final double height;
  final Theme theme;
  final LayoutOptions options;
  final List<Mark> marks = new ArrayList<>();
  final List<HitRegion> regions = new ArrayList<>();

  private final CommonScale common;
  private final boolean repeated;

  Sketch(double width, double height, Theme theme, LayoutOptions options) {
    this(width, height, theme, options, new CommonScale(), false);
  }

  private Sketch(
      double width,
      double height,
      Theme theme,
      LayoutOptions options,
      CommonScale common,
      boolean repeated) {
    this.common = common;
    this.repeated = repeated;
    this.width = width;
    this.height = height;
    this.theme = theme;
    this.options = options;
  }

  /// Whether this is one of several drawings beside each other.
  boolean isRepeated() {
    return repeated;
  }

  /// The largest value of a scale that several drawings share: at least that of this one.
  double common(double most) {
    return common(CommonScale.End.MOST, most);
  }

  /// An end of a scale that several drawings share: at least as far out as that of this one.
  double common(CommonScale.End end, double own) {
    return common.raise(end, own);
  }

  /// The smallest value of a scale that several drawings share.
  double commonLeast(double least) {
    return common(CommonScale.End.LEAST, least);
  }

  /// A drawing beside others of this one, on the same scale.
  Sketch part(double partWidth, double partHeight, LayoutOptions partOptions) {
    return new Sketch(partWidth, partHeight, theme, partOptions, common, true);
  }

  ChartWords words() {
    return options.words();
  }

  /// Lengths that grow with the text.
  double scaled(double length) {
    return length * options.fontScale();
  }

  TextStyle heading() {
    return new TextStyle(scaled(isSmall() ? 12 : 14), true, theme.foreground());
  }

  TextStyle body() {
    return new TextStyle(scaled(12), false, theme.foreground());
  }

  TextStyle small() {
    return new TextStyle(scaled(11), false, theme.muted());
  }

  /// Whether there is no room for more than the plot and its name.
  boolean isSmall() {
    return width < scaled(340) || height < scaled(210);
  }

  /// Whether there is no room for any text.
  boolean isTiny() {
    return width < scaled(110) || height < scaled(70);
  }

  double padding() {
    return isTiny() ? 2 : isSmall() ? 8 : 14;
  }

  static double width(String text, TextStyle style) {
    return Fonts.width(text, style.size(), style.bold());
  }

  static String fit(String text, double room, TextStyle style) {
    return Names.fit(text, room, part -> width(part, style));
  }

  /// A label whose capitals are centred on `y`; nothing for an empty text.
  static void middle(
      List<Mark> out, String text, double x, double y, Anchor anchor, TextStyle style) {
    if (!text.isEmpty()) {
      out.add(new Mark.Label(text, x, y + style.size() * MIDDLE, anchor, style, 0));
    }
  }

  /// A label on a baseline; nothing for an empty text.
  static void label(
      List<Mark> out, String text, double x, double y, Anchor anchor, TextStyle style) {
    if (!text.isEmpty()) {
      out.add(new Mark.Label(text, x, y, anchor, style, 0));
    }
  }

  void group(String role, List<Mark> parts) {
    if (!parts.isEmpty()) {
      marks.add(new Mark.Group(role, "", parts));
    }
  }

  void region(Bounds bounds, Target target) {
    regions.add(new HitRegion(bounds, target));
  }

  /// The middle of the pixel nearest to a place, where a line one pixel wide is sharp.
  static double sharp(double place) {
    return Math.floor(place) + 0.5;
  }

  /// A sentence in the middle of a place, on as many lines as it needs, readable over bars.
  void sentence(String text, Bounds place) {
    TextStyle style = body();
    double room = Math.min(place.width() - 8, scaled(420));
    double line = style.size() * 1.45;
    int most = Math.max(1, (int) ((height - 4) / line));
    List<String> lines = wrapped(text, room, style).stream().limit(most).toList();
    double half = line * lines.size() / 2;
    double centre =
        Math.clamp(
            place.centreY(),
            Math.min(half + 2, height / 2),
            Math.max(height - half - 2, height / 2));
    List<Mark> parts = new ArrayList<>();
    double widest = lines.stream().mapToDouble(part -> width(part, style)).max().orElse(0);
    parts.add(
        new Mark.Rect(
            new Bounds(
                place.centreX() - widest / 2 - 10, centre - half - 4, widest + 20, 2 * half + 8),
            theme.background().withOpacity(0.86)));
    double y = centre - line * (lines.size() - 1) / 2;
    for (String part : lines) {
      middle(parts, part, place.centreX(), y, Anchor.MIDDLE, style);
      y += line;
    }
    group("message", parts);
  }

  static List<String> wrapped(String text, double room, TextStyle style) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, style) > room) {
        lines.add(fit(line, room, style));
        longer = word;
      }
      line = longer;
    }
    lines.add(fit(line, room, style));
    return lines;
  }
}
