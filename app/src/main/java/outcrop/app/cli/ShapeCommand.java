package outcrop.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.curation.FieldTarget;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.OperationRunner;
import outcrop.analysis.curation.ShapedRows;
import outcrop.analysis.curation.ShapedRows.ShapedField;
import outcrop.analysis.curation.Shaping;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.query.FieldClasses;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `shape`: what a wanted distribution makes of the rows there are.
@Command(
    name = "shape",
    mixinStandardHelpOptions = true,
    description = {
      "Says what it takes to give a field another distribution: rows kept, what cannot be reached",
      "without repeating rows, the effective number of rows, and which other fields move.",
      "With two -f and two --target, both fields are shaped together.",
      "With --as NAME, the operation becomes part of the project's recipe and NAME a field that",
      "filters and exports use: kept rows are true in it, weights and repeat counts are numbers."
    },
    footerHeading = "%nTargets:%n",
    footer = {
      "  cap:500            at most 500 rows of each value",
      "  temperature:0.5    shares in proportion to n^0.5; 1 changes nothing, 0 is uniform",
      "  uniform            the same share for each value",
      "  like:split=train   the shares among the rows of a field's value, or of a query",
      "  shares:FILE        shares from a file, one value a line; a=0.5,b=0.5 right here",
      "  rows:a=100,b=50    so many rows of some values, all others as they are",
      "",
      "Examples:",
      "  outcrop shape reviews.outcrop -f rating --target uniform",
      "  outcrop shape reviews.outcrop -f category --target cap:200 --as kept",
      "  outcrop export reviews.outcrop -q kept:true --format csv -o capped.csv",
      "  outcrop shape reviews.csv -f rating --target uniform -f split --target a=1,b=1 --mode"
          + " weights"
    })
final class ShapeCommand implements Callable<Integer> {
  private static final int MOST_BINS = 1000;

  private final Session session;

  @Mixin private final PlaceOptions place = new PlaceOptions();
  @Mixin private final RowOptions rows = new RowOptions();

  @Option(
      names = {"-f", "--field"},
      paramLabel = "FIELD",
      description = "The field to shape; twice for two fields.")
  private List<String> fields = List.of();

