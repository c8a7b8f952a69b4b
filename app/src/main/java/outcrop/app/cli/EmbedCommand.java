package outcrop.app.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.model.SpaceSpec;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `embed`: a vector for every row.
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    description = {
      "Gives every row of a project a vector, so that rows can be compared, mapped and clustered.",
      "The space becomes a field of the project. What it learnt is kept with the project: rows"
          + " that",
      "come later land in the same space, and --save writes it for other datasets.",
      "Nothing leaves this machine."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop embed reviews.outcrop -f text",
      "  outcrop embed photos.outcrop -f image",
      "  outcrop embed reviews.outcrop -f rating,category --method table --name facts",
      "  outcrop embed reviews.outcrop -f 'text space,facts' --weights 1,0.5 --name both",
      "  outcrop embed reviews.outcrop -f text --save words.space",
      "  outcrop embed other.outcrop -f body --model words.space"
    })
final class EmbedCommand implements Callable<Integer> {
  /// How vectors come about.
  enum Method {
    TEXT,
    TABLE,
    IMAGE,
    JOIN,
    SAVED
  }

  private final Session session;

  @Parameters(index = "0", paramLabel = "P", description = "A project folder.")
  private Path place = Path.of("");

  @Option(
      names = {"-f", "--field"},
      paramLabel = "FIELD",
      description = "The fields that are read, several with commas.")
  private List<String> fields = List.of();

  @Option(names = "--name", paramLabel = "NAME", description = "The name of the space.")
  private String name = "";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = {
        "How vectors are made; by default as the type of the fields suggests.",
        "text: words and parts of words that texts share",
        "table: standardised numbers, one-hot categories",
        "image: colours, edges and textures of images",
        "join: several spaces side by side",
        "saved: a space that --model names"
      })
  private @Nullable Method method;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A space that was saved with --save.")
  private @Nullable Path model;

  @Option(
      names = "--dimensions",
      paramLabel = "N",
      description = "Numbers per vector of a text space, ${DEFAULT-VALUE} by default.")
  private int dimensions = SpaceSpec.Text.DEFAULT_DIMENSIONS;

  @Option(
      names = "--weights",
      split = ",",
      paramLabel = "W,W",
      description = "How much each of the joined spaces counts; equal by default.")
  private List<Double> weights = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides what is random; ${DEFAULT-VALUE} by default.")
  private long seed = Seeds.DEFAULT;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Also write what was learnt to a file, for other datasets.")
  private @Nullable Path save;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  EmbedCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(place, false, session.runner()))) {
      List<Field> read = read(workspace);
      Method how = method == null ? suggested(read) : method;
      if (how != Method.SAVED && read.isEmpty()) {
        throw new UsageFailure("embed wants the fields to read with -f.");
      }
      DerivedField field = make(workspace, how, read.stream().map(Field::name).toList());
      if (save != null) {
        workspace.spaces().save(field, save);
      }
      print(workspace, field);
    }
    return ExitCode.DONE;
  }

  private List<Field> read(Workspace workspace) {
    return fields.isEmpty()
        ? List.of()
        : FieldNames.list(workspace.schema(), fields).stream()
            .map(field -> FieldNames.find(workspace.schema(), field))
            .toList();
  }

  private Method suggested(List<Field> read) {
    if (model != null) {
      return Method.SAVED;
    }
    if (!read.isEmpty() && read.stream().allMatch(field -> field.type() == FieldType.VECTOR)) {
      return Method.JOIN;
    }
    if (read.size() == 1 && read.getFirst().type() == FieldType.IMAGE) {
      return Method.IMAGE;
    }
    return read.stream().anyMatch(field -> field.type() == FieldType.TEXT)
        ? Method.TEXT
        : Method.TABLE;
  }

  private DerivedField make(Workspace workspace, Method how, List<String> read) {
    String wanted = name.isBlank() ? defaultName(how, read) : name;
    FieldNames.checkFree(workspace, wanted, "the space");
    return session.work(
        "Making vectors",
        context -> {
          DerivedField field =
              how == Method.SAVED
                  ? workspace.spaces().use(wanted, modelFile(), read)
                  : workspace.spaces().learn(wanted, spec(how, read), context);
          workspace.derive(field, context);
          return field;
        });
  }

  private Path modelFile() {
    if (model == null) {
      throw new UsageFailure("--method saved wants the file of the space with --model.");
    }
    return model;
  }

  private static String defaultName(Method how, List<String> read) {
    return how == Method.SAVED && read.isEmpty() ? "space" : String.join(" + ", read) + " space";
  }

  private SpaceSpec spec(Method how, List<String> read) {
    try {
      return switch (how) {
        case TEXT -> new SpaceSpec.Text(read, dimensions, seed);
        case TABLE -> new SpaceSpec.Table(read);
        case IMAGE -> new SpaceSpec.Image(read.getFirst(), seed).of(read);
        case JOIN ->
            new SpaceSpec.Joined(
                read, weights.isEmpty() ? Collections.nCopies(read.size(), 1.0) : weights);
        case SAVED -> throw new IllegalArgumentException("A saved space is not learnt");
      };
    } catch (IllegalArgumentException wrong) {
      throw new UsageFailure(wrong.getMessage() + ".");
    }
  }

  private void print(Workspace workspace, DerivedField field) {
    SpaceSpec spec = (SpaceSpec) ((Derivation.Modelled) field.how()).model();
    ModelFacts.Space facts =
        (ModelFacts.Space) session.work("Counting", context -> workspace.facts(spec, context));
    if (json) {
      ObjectNode document = Json.MAPPER.createObjectNode();
      document.put("space", field.name());
      document.put("method", word(spec));
      document.put("dimensions", facts.dimensions());
      document.put("n", facts.rows());
      document.put("missing", facts.missing());
      document.put("seed", seed(spec));
      document.set("parameters", SpecCodec.MAPPER.valueToTree(spec));
      document.set("notes", Json.MAPPER.valueToTree(facts.notes()));
      session.print(document);
      return;
    }
    session.print(
        "Added "
            + CellText.harmless(field.name())
            + ", a vector field of "
            + Words.count(facts.dimensions(), "dimension")
            + ", for "
            + Words.count(facts.rows())
            + " of "
            + Words.count(facts.rows() + facts.missing(), "row")
            + ".");
    facts.notes().forEach(note -> session.print(CellText.harmless(note)));
  }

  private static String word(SpaceSpec spec) {
    return switch (spec) {
      case SpaceSpec.Text _ -> "text";
      case SpaceSpec.Table _ -> "table";
      case SpaceSpec.Image _ -> "image";
      case SpaceSpec.Joined _ -> "join";
      case SpaceSpec.Saved saved -> word(saved.made());
    };
  }

  private static @Nullable Long seed(SpaceSpec spec) {
    return switch (spec) {
      case SpaceSpec.Text text -> text.seed();
      case SpaceSpec.Image image -> image.seed();
      case SpaceSpec.Saved saved -> seed(saved.made());
      case SpaceSpec.Table _, SpaceSpec.Joined _ -> null;
    };
  }
}
