package outcrop.analysis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import outcrop.analysis.model.MapPreview;
import outcrop.analysis.model.MapQuality;
import outcrop.analysis.model.ModelFiles;
import outcrop.analysis.model.NeighbourGraph;
import outcrop.analysis.model.NeighbourParameters;
import outcrop.analysis.model.Projection;
import outcrop.analysis.model.ProjectionSpec;
import outcrop.analysis.model.Projector;
import outcrop.analysis.model.VectorDistance;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Measures neighbour graphs and maps of vectors in a file of little-endian floats, once each in a
/// fresh process, as `umap-learn` is.
///
///     java --add-modules jdk.incubator.vector -Xmx4g -cp … outcrop.analysis.bench.MapMeasurement \
///         write FILE ROWS DIMENSIONS GROUPS
///     … MapMeasurement graph|umap|tsne|pca FILE DIMENSIONS [MAP]
///     … MapMeasurement quality FILE DIMENSIONS MAP
///
/// `MAP` is a file of two floats per row: what a method wrote, or what another program did.
public final class MapMeasurement {
  private MapMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    if (arguments[0].equals("write")) {
      Vectors vectors =
          groups(
              Integer.parseInt(arguments[2]),
              Integer.parseInt(arguments[3]),
              Integer.parseInt(arguments[4]));
      write(file, vectors.values());
      return;
    }
    Vectors vectors = read(file, Integer.parseInt(arguments[2]));
    try (TaskRunner tasks = new PooledTaskRunner()) {
      long start = System.nanoTime();
      long processor = processorNanos();
      float[] map =
          switch (arguments[0]) {
            case "graph" -> graph(vectors, tasks);
            case "quality" -> read(Path.of(arguments[3]), 2).values();
            default -> map(vectors, spec(arguments[0]), tasks).coordinates();
          };
      System.out.printf(
          Locale.ROOT,
          "| %s, %,d × %d | %.1f s | %.1f s processor |%n",
          arguments[0],
          vectors.lines(),
          vectors.dimensions(),
          (System.nanoTime() - start) / 1e9,
          (processorNanos() - processor) / 1e9);
      if (map.length > 0) {
        quality(vectors, map, tasks);
        if (arguments.length > 3 && !arguments[0].equals("quality")) {
          write(Path.of(arguments[3]), map);
        }
      }
    }
  }

  private static float[] graph(Vectors vectors, TaskRunner tasks) {
    NeighbourGraph graph =
        NeighbourGraph.of(
            vectors,
            NeighbourParameters.of(NeighbourParameters.DEFAULT_K, VectorDistance.EUCLIDEAN),
            tasks,
            TaskContext.NONE);
    System.out.printf(Locale.ROOT, "recall at 15: %.4f%n", graph.recall());
    return new float[0];
  }

  private static Projection map(Vectors vectors, ProjectionSpec spec, TaskRunner tasks) {
    return new Projector(MapPreview.NONE, ModelFiles.NONE, tasks, TaskContext.NONE)
        .run(vectors, spec);
  }

  private static ProjectionSpec spec(String method) {
    return switch (method) {
      case "umap" -> new ProjectionSpec.Umap("v", VectorDistance.EUCLIDEAN, 1, 15, 0.1, 1, 0, 5);
      case "tsne" -> new ProjectionSpec.Tsne("v", VectorDistance.EUCLIDEAN, 1, 30, 750);
      case "pca" -> new ProjectionSpec.Principal("v", VectorDistance.EUCLIDEAN, 1);
      default -> throw new IllegalArgumentException("No method: " + method);
    };
  }

  private static void quality(Vectors vectors, float[] map, TaskRunner tasks) {
    int[] asked =
        new SplittableRandom(1)
            .ints(0, vectors.lines())
            .distinct()
            .limit(MapQuality.sampleSize(vectors.lines()))
            .toArray();
    MapQuality quality =
        MapQuality.of(
                vectors,
                new Vectors(map.length / 2, 2, map),
                asked,
                MapQuality.DEFAULT_K,
                1,
                tasks,
                TaskContext.NONE)
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "trustworthiness %.4f, continuity %.4f, neighbours kept %.4f (%d rows asked)%n",
        quality.trustworthiness(),
        quality.continuity(),
        quality.neighbourPreservation(),
        quality.asked());
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /// Groups around centres drawn from a normal law, each spread by the same law in all dimensions.
  private static Vectors groups(int lines, int dimensions, int groups) {
    SplittableRandom random = new SplittableRandom(1);
    float[] centres = new float[groups * dimensions];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (float) random.nextGaussian();
    }
    float[] values = new float[lines * dimensions];
    for (int line = 0; line < lines; line++) {
      int centre = random.nextInt(groups) * dimensions;
      for (int j = 0; j < dimensions; j++) {
        values[line * dimensions + j] = (float) (centres[centre + j] + random.nextGaussian());
      }
    }
    return new Vectors(lines, dimensions, values);
  }

  private static Vectors read(Path file, int dimensions) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return new Vectors(values.length / dimensions, dimensions, values);
  }

  private static void write(Path file, float[] values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    Files.write(file, bytes.array());
  }
}
