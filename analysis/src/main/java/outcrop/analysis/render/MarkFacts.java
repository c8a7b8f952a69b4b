package outcrop.analysis.render;

import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.Measure;

/// The words of tooltips of lines and bands, the same in every kind of chart.
final class MarkFacts {
  private MarkFacts() {}

  static String line(ReferenceLine line, ChartWords words) {
    String at = at(line.value(), line.measure(), words);
    return line.label().isEmpty() ? at : Names.visible(line.label()) + "\n" + at;
  }

  static String band(Band band, ChartWords words) {
    String ends = end(band.from(), words) + " – " + end(band.to(), words);
    return band.label().isEmpty() ? ends : Names.visible(band.label()) + "\n" + ends;
  }

  private static String end(End end, ChartWords words) {
    return at(end.value(), end.measure(), words);
  }

  private static String at(String value, Measure measure, ChartWords words) {
    return measure.measured() ? MeasureNames.of(measure, words) : Names.visible(value);
  }
}
