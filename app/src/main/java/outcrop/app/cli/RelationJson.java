package outcrop.app.cli;

import java.util.Locale;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A relation as JSON.
///
/// Each field lists its `places`; their `kind` is `value`, `bin`, `other` (values counted
/// together), `missing` or `offScale` (not a number, infinite, not positive on a logarithmic scale,
/// an empty list). `at` of a cell are the numbers of its places, one for each field. Cells without
/// a selected row are left out. `n` are the rows counted; a row with a list counts in a cell for
/// each of its values.
final class RelationJson {
  private RelationJson() {}

  static ObjectNode of(RelationSpec spec, RelationData data) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("shape", spec.shape().name().toLowerCase(Locale.ROOT));
    document.put("n", data.selected());
    document.put("total", data.total());
    ArrayNode fields = document.putArray("fields");
    data.fields().forEach(slots -> put(fields.addObject(), slots));
    ArrayNode cells = document.putArray("cells");
    for (int cell = 0; cell < data.cells(); cell++) {
      if (data.counts()[cell] > 0) {
        ObjectNode node = cells.addObject();
        ArrayNode at = node.putArray("at");
        for (int[] places : data.places()) {
          at.add(places[cell]);
        }
        node.put("count", data.counts()[cell]);
        mean(node, data, cell);
      }
    }
    return document;
  }

  private static void mean(ObjectNode node, RelationData data, int cell) {
    data.means()
        .filter(means -> means.counts()[cell] > 0)
        .ifPresent(
            means -> JsonNumbers.put(node, "mean", means.sums()[cell] / means.counts()[cell]));
  }

  private static void put(ObjectNode node, FieldSlots slots) {
    node.put("field", slots.field());
    node.put("type", slots.type().name().toLowerCase(Locale.ROOT));
    ArrayNode places = node.putArray("places");
    for (int slot = 0; slot < slots.size(); slot++) {
      ObjectNode place = places.addObject();
      if (slot == slots.other()) {
        place.put("kind", "other").put("values", slots.otherValues());
      } else if (slot == slots.missing()) {
        place.put("kind", "missing");
      } else if (slot == slots.offScale()) {
        place.put("kind", "offScale");
      } else {
        putBin(place, slots.axis(), slot);
      }
    }
  }

  /// What a bin holds.
  static void putBin(ObjectNode node, BinAxis axis, int bin) {
    switch (axis) {
      case BinAxis.Values values ->
          node.put("kind", "value").put("value", values.values().get(bin));
      case BinAxis.Numbers numbers -> {
        node.put("kind", "bin");
        JsonNumbers.put(node, "lo", numbers.edges()[bin]);
        JsonNumbers.put(node, "hi", numbers.edges()[bin + 1]);
      }
      case BinAxis.Times times -> {
        node.put("kind", "bin");
        node.put("lo", TimeColumn.textOf(times.edges()[bin], times.format()));
        node.put("hi", TimeColumn.textOf(times.edges()[bin + 1], times.format()));
      }
    }
  }
}
