package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.TimeSummary;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `profile`: what every field is like.
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = {
      "Describes every field: what is missing, how it is spread, its top values.",
      "All numbers are exact. In JSON, quantiles are by share (0.5 is the median): of numbers",
      "interpolated (type 7), of times a moment that occurs (type 1); sd divides by n - 1."
    },
    footerHeading = "%nExample:%n",
    footer = "  outcrop profile reviews.outcrop --query 'split:train' --json")
final class ProfileCommand implements Callable<Integer> {
  private static final int WIDEST = 40;
  private static final int TOP_SHOWN = 3;
  private static final int MEDIAN = ColumnProfile.SHARES.indexOf(0.5);

  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();

  @Option(
      names = "--fields",
      paramLabel = "A,B",
      description = "The fields to describe; all by default.")
  private List<String> fields = List.of();

  ProfileCommand(Session session) {
    this.session = session;
  }

  private record Described(Field field, ColumnProfile profile) {}

  @Override
  public Integer call() {
    try (OpenedData data = OpenedData.open(session, place.place())) {
      List<String> names = FieldNames.list(data.schema(), fields);
      RowSet selected = rows.rows(data);
      List<Described> all =
          session.work("Profiling", context -> describe(data, names, selected, context));
      if (place.json()) {
        printJson(selected, all);
      } else {
        printTable(selected, all);
      }
    }
    return ExitCode.DONE;
  }

  private List<Described> describe(
      OpenedData data, List<String> names, RowSet selected, TaskContext context) {
    ColumnProfiler profiler = new ColumnProfiler(session.runner());
    List<Described> all = new ArrayList<>();
    for (String name : names) {
      context.checkCancelled();
      context.progress(all.size(), names.size());
      all.add(new Described(data.field(name), profiler.profileParts(data.column(name), selected)));
    }
    return all;
  }

  private void printJson(RowSet selected, List<Described> all) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("rows", selected.cardinality());
    ArrayNode list = document.putArray("fields");
    all.forEach(one -> list.add(ProfileJson.of(one.field(), one.profile())));
    session.print(document);
  }

  private void printTable(RowSet selected, List<Described> all) {
    session.print(
        Words.count(selected.cardinality(), "row") + ", " + Words.count(all.size(), "field"));
    session.print("");
    TextTable table =
        new TextTable()
            .column("field", TextTable.Align.LEFT, WIDEST)
            .column("type", TextTable.Align.LEFT)
            .column("role", TextTable.Align.LEFT)
            .column("missing", TextTable.Align.RIGHT)
            .column("distinct", TextTable.Align.RIGHT)
            .column("min", TextTable.Align.RIGHT)
            .column("median", TextTable.Align.RIGHT)
            .column("max", TextTable.Align.RIGHT)
            .column("mean", TextTable.Align.RIGHT)
            .column("sd", TextTable.Align.RIGHT)
            .column("most rows", TextTable.Align.LEFT, 2 * WIDEST);
    all.forEach(one -> table.cells(line(one.field(), one.profile())));
    session.print(table);
  }

  private static List<TextTable.Cell> line(Field field, ColumnProfile profile) {
    List<String> cells = new ArrayList<>();
    cells.add(field.name());
    cells.add(FieldNames.word(field.type()));
    cells.add(
        field.role() == outcrop.analysis.dataset.FieldRole.NONE
            ? ""
            : FieldNames.word(field.role()));
    cells.add(
        profile.missing() == 0
            ? "0"
            : Words.count(profile.missing())
                + " ("
                + Words.share(profile.missing(), profile.rows())
                + ")");
    cells.add(Words.count(profile.distinct()));
    NumberSummary numbers = profile.numbers();
    TimeSummary times = profile.times();
    if (numbers != null) {
      cells.add(number(numbers.min()));
      cells.add(numbers.quantiles().isEmpty() ? "" : Words.number(numbers.quantiles().get(MEDIAN)));
      cells.add(number(numbers.max()));
      cells.add(number(numbers.mean()));
      cells.add(number(numbers.sd()));
    } else if (times != null) {
      cells.add(text(times.min()));
      cells.add(times.quantiles().isEmpty() ? "" : times.quantiles().get(MEDIAN));
      cells.add(text(times.max()));
      cells.addAll(List.of("", ""));
    } else {
      cells.addAll(List.of("", "", "", "", ""));
    }
    cells.add(mostRows(profile));
    return cells.stream().map(TextTable.Cell::of).toList();
  }

  private static String mostRows(ColumnProfile profile) {
    NumberSummary lengths = profile.lengths();
    if (lengths != null && profile.field().type() == FieldType.TEXT) {
      return lengths.n() == 0
          ? ""
          : number(lengths.min()) + " to " + number(lengths.max()) + " characters";
    }
    if (profile.top().isEmpty()) {
      return "";
    }
    if (profile.top().getFirst().count() == 1) {
      return "(all different)";
    }
    return String.join(
        ", ",
        profile.top().stream()
            .limit(TOP_SHOWN)
            .map(value -> value.value() + " " + Words.count(value.count()))
            .toList());
  }

  private static String number(@Nullable String exact) {
    return exact == null ? "" : Words.number(Double.parseDouble(exact));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : Words.number(value);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
