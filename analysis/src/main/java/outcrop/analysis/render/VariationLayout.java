package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.model.ClassVariation.OfClass;
import outcrop.analysis.query.TailVariation;

/// Lays out how different the rows of each class are: a bubble per class by its rows and the mean
/// distance of two of them, coloured by the share of near duplicates, as large as it has dimensions
/// in effect.
///
/// An item is a class by its number.
final class VariationLayout {
  private static final double SMALLEST = 3;
  private static final double LARGEST = 13;

  private final TailPlot plot;
  private final Sketch sketch;
  private final TailVariation variation;

  VariationLayout(TailPlot plot, TailVariation variation) {
    this.plot = plot;
    sketch = plot.sketch();
    this.variation = variation;
  }

  Frame draw(Bounds whole) {
    double rank = 1;
    double far = 0;
    for (int each : variation.told()) {
      OfClass one = variation.found().classes().get(each);
      far = Math.max(far, one.distance());
      rank = Double.isNaN(one.effectiveRank()) ? rank : Math.max(rank, one.effectiveRank());
    }
    double most = sketch.common(CommonScale.End.MOST, rank);
    double highest = sketch.common(CommonScale.End.MOST_UP, far > 0 ? far * 1.08 : 1);
    ColourScale colours =
        ColourScale.ofShares(Ramp.ofAmounts(sketch.theme, plot.spec().style()), 1);
    Key key =
        sketch.isSmall()
            ? Key.NONE
            : new ColourKey(
                sketch, plot.spec().style(), colours, plot.words().beside().duplicates());
    Bounds area = key.around(whole);
    List<ClassScatter.Dot> dots = new ArrayList<>();
    for (int each : variation.told()) {
      OfClass one = variation.found().classes().get(each);
      double share = Double.isNaN(one.effectiveRank()) ? 0 : Math.sqrt(one.effectiveRank() / most);
      dots.add(
          new ClassScatter.Dot(
              each,
              variation.names().apply(each),
              variation.counts()[each],
              one.distance(),
              Double.isNaN(one.nearDuplicates())
                  ? sketch.theme.rest()
                  : colours.colour(one.nearDuplicates()),
              SMALLEST + (LARGEST - SMALLEST) * share));
    }
    Frame frame =
        new ClassScatter(
                plot,
                new ClassScatter.Upwards(
                    plot.words().beside().distance(),
                    (from, to) -> new Scale.Linear(0, highest, from, to),
                    Double.NaN))
            .draw(area, 3.5, dots, true);
    key.over(frame.bounds());
    if (dots.isEmpty() && !sketch.isTiny()) {
      sketch.sentence(plot.words().beside().noneTold(), frame.bounds());
    }
    return frame;
  }
}
