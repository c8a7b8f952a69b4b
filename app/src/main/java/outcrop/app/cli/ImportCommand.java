package outcrop.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.io.ReadReport;
import outcrop.analysis.io.ReaderOption;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.workspace.ImportChange;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `import`: makes a project from data files.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads data files into a new project.",
      "Prints what was taken in and what was refused. The rows of several files follow each other;"
          + " a field that a file lacks is missing in its rows."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  outcrop import train.csv test.csv --project intents.outcrop --role category=label",
      "  outcrop import data.csv --join scores.csv --on id --join vectors.npy -p scored.outcrop"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Session session;

  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description =
          "Data files, folders, and patterns such as 'data/**/*.csv'. Of a folder the largest group"
              + " of files with the same fields is read; what is left out is named.")
  private List<String> sources = List.of();

  @Option(
      names = {"-p", "--project"},
      paramLabel = "P",
      description = "The folder of the project to make, such as reviews.outcrop.")
  private Path project = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "P",
      description =
          "Read the sources of this project again, and SOURCE as well; filters, views and history"
              + " stay. Prints how many rows were added, changed and removed.")
  private Path into = Path.of("");

  @Option(
      names = "--type",
      paramLabel = "FIELD=TYPE",
      description =
          "The type of a field: number, integer, category, boolean, text, date, datetime, instant.")
  private List<String> types = List.of();

  @Option(
      names = "--role",
      paramLabel = "FIELD=ROLE",
      description = "What a field means: id, text, label, split, time, source, image or none.")
  private List<String> roles = List.of();

  @Option(
      names = "--pattern",
      paramLabel = "FIELD=PATTERN",
      description =
          "How the times of a field are written, such as dd/MM/yyyy, M/d/yy h:mm a, epoch-seconds"
              + " or epoch-millis.")
  private List<String> patterns = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The format of all sources, where the content does not say it.")
  private String format = "";

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description =
          "How the sources are read; what is not given is guessed. --options lists every name.")
  private List<String> options = List.of();

  @Option(
      names = "--options",
      help = true,
      description = "List the options of every format, and end.")
  private boolean listOptions;

  /// A file to put beside the rows, and the key.
  static final class Join {
    @Option(
        names = "--join",
        required = true,
        paramLabel = "FILE",
        description =
            "A file whose fields stand beside the rows: predictions, scores, vectors (CSV, JSON,"
                + " Parquet, .npy, …). By row order, unless --on follows.")
    private String file = "";

    @Option(
        names = "--on",
        paramLabel = "FIELD[=FIELD]",
        description =
            "The field that holds the key, and its name in the joined file if it differs.")
    private String on = "";

    String file() {
      return file;
    }

    String on() {
      return on;
    }
  }

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<Join> joins = new ArrayList<>();

  @Option(names = "--replace", description = "Replace the project if it exists.")
  private boolean replace;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (listOptions) {
      Importer.formats().forEach(this::printOptions);
      return ExitCode.DONE;
    }
    if (!into.toString().isEmpty()) {
      return readAgain();
    }
    if (sources.isEmpty() || project.toString().isEmpty()) {
      throw new UsageFailure(
          "import wants SOURCE and --project P, or --into P to read a project's sources again.");
    }
    ProjectPlace place = new ProjectPlace(project);
    if (replace && place.isTaken()) {
      session.work(
          "Importing",
          context -> {
            place.replace(folder -> importInto(folder, context));
            return true;
          });
    } else {
      session.work("Importing", context -> importInto(project, context));
    }
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(project, false, session.runner()))) {
      session.awaitText(workspace);
      print(workspace.report());
    }
    return ExitCode.DONE;
  }

  private int readAgain() {
    if (!project.toString().isEmpty() || !joins.isEmpty()) {
      throw new UsageFailure("--into reads a project as it is; leave --project and --join out.");
    }
    project = into;
    ImportChange change;
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(into, false, session.runner()))) {
      change = session.work("Importing", context -> workspace.reimport(sources, context));
    }
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(into, false, session.runner()))) {
      session.awaitText(workspace);
    }
    if (json) {
      session.print(document(change));
    } else {
      session.print(
          into
              + " holds "
              + Words.count(change.report().rows(), "row")
              + " now: "
              + Words.count(change.added())
              + " added, "
              + Words.count(change.changed())
              + " changed, "
              + Words.count(change.removed())
              + " removed, "
              + Words.count(change.unchanged())
              + " unchanged.");
      change.keys().ifPresent(file -> session.print("Their keys are in " + file + "."));
    }
    return ExitCode.DONE;
  }

  private ObjectNode document(ImportChange change) {
    ObjectNode document = document(change.report());
    document.put("added", change.added());
    document.put("changed", change.changed());
    document.put("removed", change.removed());
    document.put("unchanged", change.unchanged());
    change.keys().ifPresent(file -> document.put("keys", file.toString()));
    return document;
  }

  private Path importInto(Path folder, TaskContext context) {
    Path base = Path.of("").toAbsolutePath();
    Importer importer = new Importer(session.runner());
    ImportEdits edits = new ImportEdits(types, roles, patterns, options);
    ImportPreview preview = importer.previewNamed(sources, format, edits.given(), context);
    edits.checkOptions(preview.spec());
    if (!joins.isEmpty()) {
      preview = joined(importer, preview, base, context);
    }
    ImportSpec spec = edits.retyped(preview.spec());
    // Looked at again, so that nothing is said about a guess that the user has overruled.
    ImportPreview settled =
        types.isEmpty() && patterns.isEmpty()
            ? preview.withSpec(spec)
            : importer.preview(spec, base, context).withLeftOut(preview.leftOut());
    Workspace.importInto(folder, settled, base, session.runner(), context);
    return folder;
  }

  private ImportPreview joined(
      Importer importer, ImportPreview preview, Path base, TaskContext context) {
    List<JoinSpec> specs = new ArrayList<>();
    for (Join join : joins) {
      SourceSpec source = new SourceSpec(join.file(), "", Map.of());
      int at = join.on().indexOf('=');
      String left = at < 0 ? join.on() : join.on().substring(0, at);
      String right = at < 0 ? join.on() : join.on().substring(at + 1);
      if (left.isEmpty() != right.isEmpty()) {
        throw new UsageFailure(
            "--on wants FIELD or FIELD=FIELD, not \"" + join.on() + "\": for example --on id.");
      }
      specs.add(new JoinSpec(source, left.isEmpty() ? "" : own(preview, left), right));
    }
    return importer
        .preview(preview.spec().withJoins(specs), base, context)
        .withLeftOut(preview.leftOut());
  }

  private static String own(ImportPreview preview, String field) {
    List<String> names = preview.spec().fields().stream().map(f -> f.field().name()).toList();
    return preview.spec().field(field).orElseThrow(() -> FieldNames.unknown(field, names)).source();
  }

  private void print(ReadReport report) {
    if (json) {
      session.print(document(report));
    } else {
      printText(report);
      report.warnings().forEach(warning -> session.print("Note: " + CellText.harmless(warning)));
    }
  }

  private void printOptions(String name) {
    session.print(name);
    TextTable table =
        new TextTable()
            .column("option", TextTable.Align.LEFT)
            .column("values", TextTable.Align.LEFT, 60)
            .column("meaning", TextTable.Align.LEFT, 90);
    for (ReaderOption option : Importer.options(name)) {
      table.row(option.name(), values(option), option.help());
    }
    session.print(table);
    session.print("");
  }

  private static String values(ReaderOption option) {
    String shown =
        option.choices().stream()
            .map(choice -> choice.isEmpty() ? "(nothing)" : choice)
            .collect(Collectors.joining(" "));
    return switch (option.kind()) {
      case CHOICE, FLAG -> shown;
      case NUMBER -> "a whole number";
      case TEXT -> shown.isEmpty() ? "a text" : shown + " …";
    };
  }

  private ObjectNode document(ReadReport report) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("project", project.toString());
    document.put("rows", report.rows());
    document.put("quarantinedCount", report.quarantinedCount());
    ArrayNode quarantined = document.putArray("quarantined");
    for (ReadReport.QuarantinedRow row : report.quarantined()) {
      ObjectNode node = quarantined.addObject();
      node.put("file", row.file());
      node.put("line", row.line());
      node.put("reason", row.reason());
    }
    ArrayNode fields = document.putArray("fields");
    for (Field field : report.schema().fields()) {
      ObjectNode node = fields.addObject();
      node.put("name", field.name());
      node.put("type", FieldNames.word(field.type()));
      node.put("role", FieldNames.word(field.role()));
    }
    ArrayNode warnings = document.putArray("warnings");
    report.warnings().forEach(warnings::add);
    return document;
  }

  private void printText(ReadReport report) {
    session.print("Imported " + Words.count(report.rows(), "row") + " into " + project + ".");
    session.print("");
    TextTable table =
        new TextTable()
            .column("field", TextTable.Align.LEFT, 60)
            .column("type", TextTable.Align.LEFT)
            .column("role", TextTable.Align.LEFT);
    for (Field field : report.schema().fields()) {
      table.row(field.name(), FieldNames.word(field.type()), FieldNames.word(field.role()));
    }
    session.print(table);
    if (report.quarantinedCount() > 0) {
      session.print("");
      session.print(
          Words.count(report.quarantinedCount(), "row")
              + (report.quarantinedCount() == 1 ? " was" : " were")
              + " refused and kept aside:");
      report.quarantined().stream().limit(SHOWN).forEach(this::printRow);
      if (report.quarantinedCount() > SHOWN) {
        session.print(
            "  and "
                + Words.count(report.quarantinedCount() - SHOWN)
                + " more (--json lists them)");
      }
    }
  }

  private void printRow(ReadReport.QuarantinedRow row) {
    session.print(
        "  "
            + CellText.harmless(row.file())
            + ", line "
            + Words.count(row.line())
            + ": "
            + CellText.harmless(row.reason()));
  }
}
