package outcrop.analysis.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.PointColours;
import outcrop.analysis.query.PointGrid;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.spec.MapSpec;

/// The colour of each point of a map, and which points are shown at all.
///
/// @param rows those that are in colour: selected, and inside what the reader outlined
/// @param colours by code; one where all points have the same
/// @param hidden codes that the reader does not want to see
/// @param scale of numbers and times; null where colours stand for names
record MapInk(
    MapData data, RowSet rows, Colour[] colours, boolean[] hidden, @Nullable ColourScale scale) {
  /// The weakest colour of a number: nearer to the paper it would be lost on it.
  private static final double WEAKEST = 0.22;

  static MapInk of(Sketch sketch, MapSpec spec, MapData data) {
    PointColours colours = data.colours().orElse(null);
    if (colours == null) {
      Colour all = Palette.plain(sketch.theme, spec.style().colours()).colour("");
      return new MapInk(data, rows(sketch, data), new Colour[] {all}, new boolean[1], null);
    }
    return colours.isNamed()
        ? named(sketch, spec, data, colours)
        : measured(sketch, spec, data, colours);
  }

  private static RowSet rows(Sketch sketch, MapData data) {
    return sketch.options.brush().orElse(null) instanceof Brush.Outlines(_, Optional<RowSet> inside)
            && inside.isPresent()
            && inside.get().rowCount() == data.rows().rowCount()
        ? data.rows().and(inside.get())
        : data.rows();
  }

  private static MapInk named(Sketch sketch, MapSpec spec, MapData data, PointColours colours) {
    List<String> names = colours.names();
    Palette palette = MapMarks.palette(sketch.theme, spec, names);
    boolean[] hidden = new boolean[names.size()];
    for (int code = 0; code < hidden.length; code++) {
      hidden[code] = !spec.shown().has(names.get(code));
    }
    return new MapInk(
        data,
        rows(sketch, data),
        names.stream().map(palette::colour).toArray(Colour[]::new),
        hidden,
        null);
  }

  private static MapInk measured(Sketch sketch, MapSpec spec, MapData data, PointColours colours) {
    ColourScale scale =
        new ColourScale(
            Ramp.of(sketch.theme, spec.style().look().colours()),
            scale(colours, sketch.words()),
            false);
    Colour[] inks = new Colour[colours.size()];
    for (int code = 0; code < PointColours.STEPS; code++) {
      double share = (code + 0.5) / PointColours.STEPS;
      inks[code] = scale.ramp().at(WEAKEST + (1 - WEAKEST) * share);
    }
    Colour missing = sketch.theme.rest();
    Arrays.fill(inks, PointColours.STEPS, inks.length, missing);
    return new MapInk(data, rows(sketch, data), inks, new boolean[inks.length], scale);
  }

  private static Scale scale(PointColours colours, ChartWords words) {
    PointGrid.Extent span = colours.span();
    if (colours.type() == FieldType.TIME) {
      return new Scale.Time(span.from(), span.to(), WEAKEST, 1, words.months());
    }
    return switch (colours.scale()) {
      case LINEAR -> new Scale.Linear(span.from(), span.to(), WEAKEST, 1);
      case LOG -> new Scale.Log(span.from(), span.to(), WEAKEST, 1);
      case SYMLOG -> new Scale.SymLog(span.from(), span.to(), 1, WEAKEST, 1);
    };
  }

  /// The codes of the points; empty where all have the same.
  Optional<char[]> codes() {
    return data.colours().map(PointColours::codes);
  }

  /// Whether a point is neither hidden nor left out by the filter.
  boolean isShown(int point) {
    return isWanted(point) && rows.contains(data.points().rows()[point]);
  }

  /// Whether a point is not hidden.
  boolean isWanted(int point) {
    return data.colours().isEmpty() || !hidden[data.colours().get().codes()[point]];
  }

  Colour of(int point) {
    return colours[data.colours().isEmpty() ? 0 : data.colours().get().codes()[point]];
  }

  /// Selected points that the reader wants to see.
  long shown() {
    return IntStream.range(0, hidden.length)
        .filter(code -> !hidden[code])
        .mapToLong(code -> data.counts()[code])
        .sum();
  }

  /// Whether any code is hidden.
  boolean hides() {
    return IntStream.range(0, hidden.length).anyMatch(code -> hidden[code]);
  }
}
