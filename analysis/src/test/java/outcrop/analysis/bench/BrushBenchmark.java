package outcrop.analysis.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.Coordinator;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.query.ViewSink;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.PooledTaskRunner;

/// A brush that moves over 1.7 million rows with eight linked views, and one counting kernel against the same
/// `GROUP BY` in DuckDB in memory, in the same run. From the project's root:
///
///     ./mvnw -q -pl analysis test-compile exec:exec -Dexec.skip=false -Dexec.classpathScope=test \
///       -Dexec.args="-cp %classpath -Doutcrop.root=$PWD org.openjdk.jmh.Main BrushBenchmark"
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "--enable-native-access=ALL-UNNAMED"})
public class BrushBenchmark {
  private static final int VIEWS = 8;

  private ColumnStore columns;
  private PooledTaskRunner runner;
  private QueryEngine engine;
  private PredicateEvaluator evaluator;
  private Coordinator coordinator;
  private Connection duckdb;
  private Statement sql;
  private volatile CountDownLatch answered = new CountDownLatch(VIEWS);
  private int move;

  @Setup(Level.Trial)
  public void open() throws SQLException, InterruptedException {
    columns = BabyNames.columns();
    runner = new PooledTaskRunner();
    engine = new QueryEngine(columns, runner);
    evaluator = new PredicateEvaluator(columns, Optional::empty);
    coordinator = new Coordinator(engine, evaluator, runner, Runnable::run);
    register(
        distribution("year", "year", "", Scale.LINEAR),
        distribution("sex", "sex", "", Scale.LINEAR),
        distribution("births", "births", "", Scale.LOG),
        distribution("name", "name", "", Scale.LINEAR),
        distribution("year by sex", "year", "sex", Scale.LINEAR),
        distribution("births by sex", "births", "sex", Scale.SYMLOG),
        distribution("name by sex", "name", "sex", Scale.LINEAR),
        new RowsQuery("table", List.of(new SortKey("births", true))));
    loadDuckDb();
  }

  private static ViewQuery distribution(String id, String field, String by, Scale scale) {
    return new DistributionQuery(id, field, by, Bins.DEFAULT, scale);
  }

  private void register(ViewQuery... queries) throws InterruptedException {
    for (ViewQuery query : queries) {
      coordinator.register(
          query,
          new ViewSink() {
            @Override
            public void show(ViewData data) {
              answered.countDown();
            }

            @Override
            public void fail(Throwable failure) {
              throw new IllegalStateException(failure);
            }
          });
    }
    answered.await();
  }

  private void loadDuckDb() throws SQLException {
    duckdb = DriverManager.getConnection("jdbc:duckdb:");
    sql = duckdb.createStatement();
    sql.execute("set threads = 2");
    sql.execute("create table t(name varchar, sex varchar, year bigint, births bigint)");
    CategoryColumn name = (CategoryColumn) columns.column("name");
    CategoryColumn sex = (CategoryColumn) columns.column("sex");
    NumberColumn year = (NumberColumn) columns.column("year");
    NumberColumn births = (NumberColumn) columns.column("births");
    try (var appender = duckdb.unwrap(DuckDBConnection.class).createAppender("t")) {
      for (int row = 0; row < columns.rowCount(); row++) {
        appender.beginRow();
        appender.append(name.textAt(row));
        appender.append(sex.textAt(row));
        appender.append(year.longAt(row));
        appender.append(births.longAt(row));
        appender.endRow();
      }
    }
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    coordinator.close();
    runner.close();
    sql.close();
    duckdb.close();
  }

  /// A brush that no move before had, so that its rows must be found anew.
  private SelectionClause brush(int width) {
    int from = 1885 + Math.floorMod(move * 3, 120 - width);
    String never = "." + (100_000 + move++);
    return SelectionClause.of(
        "year", "brush", Predicate.Range.halfOpen("year", from + never, (from + width) + never));
  }

  /// From the event to the last of eight new answers; the brush steps by three years.
  @Benchmark
  public void brushMove() throws InterruptedException {
    answered = new CountDownLatch(VIEWS);
    coordinator.preview(brush(30));
    answered.await();
  }

  /// The same with a second filter in force, which cuts the bitmap into small pieces.
  @Benchmark
  public void brushMoveUnderAnotherFilter() throws InterruptedException {
    answered = new CountDownLatch(VIEWS);
    Predicate many = Predicate.Range.halfOpen("births", "20", null);
    coordinator.select(
        Selection.EMPTY.with(SelectionClause.of("other", "x", many)).with(brush(30)));
    answered.await();
  }

  /// A filter never asked before that keeps about half of the rows, scattered: those that the last
  /// one did not keep. No cache helps and nothing can be taken over from the last answer.
  private Predicate freshHalf() {
    String bound = "10." + (100_000 + move++);
    return move % 2 == 0
        ? Predicate.Range.halfOpen("births", bound, null)
        : Predicate.Range.halfOpen("births", null, bound);
  }

  private String freshHalfSql() {
    return move++ % 2 == 0 ? "births > 10" : "births <= 10";
  }

  private ViewData count(ViewQuery query) {
    return engine.answer(query, evaluator.evaluate(freshHalf()));
  }

  /// Filter and count from nothing on one thread.
  @Benchmark
  public ViewData groupByName() {
    return count(distribution("v", "name", "", Scale.LINEAR));
  }

  @Benchmark
  public long groupByNameInDuckDb() throws SQLException {
    return rows("select name, count(*) from t where " + freshHalfSql() + " group by name");
  }

  @Benchmark
  public ViewData groupByYearAndSex() {
    return count(distribution("v", "year", "sex", Scale.LINEAR));
  }

  @Benchmark
  public long groupByYearAndSexInDuckDb() throws SQLException {
    return rows(
        "select year, sex, count(*) from t where " + freshHalfSql() + " group by year, sex");
  }

  private long rows(String query) throws SQLException {
    long rows = 0;
    try (ResultSet result = sql.executeQuery("select count(*) from (" + query + ")")) {
      while (result.next()) {
        rows += result.getLong(1);
      }
    }
    return rows;
  }

  /// A first sort of all rows by the column of most values.
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Measurement(iterations = 5)
  public ViewData firstSort() {
    return new QueryEngine(columns, runner)
        .answer(
            new RowsQuery("t", List.of(new SortKey("name", false))),
            RowSet.all(columns.rowCount()));
  }
}
