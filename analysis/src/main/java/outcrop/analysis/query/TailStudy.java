package outcrop.analysis.query;

import java.util.Optional;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ClassCrossing;
import outcrop.analysis.stats.ColumnMeaning;
import outcrop.analysis.stats.EventRaster;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.Rarefaction;

/// What takes its time to know of a long tail, worked out behind the view.
///
/// @param powerLaw fitted to the sizes; empty where there are none
/// @param rarefaction empty where it is not drawn or sizes are not numbers of rows
/// @param burstiness empty where it is not drawn or classes have no order
/// @param raster empty where it is not drawn or rows have no classes
/// @param meaning empty where it is not drawn or no label is chosen
/// @param variation empty where it is not drawn or no vectors are chosen
/// @param crossing the classes by the values of another field, by rank; empty where none is chosen
public record TailStudy(
    Optional<PowerLawResult> powerLaw,
    Optional<Rarefaction> rarefaction,
    Optional<Burstiness> burstiness,
    Optional<ClassCrossing> crossing,
    Optional<EventRaster> raster,
    Optional<ColumnMeaning> meaning,
    Optional<TailVariation> variation) {
  /// Nothing is known.
  public static final TailStudy NONE =
      new TailStudy(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
