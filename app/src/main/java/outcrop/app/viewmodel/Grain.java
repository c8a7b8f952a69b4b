package outcrop.app.viewmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Values that come from pixels, written no more exactly than a pixel can mean them.
final class Grain {
  private Grain() {}

  /// The value to the largest power of ten that is not above the grain; the value itself where the
  /// grain is none.
  static double rounded(double value, double grain) {
    if (!(grain > 0) || !Double.isFinite(grain) || !Double.isFinite(value)) {
      return value;
    }
    int power = (int) Math.floor(Math.log10(grain) + 1e-9);
    return new BigDecimal(value).setScale(-power, RoundingMode.HALF_EVEN).doubleValue();
  }

  /// The shortest text of [#rounded].
  static String text(double value, double grain) {
    return outcrop.analysis.column.NumberColumn.textOf(rounded(value, grain));
  }
}
