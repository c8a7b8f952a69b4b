package outcrop.analysis.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.ViewData.TailApart;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.render.Samples.Sample;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Look;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.stats.TailMeasures;

/// Long tails that golden tests draw: one per thing that a long tail can show.
final class TailSamples {
  private TailSamples() {}

  static Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("rank", rank());
    all.put("rank-dark", rank().in(Theme.DARK));
    all.put("rank-filtered", filtered());
    all.put("rank-linear", linear());
    all.put("rank-chosen", chosen());
    all.put("rank-small", rank().at(300, 200));
    all.put("rank-many", many());
    all.put("rank-two-bands", sample(spec().withBands(Bands.own(20, 20)), falling(120, 900)));
    all.put(
        "rank-empty-bands", sample(spec().withBands(Bands.of(Preset.METACLIP)), falling(30, 90)));
    all.put("rank-balanced", balanced());
    all.put("one-class", sample(spec(), classes(7)));
    all.put("none-selected", new TailSamples.Made(spec(), falling(40, 300)).selecting(none(), 0));
    all.put("all-missing", allMissing());
    return all;
  }

  static TailSpec spec() {
    return TailSpec.of("view", "species");
  }

  private static TailClasses none() {
    return TailClasses.of(List.of());
  }

  static TailClasses classes(double... sizes) {
    List<String> names =
        IntStream.range(0, sizes.length).mapToObj(i -> "class " + (i + 1)).toList();
    return TailClasses.of(names, sizes);
  }

  /// Sizes that fall as ranks rise, down to one row.
  static TailClasses falling(int size, double first) {
    return classes(
        IntStream.range(0, size)
            .mapToDouble(i -> Math.max(1, Math.floor(first / Math.pow(i + 1, 1.2))))
            .toArray());
  }

  static Sample sample(TailSpec spec, TailClasses classes) {
    return new Made(spec, classes).all();
  }

  /// A long tail over classes.
  record Made(TailSpec spec, TailClasses context) {
    Sample all() {
      return selecting(context, (int) context.sum());
    }

    Sample selecting(TailClasses classes, int selected) {
      return with(classes, selected, new TailApart(0, 0), Counted.CLASSES);
    }

    Sample with(TailClasses classes, int selected, TailApart apart, Counted counted) {
      int total = (int) context.sum() + apart.missing() + apart.without();
      return new Sample(
          spec,
          new TailData(
              total,
              selected,
              FieldType.CATEGORY,
              counted,
              context,
              classes,
              apart,
              TailMeasures.of(classes.frequencies())),
          700,
          420,
          Theme.LIGHT,
          LayoutOptions.DEFAULT);
    }
  }

  static Sample rank() {
    TailClasses classes = falling(300, 2400);
    return new Made(spec().withBands(Bands.of(Preset.OLTR)), classes)
        .with(classes, (int) classes.sum() + 12, new TailApart(12, 0), Counted.CLASSES);
  }

  static Sample filtered() {
    TailClasses part =
        classes(
            IntStream.range(0, 180)
                .mapToDouble(i -> Math.max(1, Math.floor(500 / Math.pow(i + 1, 1.1))))
                .toArray());
    return new Made(spec(), falling(300, 2400)).selecting(part, (int) part.sum());
  }

  static Sample linear() {
    return sample(
        spec().withLook(Look.DEFAULT.withX(Scale.LINEAR).withY(Scale.LINEAR)), falling(60, 400));
  }

  static Sample chosen() {
    return rank()
        .with(LayoutOptions.DEFAULT.withBrush(new Brush.Values(Set.of("class 4", "class 60"))));
  }

  static Sample many() {
    return sample(spec(), falling(100_000, 300_000));
  }

  static Sample balanced() {
    return sample(spec(), classes(IntStream.range(0, 50).mapToDouble(i -> 20).toArray()));
  }

  static Sample allMissing() {
    return new Made(spec(), none()).with(none(), 891, new TailApart(891, 0), Counted.CLASSES);
  }
}
