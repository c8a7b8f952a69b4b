package outcrop.app.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.TimeSummary;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The profile of a field as JSON. `min`, `max`, `mean`, `sd` and `quantiles` (by share, `0.5` is
/// the median) are there for numbers, those that have a meaning also for times; for texts,
/// `lengths` has them in characters; of a list it has the numbers of elements. `sd` is null for
/// fewer than two values.
final class ProfileJson {
  private ProfileJson() {}

  /// @param field with the role that the project gives it
  static ObjectNode of(Field field, ColumnProfile profile) {
    ObjectNode node = Json.MAPPER.createObjectNode();
    node.put("name", field.name());
    node.put("type", FieldNames.word(field.type()));
    node.put("role", FieldNames.word(field.role()));
    node.put("missing", profile.missing());
    node.put("distinct", profile.distinct());
    NumberSummary numbers = profile.numbers();
    if (numbers != null) {
      node.put("nan", numbers.nan());
      node.put("infinite", numbers.infinite());
      put(node, numbers);
    }
    TimeSummary times = profile.times();
    if (times != null) {
      node.put("min", times.min());
      node.put("max", times.max());
      ObjectNode quantiles = node.putObject("quantiles");
      for (int i = 0; i < times.quantiles().size(); i++) {
        quantiles.put(share(i), times.quantiles().get(i));
      }
    }
    NumberSummary lengths = profile.lengths();
    if (lengths != null) {
      put(node.putObject("lengths"), lengths);
    }
    ArrayNode top = node.putArray("top");
    for (ValueCount value : profile.top()) {
      ObjectNode entry = top.addObject();
      if (numbers == null) {
        entry.put("value", value.value());
      } else {
        putExact(entry, "value", value.value());
      }
      entry.put("count", value.count());
    }
    return node;
  }

  private static void put(ObjectNode node, NumberSummary numbers) {
    putExact(node, "min", numbers.min());
    putExact(node, "max", numbers.max());
    put(node, "mean", numbers.mean());
    put(node, "sd", numbers.sd());
    ObjectNode quantiles = node.putObject("quantiles");
    List<Double> values = numbers.quantiles();
    for (int i = 0; i < values.size(); i++) {
      JsonNumbers.put(quantiles, share(i), values.get(i));
    }
  }

  private static String share(int index) {
    return String.format(Locale.ROOT, "%s", ColumnProfile.SHARES.get(index))
        .replaceFirst("\\.0$", "");
  }

  private static void put(ObjectNode node, String name, @Nullable Double value) {
    if (value == null) {
      node.putNull(name);
    } else {
      JsonNumbers.put(node, name, value);
    }
  }

  /// A number from its exact text; whole ones of any size stay exact.
  private static void putExact(ObjectNode node, String name, @Nullable String text) {
    if (text == null) {
      node.putNull(name);
    } else if (text.matches("-?\\d{1,19}")) {
      node.put(name, new java.math.BigInteger(text));
    } else {
      JsonNumbers.put(node, name, Double.parseDouble(text));
    }
  }
}
