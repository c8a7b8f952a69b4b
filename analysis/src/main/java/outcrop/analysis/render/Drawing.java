package outcrop.analysis.render;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A finished picture: what to paint, in order, and what each place of it stands for.
///
/// The same value goes to the screen, SVG, PDF and PNG. Lengths are layout units of 1/96 inch.
///
/// @param background painted below all marks
/// @param title what the picture shows, for screen readers and file properties
/// @param description one or two sentences with the numbers, for who does not see it
/// @param regions later ones lie above earlier ones
/// @param frame the plot inside; empty where there is nothing to plot
/// @param facts words about each target, asked for when needed
public record Drawing(
    double width,
    double height,
    Colour background,
    String title,
    String description,
    List<Mark> marks,
    List<HitRegion> regions,
    Optional<Frame> frame,
    Facts facts) {
  public Drawing {
    marks = List.copyOf(marks);
    regions = List.copyOf(regions);
  }

  /// Says what stands at a target in full words and numbers.
  @FunctionalInterface
  public interface Facts {
    /// One line per fact; empty where there is nothing to say.
    String about(Target target);
  }

  /// The same picture on another ground.
  public Drawing withBackground(Colour value) {
    return new Drawing(width, height, value, title, description, marks, regions, frame, facts);
  }

  /// The topmost region at a point.
  public Optional<HitRegion> hitAt(double x, double y) {
    for (int i = regions.size() - 1; i >= 0; i--) {
      if (regions.get(i).bounds().contains(x, y)) {
        return Optional.of(regions.get(i));
      }
    }
    return Optional.empty();
  }

  /// The text of a tooltip at a point; empty where there is none.
  public String tooltipAt(double x, double y) {
    return hitAt(x, y).map(region -> facts.about(region.target())).orElse("");
  }

  /// The bin or value whose strip of the plot holds the point.
  public OptionalInt binAt(double x, double y) {
    return frame.isPresent() ? frame.get().binAt(x, y) : OptionalInt.empty();
  }

  /// The value at a pixel along the axis of values: a number, microseconds, or the number of a bar
  /// with its fraction.
  public OptionalDouble valueAt(double pixel) {
    return frame.isPresent()
        ? OptionalDouble.of(frame.get().values().toValue(pixel))
        : OptionalDouble.empty();
  }
}
