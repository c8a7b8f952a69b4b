package outcrop.app.view;

import java.util.List;
import outcrop.analysis.render.Drawing;
import outcrop.analysis.render.HitRegion;
import outcrop.analysis.render.LayoutOptions;
import outcrop.analysis.render.Target;
import outcrop.app.view.part.DrawingPane;

/// Turns the wheel over small multiples into lines of panels, and over a legend into its entries.
final class FacetScroll {
  private FacetScroll() {}

  /// @param target what is under the pointer
  /// @param steps −1 up, 1 down
  /// @return whether there is more in that direction
  static boolean scroll(DrawingPane chart, Target target, int steps) {
    List<HitRegion> regions = chart.drawing().map(Drawing::regions).orElse(List.of());
    boolean legend = target instanceof Target.LegendEntry || target instanceof Target.MoreLegend;
    boolean many =
        legend
            ? !atEnd(regions, chart.options().firstEntry()) || steps < 0
            : regions.stream().anyMatch(region -> region.target() instanceof Target.Panel);
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

  /// Whether the entries shown begin before the one that was asked for: there are no more.
  private static boolean atEnd(List<HitRegion> regions, int asked) {
    return regions.stream()
        .map(HitRegion::target)
        .anyMatch(shown -> shown instanceof Target.LegendEntry(int entry) && entry < asked);
  }
}
