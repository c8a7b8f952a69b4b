package outcrop.analysis.query;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.Diversity;
import outcrop.analysis.stats.Goodness;
import outcrop.analysis.stats.Inequality;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.Richness;
import outcrop.analysis.stats.TailMeasures;

/// One number about a long tail.
///
/// @param value finite
/// @param interval 95 %; null where the measure has none
/// @param n the rows, classes or observations that it rests on
public record TailFigure(Measure measure, double value, @Nullable Interval interval, long n) {

  /// Whether the number is a share of a whole.
  public boolean isShare() {
    return switch (measure) {
      case TOP_SHARE, SINGLETON_PRICE, UNSEEN_MASS, SAMPLE_COVERAGE -> true;
      case GINI,
          ENTROPY,
          HILL1,
          HILL2,
          EVENNESS,
          IMBALANCE,
          SINGLETONS,
          CHAO1,
          ACE,
          ZIPF,
          POWER_LAW,
          BURSTINESS,
          LIFT ->
          false;
    };
  }

  /// The number; empty where it cannot be told, or not yet.
  public static Optional<TailFigure> of(Measure measure, TailData data) {
    return data.measures()
        .flatMap(measures -> of(measure, measures, data))
        .filter(figure -> Double.isFinite(figure.value));
  }

  private static Optional<TailFigure> of(Measure measure, TailMeasures all, TailData data) {
    Inequality inequality = all.inequality();
    Diversity diversity = all.diversity();
    long n = data.counted() == Counted.VALUES ? all.classes() : (long) all.rows();
    return switch (measure) {
      case GINI -> figure(measure, inequality.gini(), inequality.giniInterval(), n);
      case ENTROPY -> figure(measure, diversity.entropyBits(), diversity.entropyBitsInterval(), n);
      case HILL1 -> figure(measure, diversity.hill1(), diversity.hill1Interval(), n);
      case HILL2 -> figure(measure, diversity.hill2(), diversity.hill2Interval(), n);
      case EVENNESS -> figure(measure, diversity.evenness(), null, n);
      case IMBALANCE -> figure(measure, inequality.imbalance(), null, all.classes());
      case TOP_SHARE -> figure(measure, all.coverage().topShare(1), null, n);
      case SINGLETON_PRICE ->
          all.singletonCost() == null || data.counted() == Counted.VALUES
              ? Optional.empty()
              : figure(measure, all.singletonCost().cost(), null, n);
      case SINGLETONS, UNSEEN_MASS, SAMPLE_COVERAGE, CHAO1, ACE ->
          data.counted() == Counted.VALUES
              ? Optional.empty()
              : Optional.ofNullable(all.richness())
                  .flatMap(richness -> ofRichness(measure, richness));
      case ZIPF ->
          Double.isNaN(all.zipf().exponent())
              ? Optional.empty()
              : figure(measure, all.zipf().exponent(), all.zipf().interval(), n);
      case POWER_LAW ->
          data.study().flatMap(TailStudy::powerLaw).flatMap(law -> ofPowerLaw(measure, law));
      case BURSTINESS, LIFT ->
          data.study().flatMap(TailStudy::burstiness).flatMap(bursts -> ofBursts(measure, bursts));
    };
  }

  private static Optional<TailFigure> ofRichness(Measure measure, Richness richness) {
    long n = richness.n();
    return switch (measure) {
      case SINGLETONS -> figure(measure, richness.singletons(), null, richness.classes());
      case UNSEEN_MASS -> figure(measure, richness.unseenMass(), richness.unseenMassInterval(), n);
      case SAMPLE_COVERAGE -> figure(measure, richness.coverage(), null, n);
      case CHAO1 -> figure(measure, richness.chao1(), richness.chao1Interval(), n);
      default -> figure(measure, richness.ace(), null, n);
    };
  }

  private static Optional<TailFigure> ofPowerLaw(Measure measure, PowerLawResult law) {
    if (!(law.fit() instanceof PowerLawFit fit)) {
      return Optional.empty();
    }
    Goodness goodness = law.goodness();
    return figure(
        measure,
        fit.alpha(),
        goodness == null ? fit.alphaInterval() : goodness.alphaInterval(),
        fit.nTail());
  }

  private static Optional<TailFigure> ofBursts(Measure measure, Burstiness bursts) {
    if (measure == Measure.BURSTINESS) {
      Burstiness.Middle middle = bursts.middle();
      return figure(measure, middle.median(), middle.interval().orElse(null), middle.classes());
    }
    OptionalDouble lift =
        bursts.context() != null
            ? OptionalDouble.of(bursts.context().lift())
            : bursts.windows().stream().mapToDouble(window -> window.lift().lift()).findFirst();
    return lift.isPresent()
        ? figure(measure, lift.getAsDouble(), null, bursts.n())
        : Optional.empty();
  }

  private static Optional<TailFigure> figure(
      Measure measure, double value, @Nullable Interval interval, long n) {
    return Optional.of(new TailFigure(measure, value, interval, n));
  }
}
