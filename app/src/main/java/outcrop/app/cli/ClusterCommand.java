package outcrop.app.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.derive.Derivation;
import outcrop.analysis.derive.DerivedField;
import outcrop.analysis.discovery.ClusterNames;
import outcrop.analysis.discovery.ClusterPhrases;
import outcrop.analysis.discovery.ClusterValues;
import outcrop.analysis.discovery.DistinguishingValue;
import outcrop.analysis.discovery.Phrase;
import outcrop.analysis.discovery.RowTexts;
import outcrop.analysis.model.ClusterMethod;
import outcrop.analysis.model.ClusterSpec;
import outcrop.analysis.model.ModelFacts;
import outcrop.analysis.spec.SpecCodec;
import outcrop.analysis.stats.KeyedSample;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `cluster`: groups of rows whose vectors are alike.
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description = {
      "Finds groups of rows whose vectors are alike, names them, and says how well they are apart.",
      "The clusters become a category field of the project, which every view can use."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outcrop cluster reviews.outcrop -k 12",
      "  outcrop cluster reviews.outcrop --space 'text space' --method hdbscan --smallest 30",
      "  outcrop cluster reviews.outcrop --names category,rating --json"
    })
final class ClusterCommand implements Callable<Integer> {
  /// The ways to find clusters.
  enum Method {
    KMEANS,
    XMEANS,
    GMEANS,
    HDBSCAN,
    DBSCAN,
    BIRCH,
    HIERARCHICAL
  }

  private static final int NAMED_BY = 20_000;
  private static final int PHRASES = 6;
  private static final int VALUES = 4;

  private final Session session;

  @Mixin private final SpaceOption space = new SpaceOption();

