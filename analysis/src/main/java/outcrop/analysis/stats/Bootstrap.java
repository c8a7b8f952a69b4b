package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The bootstrap of any estimate over numbers, corrected for bias and skewness (BCa, Efron 1987).
///
/// @param value the estimate from the data
/// @param percentile the middle 95 % of the draws
/// @param corrected the same, with its ends moved by bias and acceleration
/// @param draws how many
/// @param seed where their random numbers start
public record Bootstrap(
    double value, Interval percentile, Interval corrected, int draws, long seed) {
  public static final int DRAWS = 1000;

  /// @param data at least two numbers
  /// @param estimate of an array of numbers, which it must not change; called from several threads
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static Bootstrap of(
      double[] data,
      ToDoubleFunction<double[]> estimate,
      int draws,
      long seed,
      TaskRunner runner,
      TaskContext context) {
    double value = estimate.applyAsDouble(data);
    double[] drawn = new double[draws];
    runner.forEachPart(
        draws,
        draw -> {
          context.checkCancelled();
          RandomGenerator random = Seeds.generator(seed, draw);
          double[] again = new double[data.length];
          for (int i = 0; i < again.length; i++) {
            again[i] = data[random.nextInt(data.length)];
          }
          drawn[draw] = estimate.applyAsDouble(again);
        });
    Arrays.sort(drawn);
    SortedValues sorted = SortedValues.of(drawn);
    return new Bootstrap(
        value, sorted.middle(), corrected(data, estimate, value, sorted, context), draws, seed);
  }

  private static Interval corrected(
      double[] data,
      ToDoubleFunction<double[]> estimate,
      double value,
      SortedValues drawn,
      TaskContext context) {
    double below = drawn.countUpTo(Math.nextDown(value));
    double ties = drawn.countUpTo(value) - below;
    double share = (below + ties / 2) / drawn.n();
    if (share <= 0 || share >= 1) {
      return drawn.middle();
    }
    double bias = Normal.quantile(share);
    double acceleration = acceleration(data, estimate, context);
    return new Interval(
        drawn.quantile(moved(-Normal.Z95, bias, acceleration)),
        drawn.quantile(moved(Normal.Z95, bias, acceleration)));
  }

  private static double moved(double z, double bias, double acceleration) {
    return Normal.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
  }

  /// From the estimates with one number left out in turn.
  private static double acceleration(
      double[] data, ToDoubleFunction<double[]> estimate, TaskContext context) {
    double[] without = new double[data.length];
    double mean = 0;
    for (int i = 0; i < data.length; i++) {
      context.checkCancelled();
      double[] rest = new double[data.length - 1];
      System.arraycopy(data, 0, rest, 0, i);
      System.arraycopy(data, i + 1, rest, i, rest.length - i);
      without[i] = estimate.applyAsDouble(rest);
      mean += without[i] / data.length;
    }
    double squares = 0;
    double cubes = 0;
    for (double each : without) {
      double off = mean - each;
      squares += off * off;
      cubes += off * off * off;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }
}
