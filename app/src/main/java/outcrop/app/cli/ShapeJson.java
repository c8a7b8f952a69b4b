package outcrop.app.cli;

import java.util.List;
import java.util.Locale;
import outcrop.analysis.curation.ClassSizes;
import outcrop.analysis.curation.FieldShift;
import outcrop.analysis.curation.ProportionalFit;
import outcrop.analysis.curation.ShapeNote;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.dataset.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a target makes of the rows, as one JSON document.
final class ShapeJson {
  private ShapeJson() {}

  static ObjectNode removed(String output) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("removed", output);
    return document;
  }

  static ObjectNode of(List<String> fields, Forecast forecast, String output) {
    ShapeResult first = forecast.shapes().getFirst();
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("mode", first.spec().mode().name().toLowerCase(Locale.ROOT));
    document.put("seed", first.spec().seed());
    document.put("rows", first.rowsBefore());
    JsonNumbers.put(document, "kept", first.rowsAfter());
    if (first.reachable() >= 0) {
      document.put("reachable", (long) Math.floor(first.reachable() + 1e-6));
    }
    JsonNumbers.put(document, "effectiveRows", first.effective());
    ArrayNode shaped = document.putArray("fields");
    for (int i = 0; i < fields.size(); i++) {
      field(shaped.addObject(), fields.get(i), forecast.shapes().get(i));
    }
    if (forecast.fit() != null) {
      fit(document.putObject("fit"), fields, forecast, forecast.fit());
    }
    ArrayNode moved = document.putArray("consequences");
    forecast.shifts().forEach(shift -> shift(moved.addObject(), shift));
    if (forecast.notWatched() > 0) {
      document.put("fieldsNotWatched", forecast.notWatched());
    }
    if (!output.isEmpty()) {
      document.put("output", output);
    }
    return document;
  }

  private static void field(ObjectNode node, String name, ShapeResult result) {
    node.put("field", name);
    JsonNumbers.put(node, "unreachable", result.unreachable());
    JsonNumbers.put(node, "largestDeviation", result.largestDeviation());
    ArrayNode classes = node.putArray("classes");
    ClassSizes before = result.before();
    for (int i = 0; i < before.size(); i++) {
      if (before.rows()[i] > 0 || result.wanted()[i] > 0) {
        ObjectNode entry = classes.addObject();
        if (i == before.offScaleClass()) {
          entry.put("offScale", true);
        } else {
          entry.put("value", before.key(i));
        }
        entry.put("rows", before.rows()[i]);
        JsonNumbers.put(entry, "wanted", result.wanted()[i]);
        JsonNumbers.put(entry, "after", result.after()[i]);
        JsonNumbers.put(entry, "perRow", result.perRow(i));
        JsonNumbers.put(entry, "unreachable", result.unreachable(i));
      }
    }
    ArrayNode notes = node.putArray("notes");
    result.notes().forEach(note -> note(notes.addObject(), note));
  }

  private static void note(ObjectNode node, ShapeNote note) {
    node.put("kind", note.kind().name());
    if (!note.value().isEmpty()) {
      node.put("value", note.value());
    }
    JsonNumbers.put(node, "amount", note.amount());
    node.put("text", ShapeText.sentence(note));
  }

  private static void fit(
      ObjectNode node, List<String> fields, Forecast forecast, ProportionalFit fit) {
    node.put("converged", fit.converged());
    node.put("iterations", fit.iterations());
    JsonNumbers.put(node, "deviation", fit.deviation());
    ArrayNode impossible = node.putArray("impossible");
    for (ProportionalFit.Impossible margin : fit.impossible()) {
      int field = margin.second() ? 1 : 0;
      ObjectNode entry = impossible.addObject();
      entry.put("field", fields.get(field));
      entry.put("value", forecast.shapes().get(field).before().key(margin.index()));
      JsonNumbers.put(entry, "share", margin.share());
    }
  }

  private static void shift(ObjectNode node, FieldShift shift) {
    node.put("field", shift.field());
    node.put("type", shift.type().name().toLowerCase(Locale.ROOT));
    JsonNumbers.put(node, "effect", shift.effect());
    JsonNumbers.put(node, "byChance", shift.byChance());
    node.put("moves", shift.moves());
    JsonNumbers.put(node, "totalVariation", shift.totalVariation());
    JsonNumbers.put(node, "cohensW", shift.cohensW());
    if (!Double.isNaN(shift.ks())) {
      JsonNumbers.put(node, "standardisedMeanDifference", shift.standardised());
      JsonNumbers.put(node, "ks", shift.ks());
    }
    JsonNumbers.put(node, "missingChange", shift.missing());
  }
}
