package outcrop.analysis.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A view that is one drawing: it can be laid out, exported as a picture and styled like every
/// other chart.
public sealed interface ChartSpec extends ViewSpec permits MapSpec, RelationSpec, ShapedSpec {
  /// What is drawn around and on the marks.
  ChartStyle style();

  /// The chart in another style.
  ChartSpec withStyle(ChartStyle value);

  @Override
  ChartSpec withTitle(String value);

  /// The field by whose values the chart is repeated as small multiples; empty for none.
  default String facet() {
    return "";
  }

  /// The chart once, for all values of [#facet] together.
  default ChartSpec withoutFacet() {
    return this;
  }

  /// Every field that the chart reads, each once.
  List<String> fields();

  /// The field whose values the colours of the style belong to; empty where they belong to none.
  default String colourField() {
    return "";
  }

  /// The chart with the colours that the project pins to values; its own count before them.
  ///
  /// @param displays by field
  default ChartSpec pinned(Map<String, FieldDisplay> displays) {
    Map<String, String> pins = displays.getOrDefault(colourField(), FieldDisplay.NONE).colours();
    if (pins.isEmpty()) {
      return this;
    }
    Map<String, String> colours = new HashMap<>(pins);
    colours.putAll(style().colours());
    return withStyle(style().withColours(colours));
  }

  /// The chart with other names of fields, to apply it to another dataset.
  ///
  /// @param mapping gives the new name of each of [#fields]
  ChartSpec withFields(UnaryOperator<String> mapping);
}
