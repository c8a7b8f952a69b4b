package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import outcrop.analysis.discovery.Slice;
import outcrop.analysis.discovery.SliceMetric;
import outcrop.analysis.discovery.SliceOptions;
import outcrop.analysis.discovery.SliceResult;
import outcrop.analysis.discovery.WorstGroups;
import outcrop.analysis.stats.Interval;
import outcrop.app.cli.TextTable.Align;

/// What `slices` prints for people.
final class SliceText {
  private static final int WIDTH = 120;
  private static final int WIDEST = 60;

  private SliceText() {}

  static List<String> of(SliceResult result, SliceMetric metric, SliceOptions options) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.count(result.rows(), "row")
            + " searched by "
            + CellText.harmless(metric.words())
            + ", mean "
            + Words.number(result.mean())
            + (metric.missing() > 0
                ? "; " + Words.count(metric.missing(), "row") + " without it left out"
                : "")
            + ".");
    lines.add(
        "SliceLine, alpha "
            + Words.number(options.alpha())
            + ", at least "
            + Words.count(result.support())
            + " rows, up to "
            + options.level()
            + " values; "
            + Words.count(result.evaluated(), "slice")
            + " looked at"
            + (result.complete() ? "" : ", some left out for want of memory: lower --level")
            + ".");
    lines.add(
        options.heldOut()
            ? "Measured on the other "
                + Words.count(result.measured(), "row")
                + " (seed "
                + options.seed()
                + ")."
            : "Found and measured on the same rows, which flatters; --held-out does not.");
    lines.add("");
    if (result.slices().isEmpty()) {
      lines.add("No slice is so much worse than the rest that its size bears it out.");
      return lines;
    }
    TextTable table =
        new TextTable()
            .column("Rows", Align.RIGHT)
            .column("Metric", Align.RIGHT)
            .column("Effect", Align.RIGHT)
            .column("95 %", Align.LEFT)
            .column("q", Align.RIGHT)
            .column("Score", Align.RIGHT)
            .column("Overlap", Align.RIGHT)
            .column("Slice", Align.LEFT);
    for (Slice slice : result.slices()) {
      table.row(
          Words.count(slice.rows().cardinality()),
          Words.number(slice.metric()),
          Words.number(slice.effect()),
          words(slice.interval()),
          Words.number(slice.q()),
          Words.number(slice.score()),
          Words.number(slice.overlap()),
          SlicesCommand.statements(slice).collect(Collectors.joining(" AND ")));
    }
    lines.addAll(table.lines(WIDTH));
    if (result.hidden() > 0) {
      lines.add("");
      lines.add(
          Words.count(result.hidden(), "slice")
              + " left out for sharing most rows with a better one: --all keeps them.");
    }
    return lines;
  }

  private static String words(Interval interval) {
    return Words.number(interval.low()) + " to " + Words.number(interval.high());
  }

  static List<String> of(WorstGroups worst, SliceMetric metric, List<String> fields, int top) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.count(worst.rows(), "row")
            + ", "
            + CellText.harmless(metric.words())
            + " "
            + Words.number(worst.overall())
            + " overall, "
            + Words.number(worst.macro())
            + " as the mean of "
            + Words.count(worst.groups().size(), "group")
            + ".");
    lines.add(
        worst
            .worstOfMany()
            .map(
                group ->
                    "Worst with at least "
                        + worst.fewest()
                        + " rows: "
                        + CellText.harmless(named(group))
                        + ", "
                        + Words.number(group.error())
                        + ", "
                        + Words.number(group.error() - worst.overall())
                        + " above the whole.")
            .orElse("Too little data: no group has " + worst.fewest() + " rows."));
    lines.add("");
    TextTable table =
        new TextTable()
            .column(String.join(" × ", fields), Align.LEFT, WIDEST)
            .column("Rows", Align.RIGHT)
            .column("Error", Align.RIGHT)
            .column("95 %", Align.LEFT);
    worst.groups().stream()
        .limit(top)
        .forEach(
            group ->
                table.row(
                    named(group),
                    Words.count(group.rows()),
                    Words.number(group.error()),
                    words(group.interval())));
    lines.addAll(table.lines(WIDTH));
    if (worst.groups().size() > top) {
      lines.add("");
      lines.add(
          Words.count(worst.groups().size() - top, "group") + " more: --top shows more of them.");
    }
    return lines;
  }

  private static String named(WorstGroups.Group group) {
    return group.values().stream()
        .map(value -> Objects.requireNonNullElse(value, "(missing)"))
        .collect(Collectors.joining(" × "));
  }
}
