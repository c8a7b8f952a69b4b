package outcrop.analysis.render;

import java.util.OptionalDouble;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.Measure;

/// Where texts and measures lie on the two axes of a relation: numbers, times, and values by their
/// name.
record RelationPlaces(RelationData data) implements Overlay.Places {
  @Override
  public OptionalDouble value(String text) {
    return place(data.fields().get(0), text);
  }

  @Override
  public OptionalDouble count(String text) {
    return place(data.fields().get(1), text);
  }

  private static OptionalDouble place(FieldSlots slots, String text) {
    return switch (slots.axis()) {
      case BinAxis.Numbers _ -> AxisText.number(text);
      case BinAxis.Times _ -> AxisText.moment(text);
      case BinAxis.Values values -> {
        int place = values.values().indexOf(text);
        yield place < 0 ? OptionalDouble.empty() : OptionalDouble.of(place);
      }
    };
  }

  @Override
  public OptionalDouble measured(AxisSide side, Measure measure) {
    return data.besides().measure(side == AxisSide.X ? 0 : 1, measure);
  }
}
