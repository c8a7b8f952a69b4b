package outcrop.app.cli;

import java.util.Locale;
import java.util.stream.LongStream;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A distribution as JSON.
///
/// `binRule` says what decided the bins. `n` is the number of rows counted in the bins or values;
/// `missing` are rows without a value and `offScale` those that have no place on the axis (not a
/// number, infinite, or not positive on a logarithmic scale), so that `n + missing + offScale` are
/// the rows asked for. A row with a list counts in `n` once for each different value in it, and is
/// `offScale` where the list is empty. Each group has the same keys; `kind` tells a `value` from
/// the group of rows `missing` a value and from the `other` values put together.
final class DistributionJson {
  private DistributionJson() {}

  static ObjectNode of(String field, String by, DistributionData data) {
    int groups = data.groups().size();
    long[] totals = new long[data.axis().size()];
    for (long[] counts : data.counts()) {
      for (int bin = 0; bin < totals.length; bin++) {
        totals[bin] += counts[bin];
      }
    }
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("field", field);
    document.put("binRule", data.axis().rule().name().toLowerCase(Locale.ROOT));
    putCounts(
        document,
        data.axis(),
        totals,
        LongStream.of(data.apart().missing()).sum(),
        LongStream.of(data.apart().offScale()).sum());
    if (!by.isEmpty()) {
      document.put("by", by);
      ArrayNode list = document.putArray("groups");
      for (int group = 0; group < groups; group++) {
        ObjectNode node = list.addObject();
        putName(node, data.groups().get(group));
        putCounts(
            node,
            data.axis(),
            data.counts()[group],
            data.apart().missing()[group],
            data.apart().offScale()[group]);
      }
    }
    return document;
  }

  private static void putName(ObjectNode node, String group) {
    switch (group) {
      case DistributionData.MISSING_GROUP -> node.putNull("value").put("kind", "missing");
      case DistributionData.OTHER_GROUPS -> node.putNull("value").put("kind", "other");
      default -> node.put("value", group).put("kind", "value");
    }
  }

  private static void putCounts(
      ObjectNode node, BinAxis axis, long[] counts, long missing, long offScale) {
    node.put("n", LongStream.of(counts).sum());
    node.put("missing", missing);
    node.put("offScale", offScale);
    ArrayNode list = node.putArray(axis instanceof BinAxis.Values ? "values" : "bins");
    for (int bin = 0; bin < counts.length; bin++) {
      ObjectNode entry = list.addObject();
      switch (axis) {
        case BinAxis.Values values -> entry.put("value", values.values().get(bin));
        case BinAxis.Numbers numbers -> {
          JsonNumbers.put(entry, "lo", numbers.edges()[bin]);
          JsonNumbers.put(entry, "hi", numbers.edges()[bin + 1]);
        }
        case BinAxis.Times times -> {
          entry.put("lo", TimeColumn.textOf(times.edges()[bin], times.format()));
          entry.put("hi", TimeColumn.textOf(times.edges()[bin + 1], times.format()));
        }
      }
      entry.put("count", counts[bin]);
    }
  }
}
