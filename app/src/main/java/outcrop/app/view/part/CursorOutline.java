package outcrop.app.view.part;

import java.util.Optional;
import javafx.scene.layout.Region;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.render.HitRegion;

/// The line around what the keyboard is on in a chart; the chart gives it its place.
final class CursorOutline extends Region {
  CursorOutline() {
    getStyleClass().add("chart-cursor");
  }

  /// Goes around a region, or away where there is none or the chart is not focused.
  void place(Region chart, Optional<HitRegion> cursor) {
    Optional<HitRegion> shown = chart.isFocused() ? cursor : Optional.empty();
    setVisible(shown.isPresent());
    shown.ifPresent(
        region -> {
          Bounds bounds = region.bounds();
          resizeRelocate(
              chart.snapPositionX(bounds.x()) - 1,
              chart.snapPositionY(bounds.y()) - 1,
              chart.snapSizeX(bounds.width()) + 2,
              chart.snapSizeY(bounds.height()) + 2);
        });
  }
}
