package outcrop.app.cli;

import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldAssociations.Left;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.overview.FieldWarning;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.stats.Association;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Warnings and associations as JSON. Figures that a measure does not have are null.
final class AssociationJson {
  private AssociationJson() {}

  /// Adds `warnings` to the JSON of a field: `kind`, `text`, `count` of `of` rows, and where there
  /// are such `value`, `other`, `amount` and `rows`, the predicate of the rows.
  static void put(ObjectNode field, Iterable<FieldWarning> warnings) {
    ArrayNode list = field.putArray("warnings");
    for (FieldWarning warning : warnings) {
      ObjectNode node = list.addObject();
      node.put("kind", FieldNames.word(warning.kind()));
      node.put("text", WarningWords.of(warning));
      node.put("count", warning.count());
      node.put("of", warning.of());
      if (!warning.value().isEmpty()) {
        node.put("value", warning.value());
      }
      if (!warning.other().isEmpty()) {
        node.put("other", warning.other());
      }
      if (!Double.isNaN(warning.amount())) {
        JsonNumbers.put(node, "amount", warning.amount());
      }
      warning
          .rows()
          .ifPresent(rows -> node.set("rows", SpecCodec.MAPPER.<ObjectNode>valueToTree(rows)));
    }
  }

  /// Adds `associations`, strongest first, `associationsLeftOut` and how they were made.
  static void put(ObjectNode document, FieldAssociations found) {
    ArrayNode list = document.putArray("associations");
    for (Pair pair : found.pairs()) {
      Association association = pair.association();
      ObjectNode node = list.addObject();
      node.put("a", pair.a());
      node.put("b", pair.b());
      node.put("measure", measure(association));
      put(node, "value", association.value());
      node.put("n", association.n());
      put(node, "low", association.low());
      put(node, "high", association.high());
      put(node, "p", association.p());
      put(node, "q", pair.q());
    }
    ArrayNode left = document.putArray("associationsLeftOut");
    for (Left one : found.left()) {
      left.addObject().put("field", one.field()).put("reason", FieldNames.word(one.reason()));
    }
    ObjectNode how = document.putObject("associationsSample");
    how.put("rows", found.rows());
    how.put("sampled", found.sampled());
    how.put("seed", found.seed());
  }

  /// The name of a measure in JSON: `spearman`, `cramersV` or `correlationRatio`.
  static String measure(Association association) {
    return switch (association.measure()) {
      case SPEARMAN -> "spearman";
      case CRAMERS_V -> "cramersV";
      case CORRELATION_RATIO -> "correlationRatio";
    };
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}
