package outcrop.analysis.bench;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import outcrop.analysis.model.KMeans;
import outcrop.analysis.model.KMeansResult;
import outcrop.analysis.model.Pca;
import outcrop.analysis.model.Vectors;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Measures k-means and principal components of vectors in a file of little-endian floats, five
/// times in one process: the first run is that of a new program.
///
///     java --add-modules jdk.incubator.vector -Xmx4g -cp … outcrop.analysis.bench.ModelMeasurement \
///         kmeans FILE DIMENSIONS CLUSTERS STARTS
///     … ModelMeasurement pca FILE DIMENSIONS COMPONENTS
///
/// `MapMeasurement write` makes such a file.
public final class ModelMeasurement {
  private static final int RUNS = 5;

  private ModelMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Vectors vectors = read(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    int number = Integer.parseInt(arguments[3]);
    try (TaskRunner tasks = new PooledTaskRunner()) {
      IntFunction<String> run =
          arguments[0].equals("kmeans")
              ? seed -> kMeans(vectors, number, Integer.parseInt(arguments[4]), seed, tasks)
              : seed -> components(vectors, number, seed, tasks);
      for (int i = 1; i <= RUNS; i++) {
        long start = System.nanoTime();
        String found = run.apply(1);
        System.out.printf(
            Locale.ROOT, "| run %d | %.2f s | %s |%n", i, (System.nanoTime() - start) / 1e9, found);
      }
    }
  }

  private static String kMeans(Vectors vectors, int k, int starts, int seed, TaskRunner tasks) {
    KMeansResult found = KMeans.run(vectors, k, starts, seed, tasks, TaskContext.NONE);
    return "inertia " + found.inertia() + ", " + found.iterations() + " iterations";
  }

  private static String components(Vectors vectors, int count, int seed, TaskRunner tasks) {
    return "first variance "
        + Pca.fit(vectors, count, seed, tasks, TaskContext.NONE).variances()[0];
  }

  private static Vectors read(Path file, int dimensions) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      float[] values = new float[(int) (channel.size() / Float.BYTES)];
      channel
          .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return new Vectors(values.length / dimensions, dimensions, values);
    }
  }
}
