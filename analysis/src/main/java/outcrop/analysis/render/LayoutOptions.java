package outcrop.analysis.render;

import java.util.Optional;
import java.util.OptionalInt;
import outcrop.analysis.curation.ShapeResult;

/// What a drawing shows beside its spec: where the reader is, not what the chart is.
///
/// @param firstBar number of the first bar of a category that is shown
/// @param firstEntry number of the first entry of the legend that is shown
/// @param hovered the bin under the pointer
/// @param brush what is marked
/// @param outcome what comes of the target of the chart, where the chart cannot tell by itself:
///   with another target, or where a row lies in several classes
/// @param fontScale 1 for texts of 11, 12 and 14 units
/// @param resolution pixels per layout unit where points are painted as pixels, 0.5…4
public record LayoutOptions(
    int firstBar,
    int firstEntry,
    OptionalInt hovered,
    Optional<Brush> brush,
    Optional<ShapeResult> outcome,
    double fontScale,
    ChartWords words,
    double resolution) {
  public static final LayoutOptions DEFAULT =
      new LayoutOptions(
          0, 0, OptionalInt.empty(), Optional.empty(), Optional.empty(), 1, ChartWords.ENGLISH, 2);

  public LayoutOptions {
    firstBar = Math.max(0, firstBar);
    firstEntry = Math.max(0, firstEntry);
    fontScale = Math.clamp(fontScale, 0.5, 4);
    resolution = Math.clamp(resolution, 0.5, 4);
  }

  public LayoutOptions withFirstBar(int value) {
    return new LayoutOptions(
        value, firstEntry, hovered, brush, outcome, fontScale, words, resolution);
  }

  public LayoutOptions withFirstEntry(int value) {
    return new LayoutOptions(
        firstBar, value, hovered, brush, outcome, fontScale, words, resolution);
  }

  public LayoutOptions withHovered(int value) {
    return new LayoutOptions(
        firstBar, firstEntry, OptionalInt.of(value), brush, outcome, fontScale, words, resolution);
  }

  public LayoutOptions withBrush(Brush value) {
    return new LayoutOptions(
        firstBar, firstEntry, hovered, Optional.of(value), outcome, fontScale, words, resolution);
  }

  public LayoutOptions withOutcome(Optional<ShapeResult> value) {
    return new LayoutOptions(
        firstBar, firstEntry, hovered, brush, value, fontScale, words, resolution);
  }

  public LayoutOptions withFontScale(double value) {
    return new LayoutOptions(
        firstBar, firstEntry, hovered, brush, outcome, value, words, resolution);
  }

  public LayoutOptions withWords(ChartWords value) {
    return new LayoutOptions(
        firstBar, firstEntry, hovered, brush, outcome, fontScale, value, resolution);
  }

  public LayoutOptions withResolution(double value) {
    return new LayoutOptions(
        firstBar, firstEntry, hovered, brush, outcome, fontScale, words, value);
  }
}
