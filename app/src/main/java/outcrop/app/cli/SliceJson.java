package outcrop.app.cli;

import java.util.List;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.discovery.Slice;
import outcrop.analysis.discovery.SliceMetric;
import outcrop.analysis.discovery.SliceOptions;
import outcrop.analysis.discovery.SliceResult;
import outcrop.analysis.discovery.WorstGroups;
import outcrop.analysis.stats.Interval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON documents of `slices`.
final class SliceJson {
  private SliceJson() {}

  static ObjectNode of(
      SliceResult result, SliceMetric metric, List<String> fields, SliceOptions options) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("method", "SliceLine");
    document.put("metric", metric.words());
    ArrayNode looked = document.putArray("fields");
    fields.forEach(looked::add);
    document.put("n", result.rows());
    document.put("missing", result.missing());
    JsonNumbers.put(document, "mean", result.mean());
    document.put("alpha", options.alpha());
    document.put("support", result.support());
    document.put("level", options.level());
    document.put("heldOut", options.heldOut());
    document.put("measured", result.measured());
    document.put("seed", options.seed());
    document.put("evaluated", result.evaluated());
    document.put("complete", result.complete());
    document.put("hidden", result.hidden());
    ArrayNode slices = document.putArray("slices");
    result.slices().forEach(slice -> slices.add(of(slice)));
    return document;
  }

  private static ObjectNode of(Slice slice) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    ArrayNode predicates = node.putArray("predicates");
    SlicesCommand.statements(slice).forEach(predicates::add);
    node.put("query", PredicateText.of(slice.predicate()));
    node.put("size", slice.rows().cardinality());
    JsonNumbers.put(node, "metric", slice.metric());
    JsonNumbers.put(node, "score", slice.score());
    JsonNumbers.put(node, "effect", slice.effect());
    putInterval(node, slice.interval());
    JsonNumbers.put(node, "p", slice.p());
    JsonNumbers.put(node, "q", slice.q());
    JsonNumbers.put(node, "overlap", slice.overlap());
    return node;
  }

  private static void putInterval(ObjectNode node, Interval interval) {
    ArrayNode ends = node.putArray("ci");
    for (double end : new double[] {interval.low(), interval.high()}) {
      if (Double.isInfinite(end)) {
        ends.addNull();
      } else {
        ends.add(end);
      }
    }
  }

  static ObjectNode of(WorstGroups worst, SliceMetric metric, List<String> fields) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("metric", metric.words());
    ArrayNode by = document.putArray("by");
    fields.forEach(by::add);
    document.put("n", worst.rows());
    document.put("missing", metric.missing());
    JsonNumbers.put(document, "overall", worst.overall());
    JsonNumbers.put(document, "macro", worst.macro());
    JsonNumbers.put(document, "ninetieth", worst.ninetieth());
    document.put("fewest", worst.fewest());
    worst.gap().ifPresent(gap -> JsonNumbers.put(document, "gap", gap));
    ArrayNode groups = document.putArray("groups");
    for (WorstGroups.Group group : worst.groups()) {
      ObjectNode node = groups.addObject();
      ArrayNode values = node.putArray("values");
      group.values().forEach(values::add);
      node.put("rows", group.rows());
      JsonNumbers.put(node, "error", group.error());
      putInterval(node, group.interval());
    }
    return document;
  }
}
