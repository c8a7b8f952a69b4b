package outcrop.analysis.workspace;

import java.util.Arrays;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.spec.DistributionSpec.Scale;

/// The scale on which a field is first shown: logarithmic where a linear axis would put nearly all
/// rows into one bar.
final class FirstScale {
  private static final int SAMPLE = 10_000;
  private static final double LONG_TAIL = 200;

  private FirstScale() {}

  /// Logarithmic for positive numbers whose largest is at least 200 times the median, the median
  /// being that of every n-th row, at most 10,000 of them; linear for all others.
  static Scale of(Column column) {
    if (!(column instanceof NumberColumn numbers)) {
      return Scale.LINEAR;
    }
    int step = Math.max(1, numbers.rowCount() / SAMPLE);
    double[] sample = new double[numbers.rowCount() / step + 1];
    int count = 0;
    double max = 0;
    for (int row = 0; row < numbers.rowCount(); row++) {
      double value = numbers.at(row);
      if (numbers.isMissing(row) || !Double.isFinite(value)) {
        continue;
      }
      if (value <= 0) {
        return Scale.LINEAR;
      }
      max = Math.max(max, value);
      if (row % step == 0) {
        sample[count++] = value;
      }
    }
    if (count == 0) {
      return Scale.LINEAR;
    }
    Arrays.sort(sample, 0, count);
    return max >= LONG_TAIL * sample[count / 2] ? Scale.LOG : Scale.LINEAR;
  }
}
