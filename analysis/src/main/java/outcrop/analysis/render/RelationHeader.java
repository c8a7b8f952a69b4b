package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;
import outcrop.analysis.spec.RelationSpec.Shape;

/// Title of a relation and the line below it that says how its numbers were made.
final class RelationHeader {
  private RelationHeader() {}

  /// What the user called it, else its fields.
  static String title(RelationSpec spec, ChartWords words) {
    if (!spec.title().isEmpty()) {
      return Names.visible(spec.title());
    }
    List<String> names = spec.crossed().stream().map(Names::visible).toList();
    return names.stream()
        .reduce((a, b) -> ChartWords.fill(words.relation().title(), a, b))
        .orElse("");
  }

  /// What the colours say.
  static String measure(RelationSpec spec, ChartWords words) {
    RelationWords own = words.relation();
    if (!spec.colour().isEmpty()) {
      return ChartWords.fill(own.meanOf(), Names.visible(spec.colour()));
    }
    String what =
        switch (spec.axes().measure()) {
          case ROWS -> words.rows();
          case SHARE_OF_ROW -> ChartWords.fill(own.shareWithin(), field(spec, 1));
          case SHARE_OF_COLUMN -> ChartWords.fill(own.shareWithin(), field(spec, 0));
          case RESIDUAL -> own.residual();
          case SHARE_SELECTED -> own.shareSelected();
        };
    boolean log =
        spec.axes().colour() != Scale.LINEAR
            && (spec.axes().measure() == Measure.ROWS || spec.axes().measure() == Measure.RESIDUAL);
    return log ? ChartWords.fill(own.logColours(), what) : what;
  }

  private static String field(RelationSpec spec, int index) {
    return Names.visible(spec.crossed().get(Math.min(index, spec.crossed().size() - 1)));
  }

  /// `1,203 of 40,000 rows · 12 × 7 places`.
  ///
  /// @param leftOut selected rows that are not drawn because a value is missing
  static String subtitle(RelationSpec spec, RelationData data, long leftOut, ChartWords words) {
    RelationWords own = words.relation();
    List<String> parts = new ArrayList<>();
    parts.add(
        data.selected() == data.total()
            ? ChartWords.fill(words.allRows(), Numerals.exact(data.total()))
            : ChartWords.fill(
                words.someRows(), Numerals.exact(data.selected()), Numerals.exact(data.total())));
    if (spec.shape() == Shape.HEAT_MAP) {
      parts.add(
          data.fields().stream()
              .map(slots -> Numerals.exact(slots.axis().size()))
              .collect(
                  Collectors.collectingAndThen(
                      Collectors.toList(),
                      sizes -> ChartWords.fill(own.places(), sizes.get(0), sizes.get(1)))));
    }
    if (leftOut > 0) {
      parts.add(ChartWords.fill(own.leftOut(), Numerals.exact(leftOut)));
    }
    if (data.fields().stream().anyMatch(slots -> slots.type() == FieldType.LIST)) {
      parts.add(own.listsCountEach());
    }
    boolean grey = spec.shape() == Shape.HEAT_MAP && data.selected() < data.total();
    if (grey && data.selected() > 0) {
      parts.add(own.greyLeftOut());
    }
    return String.join(" · ", parts);
  }
}
