package outcrop.app.viewmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import outcrop.analysis.column.NumberColumn;

/// Values that come from pixels, written no more exactly than a pixel can mean them.
public final class Grain {
  private Grain() {}

  /// The value to the largest power of ten that is not above the grain; the value itself where the
  /// grain is none.
  public static double rounded(double value, double grain) {
    if (!(grain > 0) || !Double.isFinite(grain) || !Double.isFinite(value)) {
      return value;
    }
    int power = (int) Math.floor(Math.log10(grain) + 1e-9);
    return new BigDecimal(value).setScale(-power, RoundingMode.HALF_EVEN).doubleValue();
  }

  /// The shortest text of [#rounded].
  public static String text(double value, double grain) {
    return NumberColumn.textOf(rounded(value, grain));
  }
}
