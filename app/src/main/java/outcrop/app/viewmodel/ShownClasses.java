package outcrop.app.viewmodel;

import outcrop.analysis.curation.ClassSizes;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.TailData;

/// The classes that a chart shows, in its order: what a target is set for.
///
/// @param axis the bars, or the classes of a long tail from the largest
/// @param sizes their selected rows
record ShownClasses(BinAxis axis, ClassSizes sizes) {
  static ShownClasses of(DistributionData data) {
    int bins = data.axis().size();
    long[] rows = new long[bins + ClassSizes.APART];
    for (int group = 0; group < data.groups().size(); group++) {
      for (int bin = 0; bin < bins; bin++) {
        rows[bin] += data.counts()[group][bin];
      }
      rows[bins] += data.apart().missing()[group];
      rows[bins + 1] += data.apart().offScale()[group];
    }
    return new ShownClasses(
        data.axis(), new ClassSizes(FieldClasses.keys(data.axis()), rows, data.selected()));
  }

  static ShownClasses of(TailData data) {
    return new ShownClasses(new BinAxis.Values(data.classes().names()), ClassSizes.of(data));
  }
}
