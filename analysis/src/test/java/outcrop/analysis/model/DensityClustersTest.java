package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import outcrop.analysis.stats.PartitionAgreement;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// HDBSCAN and DBSCAN. The sizes are those that scikit-learn 1.9.1 finds in the same points.
class DensityClustersTest {
  private static final TaskRunner DIRECT = new DirectTaskRunner();

  private static ClusterResult run(Vectors vectors, ClusterMethod method) {
    return run(vectors, method, DIRECT);
  }

  private static ClusterResult run(Vectors vectors, ClusterMethod method, TaskRunner tasks) {
    return Clusterer.run(vectors, new ClusterSpec("space", method, 1), tasks, TaskContext.NONE);
  }

  /// Three clusters of different densities and evenly strewn points, by a generator that is easy to
  /// repeat elsewhere.
  private static final class Points {
    private long state = 12345;
    private final float[] values = new float[2 * 660];
    private int count;

    static Vectors make() {
      Points points = new Points();
      points.cluster(0, 0, 0.3, 150);
      points.cluster(4, 0, 0.6, 200);
      points.cluster(0, 5, 1.2, 250);
      for (int i = 0; i < 60; i++) {
        points.add(-6 + points.uniform() * 16, -6 + points.uniform() * 16);
      }
      return new Vectors(660, 2, points.values);
    }

    private void cluster(double x, double y, double sd, int points) {
      for (int i = 0; i < points; i++) {
        add(x + sd * bell(), y + sd * bell());
      }
    }

    private void add(double x, double y) {
      values[count++] = (float) x;
      values[count++] = (float) y;
    }

    private double uniform() {
      state = (state * 1103515245 + 12345) % (1L << 31);
      return state / (double) (1L << 31);
    }

