package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.column.TimePeriod;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.testing.Tables;

class BinsTest {
  private static double[] edges(double[] values, int wanted, Scale scale) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    boolean integral = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    return NumberBins.edges(
        new NumberBins.Values(
            sorted[0], sorted[sorted.length - 1], sorted.length, integral, sorted),
        wanted,
        scale);
  }

  @Test
  void wholeNumbersOfASmallRangeHaveABinEach() {
    assertArrayEquals(
        new double[] {1, 2, 3, 4, 5, 6},
        edges(new double[] {1, 2, 3, 4, 5}, 0, Scale.LINEAR),
        "ratings must not share bins");
  }

  private static BinRule rule(double[] values, int wanted) {
    ColumnStore table =
        ColumnStore.of(
            List.of(NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), values, null)));
    ViewQuery query =
        new DistributionQuery("v", "x", "", Bins.DEFAULT.withCount(wanted), Scale.LINEAR);
    ViewData data =
        new QueryEngine(table, new DirectTaskRunner()).answer(query, RowSet.all(values.length));
    return ((DistributionData) data).axis().rule();
  }

  @Test
  void theAnswerSaysWhichRuleChoseTheBins() {
    double[] spread = DoubleStream.iterate(0.5, x -> x + 0.25).limit(1000).toArray();
    double[] halfEqual = DoubleStream.iterate(0, i -> i + 1).limit(100).toArray();
    for (int i = 0; i < halfEqual.length; i++) {
      halfEqual[i] = i % 10 == 0 ? i / 7.0 : 3.5;
    }
    double[] outlier = spread.clone();
    outlier[0] = 1e6;
    assertEquals(BinRule.FREEDMAN_DIACONIS, rule(spread, 0), "values that spread");
    assertEquals(BinRule.STURGES, rule(halfEqual, 0), "more than half of the values are equal");
    assertEquals(BinRule.LIMITED, rule(outlier, 0), "an outlier would want thousands of bins");
    assertEquals(BinRule.ASKED, rule(spread, 17), "the user's count");
    assertEquals(BinRule.EACH_WHOLE, rule(new double[] {1, 5, 2}, 0), "ratings");
    assertEquals(BinRule.EVEN, rule(new double[] {2.5, 2.5}, 0), "one value only");
    assertEquals(
        BinRule.CALENDAR,
        TimeBins.axis(0, 86_400_000_000L * 40, 0, ValueFormat.DATE).rule(),
        "days of a calendar");
    assertEquals(
        BinRule.ASKED,
        TimeBins.axis(0, 86_400_000_000L * 40, 7, ValueFormat.DATE).rule(),
        "the user's count of time bins");
  }

  @Test
  void binsOfWholeNumbersHoldEquallyManyNumbers() {
    double[] years = DoubleStream.iterate(1880, y -> y + 1).limit(138).toArray();
    double[] edges = edges(years, 0, Scale.LINEAR);
    double step = edges[1] - edges[0];
    for (int i = 1; i < edges.length; i++) {
      assertEquals(step, edges[i] - edges[i - 1], "uneven bins show waves that are not there");
    }
    assertEquals(0, edges[0] % step, "edges must be round: " + Arrays.toString(edges));
  }

  @Test
  void edgesAreRoundNumbersWrittenShort() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = random.doubles(1000, 0.03, 0.97).toArray();
    double[] edges = edges(values, 0, Scale.LINEAR);
    for (double edge : edges) {
      assertTrue(
          Double.toString(edge).length() <= 5, "an edge such as 0.30000000000000004: " + edge);
    }
    assertTrue(edges.length - 1 >= 5 && edges.length - 1 <= 60, "between 5 and 60 bins");
  }

  @Test
  void aWantedCountGivesEqualBinsFromTheSmallestToTheLargest() {
    assertArrayEquals(
        new double[] {0.5, 1.5, 2.5, 3.5, 4.5},
        edges(new double[] {0.5, 1, 4.5}, 4, Scale.LINEAR),
        1e-12,
        "four bins were wanted");
    assertEquals(11, edges(new double[] {1, 1000}, 10, Scale.LOG).length, "ten bins by logarithm");
    assertArrayEquals(
        new double[] {0, 3, 6, 9, 12},
        edges(new double[] {0, 5, 9}, 4, Scale.LINEAR),
        "bins of whole numbers have whole edges");
  }

  @Test
  void logarithmicBinsOfWholeNumbersHaveNoGaps() {
    double[] values = DoubleStream.iterate(1, v -> v + 1).limit(10_000).toArray();
    for (double edge : edges(values, 0, Scale.LOG)) {
      assertEquals(Math.rint(edge), edge, "an edge between whole numbers leaves bins empty");
    }
  }

  @Test
  void everyFiniteValueIsInTheBinThatHoldsIt() {
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double exponent = random.nextDouble(-12, 17);
      double[] values =
          random
              .doubles(random.nextInt(1, 200))
              .map(u -> (u - 0.3) * Math.pow(10, exponent))
              .map(v -> random.nextInt(3) == 0 ? Math.rint(v) : v)
              .toArray();
      for (Scale scale : Scale.values()) {
        double[] shown = Arrays.stream(values).filter(v -> scale != Scale.LOG || v > 0).toArray();
        if (shown.length > 0) {
          double[] edges = edges(shown, random.nextInt(2) * random.nextInt(100), scale);
          for (int i = 1; i < edges.length; i++) {
            assertTrue(edges[i - 1] < edges[i], "edges must rise, seed " + seed);
          }
          for (double value : shown) {
            int bin = Binning.find(edges, value);
            assertTrue(
                bin >= 0
                    && edges[bin] <= value
                    && (value < edges[bin + 1] || bin == edges.length - 2),
                "%s of seed %d, %s, is in bin %d of %s"
                    .formatted(value, seed, scale, bin, Arrays.toString(edges)));
          }
        }
      }
    }
  }

  @Test
  void extremeColumnsHaveBinsToo() {
    double[][] columns = {
      {5},
      {0.1, 0.1},
      {-Double.MAX_VALUE, Double.MAX_VALUE},
      {0, Double.MIN_VALUE},
      {1e300, 1.0000000000000002e300},
      {Long.MIN_VALUE, Long.MAX_VALUE},
      {0.1, 0.1 + Math.ulp(0.1)},
      {-1e-310, 1e-310}
    };
    for (double[] values : columns) {
      for (Scale scale : new Scale[] {Scale.LINEAR, Scale.SYMLOG}) {
        for (int wanted : new int[] {0, 1, 7}) {
          double[] edges = edges(values, wanted, scale);
          assertTrue(
              edges.length >= 2 && edges[0] <= values[0] && edges[edges.length - 1] >= values[0],
              Arrays.toString(values) + " by " + scale + " gives " + Arrays.toString(edges));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} to {1} are binned by {3}, first edge {4}")
  @CsvSource({
    "2024-01-15, 2024-02-10, 0, DAY, 2024-01-15",
    "2024-01-15, 2024-12-10, 0, WEEK, 2024-01-15",
    "2021-01-15, 2024-12-10, 0, MONTH, 2021-01-01",
    "2011-01-15, 2024-12-10, 0, QUARTER, 2011-01-01",
    "1981-05-05, 2024-12-10, 0, YEAR, 1981-01-01",
    "1801-05-05, 2024-12-10, 0, YEAR, 1800-01-01",
    "2024-01-15, 2024-01-15, 0, DAY, 2024-01-15",
    "2024-01-15, 2024-12-10, 12, MONTH, 2024-01-01"
  })
  void timesAreBinnedByTheCalendar(
      String from, String to, int wanted, String unit, String firstEdge) {
    ValueFormat date = ValueFormat.DATE;
    long min = TimePeriod.parse(from, date).orElseThrow().from();
    long max = TimePeriod.parse(to, date).orElseThrow().from();
    BinAxis.Times axis = TimeBins.axis(min, max, wanted, date);
    assertEquals(unit, axis.unit(), "the calendar step");
    assertEquals(firstEdge, TimeColumn.textOf(axis.edges()[0], date), "the first boundary");
    assertTrue(axis.size() <= 60, "at most 60 bins, not " + axis.size());
    long last = axis.edges()[axis.size()];
    assertTrue(last > max, "half-open bins must reach past the last moment");
  }

  @Test
  void shortStretchesOfTimeHaveSmallBins() {
    BinAxis.Times axis = TimeBins.axis(0, 30_000_000, 0, ValueFormat.INSTANT);
    assertEquals("SECOND", axis.unit(), "thirty seconds");
    assertEquals("EVEN", TimeBins.axis(0, 900, 0, ValueFormat.INSTANT).unit(), "a millisecond");
    assertTrue(
        TimeBins.axis(Long.MIN_VALUE / 2, Long.MAX_VALUE, 0, ValueFormat.INSTANT).size() > 0,
        "the whole of time");
  }

  @Test
  void textsAreCountedByTheirLengthInCharacters() {
    ColumnStore table =
        Tables.of(
            """
            text:text
            ab
            éé
            😀
            -
            """);
    DistributionData data =
        (DistributionData)
            new QueryEngine(table, new DirectTaskRunner())
                .answer(
                    new DistributionQuery("v", "text", "", Bins.DEFAULT, Scale.LINEAR),
                    RowSet.all(4));
    assertArrayEquals(new long[] {1, 2}, data.counts()[0], "one of length 1, two of length 2");
    assertArrayEquals(new long[] {1}, data.apart().missing(), "one without text");
  }

  @Test
  void answersDoNotDependOnTheAnswersBefore() {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 1000;
    ColumnStore table =
        ColumnStore.of(
            List.of(
                NumberColumn.ofLongs(
                    new Field("n", FieldType.NUMBER),
                    LongStream.generate(() -> random.nextLong(300)).limit(rows).toArray(),
                    RowSet.of(rows, 3, 500))));
    QueryEngine kept = new QueryEngine(table, new DirectTaskRunner());
    DistributionQuery query =
        new DistributionQuery("v", "n", "", Bins.DEFAULT.withCount(300), Scale.LINEAR);
    long[] words = new long[RowSet.wordCount(rows)];
    for (int round = 0; round < 300; round++) {
      if (round % 20 == 0) {
        for (int w = 0; w < words.length; w++) {
          words[w] = round % 40 == 0 ? random.nextLong() : -1L;
        }
      }
      words[random.nextInt(words.length)] ^= random.nextLong() & random.nextLong();
      RowSet selected = RowSet.ofWords(words.clone(), rows);
      DistributionData fresh =
          (DistributionData) new QueryEngine(table, new DirectTaskRunner()).answer(query, selected);
      DistributionData again = (DistributionData) kept.answer(query, selected);
      assertArrayEquals(fresh.counts()[0], again.counts()[0], "round " + round);
      assertArrayEquals(fresh.apart().missing(), again.apart().missing(), "round " + round);
    }
  }
}
