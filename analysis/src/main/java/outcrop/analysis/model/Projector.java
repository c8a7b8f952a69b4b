package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Makes maps, by any of the methods.
public final class Projector {
  private static final int LONG_FROM_LINES = 10_000;
  private static final int MOST_UMAP = 1_000_000;
  private static final int MOST_TSNE = 100_000;
  private static final int LONG_EPOCHS = 500;
  private static final int SHORT_EPOCHS = 200;
  private static final double UMAP_START = 4;
  private static final double TSNE_START = 1e-4;
  private static final int NEIGHBOURS_PER_PERPLEXITY = 3;

  private final MapPreview preview;
  private final ModelFiles files;
  private final TaskRunner tasks;
  private final TaskContext context;

  /// @param preview hears how the map comes about
  /// @param files holds the maps that were kept
  public Projector(MapPreview preview, ModelFiles files, TaskRunner tasks, TaskContext context) {
    this.preview = preview;
    this.files = files;
    this.tasks = tasks;
    this.context = context;
  }

  /// Makes a map.
  ///
  /// @param vectors finite numbers only
  /// @throws UserFailure where there is nothing to map: fewer than two lines, or all the same
  /// @throws java.util.concurrent.CancellationException when cancelled
  public Projection run(Vectors vectors, ProjectionSpec spec) {
    // Even a single row, or many equal ones, can be placed on a map that is there.
    if (!(spec instanceof ProjectionSpec.Placed)) {
      refuse(vectors, spec);
    }
    int most =
        switch (spec) {
          case ProjectionSpec.Umap _ -> MOST_UMAP;
          case ProjectionSpec.Tsne _ -> MOST_TSNE;
          case ProjectionSpec.Principal _, ProjectionSpec.Placed _ -> Integer.MAX_VALUE;
        };
    return vectors.lines() > most ? ofSample(vectors, spec, most) : ofAll(vectors, spec);
  }

  private Projection ofAll(Vectors vectors, ProjectionSpec spec) {
    Vectors comparable = spec.distance().comparable(vectors);
    return switch (spec) {
      case ProjectionSpec.Principal pca -> principal(comparable, pca);
      case ProjectionSpec.Umap umap -> umap(comparable, umap);
      case ProjectionSpec.Tsne tsne -> tsne(comparable, tsne);
      case ProjectionSpec.Placed placed -> placed(vectors, placed);
    };
  }

  private Projection placed(Vectors vectors, ProjectionSpec.Placed spec) {
    FittedMap map = files.map(spec.file());
    float[] places = map.place(vectors, spec.space(), tasks, context);
    return new Projection(spec, places, map.neighbours(), 1, 1, List.of());
  }

  /// Lays out a sample and places the other lines among it: for more lines than time and memory
  /// would allow.
  Projection ofSample(Vectors vectors, ProjectionSpec spec, int most) {
    int[] lines = LineSample.of(vectors.lines(), most, Seeds.generator(spec.seed(), most));
    Vectors some = vectors.choose(lines);
    Projection laidOut = ofAll(some, spec);
    FittedMap map = FittedMap.of(spec, some, laidOut.coordinates());
    float[] places = map.place(vectors, spec.space(), tasks, context);
    for (int i = 0; i < lines.length; i++) {
      places[2 * lines[i]] = laidOut.coordinates()[2 * i];
      places[2 * lines[i] + 1] = laidOut.coordinates()[2 * i + 1];
    }
    List<String> notes = new ArrayList<>(laidOut.notes());
    notes.add(
        String.format(
            Locale.ROOT,
            "Of %,d rows, %,d were laid out, and each of the others lies among those nearest to"
                + " it.",
            vectors.lines(),
            lines.length));
    return new Projection(
        spec, places, laidOut.neighbours(), laidOut.recall(), laidOut.pieces(), notes);
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
    int epochs = spec.epochs() > 0 ? spec.epochs() : epochs(vectors.lines());
    float[] map = PrincipalStart.of(vectors, UMAP_START, spec.seed(), tasks, context);
    preview.show(map.clone(), 0, epochs);
    NeighbourGraph graph = neighbours(vectors, spec.neighbours(), spec);
    TieGraph ties = FuzzyTies.of(graph, tasks);
    context.stage("Laying out the map");
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
    float[] map = PrincipalStart.of(vectors, TSNE_START, spec.seed(), tasks, context);
    preview.show(map.clone(), 0, spec.iterations());
    NeighbourGraph graph = neighbours(vectors, wanted, spec);
    double perplexity = Math.min(spec.perplexity(), Math.max(1, graph.k() / 3.0));
    TieGraph ties = PerplexityTies.of(graph, perplexity, tasks);
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
