package outcrop.analysis.render;

import outcrop.analysis.render.ChartWords.MarkWords;
import outcrop.analysis.spec.Measure;

/// Measures in words.
final class MeasureNames {
  private MeasureNames() {}

  /// `mean 48.6`, `0.9 quantile of train 81`, `median of all rows 2021-03-05`.
  ///
  /// @param value a number, or microseconds where it is a time
  static String withValue(Measure measure, double value, boolean time, ChartWords words) {
    String written =
        time ? CalendarTicks.time(value).toLocalDate().toString() : Numerals.plain(value, 4);
    return ChartWords.fill(words.marks().measure(), of(measure, words), written);
  }

  static String of(Measure measure, ChartWords chartWords) {
    MarkWords words = chartWords.marks();
    String name =
        switch (measure.kind()) {
          case VALUE -> "";
          case MEAN -> words.mean();
          case MEDIAN -> words.median();
          case QUANTILE -> ChartWords.fill(words.quantile(), Numerals.plain(measure.quantile(), 4));
        };
    if (!measure.field().isEmpty()) {
      name = ChartWords.fill(words.among(), name, Names.of(measure.value(), chartWords));
    }
    return measure.rows() == Measure.Rows.ALL ? ChartWords.fill(words.ofAll(), name) : name;
  }
}