  @Parameters(index = "0", paramLabel = "P", description = "A project folder.")
  private Path place = Path.of("");

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = {
        "kmeans (default): round groups; without -k as many as tell themselves apart best",
        "xmeans, gmeans: k-means that splits groups as long as that explains more",
        "hdbscan, dbscan: dense groups of any shape, the rest stays unclustered",
        "birch, hierarchical: groups merged until -k are left"
      })
  private Method method = Method.KMEANS;

  @Option(
      names = "-k",
      paramLabel = "N",
      description = "How many clusters; of xmeans and gmeans how many at most.")
  private int k;

  @Option(
      names = "--smallest",
      paramLabel = "N",
      description = "Of hdbscan: the fewest rows of a cluster; by default as suits the rows.")
  private int smallest;

  @Option(
      names = "--neighbours",
      paramLabel = "N",
      description = "Of hdbscan and dbscan: how many rows near make a row dense.")
  private int neighbours;

  @Option(
      names = "--radius",
      paramLabel = "R",
      description = "Of dbscan and birch: how near; by default as suits the distances.")
  private double radius;

  @Option(
      names = "--linkage",
      paramLabel = "LINKAGE",
      description = "Of hierarchical: ward (default), complete, average or single.")
  private ClusterMethod.Linkage linkage = ClusterMethod.Linkage.WARD;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides what is random; ${DEFAULT-VALUE} by default.")
  private long seed = Seeds.DEFAULT;

  @Option(
      names = "--names",
      paramLabel = "FIELDS",
      description = {
        "The fields whose phrases or values name the clusters, such as a,b;",
        "all text fields by default, else those that tell the clusters apart."
      })
  private List<String> namedBy = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the field; ${DEFAULT-VALUE} by default.")
  private String name = "cluster";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  ClusterCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ClusterMethod how = how();
    try (Workspace workspace =
        session.work("Opening", _ -> Workspace.open(place, false, session.runner()))) {
      if (name.isBlank()) {
        throw new UsageFailure("A field needs a name.");
      }
      FieldNames.checkFree(workspace, name, "the clusters");
      Field field = space.of(workspace.columns().schema());
      ClusterSpec spec = new ClusterSpec(field.name(), how, seed);
      Made made = session.work("Clustering", context -> cluster(workspace, spec, context));
      if (json) {
        session.print(document(spec, made.facts(), made.names()));
      } else {
        print(made.facts(), made.names());
      }
    }
    return ExitCode.DONE;
  }

  private ClusterMethod how() {
    try {
      return switch (method) {
        case KMEANS ->
            k == 0 ? new ClusterMethod.ChosenKMeans(0, 0) : new ClusterMethod.KMeans(k, 0);
        case XMEANS -> new ClusterMethod.XMeans(k);
        case GMEANS -> new ClusterMethod.GMeans(k);
        case HDBSCAN -> new ClusterMethod.Hdbscan(smallest, neighbours);
        case DBSCAN -> new ClusterMethod.Dbscan(radius, neighbours);
        case BIRCH -> new ClusterMethod.Birch(k, radius);
        case HIERARCHICAL -> new ClusterMethod.Hierarchical(k, linkage);
      };
    } catch (IllegalArgumentException wrong) {
      throw new UsageFailure(wrong.getMessage() + ".");
    }
  }

  /// What came out, for whoever asked.
  private record Made(ModelFacts.Clusters facts, List<String> names) {}

  /// Makes the field, with the names that its clusters suggest, in one step of the history.
  private Made cluster(Workspace workspace, ClusterSpec spec, TaskContext context) {
    DerivedField numbered =
        new DerivedField(name, new Derivation.Modelled(spec, ClusterSpec.CLUSTER));
    Column clusters = workspace.prepare(numbered, context);
    ModelFacts.Clusters facts = (ModelFacts.Clusters) workspace.facts(spec, context);
    context.stage("Naming clusters");
    List<String> names =
        facts.sizes().isEmpty()
            ? List.of()
            : names(workspace, (CategoryColumn) clusters, facts.sizes().size(), context);
    workspace.derive(
        new DerivedField(name, new Derivation.Modelled(spec, ClusterSpec.CLUSTER, names)), context);
    return new Made(facts, names);
  }

  private List<String> names(
      Workspace workspace, CategoryColumn clusters, int number, TaskContext context) {
    ColumnStore columns = workspace.columns();
    int[] rows = KeyedSample.rows(columns, RowSet.all(columns.rowCount()), NAMED_BY, seed);
    int[] groups = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int cluster = clusters.ordinal(rows[i]);
      groups[i] = cluster < number ? cluster : -1;
    }
    List<Field> fields = fields(workspace);
    List<String> texts =
        fields.stream().filter(f -> f.type() == FieldType.TEXT).map(Field::name).toList();
    List<String> others =
        fields.stream().filter(f -> f.type() != FieldType.TEXT).map(Field::name).toList();
    List<List<Phrase>> phrases =
        texts.isEmpty()
            ? Collections.nCopies(number, List.of())
            : ClusterPhrases.of(
                new RowTexts(columns, texts), rows, groups, number, PHRASES, context);
    List<List<DistinguishingValue>> values =
        ClusterValues.of(columns, others, rows, groups, number, VALUES, context);
    return ClusterNames.of(phrases, values, name);
  }

  private List<Field> fields(Workspace workspace) {
    if (!namedBy.isEmpty()) {
      return FieldNames.list(workspace.schema(), namedBy).stream()
          .map(field -> FieldNames.find(workspace.schema(), field))
          .toList();
    }
    return workspace.schema().fields().stream()
        .filter(field -> field.role() != FieldRole.ID && !field.name().equals(name))
        .toList();
  }

  private ObjectNode document(ClusterSpec spec, ModelFacts.Clusters facts, List<String> names) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("method", method.name().toLowerCase(Locale.ROOT));
    document.put("k", facts.sizes().size());
    document.put("seed", spec.seed());
    document.put("space", spec.space());
    ArrayNode sizes = document.putArray("sizes");
    facts.sizes().forEach(sizes::add);
    document.put("noise", facts.unclustered());
    JsonNumbers.put(document, "silhouette", facts.quality().silhouette());
    document.put("silhouetteSample", facts.quality().sampled());
    JsonNumbers.put(document, "daviesBouldin", facts.quality().daviesBouldin());
    JsonNumbers.put(document, "calinskiHarabasz", facts.quality().calinskiHarabasz());
    ArrayNode called = document.putArray("names");
    names.forEach(called::add);
    document.put("n", facts.rows());
    document.put("missing", facts.missing());
    document.set("parameters", SpecCodec.MAPPER.valueToTree(spec.method()));
    document.put("field", name);
    document.set("notes", Json.MAPPER.valueToTree(facts.notes()));
    return document;
  }

  private void print(ModelFacts.Clusters facts, List<String> names) {
    session.print(
        "Added "
            + CellText.harmless(name)
            + ": "
            + Words.count(facts.sizes().size(), "cluster")
            + " of "
            + Words.count(facts.rows(), "row")
            + (facts.unclustered() > 0
                ? ", " + Words.count(facts.unclustered()) + " of them unclustered"
                : "")
            + ".");
    if (Double.isNaN(facts.quality().silhouette())) {
      session.print("Too little data to say how well the clusters are apart.");
    } else {
      session.print(
          "Silhouette "
              + Words.number(facts.quality().silhouette())
              + " ("
              + Words.count(facts.quality().sampled(), "row")
              + "), Davies–Bouldin "
              + Words.number(facts.quality().daviesBouldin())
              + ", Calinski–Harabasz "
              + Words.number(facts.quality().calinskiHarabasz())
              + ", seed "
              + seed
              + ".");
    }
    session.print("");
    for (int cluster = 0; cluster < names.size(); cluster++) {
      session.print(
          Words.count(facts.sizes().get(cluster)) + "  " + CellText.harmless(names.get(cluster)));
    }
    facts.notes().forEach(note -> session.print(CellText.harmless(note)));
  }
}
