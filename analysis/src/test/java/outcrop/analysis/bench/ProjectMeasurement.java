package outcrop.analysis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.Importer;
import outcrop.analysis.query.Coordinator;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.query.ViewSink;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.workspace.Workspace;

/// Measures a project as a face uses it: importing into it, opening it to the first picture, moving
/// a brush over eight linked views, counting all rows of a histogram, and counting what a search
/// finds.
///
///     java -Xmx4g --enable-native-access=ALL-UNNAMED -cp … \
///       outcrop.analysis.bench.ProjectMeasurement import FILE PROJECT
///     java … outcrop.analysis.bench.ProjectMeasurement use PROJECT FIELD_TO_BRUSH FILE
///
/// The second form loads FILE into DuckDB in memory and asks it the same questions in the same run.
/// Prints one line a measure, as rows of a Markdown table.
public final class ProjectMeasurement {
  private static final int VIEWS = 8;
  private static final int MOVES = 1_000;
  private static final int SEARCHES = 100;

  private ProjectMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    try (TaskRunner runner = new PooledTaskRunner()) {
      switch (arguments[0]) {
        case "import" -> importInto(Path.of(arguments[1]), Path.of(arguments[2]), runner);
        case "use" -> {
          use(Path.of(arguments[1]), arguments[2], runner);
          askDuckDb(Path.of(arguments[3]), arguments[2]);
        }
        default -> throw new IllegalArgumentException("import or use, not " + arguments[0]);
      }
    }
  }

  private static void importInto(Path file, Path project, TaskRunner runner) throws Exception {
    long start = System.nanoTime();
    long cpu = processor();
    ImportPreview preview = new Importer(runner).preview(List.of(file), TaskContext.NONE);
    Workspace.importInto(project, preview, Path.of("").toAbsolutePath(), runner, TaskContext.NONE);
    row("import %s, columns".formatted(file.getFileName()), "%.2f s".formatted(since(start) / 1e3));
    try (Workspace workspace = Workspace.open(project, false, runner)) {
      workspace.textReady().join();
      row("import, with the text index", "%.2f s".formatted(since(start) / 1e3));
      row("processor time of that", "%.2f s".formatted((processor() - cpu) / 1e9));
      row("peak heap", (peakHeap() >> 20) + " MB");
      row("rows", Integer.toString(workspace.columns().rowCount()));
    }
  }

  private static void use(Path project, String brushed, TaskRunner runner) throws Exception {
    long start = System.nanoTime();
    try (Workspace workspace = Workspace.open(project, true, runner)) {
      row("open", "%.0f ms".formatted(since(start)));
      new Answers(workspace, brushed, List.of()).first();
      row("open, to the data of seven histograms and the table", "%.0f ms".formatted(since(start)));
      Answers answers = new Answers(workspace, brushed, List.of(new SortKey(brushed, true)));
      answers.first();
      row("and the table sorted for the first time", "%.0f ms".formatted(since(start)));
      percentiles("brush move, eight linked views, the first 200", times(200, answers::brush));
      percentiles("brush move, eight linked views, warm", times(MOVES, answers::brush));
      ColumnStore columns = workspace.columns();
      QueryEngine fresh = new QueryEngine(columns, runner);
      RowSet all = RowSet.all(columns.rowCount());
      percentiles(
          "histogram of all rows, from nothing",
          times(20, i -> fresh.answer(histogram("h" + i, brushed, 20 + i), all)));
      percentiles("range to count", times(SEARCHES, i -> answers.count(answers.range(i, 0.3))));
      columns.schema().fields().stream()
          .filter(field -> field.type() == FieldType.TEXT)
          .findFirst()
          .ifPresent(
              field ->
                  percentiles(
                      "term to count",
                      times(
                          SEARCHES,
                          i -> answers.count(new Predicate.Query(answers.term(field.name(), i))))));
    }
    row("peak heap", (peakHeap() >> 20) + " MB");
  }

  private static void askDuckDb(Path file, String field) throws SQLException {
    String from = "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("create table t as select * from " + from);
      percentiles(
          "DuckDB: histogram of all rows",
          times(
              20,
              i ->
                  query(
                      sql,
                      "select floor(%s / %d), count(*) from t group by 1"
                          .formatted(field, 20 + i))));
      percentiles(
          "DuckDB: range to count",
          times(
              20,
              i ->
                  query(
                      sql,
                      "select count(*) from t where %1$s >= %2$d and %1$s < %3$d"
                          .formatted(field, 10 * i, 10 * i + 300))));
    }
  }

  private static void query(Statement sql, String text) {
    try (ResultSet rows = sql.executeQuery(text)) {
      while (rows.next()) {
        rows.getObject(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// The views of a face, without the face.
  private static final class Answers {
    private final Workspace workspace;
    private final String brushed;
    private final Coordinator coordinator;
    private final List<ViewQuery> queries = new ArrayList<>();
    private volatile CountDownLatch answered = new CountDownLatch(VIEWS);
    private int move;

    Answers(Workspace workspace, String brushed, List<SortKey> order) {
      this.workspace = workspace;
      this.brushed = brushed;
      this.coordinator = workspace.coordinator(Runnable::run);
      workspace.columns().schema().fields().stream()
          .filter(field -> field.type() != FieldType.TEXT)
          .limit(VIEWS - 1)
          .forEach(field -> queries.add(histogram(field.name(), field.name(), 0)));
      while (queries.size() < VIEWS - 1) {
        queries.add(histogram("more" + queries.size(), brushed, 10 + queries.size()));
      }
      queries.add(new RowsQuery("table", order));
    }

    void first() throws InterruptedException {
      for (ViewQuery query : queries) {
        coordinator.register(query, new Sink());
      }
      answered.await();
    }

    private final class Sink implements ViewSink {
      @Override
      public void show(ViewData data) {
        answered.countDown();
      }

      @Override
      public void fail(Throwable failure) {
        throw new IllegalStateException(failure);
      }
    }

    void brush(int i) {
      answered = new CountDownLatch(VIEWS);
      coordinator.preview(SelectionClause.of(brushed, "brush", range(i, 0.25)));
      try {
        answered.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    /// A range that no step before had; it moves by a hundredth of the field's extent.
    Predicate range(int i, double width) {
      Column column = workspace.columns().column(brushed);
      if (!(column instanceof NumberColumn numbers)) {
        throw new IllegalArgumentException(brushed + " holds no numbers");
      }
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      for (int row = 0; row < Math.min(10_000, numbers.rowCount()); row++) {
        low = Math.min(low, numbers.at(row));
        high = Math.max(high, numbers.at(row));
      }
      double from = low + (high - low) * ((i * 0.01) % (1 - width)) + 1e-7 * move++;
      return Predicate.Range.halfOpen(
          brushed, Double.toString(from), Double.toString(from + (high - low) * width));
    }

    /// A word of some row.
    String term(String field, int i) {
      Column text = workspace.columns().column(field);
      String value = text.textAt((int) ((long) text.rowCount() * i / SEARCHES));
      String[] words = value == null ? new String[] {"none"} : value.split("\\W+");
      return field + ":" + words[i % words.length];
    }

    void count(Predicate predicate) {
      workspace.evaluator().evaluate(predicate).cardinality();
    }
  }

  private static ViewQuery histogram(String id, String field, int bins) {
    return new DistributionQuery(id, field, "", Bins.DEFAULT.withCount(bins), Scale.LINEAR);
  }

  private static double[] times(int count, IntConsumer work) {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      work.accept(i);
      times[i] = since(start);
    }
    return times;
  }

  private static void percentiles(String what, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    row(
        what,
        "p50 %.1f ms, p95 %.1f ms, first %.1f ms"
            .formatted(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)], times[0]));
  }

  private static void row(String what, String value) {
    System.out.println("| " + what + " | " + value + " |");
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
