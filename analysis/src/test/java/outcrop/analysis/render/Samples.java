package outcrop.analysis.render;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.BinRule;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Axes;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;

/// Charts that golden tests and the contact sheet draw: one per thing that a distribution can show.
final class Samples {
  record Sample(
      ChartSpec spec,
      ViewData data,
      double width,
      double height,
      Theme theme,
      LayoutOptions options) {
    Drawing drawing() {
      return ChartLayout.layout(spec, data, width, height, theme, options);
    }

    Sample at(double newWidth, double newHeight) {
      return new Sample(spec, data, newWidth, newHeight, theme, options);
    }

    Sample in(Theme newTheme) {
      return new Sample(spec, data, width, height, newTheme, options);
    }

    Sample with(ChartSpec newSpec) {
      return new Sample(newSpec, data, width, height, theme, options);
    }

    Sample with(LayoutOptions newOptions) {
      return new Sample(spec, data, width, height, theme, newOptions);
    }
  }

  private static final List<String> COUNTRIES =
      List.of(
          "United States",
          "India",
          "Brazil",
          "Germany",
          "Japan",
          "Nigeria",
          "Mexico",
          "France",
          "Indonesia",
          "United Kingdom",
          "Türkiye",
          "Côte d’Ivoire",
          "Viet Nam",
          "Kenya",
          "Chile",
          "Poland",
          "Saint Vincent and the Grenadines",
          "Peru",
          "Norway",
          "Ghana",
          "Nepal",
          "Cuba",
          "Laos",
          "Malta",
          "Fiji",
          "Samoa",
          "Palau",
          "Tuvalu",
          "Nauru",
          "Niue");

  private Samples() {}

