package outcrop.app.view;

import java.util.List;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.DrawingPane;

/// Turns the wheel over small multiples into lines of panels.
final class FacetScroll {
  private FacetScroll() {}

  /// @param steps −1 up, 1 down
  /// @return whether there is more in that direction
  static boolean scroll(DrawingPane chart, int steps) {
    List<HitRegion> regions = chart.drawing().map(Drawing::regions).orElse(List.of());
    boolean many = regions.stream().anyMatch(region -> region.target() instanceof Target.Panel);
    boolean hidden =
        regions.stream().anyMatch(region -> region.target() instanceof Target.MoreLegend);
    LayoutOptions options = chart.options();
    int first = Math.max(0, options.firstEntry() + steps);
    if (!many || !hidden || first == options.firstEntry()) {
      return false;
    }
    chart.setOptions(options.withFirstEntry(first));
    return true;
  }
}
