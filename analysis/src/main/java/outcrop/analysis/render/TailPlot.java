package outcrop.analysis.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.TailBands;
import outcrop.analysis.query.TailBands.Band;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Counted;

/// What every shape of a long tail needs to know.
///
/// @param target over the classes; null where none is drawn
record TailPlot(
    Sketch sketch, TailSpec spec, TailData data, TailBands bands, @Nullable TargetLayer target) {
  static TailPlot of(Sketch sketch, TailSpec spec, TailData data) {
    return new TailPlot(
        sketch, spec, data, TailBands.of(spec.bands(), data), TargetLayer.of(sketch, spec, data));
  }

  TailWords words() {
    return sketch.words().tail();
  }

  TailClasses classes() {
    return data.classes();
  }

  boolean isOfValues() {
    return data.counted() == Counted.VALUES;
  }

  boolean isFiltered() {
    return data.selected() < data.total();
  }

  /// Whether the classes of all rows stand in grey behind those of the selected.
  boolean hasContext() {
    return spec.look().context() && isFiltered() && data.context().count() > 0;
  }

  Colour ink(Part part) {
    return BandColours.of(sketch.theme, spec.style(), part);
  }

  /// The colour of the band of classes of a size.
  Colour inkOfSize(double size) {
    int rank = Math.min(classes().above(size), classes().count() - 1);
    return ink(bands.at(rank).part());
  }

  String name(Part part) {
    return switch (part) {
      case HEAD -> words().head();
      case BODY -> words().body();
      case TAIL -> words().tail();
    };
  }

  /// `131 classes`, or values.
  String count(long classes) {
    if (isOfValues()) {
      return ChartWords.fill(words().values(), Numerals.exact(classes));
    }
    return classes == 1
        ? words().oneClass()
        : ChartWords.fill(words().classes(), Numerals.exact(classes));
  }

  /// What the colours mean; nothing where the shape has no bands.
  ///
  /// @param counted whether entries say how many classes a band has
  List<Legend.Entry> legend(boolean counted) {
    if (spec.shape() == TailSpec.Shape.RAREFACTION || spec.shape() == TailSpec.Shape.VARIATION) {
      return List.of();
    }
    return bands.list().stream()
        .map(
            band ->
                new Legend.Entry(
                    name(band.part()),
                    counted ? Numerals.exact(band.classes()) : "",
                    ink(band.part())))
        .toList();
  }

  /// The share of all rows that a band has.
  double share(Band band) {
    return classes().sum() > 0 ? band.rows() / classes().sum() : 0;
  }

  /// The colour of what the filter leaves out.
  Colour contextInk() {
    return sketch.theme.context().mix(sketch.theme.muted(), 0.3);
  }

  /// Pixels of the bounds between bands where sizes run to the right.
  double[] sizeEdges(Frame frame) {
    double[] bounds =
        bands.list().size() == 2
            ? new double[] {bands.head()}
            : new double[] {bands.head(), bands.body()};
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = frame.values().toPixel(bounds[i]);
    }
    return bounds;
  }

  /// A scale from a least to a most positive value; the linear one begins at zero.
  Scale scale(DistributionSpec.Scale kind, double least, double most, double from, double to) {
    return switch (kind) {
      case LINEAR -> new Scale.Linear(0, most * 1.02, from, to);
      case LOG -> new Scale.Log(least, most, from, to);
      case SYMLOG -> new Scale.SymLog(0, most, 1, from, to);
    };
  }

  /// A tick of an axis of shares.
  static Scale.Tick percent(Scale.Tick tick) {
    return tick.minor() ? tick : new Scale.Tick(tick.value(), Numerals.percent(tick.value()));
  }

  /// A size as it is written: a count in full, a value in a few digits.
  String size(double size) {
    return size == Math.rint(size) && size < 1e15
        ? Numerals.exact((long) size)
        : Numerals.plain(size, 6);
  }

  /// A share of the rows or of the sum of values, in words.
  String ofAll(double share) {
    return ChartWords.fill(
        isOfValues() ? words().ofSum() : words().ofRows(), Numerals.percent(share));
  }

  String title() {
    if (!spec.title().isEmpty()) {
      return Names.visible(spec.title());
    }
    return ChartWords.fill(
        isOfValues() ? words().titleOfValues() : words().title(), Names.visible(spec.field()));
  }

  /// The user's title of an axis, else the one made from the content, with its scale where that is
  /// not plain.
  String title(String own, String made, DistributionSpec.Scale scale) {
    return own.isEmpty() ? CountAxis.withScale(made, scale, sketch.words()) : Names.visible(own);
  }
}
