package outcrop.analysis.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.ValueFormat;

class BoundsTest {
  @ParameterizedTest(name = "{0} as a bound gives {1} {2} {3} {4}")
  @CsvSource(
      nullValues = "none",
      value = {
        "5, 5, 6, 5, 4",
        "5.0, 5, 6, 5, 4",
        "5.5, 6, 6, 5, 5",
        "-5.5, -5, -5, -6, -6",
        "9007199254740993, 9007199254740993, 9007199254740994, 9007199254740993, 9007199254740992",
        "1e-400, 1, 1, 0, 0",
        "-1e-400, 0, 0, -1, -1",
        "0e-999999999, 0, 1, 0, -1",
        "1e999999999, none, none, 9223372036854775807, 9223372036854775807",
        "-Infinity, -9223372036854775808, -9223372036854775808, none, none",
        "9223372036854775807, 9223372036854775807, none, 9223372036854775807, 9223372036854775806",
        "-9223372036854775808, -9223372036854775808, -9223372036854775807, -9223372036854775808,"
            + " none",
        "NaN, none, none, none, none"
      })
  void wholeNumbersBetweenBoundsAreExact(
      String text, Long least, Long above, Long most, Long below) {
    NumberBound bound = NumberBound.parse(text).orElseThrow();
    assertEquals(Optional.ofNullable(least), bound.lowest(true), "at least " + text);
    assertEquals(Optional.ofNullable(above), bound.lowest(false), "more than " + text);
    assertEquals(Optional.ofNullable(most), bound.highest(true), "at most " + text);
    assertEquals(Optional.ofNullable(below), bound.highest(false), "less than " + text);
  }

  @ParameterizedTest(name = "“{0}” is no number")
  @ValueSource(strings = {"", "x", "1,5", "0x10", "1d", "1e", "--1", "1 2", "∞"})
  void whatIsNoNumberIsNotReadAsOne(String text) {
    assertTrue(NumberBound.parse(text).isEmpty(), text + " must not be read as a number");
  }

  @ParameterizedTest(name = "{0} lasts from {1} to the microsecond before {2}")
  @CsvSource({
    "2024, 2024-01-01T00:00, 2025-01-01T00:00",
    "2024-02, 2024-02-01T00:00, 2024-03-01T00:00",
    "2024-02-29, 2024-02-29T00:00, 2024-03-01T00:00",
    "2024-02-29T23, 2024-02-29T23:00, 2024-03-01T00:00",
    "-0044-03-15, -0044-03-15T00:00, -0044-03-16T00:00"
  })
  void aTimeCutOffMeansTheWholePeriod(String text, String from, String end) {
    TimePeriod period = TimePeriod.parse(text, ValueFormat.DATETIME).orElseThrow();
    assertEquals(
        TimePeriod.parse(from, ValueFormat.DATETIME).orElseThrow().from(), period.from(), "start");
    assertEquals(
        TimePeriod.parse(end, ValueFormat.DATETIME).orElseThrow().from() - 1, period.to(), "end");
  }

  @Test
  void aTimeWithMinutesIsOneMoment() {
    TimePeriod moment =
        TimePeriod.parse("2024-05-01T12:30:15.123456Z", ValueFormat.INSTANT).orElseThrow();
    assertEquals(moment.from(), moment.to(), "exact values must be named apart");
    assertEquals(
        "2024-05-01T12:30:15.123456Z",
        TimeColumn.textOf(moment.from(), ValueFormat.INSTANT),
        "and read back as written");
    assertEquals(
        moment,
        TimePeriod.parse("2024-05-01T14:30:15.123456+02:00", ValueFormat.INSTANT).orElseThrow(),
        "offsets name the same moment");
  }

  @ParameterizedTest(name = "“{0}” is no time")
  @ValueSource(strings = {"", "24", "2024-13", "2024-02-30", "2024-05-01T25", "x", "2024-05-01Z"})
  void whatIsNoTimeIsNotReadAsOne(String text) {
    assertTrue(TimePeriod.parse(text, ValueFormat.DATE).isEmpty(), text + " is no date");
  }
}
