package outcrop.analysis.spec;

import java.util.List;
import java.util.Map;

/// What is drawn around and on the marks of a chart, the same for each kind of chart. Changes
/// nothing that is counted.
///
/// @param subtitle stands between the title and what the program says of the numbers; empty for
///   none
/// @param xTitle empty for the field's name
/// @param yTitle empty for a title made from the content
/// @param x the axis of values
/// @param y the axis of counts
/// @param colours `#rrggbb` by value of the splitting field, or by value of the field itself where
///   nothing splits it; the key [#BAR] colours bars that belong to no value. They count before
///   colours that the project pins
/// @param legend whether the legend is drawn
public record ChartStyle(
    String subtitle,
    String xTitle,
    String yTitle,
    AxisStyle x,
    AxisStyle y,
    Map<String, String> colours,
    List<ReferenceLine> lines,
    List<Band> bands,
    List<Note> notes,
    boolean legend,
    ChartLook look,
    Size size) {
  public static final String BAR = "";
  public static final ChartStyle DEFAULT =
      new ChartStyle(
          "",
          "",
          "",
          AxisStyle.AUTO,
          AxisStyle.AUTO,
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          true,
          ChartLook.DEFAULT,
          Size.AUTO);

  public ChartStyle {
    colours = Map.copyOf(colours);
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
    notes = List.copyOf(notes);
  }

  public ChartStyle withSubtitle(String value) {
    return new ChartStyle(
        value, xTitle, yTitle, x, y, colours, lines, bands, notes, legend, look, size);
  }

  public ChartStyle withXTitle(String value) {
    return new ChartStyle(
        subtitle, value, yTitle, x, y, colours, lines, bands, notes, legend, look, size);
  }

  public ChartStyle withYTitle(String value) {
    return new ChartStyle(
        subtitle, xTitle, value, x, y, colours, lines, bands, notes, legend, look, size);
  }

  public ChartStyle withX(AxisStyle value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, value, y, colours, lines, bands, notes, legend, look, size);
  }

  public ChartStyle withY(AxisStyle value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, value, colours, lines, bands, notes, legend, look, size);
  }

  public ChartStyle withColours(Map<String, String> value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, value, lines, bands, notes, legend, look, size);
  }

  public ChartStyle withLines(List<ReferenceLine> value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, colours, value, bands, notes, legend, look, size);
  }

  public ChartStyle withBands(List<Band> value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, colours, lines, value, notes, legend, look, size);
  }

  public ChartStyle withNotes(List<Note> value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, colours, lines, bands, value, legend, look, size);
  }

  public ChartStyle withLegend(boolean value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, colours, lines, bands, notes, value, look, size);
  }

  public ChartStyle withLook(ChartLook value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, colours, lines, bands, notes, legend, value, size);
  }

  public ChartStyle withSize(Size value) {
    return new ChartStyle(
        subtitle, xTitle, yTitle, x, y, colours, lines, bands, notes, legend, look, value);
  }

  /// The style of one axis.
  public AxisStyle axis(AxisSide side) {
    return side == AxisSide.X ? x : y;
  }

  public ChartStyle withAxis(AxisSide side, AxisStyle value) {
    return side == AxisSide.X ? withX(value) : withY(value);
  }

  /// A line across the plot.
  ///
  /// @param axis which axis the value is on
  /// @param value exact text of the value: a number, a date, or the name of a bar
  /// @param label empty for the value itself
  /// @param measure what the line stands at; its value where that is worked out from the rows
  public record ReferenceLine(AxisSide axis, String value, String label, Measure measure) {
    public ReferenceLine {
      measure = measure == null ? Measure.NONE : measure;
    }

    /// A line at a fixed value.
    public ReferenceLine(AxisSide axis, String value, String label) {
      this(axis, value, label, Measure.NONE);
    }
  }

  /// A stretch of an axis, shaded across the plot.
  ///
  /// @param label empty for none
  /// @param colour `#rrggbb`, empty for the accent of the theme
  public record Band(AxisSide axis, End from, End to, String label, String colour) {}

  /// Where a band ends.
  ///
  /// @param value exact text of the value where nothing is measured; empty for the end of the axis
  public record End(String value, Measure measure) {
    public static End at(String value) {
      return new End(value, Measure.NONE);
    }

    public static End at(Measure measure) {
      return new End("", measure);
    }
  }

  /// A text on the plot, with arrows from it where wanted.
  ///
  /// @param text on as many lines as it has; empty for arrows alone
  /// @param at where the middle of the text stands
  /// @param arrows where arrows from the text point to
  public record Note(String text, Spot at, List<Spot> arrows) {
    public Note {
      arrows = arrows == null ? List.of() : List.copyOf(arrows);
    }

    public Note withText(String value) {
      return new Note(value, at, arrows);
    }

    public Note withAt(Spot value) {
      return new Note(text, value, arrows);
    }

    public Note withArrows(List<Spot> value) {
      return new Note(text, at, value);
    }
  }

  /// A place on the plot.
  ///
  /// @param x in [Anchor#DATA] a value of the axis of values, in [Anchor#PLOT] the share of the
  ///   plot's width from its left
  /// @param y in [Anchor#DATA] a value of the axis of counts, in [Anchor#PLOT] the share of the
  ///   plot's height from its top
  public record Spot(Anchor anchor, String x, String y) {}

  /// What a place on the plot follows when the chart is cut or sized otherwise.
  public enum Anchor {
    DATA,
    PLOT
  }

  public enum AxisSide {
    X,
    Y
  }

  /// The size of the drawing when exported; on the screen a view fills its pane.
  ///
  /// @param width and height in `unit`, both 0 for the default of 160 × 100 mm
  public record Size(double width, double height, Unit unit) {
    public static final Size AUTO = new Size(0, 0, Unit.MM);

    /// @throws IllegalArgumentException for sizes that are negative, not finite or beyond 10,000
    public Size {
      if (!(width >= 0 && width <= 10_000 && height >= 0 && height <= 10_000)) {
        throw new IllegalArgumentException(
            "A drawing is 0 to 10,000 wide and high, not " + width + " × " + height);
      }
    }
  }

  public enum Unit {
    MM,
    PX
  }

  /// Sizes for the places where charts end up, with letters that can be read there.
  public enum Preset {
    COLUMN(new Size(85, 60, Unit.MM), 0.85),
    TWO_COLUMNS(new Size(174, 100, Unit.MM), 0.9),
    PAGE(new Size(174, 230, Unit.MM), 1),
    SLIDE(new Size(1280, 720, Unit.PX), 1.8),
    POSTER(new Size(400, 250, Unit.MM), 2.4);

    private final Size size;
    private final double textSize;

    Preset(Size size, double textSize) {
      this.size = size;
      this.textSize = textSize;
    }

    /// The style with size and letters of the preset.
    public ChartStyle on(ChartStyle style) {
      return style.withSize(size).withLook(style.look().withTextSize(textSize));
    }

    /// Whether a style has size and letters of the preset.
    public boolean isOf(ChartStyle style) {
      return on(style).equals(style);
    }
  }
}