    private double bell() {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        sum += uniform();
      }
      return sum;
    }
  }

  @Test
  void hdbscanFindsWhatScikitLearnFinds() {
    // Rows at the very distance at which a cluster begins belong to it or not by chance there, and
    // never here; so each size may be one less.
    near(new ClusterMethod.Hdbscan(15, 5), 43, 257, 206, 154);
    near(new ClusterMethod.Hdbscan(10, 10), 50, 251, 206, 153);
    near(new ClusterMethod.Hdbscan(40, 1), 39, 262, 206, 153);
    near(new ClusterMethod.Hdbscan(25, 15), 52, 250, 205, 153);
  }

  private static void near(ClusterMethod method, int unclustered, int... sizes) {
    ClusterResult found = run(Points.make(), method);
    assertEquals(sizes.length, found.k(), method.toString());
    int fewer = 0;
    for (int c = 0; c < sizes.length; c++) {
      int less = sizes[c] - found.sizes()[c];
      assertTrue(less == 0 || less == 1, method + " finds " + Arrays.toString(found.sizes()));
      fewer += less;
    }
    assertEquals(unclustered + fewer, found.unclustered(), method.toString());
  }

  @Test
  void dbscanFindsWhatScikitLearnFinds() {
    check(new ClusterMethod.Dbscan(0.3, 5), 138, 180, 152, 128, 15, 10, 7, 7, 7, 5, 5, 4, 2);
    check(new ClusterMethod.Dbscan(0.5, 10), 104, 205, 199, 152);
  }

  private static void check(ClusterMethod method, int unclustered, int... sizes) {
    ClusterResult found = run(Points.make(), method);
    assertArrayEquals(sizes, found.sizes(), method + " finds " + Arrays.toString(found.sizes()));
    assertEquals(unclustered, found.unclustered());
  }

  @Test
  void theSpanningTreeIsTheLightest() {
    Vectors vectors = PlantedClusters.round(300, 5, 3, 9, 2).vectors();
    float[] core = new float[300];
    Arrays.setAll(new double[300], i -> core[i] = i % 7 * 0.3f);
    SpanningTree tree = SpanningTree.of(vectors, core, TaskContext.NONE);
    double sum = 0;
    for (float weight : tree.weights()) {
      sum += weight;
    }
    assertEquals(lightest(vectors, core), sum, 1e-3);
  }

  /// By the algorithm of Kruskal over all pairs.
  private static double lightest(Vectors vectors, float[] core) {
    record Edge(int a, int b, double weight) {}
    int n = vectors.lines();
    java.util.List<Edge> edges = new java.util.ArrayList<>();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        double distance = Math.sqrt(ExactDistances.square(vectors, a, vectors, b));
        edges.add(new Edge(a, b, Math.max(distance, Math.max(core[a], core[b]))));
      }
    }
    edges.sort(java.util.Comparator.comparingDouble(Edge::weight));
    int[] group = new int[n];
    Arrays.setAll(group, i -> i);
    double sum = 0;
    for (Edge edge : edges) {
      int from = group[edge.a()];
      int to = group[edge.b()];
      if (from != to) {
        sum += edge.weight();
        for (int i = 0; i < n; i++) {
          group[i] = group[i] == from ? to : group[i];
        }
      }
    }
    return sum;
  }

  @Test
  void aLongChainIsNoTrouble() {
    float[] chain = new float[12_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = i + i * i * 1e-6f;
    }
    ClusterResult found = run(new Vectors(chain.length, 1, chain), new ClusterMethod.Hdbscan(5, 2));
    assertEquals(chain.length, Arrays.stream(found.sizes()).sum() + found.unclustered());
  }

  @Test
  void duplicatesDoNotLastForever() {
    PlantedClusters planted = PlantedClusters.round(400, 3, 2, 60, 5);
    float[] twice = Arrays.copyOf(planted.vectors().values(), 2 * 1_200);
    System.arraycopy(twice, 0, twice, 1_200, 1_200);
    ClusterResult found = run(new Vectors(800, 3, twice), new ClusterMethod.Hdbscan(20, 3));
    assertEquals(2, found.k());
    int[] truth = Arrays.copyOf(planted.truth(), 800);
    System.arraycopy(truth, 0, truth, 400, 400);
    double agreement = PartitionAgreement.of(truth, found.labels()).adjustedRand();
    assertTrue(agreement > 0.9, "two clusters of pairs were planted, agreement " + agreement);
  }

  @Test
  void withoutClustersEverythingIsUnclustered() {
    Vectors few = PlantedClusters.round(10, 2, 1, 0, 1).vectors();
    ClusterResult found = run(few, new ClusterMethod.Hdbscan(8, 2));
    assertEquals(0, found.k());
    assertEquals(10, found.unclustered());
    assertTrue(found.notes().contains("No clusters were found; every row is unclustered."));
    assertTrue(Double.isNaN(found.quality().silhouette()));
  }

  @Test
  void theRadiusIsTakenFromTheData() {
    ClusterResult found = run(Points.make(), new ClusterMethod.Dbscan(0, 10));
    assertTrue(found.notes().getFirst().startsWith("The radius "), found.notes().toString());
    assertTrue(found.k() >= 2 && found.k() <= 4, found.k() + " clusters");
  }

  @Test
  void aRadiusThatReachesEverythingIsRefused() {
    Vectors many = PlantedClusters.round(9_000, 1, 1, 0, 1).vectors();
    String sentence =
        assertThrows(UserFailure.class, () -> run(many, new ClusterMethod.Dbscan(99, 5)))
            .getMessage();
    assertEquals(
        "Within the radius 99.00 of “space” rows have over 5,555 neighbours in the mean; choose a"
            + " smaller radius.",
        sentence);
  }

  @Test
  void oneThreadAndManyGiveTheSame() {
    try (TaskRunner pool = new PooledTaskRunner()) {
      Vectors points = Points.make();
      for (ClusterMethod method :
          new ClusterMethod[] {
            new ClusterMethod.Hdbscan(15, 5),
            new ClusterMethod.Dbscan(0, 5),
            new ClusterMethod.XMeans(20),
            new ClusterMethod.GMeans(20),
            new ClusterMethod.Birch(3, 0),
            new ClusterMethod.Hierarchical(3, ClusterMethod.Linkage.WARD)
          }) {
        assertEquals(run(points, method), run(points, method, pool), method.toString());
      }
    }
  }
}
