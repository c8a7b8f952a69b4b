package outcrop.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.discovery.SliceFinder;
import outcrop.analysis.discovery.SliceMetric;
import outcrop.analysis.discovery.SliceOptions;
import outcrop.analysis.discovery.SliceResult;
import outcrop.analysis.discovery.WorstGroups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `slices`: rows that share a few values and are worse than the rest.
@Command(
    name = "slices",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the conjunctions of values whose rows have a worse metric than the rest, and are many",
      "enough to matter. With --by, lists the groups of a field instead, the worst first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop slices answers.outcrop --metric loss",
      "  outcrop slices answers.csv --metric correct -f language,topic,length --held-out",
      "  outcrop slices people.csv --metric income --wrong '>50K' --edges age=0,20,30,40,200",
      "  outcrop slices answers.csv --metric correct --by topic"
    })
final class SlicesCommand implements Callable<Integer> {
  private static final int MOST_VALUES = 1000;

  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();

  @Option(
      names = {"-m", "--metric"},
      required = true,
      paramLabel = "FIELD",
      description = {
        "The error of each row: a number from 0 up, or a category with one bad value.",
        "It should come from a model that did not see the rows."
      })
  private String metric = "";

  @Option(
      names = "--wrong",
      paramLabel = "VALUE",
      description = "The value of the metric that is an error, where that is not plain.")
  private String wrong = "";

  @Option(
      names = "--lower-is-worse",
      description = "The metric is a score: the error is how far it lies below the largest.")
  private boolean lowerIsWorse;

  @Option(
      names = {"-f", "--fields"},
      paramLabel = "FIELDS",
      description = "The fields that make slices, such as a,b; by default all that can.")
  private List<String> fields = List.of();

