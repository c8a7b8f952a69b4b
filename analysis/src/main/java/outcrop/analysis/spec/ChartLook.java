package outcrop.analysis.spec;

/// Colours, letters and paper of a chart.
///
/// @param colours the palette of values that have no colour of their own
/// @param legend where the legend stands
/// @param textSize 1 for texts of 11, 12 and 14 units, 0.5…4
/// @param background what lies behind everything
public record ChartLook(
    Colours colours, LegendPlace legend, double textSize, Background background) {
  public static final ChartLook DEFAULT =
      new ChartLook(Colours.STANDARD, LegendPlace.AUTO, 1, Background.THEME);

  /// @throws IllegalArgumentException for a text size outside 0.5…4
  public ChartLook {
    if (!(textSize >= 0.5 && textSize <= 4)) {
      throw new IllegalArgumentException("The text size is 0.5 to 4, not " + textSize);
    }
  }

  public ChartLook withColours(Colours value) {
    return new ChartLook(value, legend, textSize, background);
  }

  public ChartLook withLegend(LegendPlace value) {
    return new ChartLook(colours, value, textSize, background);
  }

  public ChartLook withTextSize(double value) {
    return new ChartLook(colours, legend, value, background);
  }

  public ChartLook withBackground(Background value) {
    return new ChartLook(colours, legend, textSize, value);
  }

  /// Palettes. Colours of each can be told apart by colour-blind eyes; a test measures it.
  public enum Colours {
    /// Twelve colours of the theme.
    STANDARD,
    /// The eight of Okabe and Ito (2008).
    OKABE_ITO,
    /// From light to dark: for values with an order, and for counts.
    SEQUENTIAL,
    /// Two colours that part from a pale middle: for values on two sides.
    DIVERGING
  }

  public enum LegendPlace {
    /// Right of the plot, above it where the chart is narrow.
    AUTO,
    RIGHT,
    TOP,
    BOTTOM,
    /// Over the plot, in its corner.
    INSIDE
  }

  public enum Background {
    /// The colour of the theme.
    THEME,
    WHITE,
    TRANSPARENT
  }
}
