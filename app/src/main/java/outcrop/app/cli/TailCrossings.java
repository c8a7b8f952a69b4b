package outcrop.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.model.ClassVariation;
import outcrop.analysis.model.ClassVariation.OfClass;
import outcrop.analysis.spec.TailSpec.Beside;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.analysis.stats.Band;
import outcrop.analysis.stats.BandRule;
import outcrop.analysis.stats.ClassCrossing;
import outcrop.analysis.stats.ColumnEvents;
import outcrop.analysis.stats.ColumnMeaning;
import outcrop.analysis.stats.LabelMultiplicity;
import outcrop.analysis.stats.LabelMultiplicity.Ambiguous;
import outcrop.analysis.stats.ValueFrequencies;
import outcrop.analysis.task.TaskContext;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The classes of a tail against other fields: where they lack rows, how many labels they have, how
/// different their rows are.
final class TailCrossings {
  private static final int LISTED = 20;

  @Option(
      names = "--cross",
      paramLabel = "FIELD",
      description = "Say which classes have no rows for a value of a field, such as a split.")
  private String cross = "";

  @Option(
      names = "--cross-values",
      paramLabel = "N",
      description =
          "The most values of --cross that are told, most frequent first, 0 for all;"
              + " ${DEFAULT-VALUE} by default.")
  private int crossValues = 24;

  @Option(
      names = "--label",
      paramLabel = "FIELD",
      description = "Say how many labels a class has and how many classes a label; --by resolves.")
  private String label = "";

  @Option(
      names = "--vector",
      paramLabel = "FIELD",
      description = "Say how different the rows of each class are, by a field of vectors.")
  private String vector = "";

  private @Nullable Crossed crossing;
  private @Nullable ColumnMeaning meaning;
  private @Nullable ClassVariation variation;
  private @Nullable ColumnEvents events;

  /// A crossing with the bands that it is told by.
  ///
  /// @param names of the classes by rank
  private record Crossed(ClassCrossing pairs, List<Band> bands, IntFunction<String> names) {
    long rows(Band band, int value) {
      return pairs.rows(value, from(band), to(band));
    }

    int without(Band band, int value) {
      return pairs.without(value, from(band), to(band));
    }

    List<String> named(Band band, int value) {
      return pairs.lacking(value, from(band), to(band)).limit(LISTED).mapToObj(names).toList();
    }

    private static int from(Band band) {
      return (int) band.firstRank();
    }

    private static int to(Band band) {
      return (int) (band.firstRank() + band.classes());
    }
  }

  /// @throws UsageFailure for fields that are not there or are of the wrong type
  void check(OpenedData data, String field, boolean values) {
    if (crossValues < 0) {
      throw new UsageFailure("--cross-values wants 0 or more, not " + crossValues + ".");
    }
    if (cross.isEmpty() && label.isEmpty() && vector.isEmpty()) {
      return;
    }
    if (values || !hasClasses(data.column(field))) {
      throw new UsageFailure(
          "--cross, --label and --vector want a field whose rows have classes, which "
              + (values ? "--values does" : "a text does")
              + " not give: leave them out.");
    }
    for (String other : List.of(cross, label)) {
      if (!other.isEmpty()) {
        Field found = data.field(other);
        if (!hasClasses(data.column(other))) {
          throw new UsageFailure(
              "\""
                  + other
                  + "\" is "
                  + FieldNames.word(found.type())
                  + ", which has no values to cross: choose a category, number or time field.");
        }
      }
    }
    if (!vector.isEmpty()) {
      data.field(vector);
      if (!(data.column(vector) instanceof VectorColumn)) {
        throw new UsageFailure(
            "--vector wants a field of vectors, which \"" + vector + "\" is not.");
      }
    }
  }

  /// @throws UsageFailure for a shape that wants a field which is not said
  void check(Shape shape) {
    if (shape == Shape.LABELS && label.isEmpty()) {
      throw new UsageFailure("--shape labels wants the field of labels: say --label too.");
    }
    if (shape == Shape.VARIATION && vector.isEmpty()) {
      throw new UsageFailure("--shape variation wants a field of vectors: say --vector too.");
    }
  }

  private static boolean hasClasses(Column column) {
    return !(column instanceof TextColumn) && !(column instanceof VectorColumn);
  }

