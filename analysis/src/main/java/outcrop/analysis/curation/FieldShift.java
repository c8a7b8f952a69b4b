package outcrop.analysis.curation;

import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;

/// How the distribution of a field moves when another field is shaped.
///
/// @param effect what fields are ranked by, 0…1: of a category the total variation; of numbers and
///   times the larger of the Kolmogorov–Smirnov distance and the change of the missing share.
///   Either is the largest change of the share of rows that a statement about the field can have
/// @param totalVariation half the sum of the changes of the shares of bins, missing rows among them
/// @param cohensW √Σ(q − p)²/p over the bins, p before and q after (Cohen 1988)
/// @param standardised the change of the mean in standard deviations of before; NaN for categories
/// @param ks the largest difference of the cumulative shares at the edges of bins, a lower bound of
///   the distance over all values; NaN for categories
/// @param missing the change of the share of missing rows
/// @param byChance the effect that leaving out rows at random would have at the same effective
///   number of rows; what is not well above it is no consequence of the shape
/// @param bin the bin whose share changes most: a value, or the lower edge of a bin; null for the
///   missing rows, empty for the rest of a category with many values
/// @param change how much its share changes
public record FieldShift(
    String field,
    FieldType type,
    double effect,
    double totalVariation,
    double cohensW,
    double standardised,
    double ks,
    double missing,
    double byChance,
    @Nullable String bin,
    double change) {
  /// Whether the move is clearly more than leaving out rows at random makes.
  public boolean moves() {
    return effect > 2 * byChance && effect > 0.001;
  }
}
