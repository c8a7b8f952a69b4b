package outcrop.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.derive.Derivation.TextLength;
import outcrop.analysis.derive.Derivation.Unit;
import outcrop.analysis.derive.DerivedColumns;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.stats.Packing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The lengths of a text field as a field of numbers, for the time of one command.
final class TextMeasure {
  private static final int[] CAPACITIES = {32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 32_768};

  private final String name;
  private final DerivedColumns columns;
  private final QueryEngine engine;

  private TextMeasure(String name, DerivedColumns columns, QueryEngine engine) {
    this.name = name;
    this.columns = columns;
    this.engine = engine;
  }

  /// @throws UsageFailure for a field that is no text
  static TextMeasure of(Session session, OpenedData data, Field field, Unit unit) {
    if (field.type() != FieldType.TEXT && field.type() != FieldType.CATEGORY) {
      throw new UsageFailure(
          "--measure counts what is in texts, but \""
              + field.name()
              + "\" is "
              + FieldNames.word(field.type())
              + ": leave it out.");
    }
    DerivedColumns columns =
        new DerivedColumns(
            data.columns(), session.runner(), data.workspace().evaluator()::evaluate);
    String name = field.name() + " (" + unit.name().toLowerCase(Locale.ROOT) + ")";
    DerivedField lengths = new DerivedField(name, new TextLength(field.name(), unit));
    columns.show(List.of(lengths));
    session.work(
        "Measuring",
        context -> {
          columns.prepare(lengths, context);
          return true;
        });
    return new TextMeasure(name, columns, new QueryEngine(columns, session.runner()));
  }

  /// What the field of lengths is called.
  String name() {
    return name;
  }

  DistributionData answer(DistributionSpec spec, RowSet rows) {
    return (DistributionData) engine.answer(ChartQueries.of(spec), rows);
  }

  /// How the lengths fill bins of usual sizes, or of those asked for.
  ///
  /// @param asked capacities; empty for powers of two around the lengths
  List<Packing> packings(RowSet rows, List<Integer> asked) {
    Column column = columns.column(name);
    int[] lengths = new int[rows.cardinality()];
    int size = 0;
    for (int row = 0; row < column.rowCount(); row++) {
      if (rows.contains(row) && !column.isMissing(row)) {
        lengths[size++] = (int) ((NumberColumn) column).longAt(row);
      }
    }
    int[] present = Arrays.copyOf(lengths, size);
    int longest = Arrays.stream(present).max().orElse(0);
    List<Packing> packings = new ArrayList<>();
    for (int capacity :
        asked.isEmpty() ? CAPACITIES : asked.stream().mapToInt(Integer::intValue).toArray()) {
      boolean tells = !asked.isEmpty() || capacity >= longest / 8 && capacity / 2 < longest;
      if (tells && longest > 0) {
        packings.add(Packing.of(present, capacity));
      }
    }
    return packings;
  }

  static void add(ObjectNode document, List<Packing> packings) {
    ArrayNode list = document.putArray("packing");
    for (Packing packing : packings) {
      ObjectNode node = list.addObject();
      node.put("capacity", packing.capacity());
      node.put("sequences", packing.sequences());
      node.put("cut", packing.cut());
      node.put("bins", packing.bins());
      node.put("efficiency", packing.efficiency());
      node.put("paddingWaste", packing.paddingWaste());
    }
  }

  /// How much of bins is filled, a line per capacity.
  static TextTable table(List<Packing> packings) {
    TextTable table =
        new TextTable()
            .column("longest", TextTable.Align.RIGHT)
            .column("cut off", TextTable.Align.RIGHT)
            .column("packed into", TextTable.Align.RIGHT)
            .column("filled", TextTable.Align.RIGHT)
            .column("padding if not packed", TextTable.Align.RIGHT);
    for (Packing packing : packings) {
      table.row(
          Words.count(packing.capacity()),
          Words.count(packing.cut()),
          Words.count(packing.bins()),
          percent(packing.efficiency()),
          percent(packing.paddingWaste()));
    }
    return table;
  }

  private static String percent(double share) {
    return Words.number(Math.round(share * 1000) / 10.0) + " %";
  }
}
