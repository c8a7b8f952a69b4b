package outcrop.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.model.MapQuality;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.model.ProjectionSpec;
import outcrop.analysis.model.VectorDistance;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `map`: a place for every row in two dimensions.
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description = {
      "Lays the rows of a project out in two dimensions, so that rows with similar vectors lie"
          + " near",
      "each other, and says how far the map can be trusted.",
      "The places become two fields of the project, which every view can use."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop map reviews.outcrop --space 'text space'",
      "  outcrop map reviews.outcrop --method tsne --perplexity 50 --seed 7",
      "  outcrop map reviews.outcrop --method pca --distance euclidean --json",
      "  outcrop map reviews.outcrop --save reviews.map",
      "  outcrop map later.outcrop --onto reviews.map"
    })
final class MapCommand implements Callable<Integer> {
  /// How a map is made.
  enum Method {
    UMAP,
    TSNE,
    PCA
  }

  private static final ProjectionSpec.Umap UMAP = ProjectionSpec.Umap.of("");
  private static final ProjectionSpec.Tsne TSNE = ProjectionSpec.Tsne.of("");

  private final Session session;

  @Mixin private final SpaceOption space = new SpaceOption();

  @Parameters(index = "0", paramLabel = "P", description = "A project folder.")
  private Path place = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = {
        "umap (default): neighbours stay neighbours, groups keep some of their order",
        "tsne: neighbours stay neighbours, distances between groups mean nothing",
        "pca: the two directions in which the vectors vary most"
      })
  private Method method = Method.UMAP;

  @Option(
      names = "--distance",
      paramLabel = "DISTANCE",
      description = "cosine (default): only directions count; euclidean: lengths count too.")
  private VectorDistance distance = VectorDistance.COSINE;

  @Option(
      names = "--neighbours",
      paramLabel = "N",
      description = "Of umap: neighbours of each row that are to stay near, 15 by default.")
  private int neighbours = UMAP.neighbours();

  @Option(
      names = "--min-distance",
      paramLabel = "D",
      description = "Of umap: how close points may lie, 0.1 by default.")
  private double minDistance = UMAP.minDistance();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Of umap: how often each row is moved; as often as so many rows need.")
  private int epochs = UMAP.epochs();

  @Option(
      names = "--perplexity",
      paramLabel = "P",
      description = "Of tsne: about how many rows count as neighbours, 30 by default.")
  private double perplexity = TSNE.perplexity();

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Of tsne: how often all rows are moved, 750 by default.")
  private int iterations = TSNE.iterations();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides what is random; ${DEFAULT-VALUE} by default.")
  private long seed = Seeds.DEFAULT;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "How the two fields begin, such as \"topics\" for \"topics x\" and \"topics y\".")
  private String name = "";

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Also write the map to a file, so that other rows can be placed on it.")
  private @Nullable Path save;

  @Option(
      names = "--onto",
      paramLabel = "FILE",
      description = "Place the rows on a map that was saved with --save instead of making one.")
  private @Nullable Path onto;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  MapCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(place, false, session.runner()))) {
      String vectors = space.of(workspace.columns().schema()).name();
      ProjectionSpec spec = onto == null ? spec(vectors) : workspace.maps().use(onto, vectors);
      List<DerivedField> fields = fields(workspace, spec);
      ModelFacts.Map facts =
          session.work(
              "Making a map",
              context -> {
                workspace.derive(fields, context);
                return (ModelFacts.Map) workspace.facts(spec, context);
              });
      if (save != null) {
        workspace.maps().save(spec, fields.getFirst().name(), fields.getLast().name(), save);
      }
      if (json) {
        session.print(document(spec, fields, facts));
      } else {
        print(spec, fields, facts);
      }
    }
    return ExitCode.DONE;
  }

  private ProjectionSpec spec(String field) {
    try {
      return switch (method) {
        case UMAP ->
            new ProjectionSpec.Umap(
                field,
                distance,
                seed,
                neighbours,
                minDistance,
                UMAP.spread(),
                epochs,
                UMAP.negatives());
        case TSNE -> new ProjectionSpec.Tsne(field, distance, seed, perplexity, iterations);
        case PCA -> new ProjectionSpec.Principal(field, distance, seed);
      };
    } catch (IllegalArgumentException wrong) {
      throw new UsageFailure(wrong.getMessage() + ".");
    }
  }

  private List<DerivedField> fields(Workspace workspace, ProjectionSpec spec) {
    String start = name.isBlank() ? spec.method() : name.strip();
    List<DerivedField> fields =
        List.of(
            new DerivedField(start + " x", new Derivation.Modelled(spec, ProjectionSpec.X)),
            new DerivedField(start + " y", new Derivation.Modelled(spec, ProjectionSpec.Y)));
    fields.forEach(field -> FieldNames.checkFree(workspace, field.name(), "the map"));
    return fields;
  }

  private static ObjectNode document(
      ProjectionSpec spec, List<DerivedField> fields, ModelFacts.Map facts) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("method", spec.method());
    document.put("space", spec.space());
    document.put("n", facts.rows());
    document.put("missing", facts.missing());
    document.put("seed", spec.seed());
    document.set("parameters", SpecCodec.MAPPER.valueToTree(spec));
    @Nullable MapQuality quality = facts.quality();
    document.put("trustworthiness", quality == null ? null : (Double) quality.trustworthiness());
    document.put("continuity", quality == null ? null : (Double) quality.continuity());
    document.put(
        "neighbourPreservation", quality == null ? null : (Double) quality.neighbourPreservation());
    document.set("measured", Json.MAPPER.valueToTree(quality));
    document.put("neighbours", facts.neighbours());
    document.put("recall", facts.recall());
    document.put("pieces", facts.pieces());
    ArrayNode names = document.putArray("fields");
    fields.forEach(field -> names.add(field.name()));
    document.set("notes", Json.MAPPER.valueToTree(facts.notes()));
    return document;
  }

  private void print(ProjectionSpec spec, List<DerivedField> fields, ModelFacts.Map facts) {
    session.print(
        "Added "
            + CellText.harmless(fields.getFirst().name())
            + " and "
            + CellText.harmless(fields.getLast().name())
            + ", a place for "
            + Words.count(facts.rows())
            + " of "
            + Words.count(facts.rows() + (long) facts.missing(), "row")
            + " by "
            + spec.method()
            + " with seed "
            + spec.seed()
            + ".");
    MapQuality quality = facts.quality();
    if (quality == null) {
      session.print("There are too few rows to say how far the map can be trusted.");
    } else {
      session.print(
          "Trustworthiness "
              + Words.number(quality.trustworthiness())
              + ", continuity "
              + Words.number(quality.continuity())
              + ", "
              + Words.share(Math.round(1000 * quality.neighbourPreservation()), 1000)
              + " of the "
              + quality.k()
              + " nearest neighbours kept, measured for "
              + Words.count(quality.asked())
              + " of "
              + Words.count(quality.lines(), "row")
              + ".");
    }
    if (facts.recall() < 1) {
      session.print(
          Words.share(Math.round(1000 * facts.recall()), 1000)
              + " of the true neighbours were found.");
    }
    facts.notes().forEach(note -> session.print(CellText.harmless(note)));
  }
}
