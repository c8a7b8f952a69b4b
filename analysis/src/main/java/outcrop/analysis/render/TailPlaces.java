package outcrop.analysis.render;

import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.TailSpec;

/// What lies where in the drawing of a long tail, for who drags over it.
public final class TailPlaces {
  private TailPlaces() {}

  /// The size of the class that lies at a value of the horizontal axis.
  ///
  /// @param data with at least one class
  public static double sizeAt(TailSpec spec, TailData data, double value) {
    TailClasses classes = data.classes();
    double place =
        switch (spec.shape()) {
          case RANK, COVERAGE -> value - 1;
          case LORENZ -> (1 - value) * classes.count() - 1;
          case CCDF, RAREFACTION, BURSTINESS, RASTER, LABELS, VARIATION ->
              classes.atLeast(value) - 1;
        };
    return classes.size(Math.clamp(Math.round(place), 0, classes.count() - 1));
  }
}
