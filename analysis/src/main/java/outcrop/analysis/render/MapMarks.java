package outcrop.analysis.render;

import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.spec.MapSpec;

/// What a drawn map tells who works with it.
public interface MapMarks extends Drawing.Facts {
  /// Where its points are.
  MapPlace place();

  /// The names on the map, by their [Target.Item].
  List<PlacedLabel> labels();

  /// Whether a point is neither hidden nor left out by the filter.
  ///
  /// @param point its number in the points
  boolean isShown(int point);

  /// The palette of the values of a colour: those that are shown alone ask first, so that a value
  /// beyond the colours that there are gets one when it is looked at alone.
  ///
  /// @param names in falling size
  static Palette palette(Theme theme, MapSpec spec, List<String> names) {
    List<String> asking =
        Stream.concat(spec.shown().only().stream().filter(names::contains), names.stream())
            .distinct()
            .toList();
    return Palette.of(theme, spec.style(), asking);
  }

  /// A name on a map.
  ///
  /// @param text what it says
  /// @param x where it stands, as a share of the span of the points
  /// @param y where it stands, as a share of the span of the points
  record PlacedLabel(
      String field, String value, String text, int rows, double x, double y, boolean locked) {}
}
