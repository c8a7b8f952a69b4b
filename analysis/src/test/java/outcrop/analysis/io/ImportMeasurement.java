package outcrop.analysis.io;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import outcrop.analysis.column.StoredColumns;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.index.TextIndex;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.WholeFile;

/// Measures an import against DuckDB's `CREATE TABLE AS SELECT * FROM read_csv(...)` in one run:
/// the first (cold) time, the median of all, and the peak heap of the import. Where there are text
/// fields, their index is part of it. DuckDB makes its table in a database file, as the import
/// stores its columns, and once more in memory.
///
/// Run with `java -Xmx1g --enable-native-access=ALL-UNNAMED -cp …
/// outcrop.analysis.io.ImportMeasurement FILE [REPETITIONS]`; the class path is that of the tests.
public final class ImportMeasurement {
  private ImportMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    Path directory = Files.createTempDirectory("outcrop-measure");
    double[] ours = new double[repetitions];
    double[] theirs = new double[repetitions];
    double[] inMemory = new double[repetitions];
    double[] ourCpu = new double[repetitions];
    double[] theirCpu = new double[repetitions];
    long[] previewed = new long[repetitions];
    try (TaskRunner runner = new PooledTaskRunner()) {
      Importer importer = new Importer(runner);
      for (int i = 0; i < repetitions; i++) {
        resetPeak();
        long cpu = processor();
        long start = System.nanoTime();
        ImportPreview preview = importer.preview(List.of(file), TaskContext.NONE);
        previewed[i] = (System.nanoTime() - start) / 1_000_000;
        ReadReport report =
            importer.read(
                preview.spec(), Path.of("."), directory.resolve("store"), TaskContext.NONE);
        double columns = (System.nanoTime() - start) / 1e6;
        double columnsCpu = (processor() - cpu) / 1e6;
        index(directory.resolve("store"), runner);
        ours[i] = (System.nanoTime() - start) / 1e6;
        long peak = peakHeap() >> 20;
        ourCpu[i] = (processor() - cpu) / 1e6;
        cpu = processor();
        Path database = directory.resolve("duckdb");
        theirs[i] = milliseconds(() -> duckDb(file, database.toString()));
        theirCpu[i] = (processor() - cpu) / 1e6;
        Files.delete(database);
        inMemory[i] = milliseconds(() -> duckDb(file, ""));
        System.out.printf(
            "run %d: import %.0f ms (preview %d ms, columns %.0f ms with %.0f ms of processor,"
                + " processor %.0f ms), %d rows, peak heap %d MB, %.2f of the file's size on disk;"
                + " DuckDB %.0f ms (processor %.0f ms), in memory %.0f ms%n",
            i + 1,
            ours[i],
            previewed[i],
            columns,
            columnsCpu,
            ourCpu[i],
            report.rows(),
            peak,
            size(directory.resolve("store")) / (double) Files.size(file),
            theirs[i],
            theirCpu[i],
            inMemory[i]);
      }
    } finally {
      WholeFile.deleteTree(directory);
    }
    String name = String.valueOf(file.getFileName());
    System.out.printf(
        "| %s, first import against DuckDB | %.2f s : %.2f s = **%.2f** |%n"
            + "| %s, median of %d | %.2f s : %.2f s = **%.2f** |%n"
            + "| %s, median, DuckDB in memory | %.2f s : %.2f s = %.2f |%n"
            + "| %s, processor time, median | %.2f s : %.2f s = %.2f |%n",
        name,
        ours[0] / 1e3,
        theirs[0] / 1e3,
        ours[0] / theirs[0],
        name,
        repetitions,
        median(ours) / 1e3,
        median(theirs) / 1e3,
        median(ours) / median(theirs),
        name,
        median(ours) / 1e3,
        median(inMemory) / 1e3,
        median(ours) / median(inMemory),
        name,
        median(ourCpu) / 1e3,
        median(theirCpu) / 1e3,
        median(ourCpu) / median(theirCpu));
  }

  /// Indexes the text fields, as opening the project does.
  private static void index(Path store, TaskRunner runner) {
    try (StoredColumns columns = StoredColumns.open(store)) {
      if (columns.schema().fields().stream().anyMatch(f -> f.type() == FieldType.TEXT)) {
        TextIndex.build(columns, store.resolve("text"), runner, TaskContext.NONE).close();
      }
    }
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().length()).sum();
    }
  }

  private static double milliseconds(Callable<Long> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e6;
  }

  /// @param database a file that is not there yet, or empty for memory
  private static long duckDb(Path file, String database) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      String quoted = file.toAbsolutePath().toString().replace("'", "''");
      return statement.executeUpdate("create table t as select * from read_csv('" + quoted + "')");
    }
  }

  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void resetPeak() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
