package outcrop.analysis.column;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;

/// What the values of a field are like, over some rows. All numbers are exact; how each is defined
/// is said with it.
///
/// @param rows rows looked at
/// @param missing rows without a value
/// @param distinct different values, of a list different elements; NaN is one value, the two zeros
///   are one; texts and vectors are told apart by a hash of 128 bits
/// @param numbers of a number field, else null
/// @param times of a time field, else null
/// @param lengths of the texts in characters (Unicode code points), of the lists in elements, else
///   null
/// @param top the values of most rows, at most [#TOP], ties by value; a row counts once for each
///   value in its list; empty for texts and vectors
public record ColumnProfile(
    Field field,
    long rows,
    long missing,
    long distinct,
    @Nullable NumberSummary numbers,
    @Nullable TimeSummary times,
    @Nullable NumberSummary lengths,
    List<ValueCount> top) {
  /// The most values listed.
  public static final int TOP = 20;

  /// The shares of which quantiles are given.
  public static final List<Double> SHARES =
      List.of(0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0);

  public ColumnProfile {
    top = List.copyOf(top);
  }

  /// @param value exact text, as [Column#textAt] gives it
  public record ValueCount(String value, long count) {}

  /// Statistics of the finite values. All are null where there is no finite value.
  ///
  /// @param n finite values
  /// @param nan values that are not a number, counted apart
  /// @param infinite values of either sign, counted apart
  /// @param min exact text of the smallest value
  /// @param max exact text of the largest
  /// @param sd with n − 1; null for fewer than two values
  /// @param quantiles of [ColumnProfile#SHARES], interpolated linearly between neighbours (type 7
  ///   of Hyndman and Fan, 1996); empty where there is no finite value
  public record NumberSummary(
      long n,
      long nan,
      long infinite,
      @Nullable String min,
      @Nullable String max,
      @Nullable Double mean,
      @Nullable Double sd,
      List<Double> quantiles) {
    public NumberSummary {
      quantiles = List.copyOf(quantiles);
    }
  }

  /// @param min exact text of the first moment, null where there is none
  /// @param max exact text of the last
  /// @param quantiles of [ColumnProfile#SHARES], each a moment that occurs: the first whose share
  ///   of rows up to it reaches the wanted share (type 1 of Hyndman and Fan)
  public record TimeSummary(@Nullable String min, @Nullable String max, List<String> quantiles) {
    public TimeSummary {
      quantiles = List.copyOf(quantiles);
    }
  }
}
