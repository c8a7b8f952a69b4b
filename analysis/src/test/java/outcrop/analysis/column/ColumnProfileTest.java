package outcrop.analysis.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.testing.GeneratedTable;
import outcrop.analysis.testing.Tables;

class ColumnProfileTest {
  private static ColumnProfile profile(String table) {
    ColumnStore columns = Tables.of(table);
    Column column = columns.column(columns.schema().fields().getFirst().name());
    return ColumnProfiler.profile(column, RowSet.all(columns.rowCount()));
  }

  @Test
  void numbersAreSummarisedWithNanAndInfinitiesApart() {
    ColumnProfile profile =
        profile(
            """
            x:num
            1
            2
            2
            4
            NaN
            Infinity
            -Infinity
            -
            0
            -0.0
            """);
    ColumnProfile.NumberSummary numbers = Objects.requireNonNull(profile.numbers());
    assertEquals(10, profile.rows(), "rows");
    assertEquals(1, profile.missing(), "missing");
    assertEquals(7, profile.distinct(), "0 and -0 are one value; NaN and infinities are values");
    assertEquals(6, numbers.n(), "finite values");
    assertEquals(1, numbers.nan(), "NaN");
    assertEquals(2, numbers.infinite(), "infinities");
    assertEquals("0", numbers.min(), "min");
    assertEquals("4", numbers.max(), "max");
    assertEquals(1.5, numbers.mean(), "mean of 0 0 1 2 2 4");
    assertEquals(1.51657508881031, numbers.sd(), 1e-14, "standard deviation with n - 1");
    assertEquals(0.25, numbers.quantiles().get(3), "lower quartile, interpolated");
    assertEquals(1.5, numbers.quantiles().get(4), "median");
    assertEquals(
        List.of(new ValueCount("0", 2), new ValueCount("2", 2), new ValueCount("-Infinity", 1)),
        profile.top().subList(0, 3),
        "ties stand by value");
  }

  @Test
  void integersKeepAllTheirDigits() {
    ColumnProfile profile =
        profile(
            """
            x:int
            9007199254740993
            9007199254740992
            -9223372036854775808
            9223372036854775807
            """);
    assertEquals(4, profile.distinct(), "neighbours beyond 2^53 are different");
    assertEquals("-9223372036854775808", Objects.requireNonNull(profile.numbers()).min(), "min");
    assertEquals("9223372036854775807", Objects.requireNonNull(profile.numbers()).max(), "max");
  }

  @Test
  void timesHaveMomentsAsQuantiles() {
    ColumnProfile profile =
        profile(
            """
            day:date
            2024-01-03
            2024-01-01
            -
            2024-01-02
            2024-01-10
            """);
    ColumnProfile.TimeSummary times = Objects.requireNonNull(profile.times());
    assertEquals("2024-01-01", times.min(), "first");
    assertEquals("2024-01-10", times.max(), "last");
    assertEquals("2024-01-02", times.quantiles().get(4), "the median is a day that occurs");
  }

  @Test
  void textsAreMeasuredInCharacters() {
    ColumnProfile profile =
        profile(
            """
            text:text
            😀é
            abcd
            abcd
            -
            """);
    assertEquals(2, profile.distinct(), "two different texts");
    assertEquals(1, profile.missing(), "one missing");
    assertEquals("2", Objects.requireNonNull(profile.lengths()).min(), "shortest");
    assertEquals("4", Objects.requireNonNull(profile.lengths()).max(), "longest");
  }

  @Test
  void nothingToSummariseIsSaidAsNothing() {
    ColumnProfile profile =
        profile(
            """
            x:num
            -
            NaN
            """);
    assertNull(Objects.requireNonNull(profile.numbers()).mean(), "no finite value, no mean");
    assertEquals(List.of(), Objects.requireNonNull(profile.numbers()).quantiles(), "no quantiles");
  }

  @Test
  void partsPutTogetherInAnyOrderAreTheWhole() {
    GeneratedTable table = new GeneratedTable(11, 2000);
    ColumnStore columns = table.columns();
    try (PooledTaskRunner runner = new PooledTaskRunner()) {
      for (long seed = 0; seed < 20; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] words = random.longs(RowSet.wordCount(2000)).toArray();
        RowSet rows = RowSet.ofWords(words, 2000);
        for (var field : columns.schema().fields()) {
          Column column = columns.column(field.name());
          ColumnProfile whole = new ColumnProfiler(runner).profileParts(column, rows);
          assertEquals(whole, inParts(column, rows, random), field.name() + " of seed " + seed);
        }
      }
    }
  }

  /// Random parts, put together in a random tree.
  private static ColumnProfile inParts(Column column, RowSet rows, SplittableRandom random) {
    List<ColumnAccumulator> parts = new ArrayList<>();
    for (int from = 0; from < 2000; ) {
      int to = Math.min(2000, from + random.nextInt(1, 700));
      ColumnAccumulator part = ColumnAccumulator.of(column);
      part.update(column, rows, from, to);
      parts.add(part);
      from = to;
    }
    while (parts.size() > 1) {
      ColumnAccumulator other = parts.remove(random.nextInt(parts.size()));
      parts.get(random.nextInt(parts.size())).merge(other);
    }
    return parts.getFirst().finish();
  }
}
