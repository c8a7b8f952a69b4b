package outcrop.analysis.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.PointColours;
import outcrop.analysis.query.TailClasses;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.stats.Interval;
import outcrop.analysis.stats.Wilson;
import outcrop.analysis.task.UserFailure;

/// The data behind each kind of chart.
public final class ChartTables {
  private ChartTables() {}

  /// All of it, also what a drawing has no room for.
  ///
  /// @param spec what the answer was asked for
  /// @throws UserFailure for an answer that is no chart's
  public static ChartTable of(ChartSpec spec, ViewData data) {
    return switch (data) {
      case DistributionData distribution -> of(spec, distribution);
      case TailData tail -> of(tail);
      case RelationData relation -> of(relation);
      case MapData map -> of(map);
      case ViewData.FacetData facets -> of(spec, facets);
      case ViewData.RowsData _ ->
          throw new UserFailure("These are rows and no chart: export the rows.");
    };
  }

  private static ChartTable of(ChartSpec spec, DistributionData data) {
    boolean split = data.groups().size() > 1 || !data.groups().getFirst().isEmpty();
    return spec instanceof DistributionSpec distribution
            && distribution.shape() != Shape.BARS
            && data.spread().isPresent()
        ? SpreadTable.of(distribution, data, data.spread().get(), split)
        : bins(data, split);
  }

  /// One line per series and bin or value, then those without a place on the axis. `share` is that
  /// of the selected rows of the series, with its 95 % interval.
  private static ChartTable bins(DistributionData data, boolean split) {
    List<String> names = new ArrayList<>();
    if (split) {
      names.add("series");
    }
    names.add("kind");
    names.addAll(data.axis() instanceof BinAxis.Values ? List.of("value") : List.of("low", "high"));
    names.addAll(List.of("count", "context", "share", "shareLow", "shareHigh"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int group = 0; group < data.groups().size(); group++) {
      Series series = new Series(data, group);
      for (int slot = 0; slot < data.axis().size() + 2; slot++) {
        if (slot < data.axis().size() || series.context(slot) > 0) {
          rows.add(series.row(slot, split));
        }
      }
    }
    return new ChartTable(names, rows);
  }

  /// One line per class from the largest: its size among the selected rows and its share of them. A
  /// value is its own size.
  private static ChartTable of(TailData data) {
    boolean classes = data.counted() == Counted.CLASSES;
    TailClasses selected = data.classes();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int rank = 0; rank < selected.count(); rank++) {
      double size = selected.size(rank);
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add((long) rank + 1);
      cells.add(selected.name(rank));
      cells.add(classes ? (Object) (long) size : size);
      cells.add(size / selected.sum());
      rows.add(cells);
    }
    return new ChartTable(
        List.of("rank", classes ? "class" : "value", classes ? "count" : "size", "share"), rows);
  }

  /// The lines of each panel behind its value; of rows without a value that is nothing.
  private static ChartTable of(ChartSpec spec, ViewData.FacetData data) {
    List<String> names = new ArrayList<>(List.of("facet"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ViewData.Panel panel : data.panels()) {
      ChartTable one = of(spec, panel.data());
      if (names.size() == 1) {
        names.addAll(one.names());
      }
      for (List<@Nullable Object> row : one.rows()) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(seriesName(panel.name()));
        cells.addAll(row);
        rows.add(cells);
      }
    }
    return new ChartTable(names, rows);
  }

