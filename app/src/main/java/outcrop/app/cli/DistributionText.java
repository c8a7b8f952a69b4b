package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.BinRule;
import outcrop.analysis.query.ViewData.DistributionData;

/// A distribution for people: one line per bin or value with its count, its share and a bar; with
/// groups, one more column of counts per group.
final class DistributionText {
  private static final int BAR_WIDTH = 30;
  private static final int GROUPS_SHOWN = 6;
  private static final int WIDEST = 40;

  private final DistributionData data;
  private final boolean blocks;
  private final long[] totals;
  private final long missing;
  private final long offScale;

  DistributionText(DistributionData data, boolean blocks) {
    this.data = data;
    this.blocks = blocks;
    this.totals = new long[data.axis().size()];
    for (long[] counts : data.counts()) {
      for (int bin = 0; bin < totals.length; bin++) {
        totals[bin] += counts[bin];
      }
    }
    this.missing = LongStream.of(data.apart().missing()).sum();
    this.offScale = LongStream.of(data.apart().offScale()).sum();
  }

  /// One line such as `rating: 9,700 values, 300 missing; 32 bins, Freedman–Diaconis rule`.
  String summary(String field) {
    return CellText.harmless(field)
        + ": "
        + Words.count(LongStream.of(totals).sum(), "value")
        + (data.axis() instanceof BinAxis.Values values
            ? " (" + Words.count(values.size()) + " distinct)"
            : "")
        + ", "
        + Words.count(missing)
        + " missing"
        + (offScale > 0
            ? ", " + Words.count(offScale) + (list() ? " empty lists" : " off the scale")
            : "")
        + rule();
  }

  private boolean list() {
    return data.type() == FieldType.LIST;
  }

  private String rule() {
    if (data.axis() instanceof BinAxis.Values) {
      return "";
    }
    return "; "
        + Words.count(totals.length, "bin")
        + switch (data.axis().rule()) {
          case FREEDMAN_DIACONIS -> ", Freedman–Diaconis rule";
          case STURGES -> ", Sturges’ rule";
          case LIMITED -> ", kept between 5 and 60";
          case ASKED -> ", as near to the asked number as the values allow";
          case OWN_EDGES -> " with own edges";
          case CALENDAR -> ", calendar rule";
          case EACH_WHOLE -> ", one per whole number";
          case EACH_VALUE, EVEN -> "";
        };
  }

  /// @param by the field that splits the distribution; empty for none
  /// @param limit the most bars; 0 for all
  TextTable table(String field, String by, int limit) {
    int groups = by.isEmpty() ? 0 : Math.min(GROUPS_SHOWN, data.groups().size());
    boolean values = data.axis() instanceof BinAxis.Values;
    TextTable table =
        new TextTable()
            .column(field, values ? TextTable.Align.LEFT : TextTable.Align.RIGHT, WIDEST)
            .column("count", TextTable.Align.RIGHT)
            .column("share", TextTable.Align.RIGHT);
    for (int group = 0; group < groups; group++) {
      table.column(groupName(data.groups().get(group)), TextTable.Align.RIGHT, WIDEST);
    }
    table.column("", TextTable.Align.LEFT);
    // A row with a list may stand in several lines: shares are shares of rows.
    long all = list() ? data.selected() : LongStream.of(totals).sum() + missing + offScale;
    long largest = Math.max(LongStream.of(totals).max().orElse(0), Math.max(missing, offScale));
    for (int bin = 0; bin < shown(limit); bin++) {
      int at = bin;
      table.row(line(label(bin), totals[bin], all, largest, groups, g -> data.counts()[g][at]));
    }
    if (missing > 0) {
      table.row(line("(missing)", missing, all, largest, groups, g -> data.apart().missing()[g]));
    }
    if (offScale > 0) {
      table.row(
          line(
              list() ? "(empty list)" : "(off the scale)",
              offScale,
              all,
              largest,
              groups,
              g -> data.apart().offScale()[g]));
    }
    return table;
  }

  /// How many bins or values the table does not show.
  int hidden(int limit) {
    return totals.length - shown(limit);
  }

  private int shown(int limit) {
    // A histogram that ends early would look like a different one.
    return limit == 0 || !(data.axis() instanceof BinAxis.Values)
        ? totals.length
        : Math.min(limit, totals.length);
  }

  private String[] line(
      String label,
      long count,
      long all,
      long largest,
      int groups,
      java.util.function.IntToLongFunction ofGroup) {
    List<String> cells = new ArrayList<>();
    cells.add(label);
    cells.add(Words.count(count));
    cells.add(Words.share(count, all));
    for (int group = 0; group < groups; group++) {
      cells.add(Words.count(ofGroup.applyAsLong(group)));
    }
    cells.add(Bar.of(count, largest, BAR_WIDTH, blocks));
    return cells.toArray(String[]::new);
  }

  private String label(int bin) {
    return switch (data.axis()) {
      case BinAxis.Values values -> values.values().get(bin);
      case BinAxis.Numbers(double[] edges, boolean integral, BinRule _) ->
          integral && edges[bin + 1] - edges[bin] == 1
              ? NumberColumn.textOf(Math.ceil(edges[bin]))
              : Words.number(edges[bin]) + " – " + Words.number(edges[bin + 1]);
      case BinAxis.Times times -> start(times, bin);
    };
  }

  /// The start of a time bin, as short as its calendar unit allows.
  private static String start(BinAxis.Times times, int bin) {
    long edge = times.edges()[bin];
    String day = TimeColumn.textOf(edge, ValueFormat.DATE);
    int dash = day.indexOf('-', 1);
    return switch (times.unit()) {
      case "YEAR" -> day.substring(0, dash);
      case "QUARTER" ->
          day.substring(0, dash)
              + " Q"
              + (1 + (Integer.parseInt(day.substring(dash + 1, dash + 3)) - 1) / 3);
      case "MONTH" -> day.substring(0, dash + 3);
      case "WEEK", "DAY" -> day;
      default -> TimeColumn.textOf(edge, times.format());
    };
  }

  private static String groupName(String group) {
    return switch (group) {
      case DistributionData.MISSING_GROUP -> "(missing)";
      case DistributionData.OTHER_GROUPS -> "(other)";
      default -> group;
    };
  }
}
