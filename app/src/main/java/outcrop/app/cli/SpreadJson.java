package outcrop.app.cli;

import java.util.List;
import java.util.Locale;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.SpreadData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.stats.Difference;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.KernelDensity;
import outcrop.analysis.stats.Spread;
import outcrop.analysis.stats.Steps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What shapes other than bars estimate, as additions to the JSON of a distribution.
///
/// Values of times are texts, differences of times microseconds. Intervals are 95 %; those that too
/// few values have are left out.
final class SpreadJson {
  private final BinAxis axis;

  private SpreadJson(BinAxis axis) {
    this.axis = axis;
  }

  static void add(ObjectNode document, DistributionData data) {
    if (data.spread().isEmpty()) {
      return;
    }
    SpreadData spread = data.spread().get();
    SpreadJson json = new SpreadJson(data.axis());
    List<Spread> selected = spread.selected();
    if (document.get("groups") instanceof ArrayNode groups) {
      for (int group = 0; group < selected.size(); group++) {
        json.put((ObjectNode) groups.get(group), selected.get(group));
      }
    } else {
      json.put(document, selected.getFirst());
    }
    spread
        .compared()
        .ifPresent(
            compared ->
                difference(
                    document.putObject("difference"),
                    data.groups().get(compared.first()),
                    data.groups().get(compared.second()),
                    compared.difference()));
  }

  private void put(ObjectNode node, Spread spread) {
    if (spread.n() == 0) {
      return;
    }
    value(node, "mean", spread.mean());
    spread.meanInterval().ifPresent(interval -> interval(node, "meanInterval", interval));
    if (spread.n() > 1) {
      JsonNumbers.put(node, "sd", spread.deviation());
    }
    value(node, "median", spread.median());
    spread.medianInterval().ifPresent(interval -> interval(node, "medianInterval", interval));
    ObjectNode quantiles = node.putObject("quantiles");
    for (double level : Spread.LEVELS) {
      value(quantiles, Words.number(level), spread.quantile(level));
    }
    spread
        .tukey()
        .ifPresent(
            box -> {
              ObjectNode whiskers = node.putObject("whiskers");
              value(whiskers, "low", box.low());
              value(whiskers, "high", box.high());
              whiskers.put("outliersBelow", box.below());
              whiskers.put("outliersAbove", box.above());
            });
    steps(node.putObject("ecdf"), spread.steps());
    spread.density().ifPresent(density -> density(node.putObject("density"), density));
  }

  private void steps(ObjectNode node, Steps steps) {
    JsonNumbers.put(node, "band", steps.halfBand());
    ArrayNode values = node.putArray("values");
    ArrayNode shares = node.putArray("shares");
    for (int i = 0; i < steps.values().length; i++) {
      value(values, steps.values()[i]);
      shares.add((double) steps.counts()[i] / steps.n());
    }
  }

  /// `from` and `to` are on the scale of the axis: decimal logarithms where that is logarithmic.
  private static void density(ObjectNode node, KernelDensity density) {
    node.put("rule", density.rule().name().toLowerCase(Locale.ROOT));
    JsonNumbers.put(node, "bandwidth", density.bandwidth());
    JsonNumbers.put(node, "from", density.from());
    JsonNumbers.put(node, "to", density.to());
    node.put("reflectedBelow", density.wallBelow());
    node.put("reflectedAbove", density.wallAbove());
    ArrayNode heights = node.putArray("heights");
    for (double height : density.heights()) {
      heights.add(height);
    }
  }

  private static void difference(
      ObjectNode node, String first, String second, Difference difference) {
    node.put("first", first);
    node.put("second", second);
    JsonNumbers.put(node, "mean", difference.mean());
    difference.meanInterval().ifPresent(interval -> ends(node.putArray("meanInterval"), interval));
    JsonNumbers.put(node, "median", difference.median());
    difference
        .medianInterval()
        .ifPresent(interval -> ends(node.putArray("medianInterval"), interval));
    if (!Double.isNaN(difference.standardised())) {
      JsonNumbers.put(node, "standardised", difference.standardised());
    }
    node.put("seed", difference.seed());
    node.put("draws", difference.draws());
  }

  private static void ends(ArrayNode node, Interval interval) {
    node.add(interval.low());
    node.add(interval.high());
  }

  private void interval(ObjectNode node, String key, Interval interval) {
    ArrayNode ends = node.putArray(key);
    value(ends, interval.low());
    value(ends, interval.high());
  }

  private void value(ObjectNode node, String key, double value) {
    if (axis instanceof BinAxis.Times times) {
      node.put(key, TimeColumn.textOf(Math.round(value), times.format()));
    } else {
      JsonNumbers.put(node, key, value);
    }
  }

  private void value(ArrayNode node, double value) {
    if (axis instanceof BinAxis.Times times) {
      node.add(TimeColumn.textOf(Math.round(value), times.format()));
    } else {
      node.add(value);
    }
  }
}
