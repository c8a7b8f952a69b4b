package outcrop.analysis.stats;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything about the sizes of classes that comes at once; the fit of a power law
/// ([PowerLawFitter]) and its goodness take longer and are asked for apart.
///
/// @param counts the sizes
/// @param rows all sizes together
/// @param classes how many classes
/// @param richness null where sizes are not whole numbers, so that nothing is seen once
/// @param singletonCost null where `richness` is
public record TailMeasures(
    ValueFrequencies counts,
    double rows,
    long classes,
    Inequality inequality,
    Diversity diversity,
    @Nullable Richness richness,
    CoverageCurve coverage,
    ZipfRanks zipf,
    @Nullable SingletonCost singletonCost) {
  private static final int MOST_CLASSES = 1 << 24;

  /// @param sizes of classes; those that are not above zero are left out
  /// @return empty where no size is above zero
  public static Optional<TailMeasures> of(ValueFrequencies sizes) {
    ValueFrequencies counts = sizes.positive();
    if (counts.distinct() == 0) {
      return Optional.empty();
    }
    ZipfRanks zipf = ZipfRanks.of(counts);
    Richness richness = counts.whole() ? Richness.of(counts) : null;
    return Optional.of(
        new TailMeasures(
            counts,
            counts.sum(),
            counts.size(),
            Inequality.of(counts),
            Diversity.of(counts),
            richness,
            CoverageCurve.of(counts),
            zipf,
            richness == null ? null : singletonCost(richness, zipf)));
  }

  /// Under the fitted Zipf law over as many classes as Chao1 reckons with.
  private static SingletonCost singletonCost(Richness richness, ZipfRanks zipf) {
    int classes = (int) Math.min(MOST_CLASSES, Math.ceil(richness.chao1()));
    double exponent = Double.isNaN(zipf.exponent()) ? 0 : zipf.exponent();
    return SingletonCost.ofZipf(exponent, classes, richness.n());
  }
}
