package outcrop.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.index.QueryParser;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `derive`: a field computed from others.
@Command(
    name = "derive",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a field to a project that is computed from others, or removes one.",
      "The field can then be used like any other, also in the window; the sources stay as they are."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop derive reviews.outcrop words --length text --unit words",
      "  outcrop derive reviews.outcrop band --bands category --fewest 100,20 --names"
          + " head,body,tail",
      "  outcrop derive reviews.outcrop cheap --matching 'price:[* TO 10]'"
    })
final class DeriveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "P", description = "A project folder.")
  private Path place = Path.of("");

  @Parameters(index = "1", paramLabel = "NAME", description = "The name of the field.")
  private String name = "";

  @Option(names = "--length", paramLabel = "FIELD", description = "The length of a text.")
  private String length = "";

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "What a length is counted in: characters (default) or words.")
  private Derivation.Unit unit = Derivation.Unit.CHARACTERS;

  @Option(
      names = "--bands",
      paramLabel = "FIELD",
      description = "The band of a value by how many rows share it.")
  private String bands = "";

  @Option(
      names = "--fewest",
      split = ",",
      paramLabel = "N,N",
      description = "The fewest rows of each band but the last, falling; 100,20 by default.")
  private List<Long> fewest = List.of(100L, 20L);

  @Option(
      names = "--names",
      split = ",",
      paramLabel = "A,B,C",
      description = "The names of the bands; head,body,tail by default.")
  private List<String> names = List.of("head", "body", "tail");

  @Option(
      names = "--matching",
      paramLabel = "QUERY",
      description = "Whether a row matches a query: yes or no.")
  private String matching = "";

  @Option(names = "--remove", description = "Remove the derived field of this name.")
  private boolean remove;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  DeriveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long ways = Stream.of(length, bands, matching).filter(way -> !way.isBlank()).count();
    if (ways + (remove ? 1 : 0) != 1) {
      throw new UsageFailure("derive wants one of --length, --bands, --matching and --remove.");
    }
    if (name.isBlank()) {
      throw new UsageFailure("A derived field needs a name.");
    }
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(place, false, session.runner()))) {
      if (remove) {
        remove(workspace);
      } else {
        add(workspace);
      }
    }
    return ExitCode.DONE;
  }

  private void remove(Workspace workspace) {
    if (workspace.state().derived().stream().noneMatch(field -> field.name().equals(name))) {
      throw new UsageFailure("\"" + name + "\" is no derived field of " + place + ".");
    }
    workspace.commands().execute(new outcrop.analysis.command.Command.RemoveDerived(name), "");
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("removed", name);
      session.print(document);
    } else {
      session.print("Removed " + CellText.harmless(name) + ".");
    }
  }

  private void add(Workspace workspace) {
    DerivedField field = new DerivedField(name, how(workspace));
    if (!matching.isEmpty()) {
      session.awaitText(workspace);
    }
    session.work(
        "Computing",
        context -> {
          workspace.derive(field, context);
          return true;
        });
    Column column = workspace.columns().column(name);
    String type = field.how().type().name().toLowerCase(Locale.ROOT);
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("name", name);
      document.put("type", type);
      document.put("rows", column.rowCount());
      document.put("missing", column.missingCount());
      session.print(document);
    } else {
      session.print(
          "Added "
              + CellText.harmless(name)
              + ", a "
              + type
              + " field of "
              + Words.count(column.rowCount() - column.missingCount())
              + " of "
              + Words.count(column.rowCount(), "row")
              + ".");
    }
  }

  private Derivation how(Workspace workspace) {
    if (!length.isEmpty()) {
      return new Derivation.TextLength(FieldNames.find(workspace.schema(), length).name(), unit);
    }
    if (!bands.isEmpty()) {
      FieldType type = FieldNames.find(workspace.schema(), bands).type();
      if (type != FieldType.CATEGORY && type != FieldType.LIST) {
        throw new UsageFailure(
            "\"" + bands + "\" is " + FieldNames.word(type) + ", whose values have no bands.");
      }
      return bandsOf();
    }
    // A query that cannot be read is refused now and not when the field is first shown.
    QueryParser.parse(matching, workspace.columns().schema());
    return new Derivation.Membership(new Predicate.Query(matching), "yes", "no");
  }

  private Derivation bandsOf() {
    if (names.size() != fewest.size() + 1) {
      throw new UsageFailure(
          "--names wants one name more than --fewest has numbers: "
              + (fewest.size() + 1)
              + ", not "
              + names.size()
              + ".");
    }
    List<Derivation.Band> all = new ArrayList<>();
    for (int band = 0; band < names.size(); band++) {
      all.add(new Derivation.Band(names.get(band), band < fewest.size() ? fewest.get(band) : 0));
    }
    try {
      return new Derivation.ClassBands(bands, all);
    } catch (IllegalArgumentException wrong) {
      throw new UsageFailure("--fewest and --names do not fit: " + wrong.getMessage() + ".");
    }
  }
}
