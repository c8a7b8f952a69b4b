package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command.SetStructure;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.discovery.StructureFile;
import outcrop.analysis.discovery.StructureFinder;
import outcrop.analysis.discovery.StructureReport;
import outcrop.analysis.discovery.SubpopulationStructure;
import outcrop.analysis.project.ProjectFolder;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `discover`: the subpopulations of a dataset.
@Command(
    name = "discover",
    mixinStandardHelpOptions = true,
    description = {
      "Finds what a dataset is made of: dimensions in which its rows differ, and their attributes.",
      "Without a language model it looks at fields with few values and at words that stand for"
          + " each",
      "other in texts. A project gets a field for each dimension; of a data file it only tells."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop discover reviews.outcrop -f text",
      "  outcrop discover old.outcrop --out pets.json",
      "  outcrop discover new.outcrop --apply pets.json"
    })
final class DiscoverCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private PlaceOptions place = new PlaceOptions();
  @Mixin private RowOptions rows = new RowOptions();

  @Option(
      names = {"-f", "--field"},
      split = ",",
      paramLabel = "FIELD",
      description = "Texts to look at, several joined in this order; all text fields by default.")
  private List<String> fields = List.of();

  @Option(
      names = "--structure",
      paramLabel = "NAME",
      description = "The name of the structure, which its fields begin with; s by default.")
  private String name = "s";

  @Option(
      names = "--class",
      paramLabel = "FIELD",
      description = "The field of the classes, which is no dimension itself.")
  private String classField = "";

  @Option(names = "--without-fields", description = "Make no dimensions of fields with few values.")
  private boolean withoutFields;

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      description = "The most dimensions from texts, and from fields; 8 by default.")
  private int most = 8;

  @Option(names = "--seed", paramLabel = "N", description = "What samples are drawn with.")
  private long seed = Seeds.DEFAULT;

  @Option(
      names = "--confidence",
      description = "Add a second field for each dimension that says how sure its values are.")
  private boolean confidence;

  @Option(
      names = "--apply",
      paramLabel = "FILE",
      description = "Apply a structure that was written with --out instead of finding one.")
  private @Nullable Path apply;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the structure to a file.")
  private @Nullable Path out;

  DiscoverCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (most < 1 || most > 50) {
      throw new UsageFailure("--dimensions wants a number from 1 to 50.");
    }
    Path folder = place.place();
    if (!ProjectFolder.isProject(folder)) {
      try (OpenedData data = OpenedData.open(session, folder)) {
        SubpopulationStructure structure = structure(data);
        report(data.workspace(), structure, false);
      }
      return ExitCode.DONE;
    }
    try (OpenedData data = OpenedData.toChange(session, folder)) {
      Workspace workspace = data.workspace();
      SubpopulationStructure structure = structure(data);
      session.work(
          "Computing",
          context -> {
            for (DerivedField field : ProjectState.fields(structure)) {
              workspace.prepare(field, context);
            }
            return true;
          });
      workspace.commands().execute(new SetStructure(structure));
      report(workspace, structure, true);
    }
    return ExitCode.DONE;
  }

  private SubpopulationStructure structure(OpenedData data) {
    if (out != null) {
      data.checkNotSource(out);
    }
    Workspace workspace = data.workspace();
    if (!classField.isEmpty()) {
      data.field(classField);
    }
    SubpopulationStructure structure;
    if (apply != null) {
      structure = StructureFile.read(apply).withName(name);
      session.awaitText(workspace);
    } else {
      RowSet wanted = rows.rows(data);
      structure =
          session.work(
              "Looking for subpopulations",
              context ->
                  new StructureFinder(
                          workspace.columns(),
                          workspace.evaluator()::evaluate,
                          session.runner(),
                          context)
                      .find(
                          new StructureFinder.Options(
                              name, texts(data), classField, !withoutFields, most, seed),
                          wanted));
    }
    return structure.withConfidences(confidence);
  }

  /// The named fields, or else all text fields.
  private List<String> texts(OpenedData data) {
    if (fields.isEmpty()) {
      return data.schema().fields().stream()
          .filter(field -> field.type() == FieldType.TEXT)
          .map(Field::name)
          .toList();
    }
    return FieldNames.list(data.schema(), fields);
  }

  private void report(Workspace workspace, SubpopulationStructure structure, boolean added) {
    StructureReport report =
        session.work(
            "Counting",
            context ->
                StructureReport.of(
                    structure,
                    workspace.columns(),
                    workspace.evaluator()::evaluate,
                    session.runner(),
                    context));
    if (out != null) {
      StructureFile.write(structure, out);
    }
    if (place.json()) {
      session.print(StructureText.json(report));
      return;
    }
    StructureText.lines(report).forEach(session::print);
    if (added) {
      session.print("");
      session.print(
          "Added as the fields "
              + FieldNames.listed(
                  structure.dimensions().stream()
                      .map(structure::field)
                      .map(CellText::harmless)
                      .toList())
              + ".");
    }
  }
}
