package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.model.ClassVariation;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.query.TailVariation;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.Panel;
import outcrop.analysis.query.ViewData.TailApart;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.render.Samples.Sample;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.ChartLook.LegendPlace;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.Anchor;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.Band;
import outcrop.analysis.spec.ChartStyle.End;
import outcrop.analysis.spec.ChartStyle.Note;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.ChartStyle.Spot;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TailSpec;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Beside;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Fit;
import outcrop.analysis.spec.TailSpec.Look;
import outcrop.analysis.spec.TailSpec.Measure;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.analysis.stats.Burstiness;
import outcrop.analysis.stats.ColumnEvents;
import outcrop.analysis.stats.ColumnMeaning;
import outcrop.analysis.stats.EventRaster;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.Rarefaction;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.ValueFrequencies;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

/// Long tails that golden tests draw: one per thing that a long tail can show.
final class TailSamples {
  private static final DirectTaskRunner RUNNER = new DirectTaskRunner();

  private static final int ROWS = 4000;

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
    for (Shape shape : Shape.values()) {
      if (shape != Shape.RANK) {
        all.put(shape.name().toLowerCase(Locale.ROOT), studied(shape));
        all.put(shape.name().toLowerCase(Locale.ROOT) + "-dark", studied(shape).in(Theme.DARK));
      }
    }
    all.put("ccdf-waiting", sample(spec().withShape(Shape.CCDF), falling(300, 2400)));
    all.put("rarefaction-waiting", sample(spec().withShape(Shape.RAREFACTION), falling(30, 90)));
    all.put("ccdf-too-little", tooLittle());
    styled(all);
    all.put("one-class", sample(spec(), classes(7)));
    all.put("none-selected", new TailSamples.Made(spec(), falling(40, 300)).selecting(none(), 0));
    all.put("all-missing", allMissing());
    return all;
  }

  /// What the style of every chart can say.
  private static void styled(Map<String, Sample> all) {
    for (Colours colours : List.of(Colours.OKABE_ITO, Colours.SEQUENTIAL, Colours.DIVERGING)) {
      String name = "rank-" + colours.name().toLowerCase(Locale.ROOT).replace('_', '-');
      all.put(name, styled(Shape.RANK, style -> style.withLook(style.look().withColours(colours))));
      all.put(
          name + "-dark",
          styled(Shape.RANK, style -> style.withLook(style.look().withColours(colours)))
              .in(Theme.DARK));
    }
    all.put("rank-marked", styled(Shape.RANK, TailSamples::marked));
    all.put("rank-marked-dark", styled(Shape.RANK, TailSamples::marked).in(Theme.DARK));
    all.put("ccdf-marked", styled(Shape.CCDF, TailSamples::marked));
    all.put("rank-without-legend", styled(Shape.RANK, style -> style.withLegend(false)));
    all.put(
        "rank-legend-right",
        styled(Shape.RANK, style -> style.withLook(style.look().withLegend(LegendPlace.RIGHT))));
    all.put(
        "rank-measures",
        studied(Shape.RANK)
            .with(
                ((TailSpec) studied(Shape.RANK).spec())
                    .withLook(Look.DEFAULT.withMeasures(List.of(Measure.values())))));
    all.put("facets", facets());
    all.put("facets-dark", facets().in(Theme.DARK));
  }

  private static Sample styled(Shape shape, UnaryOperator<ChartStyle> change) {
    Sample plain = studied(shape);
    return plain.with(plain.spec().withStyle(change.apply(plain.spec().style())));
  }

  /// Everything that can lie on a plot.
  private static ChartStyle marked(ChartStyle style) {
    outcrop.analysis.spec.Measure mean =
        outcrop.analysis.spec.Measure.of(outcrop.analysis.spec.Measure.Kind.MEAN);
    return style
        .withSubtitle("by camera trap, 2019 to 2024")
        .withXTitle("species, most seen first")
        .withColours(Map.of("tail", "#aa3377"))
        .withLines(
            List.of(
                new ReferenceLine(AxisSide.Y, "", "", mean),
                new ReferenceLine(AxisSide.X, "", "", mean),
                new ReferenceLine(AxisSide.X, "class 40", "")))
        .withBands(List.of(new Band(AxisSide.X, End.at("100"), End.at("200"), "rare", "")))
        .withNotes(
            List.of(
                new Note(
                    "seldom seen",
                    new Spot(Anchor.PLOT, "0.5", "0.25"),
                    List.of(new Spot(Anchor.DATA, "100", "20")))));
  }

  /// The same tail twice, and one that is shorter.
  private static Sample facets() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      panels.add(new Panel("site " + i, sample(spec(), falling(400 / i, 2400.0 / i / i)).data()));
    }
    int rows = panels.stream().mapToInt(panel -> panel.data().total()).sum();
    return new Sample(
        spec().withFacet("site"),
        new FacetData(rows, rows, "site", panels),
        760,
        420,
        Theme.LIGHT,
        LayoutOptions.DEFAULT);
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
              RowSet.range(total, 0, selected),
              FieldType.CATEGORY,
              counted,
              context,
              classes,
              apart,
              TailMeasures.of(classes.frequencies()),
              Optional.empty()),
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

  /// A shape with all that takes its time to know.
  static Sample studied(Shape shape) {
    TailClasses classes = falling(300, 2400);
    TailSpec spec =
        spec()
            .withShape(shape)
            .withFit(new Fit(20, 3))
            .withBeside(Beside.NONE.withLabel("common name").withVector("picture"));
    Sample plain = sample(spec, classes);
    TailData data = (TailData) plain.data();
    ValueFrequencies sizes = data.measures().orElseThrow().counts();
    TailStudy study =
        new TailStudy(
            Optional.of(
                PowerLawResult.of(sizes, Kind.DISCRETE)
                    .withAlternatives(TaskContext.NONE)
                    .withGoodness(20, 3, RUNNER, TaskContext.NONE)),
            Optional.of(Rarefaction.of(sizes, 30)),
            Optional.of(bursts()),
            Optional.empty(),
            Optional.of(raster()),
            Optional.of(meaning()),
            Optional.of(variation()));
    return new Sample(spec, data.withStudy(study), 700, 420, Theme.LIGHT, LayoutOptions.DEFAULT);
  }

  /// Labels that come in runs, drawn from a seed.
  private static Burstiness bursts() {
    return Burstiness.of(
        runs(), null, RowSet.all(ROWS), 1, ColumnUse.UNBOUND, RUNNER, TaskContext.NONE);
  }

  private static EventRaster raster() {
    return EventRaster.of(runs(), null, RowSet.all(ROWS), ColumnUse.UNBOUND);
  }

  /// Names that some species share, and species that have several.
  private static ColumnMeaning meaning() {
    Random random = new Random(7);
    String[] names = new String[ROWS];
    Column species = runs();
    for (int row = 0; row < ROWS; row++) {
      int number = species.textAt(row).hashCode();
      names[row] = "name " + Math.floorMod(random.nextInt(5) == 0 ? number + 1 : number, 90);
    }
    return ColumnMeaning.of(
        species,
        CategoryColumn.of(new Field("common name", FieldType.CATEGORY), names),
        null,
        RowSet.all(ROWS),
        100,
        ColumnUse.UNBOUND);
  }

  /// Some classes of one picture repeated, some of many.
  private static TailVariation variation() {
    Random random = new Random(9);
    List<float[]> vectors = new ArrayList<>();
    Column species = runs();
    for (int row = 0; row < ROWS; row++) {
      int number = Math.floorMod(species.textAt(row).hashCode(), 97);
      float[] vector = new float[6];
      for (int d = 0; d < vector.length; d++) {
        vector[d] = d == number % 6 ? 1 : (float) (random.nextGaussian() * (number % 9) / 8);
      }
      vectors.add(vector);
    }
    ColumnEvents events = ColumnEvents.of(species, RowSet.all(ROWS), ColumnUse.UNBOUND);
    return TailVariation.of(
        ClassVariation.of(
            events,
            VectorColumn.of(new Field("picture", FieldType.VECTOR), vectors),
            ColumnUse.UNBOUND,
            RUNNER,
            TaskContext.NONE),
        events);
  }

  private static CategoryColumn runs() {
    Random random = new Random(5);
    String[] labels = new String[ROWS];
    for (int row = 0; row < labels.length; row++) {
      boolean run = row > 0 && random.nextInt(10) < 6;
      labels[row] =
          run ? labels[row - 1] : "class " + (1 + (int) (1 / (random.nextDouble() + 0.006)));
    }
    return CategoryColumn.of(new Field("species", FieldType.CATEGORY), labels);
  }

  static Sample tooLittle() {
    Sample plain = sample(spec().withShape(Shape.CCDF), classes(9, 7, 7, 3, 1));
    TailData data = (TailData) plain.data();
    TailStudy study =
        new TailStudy(
            Optional.of(PowerLawResult.of(data.measures().orElseThrow().counts(), Kind.DISCRETE)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Sample(
        plain.spec(), data.withStudy(study), 700, 420, Theme.LIGHT, LayoutOptions.DEFAULT);
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
