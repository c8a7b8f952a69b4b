package outcrop.app.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.NumberSummary;
import outcrop.analysis.column.ColumnProfile.TimeSummary;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.overview.AssociationFinder;
import outcrop.analysis.overview.CardMaker;
import outcrop.analysis.overview.DependencyFinder;
import outcrop.analysis.overview.FieldAssociations;
import outcrop.analysis.overview.FieldAssociations.Pair;
import outcrop.analysis.overview.FieldAssociations.Reason;
import outcrop.analysis.overview.FieldCard;
import outcrop.analysis.overview.FieldWarning;
import outcrop.analysis.stats.Association;
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
      "Describes every field: what is missing, how it is spread, its top values, and what to be",
      "warned of. With --associations also how much each field says about each other.",
      "All numbers are exact. In JSON, quantiles are by share (0.5 is the median): of numbers",
      "interpolated (type 7), of times a moment that occurs (type 1); sd divides by n - 1.",
      "Associations: Spearman's rho of numbers and times (pairwise complete), Cramer's V of",
      "categories (bias-corrected, missing is a category), the correlation ratio of one of each."
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

  @Option(
      names = "--associations",
      description = "Compare the fields pair by pair, the most interesting first.")
  private boolean associations;

  @Option(
      names = "--most-fields",
      paramLabel = "N",
      defaultValue = "60",
      description = "The most fields compared (default: ${DEFAULT-VALUE}).")
  private int mostFields = AssociationFinder.FIELDS;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "50000",
      description =
          "The most rows that are compared, sampled by their keys (default: ${DEFAULT-VALUE}).")
  private int sample = AssociationFinder.ROWS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of the sample (default: ${DEFAULT-VALUE}).")
  private long seed = AssociationFinder.SEED;

  ProfileCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (mostFields < 2 || sample < 1) {
      throw new UsageFailure("--most-fields must be at least 2 and --sample at least 1.");
    }
    try (OpenedData data = OpenedData.open(session, place.place())) {
      List<String> names = FieldNames.list(data.schema(), fields);
      RowSet selected = rows.rows(data);
      List<FieldCard> all =
          session.work("Profiling", context -> describe(data, names, selected, context));
      Optional<FieldAssociations> found =
          associations
              ? Optional.of(
                  session.work(
                      "Comparing fields",
                      context ->
                          new AssociationFinder(data.columns(), session.runner())
                              .find(
                                  all,
                                  selected,
                                  new AssociationFinder.Ask(mostFields, sample, seed),
                                  context)))
              : Optional.empty();
      if (place.json()) {
        printJson(selected, all, found);
      } else {
        printTable(selected, all);
        printWarnings(all);
        found.ifPresent(this::printAssociations);
      }
    }
    return ExitCode.DONE;
  }

  private List<FieldCard> describe(
      OpenedData data, List<String> names, RowSet selected, TaskContext context) {
    CardMaker maker = new CardMaker(data.columns(), session.runner());
    List<FieldCard> all = new ArrayList<>();
    for (String name : names) {
      context.checkCancelled();
      context.progress(all.size(), names.size());
      all.add(maker.card(data.field(name), selected));
    }
    DependencyFinder dependencies = new DependencyFinder(data.columns(), session.runner());
    return DependencyFinder.told(all, dependencies.find(all, selected, context));
  }

  private void printJson(RowSet selected, List<FieldCard> all, Optional<FieldAssociations> found) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("rows", selected.cardinality());
    ArrayNode list = document.putArray("fields");
    for (FieldCard card : all) {
      ObjectNode field = ProfileJson.of(card.field(), card.profile());
      AssociationJson.put(field, card.warnings());
      list.add(field);
    }
    found.ifPresent(associated -> AssociationJson.put(document, associated));
    session.print(document);
  }

  private void printWarnings(List<FieldCard> all) {
    if (all.stream().allMatch(card -> card.warnings().isEmpty())) {
      return;
    }
    session.print("");
    session.print("Warnings:");
    for (FieldCard card : all) {
      for (FieldWarning warning : card.warnings()) {
        session.print("  " + card.field().name() + ": " + WarningWords.of(warning));
      }
    }
  }

  private void printAssociations(FieldAssociations found) {
    session.print("");
    session.print(
        "Associations of "
            + Words.count(found.fields().size(), "field")
            + ", "
            + (found.isSampled()
                ? "sampled "
                    + Words.count(found.sampled())
                    + " of "
                    + Words.count(found.rows())
                    + " rows, seed "
                    + found.seed()
                : "all " + Words.count(found.rows(), "row"))
            + ":");
    TextTable table =
        new TextTable()
            .column("a", TextTable.Align.LEFT, WIDEST)
            .column("b", TextTable.Align.LEFT, WIDEST)
            .column("measure", TextTable.Align.LEFT)
            .column("value", TextTable.Align.RIGHT)
            .column("95 % interval", TextTable.Align.LEFT)
            .column("n", TextTable.Align.RIGHT)
            .column("q", TextTable.Align.RIGHT);
    if (found.pairs().isEmpty()) {
      session.print("Too little data: no two fields can be compared.");
    } else {
      found.pairs().forEach(pair -> table.cells(line(pair)));
      session.print(table);
    }
    Map<Reason, List<String>> left = new EnumMap<>(Reason.class);
    found
        .left()
        .forEach(
            one -> left.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one.field()));
    left.forEach(
        (reason, names) ->
            session.print("Left out, " + said(reason) + ": " + FieldNames.listed(names)));
  }

  private static List<TextTable.Cell> line(Pair pair) {
    Association association = pair.association();
    String measure =
        switch (association.measure()) {
          case SPEARMAN -> "Spearman's rho";
          case CRAMERS_V -> "Cramer's V";
          case CORRELATION_RATIO -> "correlation ratio";
        };
    String interval =
        Double.isNaN(association.low())
            ? ""
            : String.format(Locale.ROOT, "%.3f to %.3f", association.low(), association.high());
    return Stream.of(
            pair.a(),
            pair.b(),
            measure,
            String.format(Locale.ROOT, "%.3f", association.value()),
            interval,
            Words.count(association.n()),
            pair.q() < 1e-4 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", pair.q()))
        .map(TextTable.Cell::of)
        .toList();
  }

  private static String said(Reason reason) {
    return switch (reason) {
      case CONSTANT -> "with one value or none";
      case NAMES_ROWS -> "naming the rows";
      case TOO_MANY_VALUES -> "with too many values for the rows there are";
      case OF_TYPE -> "without single values";
      case NOT_ASKED -> "beyond --most-fields";
    };
  }

  private void printTable(RowSet selected, List<FieldCard> all) {
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