  static Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    all.put("histogram", histogram());
    all.put("histogram-filtered", filtered());
    all.put("integer-log-y", integers());
    all.put("log-x", logX());
    all.put("symlog-x", symLogX());
    all.put("time-months", months());
    all.put("bars-many", many());
    all.put("bars-few", few());
    all.put("bars-filtered-brushed", filteredBars());
    all.put("split-stacked", split(Grouping.STACKED));
    all.put("split-beside", split(Grouping.SIDE_BY_SIDE));
    all.put("split-beside-few-bins", besideFewBins());
    all.put("split-overlaid", split(Grouping.OVERLAID));
    all.put("split-share-of-bar", split(Grouping.SHARE_OF_BAR));
    all.put("split-share-of-group", split(Grouping.SHARE_OF_GROUP));
    all.put("bars-split-stacked", splitBars(Grouping.STACKED, 4));
    all.put("bars-split-beside", splitBars(Grouping.SIDE_BY_SIDE, 3));
    all.put("bars-split-share", splitBars(Grouping.SHARE_OF_BAR, 24));
    all.put("bars-split-share-of-group", splitBars(Grouping.SHARE_OF_GROUP, 3));
    all.put("bars-split-share-two-groups", splitBars(Grouping.SHARE_OF_BAR, 2));
    all.put("bars-split-share-of-group-dark", all.get("bars-split-share-of-group").in(Theme.DARK));
    all.put(
        "histogram-share-few-rows",
        sample(
            spec("doors").withAxes(Axes.DEFAULT.withGrouping(Grouping.SHARE_OF_GROUP)),
            data(
                FieldType.NUMBER,
                numbers(0, 10, 5),
                List.of(""),
                one(new long[] {3, 12, 20, 0, 1}),
                one(new long[] {3, 12, 20, 0, 1}))));
    all.put("missing-and-off-scale", apart());
    all.put("brush", brush());
    all.put("reference-lines", lines());
    all.put("empty", empty());
    all.put("all-missing", allMissing());
    all.put("none-selected", noneSelected());
    all.put("one-value", oneValue());
    all.put("names", names());
    all.put("small", histogram().at(260, 160));
    all.put("small-bars", many().at(260, 160));
    all.put("small-split", split(Grouping.STACKED).at(300, 200));
    all.put("large", histogram().at(1600, 900));
    all.put("dark", split(Grouping.STACKED).in(Theme.DARK));
    all.put("dark-bars", filteredBars().in(Theme.DARK));
    all.put("thousand-bins", thousandBins());
    all.putAll(ShapeSamples.all());
    StyleSamples.all().forEach((name, sample) -> all.put("style-" + name, sample));
    TailSamples.all().forEach((name, sample) -> all.put("tail-" + name, sample));
    RelationSamples.all().forEach((name, sample) -> all.put("relation-" + name, sample));
    MapSamples.all().forEach((name, sample) -> all.put("map-" + name, sample));
    all.put("target-cap", target(many(), new ShapeTarget.Cap(3_000), Mode.SUBSAMPLE));
    all.put("target-cap-dark", all.get("target-cap").in(Theme.DARK));
    all.put(
        "target-uniform", target(histogram(), new ShapeTarget.Uniform(), Mode.SUBSAMPLE, 9_000));
    all.put("target-weights", target(apart(), new ShapeTarget.Temperature(0.5), Mode.WEIGHTS));
    all.put("target-repeats", target(few(), new ShapeTarget.Uniform(), Mode.REPEAT));
    all.put("target-split-dark", targetOfSplit());
    return all;
  }

  static Sample sample(DistributionSpec spec, DistributionData data) {
    return new Sample(spec, data, 700, 420, Theme.LIGHT, LayoutOptions.DEFAULT);
  }

  static DistributionSpec spec(String field) {
    return DistributionSpec.of("view", field);
  }

  static DistributionData data(
      FieldType type, BinAxis axis, List<String> groups, long[][] context, long[][] counts) {
    long[] none = new long[groups.size()];
    return data(type, axis, groups, context, counts, new Apart(none, none, none, none));
  }

  static DistributionData data(
      FieldType type,
      BinAxis axis,
      List<String> groups,
      long[][] context,
      long[][] counts,
      Apart apart) {
    long total =
        sum(context)
            + LongStream.of(apart.contextMissing()).sum()
            + LongStream.of(apart.contextOffScale()).sum();
    long selected =
        sum(counts) + LongStream.of(apart.missing()).sum() + LongStream.of(apart.offScale()).sum();
    return new DistributionData(
        (int) Math.min(total, Integer.MAX_VALUE),
        (int) Math.min(selected, Integer.MAX_VALUE),
        type,
        axis,
        groups,
        context,
        counts,
        apart);
  }

  private static long sum(long[][] counts) {
    long sum = 0;
    for (long[] group : counts) {
      sum += LongStream.of(group).sum();
    }
    return sum;
  }

  /// Counts of a bell over bins, with some unevenness from a seed.
  static long[] bell(int bins, double centre, double spread, double size, long seed) {
    Random random = new Random(seed);
    long[] counts = new long[bins];
    for (int i = 0; i < bins; i++) {
      double z = ((i + 0.5) / bins - centre) / spread;
      counts[i] = Math.round(size * Math.exp(-z * z / 2) * (0.92 + 0.16 * random.nextDouble()));
    }
    return counts;
  }

  static BinAxis.Numbers numbers(double from, double step, int bins) {
    return new BinAxis.Numbers(
        IntStream.rangeClosed(0, bins).mapToDouble(i -> from + i * step).toArray(),
        false,
        BinRule.FREEDMAN_DIACONIS);
  }

  static long[][] one(long[] counts) {
    return new long[][] {counts};
  }

  static long[] part(long[] counts, double share) {
    return LongStream.of(counts).map(c -> Math.round(c * share)).toArray();
  }

  static Sample histogram() {
    long[] counts = bell(32, 0.42, 0.17, 1840, 1);
    return sample(
        spec("age"),
        data(FieldType.NUMBER, numbers(15, 2.5, 32), List.of(""), one(counts), one(counts)));
  }

  static Sample filtered() {
    long[] all = bell(40, 0.45, 0.2, 5200, 2);
    long[] counts = bell(40, 0.62, 0.1, 1300, 3);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.min(counts[i], all[i]);
    }
    return sample(
        spec("fare per mile").withTitle("What a mile costs at night"),
        data(FieldType.NUMBER, numbers(0, 0.25, 40), List.of(""), one(all), one(counts)));
  }

  static Sample integers() {
    long[] counts = new long[21];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.round(48_000 * Math.exp(-i * 0.55));
    }
    double[] edges = IntStream.rangeClosed(0, 21).mapToDouble(i -> i).toArray();
    return sample(
        spec("children").withAxes(Axes.DEFAULT.withY(Scale.LOG)),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(edges, true, BinRule.EACH_WHOLE),
            List.of(""),
            one(counts),
            one(part(counts, 0.4))));
  }

  static Sample logX() {
    double[] edges = IntStream.rangeClosed(0, 30).mapToDouble(i -> Math.pow(10, i / 5.0)).toArray();
    long[] counts = bell(30, 0.4, 0.2, 9100, 4);
    return sample(
        spec("income").withAxes(Axes.DEFAULT.withX(Scale.LOG)),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(edges, false, BinRule.FREEDMAN_DIACONIS),
            List.of(""),
            one(counts),
            one(counts),
            new Apart(new long[] {310}, new long[] {310}, new long[] {2900}, new long[] {2900})));
  }

  static Sample symLogX() {
    double[] edges =
        IntStream.rangeClosed(-16, 20)
            .mapToDouble(i -> Math.copySign(Math.expm1(Math.abs(i) / 2.0), i))
            .toArray();
    long[] counts = bell(36, 0.5, 0.18, 700, 5);
    return sample(
        spec("profit").withAxes(Axes.DEFAULT.withX(Scale.SYMLOG)),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(edges, false, BinRule.FREEDMAN_DIACONIS),
            List.of(""),
            one(counts),
            one(counts)));
  }

  static Sample months() {
    long[] edges = new long[31];
    LocalDate day = LocalDate.of(2021, 9, 1);
    for (int i = 0; i < edges.length; i++) {
      edges[i] = day.plusMonths(i).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000L;
    }
    long[] counts = bell(30, 0.7, 0.3, 880, 6);
    return sample(
        spec("ordered"),
        data(
            FieldType.TIME,
            new BinAxis.Times(edges, "MONTH", ValueFormat.DATE, BinRule.CALENDAR),
            List.of(""),
            one(counts),
            one(part(counts, 0.35))));
  }

  private static long[] falling(int size, double first) {
    return IntStream.range(0, size)
        .mapToLong(i -> Math.round(first / Math.pow(i + 1, 0.9)))
        .toArray();
  }

  static Sample many() {
    List<String> values = new ArrayList<>(COUNTRIES);
    IntStream.range(values.size(), 214).forEach(i -> values.add("Region " + i));
    long[] counts = falling(214, 18_450);
    return sample(
        spec("country"),
        data(
            FieldType.CATEGORY,
            new BinAxis.Values(values),
            List.of(""),
            one(counts),
            one(counts),
            new Apart(new long[] {1204}, new long[] {1204}, new long[] {0}, new long[] {0})));
  }

  private static Sample target(Sample sample, ShapeTarget target, Mode mode) {
    return target(sample, target, mode, 0);
  }

  private static Sample target(Sample sample, ShapeTarget target, Mode mode, long total) {
    TargetSpec wanted = TargetSpec.of(target).withMode(mode).withTotal(total);
    return new Sample(
        ((DistributionSpec) sample.spec()).withTarget(wanted),
        sample.data(),
        sample.width(),
        sample.height(),
        sample.theme(),
        sample.options());
  }

  private static Sample targetOfSplit() {
    return target(split(Grouping.STACKED), new ShapeTarget.Cap(700), Mode.SUBSAMPLE).in(Theme.DARK);
  }

  static Sample few() {
    long[] counts = {32_561, 12_004, 804};
    return sample(
        spec("split").withStyle(ChartStyle.DEFAULT.withColours(Map.of("test", "#c0392b"))),
        data(
            FieldType.CATEGORY,
            new BinAxis.Values(List.of("train", "test", "validation")),
            List.of(""),
            one(counts),
            one(counts)));
  }

  static Sample filteredBars() {
    long[] counts = falling(12, 9_900);
    return sample(
            spec("country").withTitle("Where the orders come from"),
            data(
                FieldType.CATEGORY,
                new BinAxis.Values(COUNTRIES.subList(0, 12)),
                List.of(""),
                one(counts),
                one(part(counts, 0.37))))
        .with(LayoutOptions.DEFAULT.withBrush(new Brush.Values(Set.of("India", "Japan"))));
  }

  static Sample split(Grouping grouping) {
    List<String> groups =
        List.of("private", "self-employed", "government", DistributionData.MISSING_GROUP);
    long[][] all = {
      bell(30, 0.35, 0.16, 3000, 7),
      bell(30, 0.55, 0.18, 1400, 8),
      bell(30, 0.6, 0.12, 900, 9),
      bell(30, 0.2, 0.1, 300, 10)
    };
    long[][] counts = {part(all[0], 0.8), part(all[1], 0.6), part(all[2], 0.9), part(all[3], 0.5)};
    return sample(
        spec("age").withBy("work class").withAxes(Axes.DEFAULT.withGrouping(grouping)),
        data(
            FieldType.NUMBER,
            numbers(15, 2.5, 30),
            groups,
            all,
            counts,
            new Apart(
                new long[] {900, 300, 200, 100},
                new long[] {700, 200, 200, 100},
                new long[4],
                new long[4])));
  }

  static Sample besideFewBins() {
    double[] edges = IntStream.rangeClosed(0, 8).mapToDouble(i -> i).toArray();
    long[][] all = {
      bell(8, 0.35, 0.2, 3000, 7), bell(8, 0.6, 0.2, 1400, 8), bell(8, 0.5, 0.3, 900, 9)
    };
    return sample(
        spec("doors").withBy("fuel").withAxes(Axes.DEFAULT.withGrouping(Grouping.SIDE_BY_SIDE)),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(edges, true, BinRule.EACH_WHOLE),
            List.of("petrol", "diesel", "electric"),
            all,
            new long[][] {part(all[0], 0.7), part(all[1], 0.9), part(all[2], 0.5)}));
  }

  static Sample splitBars(Grouping grouping, int size) {
    List<String> groups = new ArrayList<>();
    long[][] all = new long[size][];
    long[][] counts = new long[size][];
    for (int group = 0; group < size; group++) {
      groups.add(group == 23 ? DistributionData.OTHER_GROUPS : COUNTRIES.get(group));
      all[group] = falling(6, 6000.0 / (group + 1) + 137 * (group % 3));
      counts[group] = part(all[group], 0.9 - 0.2 * (group % 3));
    }
    return sample(
        spec("rating").withBy("country").withAxes(Axes.DEFAULT.withGrouping(grouping)),
        data(
            FieldType.CATEGORY,
            new BinAxis.Values(List.of("very good", "good", "fair", "poor", "very poor", "")),
            groups,
            all,
            counts));
  }

  static Sample apart() {
    long[] counts = bell(24, 0.5, 0.2, 410, 11);
    return sample(
        spec("temperature"),
        data(
            FieldType.NUMBER,
            numbers(-20, 2.5, 24),
            List.of(""),
            one(counts),
            one(part(counts, 0.7)),
            new Apart(new long[] {9800}, new long[] {7300}, new long[] {120}, new long[] {44})));
  }

  static Sample brush() {
    return histogram()
        .with(LayoutOptions.DEFAULT.withBrush(new Brush.Range(32.5, 50)).withHovered(9));
  }

  static Sample lines() {
    Sample base = histogram();
    ChartStyle style =
        ChartStyle.DEFAULT
            .withXTitle("Age in years")
            .withYTitle("People")
            .withLines(
                List.of(
                    new ReferenceLine(AxisSide.X, "48.6", "mean 48.6"),
                    new ReferenceLine(AxisSide.X, "47.1", "median 47.1"),
                    new ReferenceLine(AxisSide.X, "65", ""),
                    new ReferenceLine(AxisSide.Y, "1500", "target"),
                    new ReferenceLine(AxisSide.X, "not a number", "never drawn")));
    return new Sample(
        base.spec().withStyle(style), base.data(), 700, 420, Theme.LIGHT, LayoutOptions.DEFAULT);
  }

  static Sample empty() {
    return sample(
        spec("age"),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(new double[] {0, 1}, false),
            List.of(""),
            new long[1][1],
            new long[1][1]));
  }

  static Sample allMissing() {
    return sample(
        spec("cabin"),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(new double[] {0, 1}, false),
            List.of(""),
            new long[1][1],
            new long[1][1],
            new Apart(new long[] {891}, new long[] {891}, new long[1], new long[1])));
  }

  static Sample noneSelected() {
    DistributionData all = (DistributionData) histogram().data();
    return sample(
        spec("age"),
        data(FieldType.NUMBER, all.axis(), List.of(""), all.context(), new long[1][32]));
  }

  static Sample oneValue() {
    return sample(
        spec("version"),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(new double[] {3, 4}, true),
            List.of(""),
            one(new long[] {7}),
            one(new long[] {7})));
  }

  static Sample names() {
    List<String> values =
        List.of(
            "A name so long that nobody would ever read it to its end in a chart of this width,"
                + " truly",
            "مرحبا بالعالم",
            "שלום 12",
            "😀 smile",
            "<script>alert('x')</script>",
            "line\nbreak \u0007 \u202e turned",
            "日本語",
            "हिन्दी",
            "ภาษาไทย",
            "",
            "naïve Ωμέγα Привет");
    long[] counts = falling(values.size(), 500);
    return sample(
        spec("a \"field\" & <its> name"),
        data(
            FieldType.CATEGORY, new BinAxis.Values(values), List.of(""), one(counts), one(counts)));
  }

  static Sample thousandBins() {
    long[] counts = bell(1000, 0.3, 0.05, 900, 12);
    long[] second = bell(1000, 0.6, 0.12, 500, 13);
    for (int i = 0; i < counts.length; i++) {
      counts[i] += second[i];
    }
    return sample(
        spec("signal").withBins(Bins.DEFAULT.withCount(1000)),
        data(
            FieldType.NUMBER,
            new BinAxis.Numbers(numbers(-1, 0.002, 1000).edges(), false),
            List.of(""),
            one(counts),
            one(part(counts, 0.55))));
  }
}
