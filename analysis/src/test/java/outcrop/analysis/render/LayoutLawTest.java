package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.Apart;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.ChartStyle;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.ChartStyle.ReferenceLine;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Axes;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Grouping;
import outcrop.analysis.spec.DistributionSpec.Order;

/// What is true of every layout, tried on random charts. The message names the seed.
class LayoutLawTest {
  private static final int CHARTS = 500;

  record Chart(
      int seed,
      DistributionSpec spec,
      DistributionData data,
      double width,
      double height,
      LayoutOptions options) {
    Drawing drawing() {
      return ChartLayout.layout(
          spec, data, width, height, seed % 2 == 0 ? Theme.LIGHT : Theme.DARK, options);
    }
  }

  static Chart random(int seed) {
    // Random begins alike for neighbouring seeds: all charts would be of one kind.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    int kind = random.nextInt(4);
    int bins = pick(random, 1, 2, 7, 30, 120, 1000);
    BinAxis axis =
        switch (kind) {
          case 0 -> numbers(random, bins);
          case 1 -> times(random, bins);
          default -> values(random, bins);
        };
    DistributionSpec.Scale x = pick(random, DistributionSpec.Scale.values());
    if (axis instanceof BinAxis.Numbers numbers && numbers.edges()[0] <= 0) {
      x = x == DistributionSpec.Scale.LOG ? DistributionSpec.Scale.SYMLOG : x;
    }
    int groups = pick(random, 1, 1, 2, 5, 24);
    List<String> names = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      names.add(groups == 1 ? "" : name(random) + g);
    }
    long size = pick(random, 0L, 1L, 50L, 100_000L, 1_000_000_000_000_000L);
    long[][] context = counts(random, groups, axis.size(), size);
    long[][] counts = part(random, context);
    long[][] missing = counts(random, 1, groups, random.nextBoolean() ? size * 3 : 0);
    long[][] off = counts(random, 1, groups, random.nextBoolean() ? size : 0);
    Apart apart = new Apart(missing[0], part(random, missing)[0], off[0], part(random, off)[0]);
    ChartStyle style =
        ChartStyle.DEFAULT
            .withLegend(random.nextInt(5) > 0)
            .withLines(
                List.of(
                    new ReferenceLine(AxisSide.X, "" + random.nextInt(200), name(random)),
                    new ReferenceLine(AxisSide.X, "2020-02", ""),
                    new ReferenceLine(AxisSide.Y, "" + random.nextInt(1000), "limit"),
                    new ReferenceLine(AxisSide.Y, "20%", "")));
    DistributionSpec spec =
        DistributionSpec.of("v", "field " + name(random))
            .withBy(groups == 1 ? "" : name(random))
            .withTitle(random.nextBoolean() ? "" : name(random))
            .withBins(
                Bins.DEFAULT
                    .withMissing(random.nextBoolean())
                    .withOrder(Order.DATA)
                    .withLimit(pick(random, 0, 0, 3)))
            .withAxes(
                new Axes(
                    x,
                    pick(random, DistributionSpec.Scale.values()),
                    pick(random, Grouping.values())))
            .withStyle(style);
    LayoutOptions options =
        new LayoutOptions(
            random.nextInt(50),
            random.nextInt(30),
            random.nextBoolean() ? OptionalInt.of(random.nextInt(40)) : OptionalInt.empty(),
            random.nextBoolean()
                ? Optional.of(new Brush.Range(random.nextInt(50), random.nextInt(5000)))
                : Optional.empty(),
            Optional.empty(),
            pick(random, 1.0, 1.0, 0.8, 1.5),
            ChartWords.ENGLISH,
            2);
    double width = pick(random, 5, 60, 120, 260, 400, 700, 1600);
    double height = pick(random, 5, 28, 100, 160, 420, 900);
    DistributionData data = Samples.data(FieldType.NUMBER, axis, names, context, counts, apart);
    return new Chart(seed, spec, data, width, height, options);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... from) {
    return from[random.nextInt(from.length)];
  }

  private static BinAxis numbers(Random random, int bins) {
    double step = Math.pow(10, random.nextInt(-6, 9));
    double from = random.nextBoolean() ? step : (random.nextDouble() - 0.5) * step * 3000;
    boolean integral = step >= 1 && random.nextBoolean();
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = integral ? Math.rint(from) + i * step : from + i * step;
    }
    return new BinAxis.Numbers(edges, integral);
  }

  private static BinAxis times(Random random, int bins) {
    long step = pick(random, 1L, 1_000_000L, 3_600_000_000L, 86_400_000_000L, 31_557_600_000_000L);
    long from = random.nextLong(-4_000_000_000_000_000L, 4_000_000_000_000_000L);
    long[] edges = new long[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = from + i * step;
    }
    String unit = pick(random, "YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "EVEN");
    return new BinAxis.Times(edges, unit, pick(random, ValueFormat.values()));
  }

  private static BinAxis values(Random random, int bins) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      values.add(name(random) + i);
    }
    return new BinAxis.Values(values);
  }

  private static String name(Random random) {
    return pick(
        random,
        "",
        "a",
        "label",
        "a rather long name of something ".repeat(4),
        "שלום",
        "😀👩‍👩‍👧 x",
        "\ud83d",
        "tab\tand\nbreak",
        "{0}{1}",
        "مرحبا بالعالم",
        "日本語の名前",
        "é́́");
  }

  private static long[][] counts(Random random, int groups, int bins, long size) {
    long[][] counts = new long[groups][bins];
    for (long[] group : counts) {
      for (int bin = 0; bin < bins; bin++) {
        boolean some = size > 0 && random.nextInt(4) > 0;
        group[bin] = some ? random.nextLong(size / (bin + 1) + 1) : 0;
      }
    }
    return counts;
  }

  private static long[][] part(Random random, long[][] counts) {
    double share = pick(random, 1.0, 0.5, 0.001, 0.0);
    long[][] part = new long[counts.length][];
    for (int g = 0; g < counts.length; g++) {
      part[g] = Samples.part(counts[g], share);
    }
    return part;
  }

  static Stream<Mark> marks(List<Mark> marks) {
    return marks.stream()
        .flatMap(
            mark ->
                switch (mark) {
                  case Mark.Group group -> marks(group.marks());
                  case Mark.Clip clip -> marks(clip.marks());
                  default -> Stream.of(mark);
                });
  }

  static List<Mark> inGroup(Drawing drawing, String role) {
    return drawing.marks().stream()
        .filter(mark -> mark instanceof Mark.Group group && group.role().equals(role))
        .flatMap(mark -> marks(((Mark.Group) mark).marks()))
        .toList();
  }

  private static Bounds extent(Mark.Label label) {
    double width = Fonts.width(label.text(), label.style().size(), label.style().bold());
    double x =
        switch (label.anchor()) {
          case START -> label.x();
          case MIDDLE -> label.x() - width / 2;
          case END -> label.x() - width;
        };
    return new Bounds(
        x, label.y() - label.style().size() * 0.7, width, label.style().size() * 0.75);
  }

  private static void onRandomCharts(Consumer<Chart> law) {
    for (int seed = 0; seed < CHARTS; seed++) {
      law.accept(random(seed));
    }
  }

  @Test
  void noLabelTouchesAnother() {
    onRandomCharts(
        chart -> {
          Drawing drawing = chart.drawing();
          List<Mark.Label> labels =
              marks(drawing.marks())
                  .filter(Mark.Label.class::isInstance)
                  .map(Mark.Label.class::cast)
                  .toList();
          boolean message = !inGroup(drawing, "message").isEmpty();
          for (int i = 0; i < labels.size() && !message; i++) {
            for (int j = 0; j < i; j++) {
              Mark.Label one = labels.get(i);
              Mark.Label two = labels.get(j);
              boolean apart = !extent(one).overlaps(extent(two)) || isOverlay(drawing, one, two);
              assertTrue(
                  apart,
                  () ->
                      "Labels '%s' and '%s' overlap in chart %d at %s × %s"
                          .formatted(
                              one.text(), two.text(), chart.seed(), chart.width(), chart.height()));
            }
          }
        });
  }

  @Test
  void noLabelLeavesTheDrawing() {
    onRandomCharts(
        chart -> {
          Drawing drawing = chart.drawing();
          for (Mark mark : marks(drawing.marks()).toList()) {
            if (mark instanceof Mark.Label label) {
              Bounds b = extent(label);
              assertTrue(
                  b.x() >= -0.5
                      && b.right() <= drawing.width() + 0.5
                      && b.y() >= -0.5
                      && label.y() <= drawing.height() + 0.5,
                  () ->
                      "Label '%s' leaves chart %d of %s × %s: %s"
                          .formatted(label.text(), chart.seed(), chart.width(), chart.height(), b));
            }
          }
        });
  }

  /// Labels of reference lines stand on the bars, over whatever is there.
  private static boolean isOverlay(Drawing drawing, Mark.Label one, Mark.Label two) {
    List<Mark> references = inGroup(drawing, "reference");
    return references.contains(one) != references.contains(two);
  }

  @Test
  void barsStayInsideTheDrawingAndThoseOfBinsInsideThePlot() {
    onRandomCharts(
        chart -> {
          Drawing drawing = chart.drawing();
          if (drawing.frame().isEmpty()) {
            return;
          }
          Bounds plot = drawing.frame().get().bounds();
          for (Mark mark : inGroup(drawing, "bars")) {
            Bounds b =
                switch (mark) {
                  case Mark.Rect rect -> rect.bounds();
                  case Mark.Path path -> around(path);
                  default -> plot;
                };
            assertTrue(
                b.x() >= plot.x() - 4.01
                    && b.right() <= plot.right() + 1.01
                    && b.y() >= plot.y() - 1.01
                    && b.bottom() <= plot.bottom() + 1.01,
                () -> "A bar " + b + " leaves the plot " + plot + " in chart " + chart.seed());
          }
        });
  }

  private static Bounds around(Mark.Path path) {
    double left = path.points().stream().mapToDouble(Mark.Point::x).min().orElseThrow();
    double right = path.points().stream().mapToDouble(Mark.Point::x).max().orElseThrow();
    double top = path.points().stream().mapToDouble(Mark.Point::y).min().orElseThrow();
    double bottom = path.points().stream().mapToDouble(Mark.Point::y).max().orElseThrow();
    return Bounds.between(left, top, right, bottom);
  }

  @Test
  void everyNumberOfADrawingIsFinite() {
    onRandomCharts(
        chart -> {
          String svg = SvgPainter.paint(chart.drawing());
          assertTrue(
              !svg.contains("NaN") && !svg.contains("Infinity"),
              "Chart " + chart.seed() + " has a coordinate that is no number.");
        });
  }

  @Test
  void aPixelOfABarFindsTheBarAgain() {
    onRandomCharts(
        chart -> {
          Drawing drawing = chart.drawing();
          if (drawing.frame().isEmpty()) {
            return;
          }
          Frame frame = drawing.frame().get();
          for (int i = 0; i < frame.bins().shown(); i++) {
            Bounds strip = frame.strip(frame.bins().first() + i);
            if (strip.width() > 0.01 && strip.height() > 0.01) {
              assertEquals(
                  OptionalInt.of(frame.bins().first() + i),
                  drawing.binAt(strip.centreX(), strip.centreY()),
                  "Bar " + i + " is not found at its own middle in chart " + chart.seed());
            }
          }
        });
  }

  @Test
  void everyRegionHasWords() {
    onRandomCharts(
        chart -> {
          Drawing drawing = chart.drawing();
          for (HitRegion region : drawing.regions().stream().limit(60).toList()) {
            boolean scrolls =
                region.target() instanceof Target.MoreBars
                    || region.target() instanceof Target.MoreLegend;
            assertTrue(
                scrolls || !drawing.facts().about(region.target()).isEmpty(),
                "A region without words in chart " + chart.seed());
          }
        });
  }

  @Test
  void sparklinesAreDrawnFromTheSameData() {
    onRandomCharts(
        chart -> {
          Drawing drawing = SparklineLayout.layout(chart.data(), 120, 28, Theme.LIGHT);
          assertTrue(
              marks(drawing.marks())
                  .filter(Mark.Rect.class::isInstance)
                  .map(mark -> ((Mark.Rect) mark).bounds())
                  .allMatch(b -> b.x() >= -0.01 && b.right() <= 120.01 && b.y() >= -0.01),
              "A bar leaves the sparkline of chart " + chart.seed());
        });
  }

  @Test
  void aHundredThousandCategoriesAreLaidOut() {
    List<String> values = new ArrayList<>();
    long[] counts = new long[100_000];
    for (int i = 0; i < counts.length; i++) {
      values.add("value " + i);
      counts[i] = 1 + 1_000_000 / (i + 1);
    }
    DistributionData data =
        Samples.data(
            FieldType.CATEGORY,
            new BinAxis.Values(values),
            List.of(""),
            Samples.one(counts),
            Samples.one(counts));
    LayoutOptions end = LayoutOptions.DEFAULT.withFirstBar(Integer.MAX_VALUE);
    Drawing drawing = ChartLayout.layout(Samples.spec("word"), data, 700, 420, Theme.LIGHT, end);
    Frame.Bins bins = drawing.frame().orElseThrow().bins();
    assertEquals(
        100_000, bins.first() + bins.shown(), "Scrolled to the end, the last bar is the last.");
  }

  @Test
  void aShapeWhoseValuesHaveNotArrivedIsDrawnAsBars() {
    Samples.Sample bars = Samples.histogram();
    DistributionSpec asked =
        ((DistributionSpec) bars.spec()).withShape(DistributionSpec.Shape.VIOLIN);
    assertEquals(
        SvgPainter.paint(bars.drawing()),
        SvgPainter.paint(ChartLayout.layout(asked, bars.data(), 700, 420, Theme.LIGHT)),
        "The window changes the spec before the engine answers.");
  }
}