  @Option(
      names = {"-t", "--target"},
      paramLabel = "TARGET",
      description = "The distribution wanted, one for each field.")
  private List<String> targets = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "What is done to the rows: subsample (default), weights or repeat.")
  private Mode mode = Mode.SUBSAMPLE;

  @Option(
      names = "--total",
      paramLabel = "N",
      description = {
        "Rows that shares are spread over; by default as many as can be had without repeating",
        "a row, and as many as there are for weights and repeats."
      })
  private long total;

  @Option(
      names = "--without-missing",
      description = "Leave out rows without a value; by default they are a class of their own.")
  private boolean withoutMissing;

  @Option(
      names = "--bins",
      paramLabel = "N",
      description = "The number of bins of numbers and times, 1 to 1000.")
  private int bins;

  @Option(names = "--log-x", description = "Bins of equal width on a logarithmic scale.")
  private boolean logX;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the keyed hash that decides which rows are taken; 0 by default.")
  private long seed;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Add the operation to the recipe of the project; its field gets this name.")
  private String output = "";

  @Option(
      names = "--remove",
      paramLabel = "NAME",
      description = "Remove the operation with this field from the recipe.")
  private String removed = "";

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "The most values and fields listed for people, 0 for all; ${DEFAULT-VALUE}.")
  private int limit = 20;

  ShapeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    check();
    if (!removed.isEmpty()) {
      remove();
    } else if (output.isEmpty()) {
      try (OpenedData data = OpenedData.open(session, place.place())) {
        print(forecast(data));
      }
    } else {
      add();
    }
    return ExitCode.DONE;
  }

  private void check() {
    if (!removed.isEmpty()) {
      if (!fields.isEmpty() || !targets.isEmpty() || !output.isEmpty()) {
        throw new UsageFailure("--remove stands alone.");
      }
      return;
    }
    if (fields.isEmpty() || fields.size() > 2 || fields.size() != targets.size()) {
      throw new UsageFailure(
          "shape wants one -f with one --target, or two of each, not "
              + fields.size()
              + " and "
              + targets.size()
              + ".");
    }
    if (fields.size() == 2 && fields.getFirst().equals(fields.getLast())) {
      throw new UsageFailure(
          "Two targets want two fields, not \"" + fields.getFirst() + "\" twice.");
    }
    if (bins < 0 || bins > MOST_BINS) {
      throw new UsageFailure("--bins wants 1 to 1000, not " + bins + ".");
    }
    if (total < 0) {
      throw new UsageFailure("--total wants 0 or more, not " + total + ".");
    }
  }

  /// What was asked and what it makes of the rows.
  private record Answer(Shaping shaping, Predicate rows, ShapedRows.Forecast forecast) {}

  private Answer forecast(OpenedData data) {
    Predicate predicate = rows.predicate(data);
    RowSet selected = data.rows(predicate);
    Workspace workspace = data.workspace();
    OperationRunner runner = new OperationRunner(data.columns(), data::rows, session.runner());
    return session.work(
        "Shaping",
        _ -> {
          try (ColumnUse use = data.columns().use()) {
            List<ShapedField> shaped = new ArrayList<>();
            List<FieldTarget> wanted = new ArrayList<>();
            List<TargetSpec> specs = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
              Field field = data.field(fields.get(i));
              Map<String, String> names = workspace.state().display(field.name()).names();
              FieldClasses classes =
                  FieldClasses.of(
                      FieldClasses.shown(data.column(field.name()), names),
                      Bins.DEFAULT.withCount(bins),
                      logX ? Scale.LOG : Scale.LINEAR,
                      use);
              ShapeTarget target =
                  TargetText.parse(
                      targets.get(i), data.schema(), query -> runner.like(query, classes));
              shaped.add(new ShapedField(field.name(), classes));
              wanted.add(
                  new FieldTarget(field.name(), FieldClasses.edges(classes.axis()), names, target));
              specs.add(new TargetSpec(target, mode, total, !withoutMissing, seed));
            }
            ShapedRows.Forecast forecast =
                ShapedRows.of(
                        data.columns(), workspace.schema(), selected, shaped, session.runner(), use)
                    .forecast(specs);
            return new Answer(
                new Shaping(predicate, wanted, total, !withoutMissing, seed), predicate, forecast);
          }
        });
  }

  private void add() {
    if (!ProjectFolder.isProject(place.place())) {
      throw new UsageFailure(
          "--as wants a project, and "
              + place.place()
              + " is none: import the data with \"outcrop import\" first.");
    }
    Answer answer;
    try (OpenedData data = OpenedData.open(session, place.place())) {
      answer = forecast(data);
    }
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(place.place(), false, session.runner()))) {
      Set<String> taken =
          workspace.columns().schema().fields().stream()
              .map(Field::name)
              .collect(Collectors.toSet());
      if (taken.contains(output)) {
        throw new UsageFailure(
            "The project has a field \"" + output + "\" already; choose another name.");
      }
      Operation operation =
          Operation.of(mode, workspace.state().recipe().freeId(), output, answer.shaping());
      session.work(
          "Shaping",
          context -> {
            workspace.prepare(new DerivedField(output, new Derivation.Shaped(operation)), context);
            return true;
          });
      workspace
          .commands()
          .execute(new outcrop.analysis.command.Command.AddOperation(operation), "");
    }
    print(answer);
  }

  private void remove() {
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(place.place(), false, session.runner()))) {
      Operation operation =
          workspace.state().recipe().operations().stream()
              .filter(each -> each.output().equals(removed))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageFailure(
                          "\"" + removed + "\" is no operation of " + place.place() + "."));
      workspace
          .commands()
          .execute(new outcrop.analysis.command.Command.RemoveOperation(operation.id()), "");
    }
    if (place.json()) {
      session.print(ShapeJson.removed(removed));
    } else {
      session.print("Removed " + CellText.harmless(removed) + ".");
    }
  }

  private void print(Answer answer) {
    if (place.json()) {
      session.print(ShapeJson.of(fields, answer.forecast(), output));
      return;
    }
    new ShapeText(fields, answer.forecast(), limit)
        .lines(session.terminal().out() ? session.terminal().width() : 200)
        .forEach(session::print);
    if (!output.isEmpty()) {
      session.print("");
      session.print(
          "Added to the recipe as the field "
              + CellText.harmless(output)
              + (mode == Mode.SUBSAMPLE
                  ? ": export the kept rows with -q " + output + ":true."
                  : "."));
    }
  }
}
