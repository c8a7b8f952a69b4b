package outcrop.analysis.render;

import java.util.List;
import java.util.StringJoiner;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;

/// The words of the tooltips of a heat map, made only when somebody asks.
record RelationFacts(
    RelationSpec spec, RelationData data, RelationTable table, String subtitle, ChartWords words)
    implements RelationMarks {
  @Override
  public List<Place> places(int item) {
    return List.of(Place.of(0, item / table.y.size()), Place.of(1, item % table.y.size()));
  }

  /// The number of the item of a cell.
  static int index(FieldSlots y, int i, int j) {
    return i * y.size() + j;
  }

  @Override
  public String about(Target target) {
    return switch (target) {
      case Target.Item(int index) -> cell(index / table.y.size(), index % table.y.size());
      default -> RelationHeader.about(spec, target, subtitle, words);
    };
  }

  private String cell(int i, int j) {
    RelationWords own = words.relation();
    StringJoiner lines = new StringJoiner("\n");
    lines.add(place(spec.crossed().get(0), table.x, i));
    lines.add(place(spec.crossed().get(1), table.y, j));
    lines.add(RelationHeader.rows(table.count(i, j), table.context(i, j), words));
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