  /// One line per cell: the place in each field, then its rows. `share` is that of the selected
  /// rows.
  private static ChartTable of(RelationData data) {
    List<String> names = new ArrayList<>();
    for (int field = 1; field <= data.fields().size(); field++) {
      names.add("kind" + field);
      names.add("low" + field);
      names.add("high" + field);
    }
    names.addAll(List.of("count", "context", "share"));
    data.means().ifPresent(_ -> names.add("mean"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int cell = 0; cell < data.cells(); cell++) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int field = 0; field < data.fields().size(); field++) {
        cells.addAll(place(data.fields().get(field), data.places()[field][cell]));
      }
      int count = data.counts()[cell];
      cells.add((long) count);
      cells.add((long) data.context()[cell]);
      cells.add(data.selected() == 0 ? null : (Object) ((double) count / data.selected()));
      if (data.means().isPresent()) {
        int averaged = data.means().get().counts()[cell];
        cells.add(averaged == 0 ? null : (Object) (data.means().get().sums()[cell] / averaged));
      }
      rows.add(cells);
    }
    return new ChartTable(names, rows);
  }

  /// One line per colour: its value, or where numbers have it, then the points that have it.
  /// `share` is that of the selected rows. The rows themselves are exported as rows.
  private static ChartTable of(MapData data) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    PointColours colours = data.colours().orElse(null);
    for (int code = 0; code < data.counts().length; code++) {
      long context = colours == null ? data.points().size() : colours.context()[code];
      if (context > 0) {
        List<@Nullable Object> cells = colour(colours, code);
        cells.add(data.counts()[code]);
        cells.add(context);
        cells.add(
            data.selected() == 0
                ? null
                : (Object) ((double) data.counts()[code] / data.selected()));
        rows.add(cells);
      }
    }
    return new ChartTable(List.of("kind", "low", "high", "count", "context", "share"), rows);
  }

  /// Kind, value or lower end, and upper end of the values of a colour.
  private static List<@Nullable Object> colour(@Nullable PointColours colours, int code) {
    List<@Nullable Object> cells = new ArrayList<>();
    if (colours == null) {
      cells.addAll(Arrays.asList("all", null, null));
    } else if (colours.isNamed()) {
      String name = colours.names().get(code);
      String kind =
          switch (name) {
            case DistributionData.MISSING_GROUP -> "missing";
            case DistributionData.OTHER_GROUPS -> "other";
            default -> "value";
          };
      cells.addAll(Arrays.asList(kind, kind.equals("value") ? name : null, null));
    } else if (code >= PointColours.STEPS) {
      cells.addAll(Arrays.asList(code == PointColours.STEPS ? "missing" : "offScale", null, null));
    } else {
      cells.addAll(Arrays.asList("value", colours.end(code), colours.end(code + 1)));
    }
    return cells;
  }

  /// Kind, lower and upper end of a place; a value has no upper end, a place apart has neither.
  private static List<@Nullable Object> place(FieldSlots slots, int slot) {
    List<@Nullable Object> cells = new ArrayList<>();
    if (slot >= slots.axis().size()) {
      cells.add(slot == slots.missing() ? "missing" : slot == slots.other() ? "other" : "offScale");
      cells.add(null);
      cells.add(null);
      return cells;
    }
    cells.add("value");
    switch (slots.axis()) {
      case BinAxis.Values values -> {
        cells.add(values.values().get(slot));
        cells.add(null);
      }
      case BinAxis.Numbers numbers -> {
        cells.add(numbers.edges()[slot]);
        cells.add(numbers.edges()[slot + 1]);
      }
      case BinAxis.Times times -> {
        cells.add(TimeColumn.textOf(times.edges()[slot], times.format()));
        cells.add(TimeColumn.textOf(times.edges()[slot + 1], times.format()));
      }
    }
    return cells;
  }

  /// One group of a distribution; slots beyond the bins are missing and off scale.
  private record Series(DistributionData data, int group) {
    private long count(int slot) {
      int bins = data.axis().size();
      return slot < bins
          ? data.counts()[group][slot]
          : at(slot == bins ? data.apart().missing() : data.apart().offScale(), group);
    }

    private long context(int slot) {
      int bins = data.axis().size();
      return slot < bins
          ? data.context()[group][slot]
          : at(
              slot == bins ? data.apart().contextMissing() : data.apart().contextOffScale(), group);
    }

    private long selected() {
      int bins = data.axis().size();
      return LongStream.of(data.counts()[group]).sum() + count(bins) + count(bins + 1);
    }

    List<@Nullable Object> row(int slot, boolean split) {
      int bins = data.axis().size();
      List<@Nullable Object> cells = new ArrayList<>();
      if (split) {
        cells.add(seriesName(data.groups().get(group)));
      }
      cells.add(slot < bins ? "value" : slot == bins ? "missing" : "offScale");
      switch (data.axis()) {
        case BinAxis.Values values -> cells.add(slot < bins ? values.values().get(slot) : null);
        case BinAxis.Numbers numbers -> {
          cells.add(slot < bins ? numbers.edges()[slot] : null);
          cells.add(slot < bins ? numbers.edges()[slot + 1] : null);
        }
        case BinAxis.Times times -> {
          cells.add(slot < bins ? TimeColumn.textOf(times.edges()[slot], times.format()) : null);
          cells.add(
              slot < bins ? TimeColumn.textOf(times.edges()[slot + 1], times.format()) : null);
        }
      }
      long selected = selected();
      cells.add(count(slot));
      cells.add(context(slot));
      if (selected == 0) {
        cells.addAll(Arrays.asList(null, null, null));
        return cells;
      }
      Interval interval = Wilson.interval(count(slot), selected);
      cells.addAll(List.of((double) count(slot) / selected, interval.low(), interval.high()));
      return cells;
    }
  }

  /// Null for the rows without a value, as everywhere; `…other` for what has no name of its own.
  static @Nullable String seriesName(String group) {
    return switch (group) {
      case DistributionData.MISSING_GROUP -> null;
      case DistributionData.OTHER_GROUPS -> "…other";
      default -> group;
    };
  }

  /// A count of a group; 0 where nothing was counted by group.
  static long at(long[] counts, int group) {
    return group < counts.length ? counts[group] : 0;
  }
}