  @Option(
      names = "--edges",
      paramLabel = "FIELD=A,B,C",
      description = "Edges of the bins of a number field, each bin without its upper edge.")
  private Map<String, String> edges = Map.of();

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description = "How much a bad metric counts against few rows, up to 1; 0.95 by default.")
  private double alpha = SliceOptions.DEFAULT.alpha();

  @Option(
      names = "--support",
      paramLabel = "N",
      description = "The fewest rows of a slice; the larger of 32 and 1 % of the rows by default.")
  private int support;

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "The most values in a slice; ${DEFAULT-VALUE} by default.")
  private int level = SliceOptions.DEFAULT.level();

  @Option(
      names = {"-n", "--top"},
      paramLabel = "N",
      description = "How many slices are found; ${DEFAULT-VALUE} by default.")
  private int top = SliceOptions.DEFAULT.top();

  @Option(
      names = "--held-out",
      description = "Search one half of the rows and measure on the other.")
  private boolean heldOut;

  @Option(names = "--seed", paramLabel = "N", description = "Which rows are in which half.")
  private long seed = SliceOptions.DEFAULT.seed();

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "FIELD",
      description = "List the groups of a field, or of the cross of several, the worst first.")
  private List<String> by = List.of();

  @Option(
      names = "--fewest",
      paramLabel = "N",
      description = "The fewest rows of a worst group; ${DEFAULT-VALUE} by default.")
  private int fewest = WorstGroups.FEWEST;

  @Option(
      names = "--all",
      description = "Find also slices that share most of their rows with a better one.")
  private boolean all;

  SlicesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SliceOptions options = options();
    try (OpenedData data = OpenedData.open(session, place.place())) {
      RowSet chosen = rows.rows(data);
      SliceMetric error =
          SliceMetric.of(data.column(data.field(metric).name()), chosen, lowerIsWorse, wrong);
      if (by.isEmpty()) {
        search(data, error, options);
      } else {
        groups(data, error);
      }
    }
    return ExitCode.DONE;
  }

  private SliceOptions options() {
    if (!(alpha > 0 && alpha <= 1)) {
      throw new UsageFailure("--alpha wants a number above 0 up to 1, not " + alpha + ".");
    }
    if (support < 0 || level < 1 || top < 1 || fewest < 1) {
      throw new UsageFailure("--support, --level, --top and --fewest want whole numbers from 1.");
    }
    if (lowerIsWorse && !wrong.isEmpty()) {
      throw new UsageFailure("--lower-is-worse is for numbers and --wrong for values: give one.");
    }
    Map<String, List<Double>> own = new HashMap<>();
    edges.forEach((field, text) -> own.put(field, edgesOf(field, text)));
    return new SliceOptions(alpha, support, level, top, all, own, heldOut, seed);
  }

  private static List<Double> edgesOf(String field, String text) {
    List<Double> values = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        values.add(Double.parseDouble(part.strip()));
      } catch (NumberFormatException notANumber) {
        throw new UsageFailure(
            "--edges of \""
                + field
                + "\" wants numbers such as 0,10,20; \""
                + part
                + "\" is none.");
      }
    }
    for (int i = 1; i < values.size(); i++) {
      if (!(values.get(i) > values.get(i - 1))) {
        throw new UsageFailure("--edges of \"" + field + "\" must rise.");
      }
    }
    if (values.size() < 2) {
      throw new UsageFailure("--edges of \"" + field + "\" wants at least two numbers.");
    }
    return values;
  }

  private void search(OpenedData data, SliceMetric error, SliceOptions options) {
    List<String> looked = looked(data);
    options.edges().keySet().forEach(name -> checkNumber(data.field(name)));
    SliceResult result =
        session.work(
            "Searching slices",
            context ->
                SliceFinder.find(
                    data.columns(),
                    looked,
                    error.errors(),
                    error.rows(),
                    error.missing(),
                    options,
                    session.runner(),
                    context));
    if (place.json()) {
      ObjectNode document = SliceJson.of(result, error, looked, options);
      session.print(document);
    } else {
      SliceText.of(result, error, options).forEach(session::print);
    }
  }

  private static void checkNumber(Field field) {
    if (field.type() != FieldType.NUMBER) {
      throw new UsageFailure("--edges is for number fields; \"" + field.name() + "\" is none.");
    }
  }

  /// The fields named, or all that have values to tell apart: neither the metric, nor what names
  /// rows, nor what has nearly as many values as rows.
  private List<String> looked(OpenedData data) {
    if (!fields.isEmpty()) {
      return FieldNames.list(data.schema(), fields);
    }
    List<String> able =
        data.schema().fields().stream()
            .filter(field -> !field.name().equals(metric) && canMakeSlices(data, field))
            .map(Field::name)
            .toList();
    if (able.isEmpty()) {
      throw new UsageFailure(
          "No field has values to make slices of: name category, list or number fields with -f.");
    }
    return able;
  }

  private static boolean canMakeSlices(OpenedData data, Field field) {
    if (field.role() == FieldRole.ID) {
      return false;
    }
    return switch (data.column(field.name())) {
      case NumberColumn _ -> true;
      case CategoryColumn column -> column.dictionary().size() <= MOST_VALUES;
      case ListColumn column -> column.dictionary().size() <= MOST_VALUES;
      case TextColumn _, TimeColumn _, VectorColumn _ -> false;
    };
  }

  private void groups(OpenedData data, SliceMetric error) {
    List<Column> columns =
        by.stream()
            .map(data::field)
            .map(
                field -> {
                  FieldNames.checkCountable(field);
                  return data.column(field.name());
                })
            .toList();
    WorstGroups worst =
        session.work(
            "Summing up groups", context -> WorstGroups.of(columns, error, fewest, context));
    List<String> names = columns.stream().map(column -> column.field().name()).toList();
    if (place.json()) {
      session.print(SliceJson.of(worst, error, names));
    } else {
      SliceText.of(worst, error, names, top).forEach(session::print);
    }
  }

  /// All statements of a slice in the search language.
  static Stream<String> statements(outcrop.analysis.discovery.Slice slice) {
    return slice.predicates().stream().map(PredicateText::of);
  }
}
