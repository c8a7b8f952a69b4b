package outcrop.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import outcrop.analysis.curation.ClassSizes;
import outcrop.analysis.curation.FieldShift;
import outcrop.analysis.curation.ProportionalFit;
import outcrop.analysis.curation.ShapeNote;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.app.cli.TextTable.Align;

/// What a target makes of the rows, for people.
final class ShapeText {
  private static final int WIDEST = 40;

  private final List<String> fields;
  private final Forecast forecast;
  private final int limit;

  /// @param limit the most values and fields listed, 0 for all
  ShapeText(List<String> fields, Forecast forecast, int limit) {
    this.fields = fields;
    this.forecast = forecast;
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(forecast.shapes().getFirst()));
    if (forecast.fit() != null) {
      lines.add(fit(forecast.fit()));
      impossible(lines, forecast.fit());
    }
    for (int i = 0; i < fields.size(); i++) {
      ShapeResult result = forecast.shapes().get(i);
      result.notes().forEach(note -> lines.add(sentence(note)));
      lines.add("");
      lines.addAll(classes(fields.get(i), result, width));
    }
    lines.add("");
    lines.addAll(shifts(width));
    return lines;
  }

  private static String summary(ShapeResult result) {
    String rows = Words.count(result.rowsBefore(), "row");
    String text =
        switch (result.spec().mode()) {
          case SUBSAMPLE ->
              "Keeps %s of %s (%s)."
                  .formatted(
                      Words.count((long) result.rowsAfter()),
                      rows,
                      Words.share((long) result.rowsAfter(), result.rowsBefore()));
          case WEIGHTS ->
              "Weighs %s, which then count like %s (%s)."
                  .formatted(
                      rows,
                      Words.number(Math.rint(result.effective())),
                      Words.share(Math.round(result.effective()), result.rowsBefore()));
          case REPEAT ->
              "Makes %s of %s; with their repeats they count like %s."
                  .formatted(
                      Words.count((long) result.rowsAfter()),
                      rows,
                      Words.number(Math.rint(result.effective())));
        };
    String unreachable =
        result.unreachable() > 0
            ? " %s wanted of %s cannot be had."
                .formatted(
                    Words.count((long) result.unreachable(), "row"),
                    result.unreachableClasses() == 1
                        ? "one class"
                        : Words.count(result.unreachableClasses()) + " classes")
            : "";
    String reachable =
        result.reachable() >= 0
            ? " At most %s can have exactly these shares without repeating one."
                .formatted(Words.count((long) Math.floor(result.reachable() + 1e-6), "row"))
            : "";
    return text + unreachable + reachable;
  }

  private static String fit(ProportionalFit fit) {
    return fit.converged()
        ? "Both targets are met after " + Words.count(fit.iterations(), "step") + "."
        : "Both targets cannot be met: after %s a share is still %s away from its target."
            .formatted(Words.count(fit.iterations(), "step"), percent(fit.deviation()));
  }

  private void impossible(List<String> lines, ProportionalFit fit) {
    fit.impossible().stream()
        .limit(limit)
        .forEach(
            margin -> {
              int field = margin.second() ? 1 : 0;
              lines.add(
                  "No row has %s and a value that the other target wants."
                      .formatted(name(forecast.shapes().get(field).before(), margin.index())));
            });
  }

  private static String name(ClassSizes classes, int index) {
    return index == classes.missingClass()
        ? "(missing)"
        : index == classes.offScaleClass()
            ? "(off the scale)"
            : CellText.harmless(String.valueOf(classes.key(index)));
  }

  private List<String> classes(String field, ShapeResult result, int width) {
    TextTable table =
        new TextTable()
            .column(field, Align.LEFT, WIDEST)
            .column("rows", Align.RIGHT)
            .column("wanted", Align.RIGHT)
            .column("after", Align.RIGHT)
            .column("per row", Align.RIGHT)
            .column("", Align.LEFT);
    long[] before = result.before().rows();
    int[] listed =
        IntStream.range(0, before.length)
            .filter(i -> before[i] > 0 || result.wanted()[i] > 0)
            .toArray();
    for (int i : IntStream.of(listed).limit(limit).toArray()) {
      table.row(
          name(result.before(), i),
          Words.count(before[i]),
          Words.number(Math.rint(result.wanted()[i] * 10) / 10),
          Words.number(Math.rint(result.after()[i] * 10) / 10),
          Words.number(Math.rint(result.perRow(i) * 1e4) / 1e4),
          result.unreachable(i) > 0
              ? Words.count((long) result.unreachable(i)) + " not reachable"
              : "");
    }
    List<String> lines = table.lines(width);
    if (listed.length > limit) {
      lines.add(Words.count(listed.length - limit) + " more are not shown: --limit 0 shows all.");
    }
    return lines;
  }

  private List<String> shifts(int width) {
    List<FieldShift> shifts = forecast.shifts();
    List<FieldShift> moved = shifts.stream().filter(FieldShift::moves).toList();
    List<String> lines = new ArrayList<>();
    if (moved.isEmpty()) {
      lines.add(
          shifts.isEmpty()
              ? "There is no other field to move."
              : "No other field moves more than leaving rows out at random would make it.");
      return lines;
    }
    TextTable table =
        new TextTable()
            .column("other fields that move", Align.LEFT, WIDEST)
            .column("effect", Align.RIGHT)
            .column("by chance", Align.RIGHT)
            .column("mean moves by", Align.RIGHT)
            .column("most changed", Align.LEFT, WIDEST);
    moved.stream()
        .sorted(Comparator.comparingDouble(FieldShift::effect).reversed())
        .limit(limit)
        .forEach(
            shift ->
                table.row(
                    shift.field(),
                    percent(shift.effect()),
                    percent(shift.byChance()),
                    Double.isNaN(shift.standardised())
                        ? ""
                        : String.format(Locale.ROOT, "%+.2f sd", shift.standardised()),
                    changed(shift)));
    lines.addAll(table.lines(width));
    if (moved.size() < shifts.size()) {
      lines.add(
          Words.count(shifts.size() - (long) moved.size())
              + " of "
              + Words.count(shifts.size())
              + " other fields do not move more than by chance.");
    }
    return lines;
  }

  private static String changed(FieldShift shift) {
    String bin = shift.bin();
    String name = bin == null ? "(missing)" : bin.isEmpty() ? "(rare values)" : bin;
    return name + String.format(Locale.ROOT, " %+.1f points", 100 * shift.change());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /// A note in words.
  static String sentence(ShapeNote note) {
    return switch (note.kind()) {
      case NO_ROWS -> "There is no row to shape.";
      case ONE_CLASS -> "All rows are in one class: there is no distribution to shape.";
      case SHARES_SCALED ->
          "The shares add up to " + Words.number(note.amount()) + "; they were scaled to 1.";
      case UNKNOWN_VALUE ->
          "No row has the value "
              + CellText.harmless(note.value())
              + "; what was wanted of it is spread over the others.";
      case WITHOUT_SHARE ->
          Words.count((long) note.amount(), "row")
              + " are of the "
              + Words.count(note.classes())
              + " values without a share and left out.";
      case LEFT_OUT ->
          Words.count((long) note.amount(), "row") + " without a place on the axis are left out.";
      case NOTHING_WANTED -> "The target wants no row at all.";
    };
  }
}
