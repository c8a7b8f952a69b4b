package outcrop.analysis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.DirectTaskRunner;

/// The kernels under queries, each over 1,000,000 rows on one thread: range scan, bitmap algebra,
/// counting by cell, sorting, decoding texts. From the project's root:
///
///     ./mvnw -q -pl analysis test-compile exec:exec -Dexec.skip=false -Dexec.classpathScope=test \
///       -Dexec.args="-cp %classpath org.openjdk.jmh.Main KernelBenchmark"
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED"})
public class KernelBenchmark {
  private static final int ROWS = 1_000_000;
  private static final int TEXTS = 100_000;

  private ColumnStore columns;
  private PredicateEvaluator evaluator;
  private QueryEngine engine;
  private TextColumn texts;
  private RowSet half;
  private RowSet third;
  private int step;

  @Setup(Level.Trial)
  public void make() {
    SplittableRandom random = new SplittableRandom(7);
    double[] doubles = new double[ROWS];
    long[] longs = new long[ROWS];
    String[] names = new String[ROWS];
    for (int row = 0; row < ROWS; row++) {
      doubles[row] = random.nextDouble();
      longs[row] = random.nextLong(1_000_000_000L);
      names[row] = "n" + random.nextInt(500);
    }
    columns =
        ColumnStore.of(
            List.of(
                NumberColumn.ofDoubles(new Field("real", FieldType.NUMBER), doubles, null),
                NumberColumn.ofLongs(new Field("whole", FieldType.NUMBER), longs, null),
                CategoryColumn.of(new Field("name", FieldType.CATEGORY), names)));
    evaluator = new PredicateEvaluator(columns, Optional::empty);
    engine = new QueryEngine(columns, new DirectTaskRunner());
    half = evaluator.evaluate(Predicate.Range.halfOpen("real", "0.25", "0.75"));
    third = evaluator.evaluate(Predicate.Range.halfOpen("whole", null, "333333333"));
    texts = TextColumn.of(new Field("text", FieldType.TEXT), texts(random));
  }

  private static String[] texts(SplittableRandom random) {
    String[] words = LargeTable.words(random);
    int[] pick = LargeTable.zipf();
    String[] texts = new String[TEXTS];
    for (int row = 0; row < TEXTS; row++) {
      List<String> text = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        text.add(words[pick[random.nextInt(pick.length)]]);
      }
      texts[row] = String.join(" ", text);
    }
    return texts;
  }

  /// A bound that no call before had, so that no answer is taken from memory.
  private String bound() {
    return "0.25" + (100_000 + step++);
  }

  @Benchmark
  public RowSet rangeOfDoubles() {
    return evaluator.evaluate(Predicate.Range.halfOpen("real", bound(), "0.75"));
  }

  @Benchmark
  public RowSet rangeOfLongs() {
    return evaluator.evaluate(
        Predicate.Range.halfOpen("whole", Integer.toString(step++), "500000000"));
  }

  @Benchmark
  public int bitmapAndOrNot() {
    return half.and(third).or(third.not()).cardinality();
  }

  /// From scan to the counts of a histogram; half of the rows, scattered.
  @Benchmark
  public ViewData countByBin() {
    return engine.answer(
        new DistributionQuery("v", "whole", "", Bins.DEFAULT, Scale.LINEAR), rangeOfDoubles());
  }

  @Benchmark
  public ViewData countByName() {
    return engine.answer(
        new DistributionQuery("v", "name", "", Bins.DEFAULT, Scale.LINEAR), rangeOfDoubles());
  }

  @Benchmark
  public ViewData sortFromNothing() {
    return new QueryEngine(columns, new DirectTaskRunner())
        .answer(new RowsQuery("t", List.of(new SortKey("real", false))), half);
  }

  /// 100,000 texts of 60 words into strings.
  @Benchmark
  public long decodeTexts() {
    long length = 0;
    for (int row = 0; row < TEXTS; row++) {
      length += texts.head(row, Integer.MAX_VALUE).length();
    }
    return length;
  }
}