  /// Works out what was asked for.
  ///
  /// @param rule where head and tail part
  /// @param by the field of contexts; empty for none
  void compute(
      OpenedData data,
      String field,
      String by,
      RowSet rows,
      BandRule rule,
      ColumnUse use,
      Session session,
      TaskContext task) {
    Column column = data.column(field);
    if (!cross.isEmpty()) {
      ColumnEvents classes = ColumnEvents.of(column, rows, use);
      int[] ranked = classes.events().byFrequency();
      crossing =
          new Crossed(
              ClassCrossing.of(classes, ColumnEvents.of(data.column(cross), rows, use)),
              rule.bands(ValueFrequencies.of(classes.events().counts()).positive()),
              rank -> classes.names().apply(ranked[rank]));
    }
    if (!label.isEmpty()) {
      Column context = by.isEmpty() ? null : data.column(by);
      meaning = ColumnMeaning.of(column, data.column(label), context, rows, LISTED, use);
    }
    if (!vector.isEmpty() && data.column(vector) instanceof VectorColumn vectors) {
      events = ColumnEvents.of(column, rows, use);
      variation = ClassVariation.of(events, vectors, use, session.runner(), task);
    }
  }

  void putInto(ObjectNode document) {
    if (crossing != null) {
      ObjectNode node = document.putObject("cross").put("field", cross);
      node.put("values", crossing.pairs().values());
      putCrossing(node.putArray("bands"), crossing);
    }
    if (meaning != null) {
      putMeaning(document.putObject("meaning").put("label", label), meaning);
    }
    if (variation != null && events != null) {
      putVariation(document.putObject("variation").put("vector", vector), variation, events);
    }
  }

  private void putCrossing(ArrayNode list, Crossed crossing) {
    for (Band band : crossing.bands()) {
      ArrayNode values = list.addObject().put("name", band.name()).putArray("values");
      for (int value = 0; value < told(crossing); value++) {
        ObjectNode one = values.addObject();
        if (crossing.pairs().isMissing(value)) {
          one.putNull("value");
        } else {
          one.put("value", crossing.pairs().name(value));
        }
        one.put("rows", crossing.rows(band, value));
        one.put("classesWithout", crossing.without(band, value));
        ArrayNode named = one.putArray("without");
        crossing.named(band, value).forEach(named::add);
      }
    }
  }

  private int told(Crossed crossing) {
    int all = crossing.pairs().values();
    return crossValues == 0 ? all : Math.min(crossValues, all);
  }

  private static void putMeaning(ObjectNode node, ColumnMeaning meaning) {
    LabelMultiplicity found = meaning.multiplicity();
    node.put("n", found.n());
    node.put("items", found.items());
    node.put("severalLabels", found.severalLabels());
    JsonNumbers.put(node, "multiplicity", found.multiplicity());
    JsonNumbers.put(node, "labelGivenItem", found.labelGivenItem());
    JsonNumbers.put(node, "itemGivenLabel", found.itemGivenLabel());
    if (Double.isNaN(found.labelGivenItemInContext())) {
      node.putNull("labelGivenItemInContext").putNull("resolvedByContext");
    } else {
      JsonNumbers.put(node, "labelGivenItemInContext", found.labelGivenItemInContext());
      JsonNumbers.put(node, "resolvedByContext", found.resolvedByContext());
    }
    ArrayNode list = node.putArray("ambiguous");
    for (Ambiguous each : meaning.ambiguous()) {
      ObjectNode one = list.addObject().put("value", meaning.names().apply(each.item()));
      one.put("n", each.n()).put("labels", each.labels());
      JsonNumbers.put(one, "bits", each.bits());
    }
  }

  private static void putVariation(ObjectNode node, ClassVariation variation, ColumnEvents events) {
    node.put("unusable", variation.unusable());
    put(node, "withinBetween", variation.withinBetween());
    put(node, "nearDistance", variation.near());
    ArrayNode list = node.putArray("classes");
    for (int each : events.events().byFrequency()) {
      OfClass found = variation.classes().get(each);
      ObjectNode one = list.addObject().put("value", events.names().apply(each));
      one.put("n", found.rows());
      put(one, "meanDistance", found.distance());
      put(one, "trace", found.trace());
      put(one, "effectiveRank", found.effectiveRank());
      put(one, "exactDuplicates", found.exact());
      put(one, "nearDuplicates", found.nearDuplicates());
      put(one, "margin", found.margin());
      if (found.nearest() < 0) {
        one.putNull("nearest");
      } else {
        one.put("nearest", events.names().apply(found.nearest()));
      }
    }
  }

