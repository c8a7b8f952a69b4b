package outcrop.analysis.render;

import java.util.StringJoiner;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;

/// The words of the tooltips of a heat map, made only when somebody asks.
record RelationFacts(RelationSpec spec, RelationData data, RelationTable table, ChartWords words)
    implements Drawing.Facts {
  /// The number of the item of a cell.
  static int index(FieldSlots y, int i, int j) {
    return i * y.size() + j;
  }

  @Override
  public String about(Target target) {
    return switch (target) {
      case Target.Item(int index) -> cell(index / table.y.size(), index % table.y.size());
      case Target.Title() ->
          RelationHeader.title(spec, words)
              + "\n"
              + RelationHeader.subtitle(spec, data, table.leftOut(), words);
      case Target.ValueAxis() -> Names.visible(spec.crossed().get(0));
      case Target.CountAxis() -> Names.visible(spec.crossed().get(1));
      default -> "";
    };
  }

  private String cell(int i, int j) {
    RelationWords own = words.relation();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(place(spec.crossed().get(0), table.x, i));
    lines.add(place(spec.crossed().get(1), table.y, j));
    lines.add(rows(table.count(i, j), table.context(i, j)));
    double value = table.value(i, j);
    if (!spec.colour().isEmpty()) {
      lines.add(
          Double.isNaN(value)
              ? own.noMean()
              : ChartWords.fill(
                  own.meanIs(), Numerals.plain(value, 4), Numerals.exact(table.averaged(i, j))));
    } else if (spec.axes().measure() != Measure.ROWS && !Double.isNaN(value)) {
      lines.add(
          ChartWords.fill(
              own.fact(), RelationHeader.measure(spec, words), written(spec, value, false)));
    }
    if (spec.colour().isEmpty() && spec.axes().measure() == Measure.RESIDUAL) {
      lines.add(ChartWords.fill(own.expected(), Numerals.plain(table.expected(i, j), 3)));
    }
    return lines.toString();
  }

  private String place(String field, FieldSlots slots, int slot) {
    return ChartWords.fill(
        words.relation().fact(), Names.visible(field), SlotAxis.name(slots, slot, words));
  }

  /// `k of n rows`, or `n rows` where the filter leaves none out.
  String rows(long count, long all) {
    String said =
        count == all
            ? Numerals.exact(all)
            : ChartWords.fill(words.kOfN(), Numerals.exact(count), Numerals.exact(all));
    return ChartWords.fill(words.allRows(), said);
  }

  /// What a colour says, in letters.
  ///
  /// @param compact whether there is little room
  static String written(RelationSpec spec, double value, boolean compact) {
    if (!spec.colour().isEmpty()) {
      return Numerals.plain(value, compact ? 3 : 4);
    }
    return switch (spec.axes().measure()) {
      case ROWS -> compact ? Numerals.compact(value) : Numerals.exact((long) value);
      case SHARE_OF_ROW, SHARE_OF_COLUMN, SHARE_SELECTED -> Numerals.percent(value);
      case RESIDUAL -> (value > 0 ? "+" : "") + Numerals.plain(value, compact ? 2 : 3);
    };
  }
}
