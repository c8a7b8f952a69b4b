package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Makes maps, by any of the methods.
public final class Projector {
  private static final int LONG_FROM_LINES = 10_000;
  private static final int LONG_EPOCHS = 500;
  private static final int SHORT_EPOCHS = 200;
  private static final double UMAP_START = 4;
  private static final double TSNE_START = 1e-4;
  private static final int NEIGHBOURS_PER_PERPLEXITY = 3;

  private final MapPreview preview;
  private final TaskRunner tasks;
  private final TaskContext context;

  /// @param preview hears how the map comes about
  public Projector(MapPreview preview, TaskRunner tasks, TaskContext context) {
    this.preview = preview;
    this.tasks = tasks;
    this.context = context;
  }

  /// Makes a map.
  ///
  /// @param vectors finite numbers only
  /// @throws UserFailure where there is nothing to map: fewer than two lines, or all the same
  /// @throws java.util.concurrent.CancellationException when cancelled
  public Projection run(Vectors vectors, ProjectionSpec spec) {
    refuse(vectors, spec);
    Vectors comparable = spec.distance().comparable(vectors);
    return switch (spec) {
      case ProjectionSpec.Principal pca -> principal(comparable, pca);
      case ProjectionSpec.Umap umap -> umap(comparable, umap);
      case ProjectionSpec.Tsne tsne -> tsne(comparable, tsne);
    };
  }

  private static void refuse(Vectors vectors, ProjectionSpec spec) {
    if (vectors.lines() < 2) {
      throw new UserFailure(
          (vectors.lines() == 0 ? "No row" : "Only one row")
              + " has a vector in “"
              + spec.space()
              + "”, so there is nothing to map; choose more rows or another space.");
    }
    int dimensions = vectors.dimensions();
    float[] values = vectors.values();
    for (int at = dimensions; at < values.length; at++) {
      if (values[at] != values[at % dimensions]) {
        return;
      }
    }
    throw new UserFailure(
        "All vectors of “" + spec.space() + "” are the same, so a map would be a single point.");
  }

  private Projection principal(Vectors vectors, ProjectionSpec.Principal spec) {
    context.stage("Finding principal components");
    float[] map = PrincipalStart.components(vectors, spec.seed(), tasks, context);
    return new Projection(spec, map, 0, 1, 1, List.of());
  }

  private Projection umap(Vectors vectors, ProjectionSpec.Umap spec) {
    NeighbourGraph graph = neighbours(vectors, spec.neighbours(), spec);
    TieGraph ties = FuzzyTies.of(graph, tasks);
    float[] map = PrincipalStart.of(vectors, UMAP_START, spec.seed(), tasks, context);
    context.stage("Laying out the map");
    int epochs = spec.epochs() > 0 ? spec.epochs() : epochs(vectors.lines());
    MapCurve curve = MapCurve.of(spec.minDistance(), spec.spread());
    new UmapLayout(ties, map, curve, epochs, spec.negatives(), spec.seed())
        .run(preview, tasks, context);
    return withGraph(spec, map, graph, spec.neighbours());
  }

  private static int epochs(int lines) {
    return lines <= LONG_FROM_LINES ? LONG_EPOCHS : SHORT_EPOCHS;
  }

  private Projection tsne(Vectors vectors, ProjectionSpec.Tsne spec) {
    int wanted = (int) Math.ceil(NEIGHBOURS_PER_PERPLEXITY * spec.perplexity());
    NeighbourGraph graph = neighbours(vectors, wanted, spec);
    double perplexity = Math.min(spec.perplexity(), Math.max(1, graph.k() / 3.0));
    TieGraph ties = PerplexityTies.of(graph, perplexity, tasks);
    float[] map = PrincipalStart.of(vectors, TSNE_START, spec.seed(), tasks, context);
    context.stage("Laying out the map");
    new TsneLayout(ties, map, spec.iterations()).run(preview, tasks, context);
    return withGraph(spec, map, graph, wanted);
  }

  private NeighbourGraph neighbours(Vectors comparable, int wanted, ProjectionSpec spec) {
    return NeighbourGraph.of(
        comparable,
        new NeighbourParameters(
            wanted, VectorDistance.EUCLIDEAN, NeighbourParameters.DEFAULT_EXACT_UP_TO, spec.seed()),
        tasks,
        context);
  }

  private Projection withGraph(ProjectionSpec spec, float[] map, NeighbourGraph graph, int wanted) {
    List<String> notes = new ArrayList<>();
    if (graph.k() < wanted) {
      notes.add(
          String.format(
              Locale.ROOT,
              "There are only %,d rows, so %d neighbours of each were used instead of %d.",
              graph.lines(),
              graph.k(),
              wanted));
    }
    int pieces = GraphPieces.count(graph);
    if (pieces > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The rows fall into %,d pieces that no neighbours tie together; how these lie to each"
                  + " other on the map means little.",
              pieces));
    }
    return new Projection(spec, map, graph.k(), graph.recall(), pieces, notes);
  }
}
