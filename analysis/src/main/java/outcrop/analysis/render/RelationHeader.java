package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.spec.AxisStyle;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.spec.RelationSpec.Measure;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.stats.Association;

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

  /// What a scatter says of its rows: as what they are drawn, and how many have no place.
  static List<String> scatter(
      RelationSpec spec, RelationData data, ScatterGrid grid, ChartWords words) {
    RelationWords own = words.relation();
    List<String> parts = new ArrayList<>();
    if (data.points().isEmpty()) {
      parts.add(
          ChartWords.fill(
              own.density(),
              Numerals.exact(grid.x.axis().size()),
              Numerals.exact(grid.y.axis().size())));
    }
    long off = data.selected() - grid.placed() - (data.cells() == 0 ? 0 : missing(data));
    if (spec.bins().missing() && missing(data) > 0) {
      parts.add(ChartWords.fill(own.noValue(), Numerals.exact(missing(data))));
    }
    if (off > 0) {
      parts.add(ChartWords.fill(own.offScale(), Numerals.exact(off)));
    }
    switch (spec.axes().trend()) {
      case NONE -> {}
      case MEDIAN -> parts.add(own.medianLine());
      case QUARTILES -> parts.add(own.quartileLine());
    }
    return parts;
  }

  /// What everything around the marks of a relation says; empty for marks.
  ///
  /// @param subtitle the line below the title
  static String about(RelationSpec spec, Target target, String subtitle, ChartWords words) {
    return switch (target) {
      case Target.Title() -> title(spec, words) + "\n" + subtitle;
      case Target.ValueAxis() -> field(spec, 0);
      case Target.CountAxis() -> field(spec, 1);
      case Target.LegendEntry _ -> measure(spec, words);
      case Target.Reference(int line) -> MarkFacts.line(spec.style().lines().get(line), words);
      case Target.Band(int band) -> MarkFacts.band(spec.style().bands().get(band), words);
      default -> "";
    };
  }

  /// Selected rows without a value in some field.
  static long missing(RelationData data) {
    long sum = 0;
    for (int cell = 0; cell < data.cells(); cell++) {
      if (has(data, cell, true)) {
        sum += data.counts()[cell];
      }
    }
    return sum;
  }

  /// Whether a field has a value without a place on its axis.
  static boolean hasOffScale(RelationData data) {
    for (int cell = 0; cell < data.cells(); cell++) {
      if (data.context()[cell] > 0 && has(data, cell, false)) {
        return true;
      }
    }
    return false;
  }

  /// All rows that have a place in the picture.
  static long shown(RelationSpec spec, RelationData data) {
    long sum = 0;
    for (int cell = 0; cell < data.cells(); cell++) {
      sum += spec.bins().missing() || !has(data, cell, true) ? data.context()[cell] : 0;
    }
    return sum;
  }

  private static boolean has(RelationData data, int cell, boolean missing) {
    for (int field = 0; field < Math.min(data.fields().size(), spatial(data)); field++) {
      FieldSlots slots = data.fields().get(field);
      if (data.places()[field][cell] == (missing ? slots.missing() : slots.offScale())) {
        return true;
      }
    }
    return false;
  }

  /// The fields that decide a place: of a scatter not the one that colours it.
  private static int spatial(RelationData data) {
    return data.shape() == Shape.SCATTER ? 2 : data.fields().size();
  }

  /// Places beside each other in words.
  static String places(FieldSlots slots, RelationMarks.Place place, ChartWords words) {
    String first = SlotAxis.name(slots, place.first(), words);
    if (place.first() == place.last()) {
      return first;
    }
    return BinNames.between(slots.axis(), place.first(), place.last(), words);
  }

  /// `k of n rows`, or `n rows` where the filter leaves none out.
  static String rows(long count, long all, ChartWords words) {
    String said =
        count == all
            ? Numerals.exact(all)
            : ChartWords.fill(words.kOfN(), Numerals.exact(count), Numerals.exact(all));
    return ChartWords.fill(words.allRows(), said);
  }

  private static String field(RelationSpec spec, int index) {
    return Names.visible(spec.crossed().get(Math.min(index, spec.crossed().size() - 1)));
  }

  /// `Spearman’s ρ 0.62 (0.58 to 0.66, n 1,203)`.
  private static String association(Association found, RelationWords words) {
    String name =
        switch (found.measure()) {
          case SPEARMAN -> words.spearman();
          case CRAMERS_V -> words.cramersV();
          case CORRELATION_RATIO -> words.correlationRatio();
        };
    return ChartWords.fill(
        words.association(),
        name,
        Numerals.plain(found.value(), 2),
        Numerals.plain(found.low(), 2),
        Numerals.plain(found.high(), 2),
        Numerals.exact(found.n()));
  }

  /// Selected rows in places that the ranges of the axes leave out.
  private static long beyond(RelationSpec spec, RelationData data) {
    boolean scaled = spec.shape() == Shape.HEAT_MAP || spec.shape() == Shape.SCATTER;
    boolean cut =
        !spec.style().x().equals(AxisStyle.AUTO) || !spec.style().y().equals(AxisStyle.AUTO);
    if (!scaled || !cut) {
      return 0;
    }
    boolean[] seenX = StyledScale.seen(data.fields().get(0).axis(), spec.style().x());
    boolean[] seenY = StyledScale.seen(data.fields().get(1).axis(), spec.style().y());
    long beyond = 0;
    for (int cell = 0; cell < data.cells(); cell++) {
      int x = data.places()[0][cell];
      int y = data.places()[1][cell];
      boolean seen = (x >= seenX.length || seenX[x]) && (y >= seenY.length || seenY[y]);
      beyond += seen ? 0 : data.counts()[cell];
    }
    return beyond;
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
    data.besides().association().ifPresent(found -> parts.add(association(found, own)));
    if (leftOut > 0) {
      parts.add(ChartWords.fill(own.leftOut(), Numerals.exact(leftOut)));
    }
    long beyond = beyond(spec, data);
    if (beyond > 0) {
      parts.add(ChartWords.fill(words.marks().beyond(), Numerals.exact(beyond)));
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
