package outcrop.analysis.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.QuantileBand;
import outcrop.analysis.stats.QuantilePair;
import outcrop.analysis.stats.Spread;
import outcrop.analysis.stats.Steps;
import outcrop.analysis.stats.Tukey;

/// What is drawn by shapes that are not made of bins, one line per mark: `value` is its place on
/// the axis of values and `y` that on the other axis, or how many rows a count counts.
///
/// `low` and `high` are 95 %: of `value` for a mean and a median, of `y` for a step. Lines of `all`
/// rows are there where some are not selected.
final class SpreadTable {
  private final DistributionSpec spec;
  private final DistributionData data;
  private final SpreadData spread;
  private final boolean split;
  private final List<List<@Nullable Object>> lines = new ArrayList<>();

  private SpreadTable(
      DistributionSpec spec, DistributionData data, SpreadData spread, boolean split) {
    this.spec = spec;
    this.data = data;
    this.spread = spread;
    this.split = split;
  }

  /// @param split whether the lines name their series
  static ChartTable of(
      DistributionSpec spec, DistributionData data, SpreadData spread, boolean split) {
    SpreadTable table = new SpreadTable(spec, data, spread, split);
    return spec.shape() == Shape.QQ ? table.pairs() : table.marks();
  }

  private boolean isFiltered() {
    return data.selected() != data.total();
  }

  private ChartTable marks() {
    List<String> names = new ArrayList<>(split ? List.of("series") : List.of());
    names.addAll(List.of("rows", "mark", "value", "y", "low", "high"));
    for (int group = 0; group < data.groups().size(); group++) {
      new Marks(group, "selected")
          .add(
              spread.selected().get(group),
              ChartTables.at(data.apart().missing(), group),
              ChartTables.at(data.apart().offScale(), group));
      if (isFiltered()) {
        new Marks(group, "all")
            .add(
                spread.context().get(group),
                ChartTables.at(data.apart().contextMissing(), group),
                ChartTables.at(data.apart().contextOffScale(), group));
      }
    }
    return new ChartTable(names, lines);
  }

  /// The marks of one group.
  private final class Marks {
    private final int group;
    private final String rows;

    Marks(int group, String rows) {
      this.group = group;
      this.rows = rows;
    }

    void add(Spread one, long missing, long offScale) {
      line("n", null, (Object) one.n());
      line("missing", null, (Object) missing);
      line("offScale", null, (Object) offScale);
      switch (spec.shape()) {
        case DENSITY -> one.density().ifPresent(this::density);
        case ECDF -> steps(one.steps());
        case BOX -> {
          one.tukey().ifPresent(this::whiskers);
          one.tukey().ifPresent(this::quartiles);
          centre(one);
        }
        case VIOLIN -> {
          one.density().ifPresent(this::density);
          one.tukey().ifPresent(this::quartiles);
          centre(one);
        }
        case STRIP -> {
          for (double point : one.points()) {
            line("point", point(point), null);
          }
          centre(one);
        }
        case BARS, LINE, QQ -> throw new IllegalArgumentException("No marks: " + spec.shape());
      }
    }

    private void density(KernelDensity density) {
      Scale scale = spec.axes().x();
      for (int i = 0; i < density.heights().length; i++) {
        line("density", point(scale.value(density.place(i))), density.heights()[i]);
      }
    }

    private void steps(Steps steps) {
      for (int i = 0; i < steps.values().length; i++) {
        double share = (double) steps.counts()[i] / steps.n();
        line(
            "step",
            point(steps.values()[i]),
            share,
            Math.max(0, share - steps.halfBand()),
            Math.min(1, share + steps.halfBand()));
      }
    }

    private void whiskers(Tukey box) {
      line("whiskerLow", point(box.low()), null);
      line("whiskerHigh", point(box.high()), null);
      line("outliersBelow", null, (Object) box.below());
      line("outliersAbove", null, (Object) box.above());
      for (double outlier : box.outliers()) {
        line("outlier", point(outlier), null);
      }
    }

    private void quartiles(Tukey box) {
      line("lowerQuartile", point(box.lowerQuartile()), null);
      line("upperQuartile", point(box.upperQuartile()), null);
    }

    private void centre(Spread one) {
      if (one.n() > 0) {
        estimate("median", one.median(), one.medianInterval());
        estimate("mean", one.mean(), one.meanInterval());
      }
    }

    private void estimate(String mark, double value, Optional<Interval> interval) {
      line(
          mark,
          point(value),
          null,
          interval.map(ends -> point(ends.low())).orElse(null),
          interval.map(ends -> point(ends.high())).orElse(null));
    }

    private void line(String mark, @Nullable Object value, @Nullable Object y) {
      line(mark, value, y, null, null);
    }

    private void line(
        String mark,
        @Nullable Object value,
        @Nullable Object y,
        @Nullable Object low,
        @Nullable Object high) {
      List<@Nullable Object> cells = new ArrayList<>();
      if (split) {
        cells.add(ChartTables.seriesName(data.groups().get(group)));
      }
      cells.addAll(Arrays.asList(rows, mark, value, y, low, high));
      lines.add(cells);
    }
  }

  /// One line per pair of quantiles: of two series, or of the first series and of the normal law,
  /// with the ends of the band around `y`; an open end is empty.
  private ChartTable pairs() {
    if (spread.compared().isPresent()) {
      int first = spread.compared().get().first();
      int second = spread.compared().get().second();
      Steps one = spread.selected().get(first).steps();
      Steps two = spread.selected().get(second).steps();
      for (QuantilePair pair : QuantilePair.between(one, two)) {
        String other = ChartTables.seriesName(data.groups().get(second));
        Interval band = QuantileBand.between(one, two, pair.first());
        pair("selected", first, other, pair, this::point, band);
      }
    } else {
      normal("selected", spread.selected().getFirst());
      if (isFiltered()) {
        normal("all", spread.context().getFirst());
      }
    }
    return new ChartTable(
        List.of("rows", "seriesX", "seriesY", "probability", "x", "y", "low", "high"), lines);
  }

  private void normal(String rows, Spread one) {
    Scale scale = spec.axes().x();
    String law = scale == Scale.LOG ? "lognormal" : "normal";
    QuantileBand.Law fitted = QuantileBand.Law.of(one.steps(), scale::place);
    for (QuantilePair pair : QuantilePair.toNormal(one.steps())) {
      Interval band = QuantileBand.ofNormal(fitted.standard(scale.place(pair.first())), one.n());
      pair(rows, 0, law, pair, value -> value, band);
    }
  }

  private void pair(
      String rows,
      int first,
      @Nullable String other,
      QuantilePair pair,
      DoubleFunction<Object> y,
      Interval band) {
    String series = ChartTables.seriesName(data.groups().get(first));
    lines.add(
        Arrays.asList(
            rows,
            split ? series : null,
            other,
            pair.probability(),
            point(pair.first()),
            y.apply(pair.second()),
            Double.isInfinite(band.low()) ? null : y.apply(band.low()),
            Double.isInfinite(band.high()) ? null : y.apply(band.high())));
  }

  /// A number, or the text of a time.
  private Object point(double value) {
    return data.axis() instanceof BinAxis.Times times
        ? TimeColumn.textOf(Math.round(value), times.format())
        : value;
  }
}
