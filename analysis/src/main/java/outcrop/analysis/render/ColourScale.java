package outcrop.analysis.render;

import java.util.List;
import outcrop.analysis.render.Scale.Tick;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.DistributionSpec;

/// The way from numbers to colours and to the ticks of their key.
///
/// @param scale runs from 0 to 1
/// @param percent whether the numbers are shares
record ColourScale(Ramp ramp, Scale scale, boolean percent) {
  /// From zero, on a logarithmic scale from one, to the largest count.
  static ColourScale ofCounts(Ramp ramp, double most, DistributionSpec.Scale kind) {
    Scale scale =
        switch (kind) {
          case LINEAR -> new Scale.Linear(0, Math.max(1, most), 0, 1);
          case LOG -> new Scale.Log(1, Math.max(2, most), 0.08, 1);
          case SYMLOG -> new Scale.SymLog(0, Math.max(1, most), 1, 0, 1);
        };
    return new ColourScale(ramp, scale, false);
  }

  /// From zero to the largest share.
  static ColourScale ofShares(Ramp ramp, double most) {
    return new ColourScale(ramp, new Scale.Linear(0, most > 0 ? Math.min(1, most) : 1, 0, 1), true);
  }

  /// As far below zero as above.
  static ColourScale aroundZero(Theme theme, double most, DistributionSpec.Scale kind) {
    double end = Math.max(2, most);
    Scale scale =
        kind == DistributionSpec.Scale.LINEAR
            ? new Scale.Linear(-end, end, 0, 1)
            : new Scale.SymLog(-end, end, 1, 0, 1);
    return new ColourScale(Ramp.of(theme, Colours.DIVERGING), scale, false);
  }

  /// From the smallest to the largest of some numbers.
  static ColourScale between(Ramp ramp, double least, double most) {
    return new ColourScale(ramp, new Scale.Linear(least, Math.max(most, least), 0, 1), false);
  }

  Colour colour(double value) {
    return ramp.at(scale.toPixel(value));
  }

  /// Labelled ticks only.
  List<Tick> ticks(int wanted) {
    return scale.ticks(wanted).stream()
        .filter(tick -> !tick.minor())
        .map(tick -> percent ? new Tick(tick.value(), Numerals.percent(tick.value())) : tick)
        .toList();
  }
}