  private static void put(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      JsonNumbers.put(node, key, value);
    } else {
      node.putNull(key);
    }
  }

  /// The fields beside as a view has them.
  Beside ofView(String by) {
    return new Beside(by, cross, label, vector);
  }

  void print(Session session) {
    if (crossing != null) {
      session.print("");
      session.print(table(crossing));
      int more = crossing.pairs().values() - told(crossing);
      if (more > 0) {
        session.print(
            Words.count(more) + " more values are not shown: --cross-values 0 shows all.");
      }
    }
    if (meaning != null) {
      session.print("");
      sentences(meaning).forEach(session::print);
    }
    if (variation != null && events != null) {
      session.print("");
      session.print(table(variation, events));
      if (Double.isFinite(variation.withinBetween())) {
        session.print(
            "Variance of unit vectors within classes by that between them: "
                + Reliability.rounded(variation.withinBetween())
                + "; near is a cosine distance below "
                + Reliability.rounded(variation.near())
                + ".");
      }
    }
  }

  private TextTable table(Crossed crossing) {
    TextTable table =
        new TextTable()
            .column("band", TextTable.Align.LEFT)
            .column(cross, TextTable.Align.LEFT, 2 * LISTED)
            .column("rows", TextTable.Align.RIGHT)
            .column("classes without", TextTable.Align.RIGHT)
            .column("such as", TextTable.Align.LEFT, 3 * LISTED);
    for (Band band : crossing.bands()) {
      for (int value = 0; value < told(crossing); value++) {
        table.row(
            band.name(),
            crossing.pairs().isMissing(value) ? "(missing)" : crossing.pairs().name(value),
            Words.count(crossing.rows(band, value)),
            Words.count(crossing.without(band, value)),
            String.join(", ", crossing.named(band, value)));
      }
    }
    return table;
  }

  private List<String> sentences(ColumnMeaning meaning) {
    LabelMultiplicity found = meaning.multiplicity();
    Function<Double, String> bits = value -> String.format(Locale.ROOT, "%.3f bits", value);
    String context =
        Double.isNaN(found.labelGivenItemInContext())
            ? ""
            : " (" + bits.apply(found.labelGivenItemInContext()) + " within contexts)";
    return List.of(
        CellText.harmless(label)
            + ": "
            + Words.count(found.severalLabels())
            + " of "
            + Words.count(found.items(), "item")
            + " have several labels ("
            + Words.share(found.severalLabels(), found.items())
            + "), "
            + Words.count(found.n(), "row"),
        "Label where the item is known: "
            + bits.apply(found.labelGivenItem())
            + context
            + "; item where the label is known: "
            + bits.apply(found.itemGivenLabel())
            + ".");
  }

  private static TextTable table(ClassVariation variation, ColumnEvents events) {
    TextTable table =
        new TextTable()
            .column("class", TextTable.Align.LEFT, 2 * LISTED)
            .column("vectors", TextTable.Align.RIGHT)
            .column("mean cosine distance", TextTable.Align.RIGHT)
            .column("trace", TextTable.Align.RIGHT)
            .column("dimensions in effect", TextTable.Align.RIGHT)
            .column("same", TextTable.Align.RIGHT)
            .column("near", TextTable.Align.RIGHT)
            .column("margin", TextTable.Align.RIGHT)
            .column("to", TextTable.Align.LEFT, LISTED);
    int[] classes = events.events().byFrequency();
    for (int i = 0; i < Math.min(LISTED, classes.length); i++) {
      OfClass one = variation.classes().get(classes[i]);
      table.row(
          events.names().apply(classes[i]),
          Words.count(one.rows()),
          Double.isNaN(one.distance()) ? "too few rows" : rounded(one.distance()),
          rounded(one.trace()),
          rounded(one.effectiveRank()),
          percent(one.exact()),
          percent(one.nearDuplicates()),
          rounded(one.margin()),
          one.nearest() < 0 ? "" : events.names().apply(one.nearest()));
    }
    return table;
  }

  private static String rounded(double value) {
    return Double.isNaN(value) ? "" : Reliability.rounded(value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : Words.number(Math.round(share * 1000) / 10.0) + " %";
  }
}
