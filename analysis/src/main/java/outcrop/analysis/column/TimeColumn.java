package outcrop.analysis.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;

/// Points in time as microseconds since 1970-01-01T00:00, of the local or the UTC time line as the
/// field's format says. Missing rows are in the mask and hold 0.
///
/// @param micros 8 bytes per row, native order
public record TimeColumn(Field field, int rowCount, MemorySegment micros, @Nullable RowSet missing)
    implements Column {

  public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
  public static final long MICROS_PER_SECOND = 1_000_000L;
  public static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

  public static TimeColumn ofMicros(Field field, long[] micros, @Nullable RowSet missing) {
    return new TimeColumn(field, micros.length, MemorySegment.ofArray(micros), missing);
  }

  public long microsAt(int row) {
    return micros.getAtIndex(LONG, row);
  }

  @Override
  public @Nullable String textAt(int row) {
    return isMissing(row) ? null : textOf(microsAt(row), field.format());
  }

  /// ISO 8601 text of a moment, in the precision of the format.
  public static String textOf(long micros, ValueFormat format) {
    return switch (format) {
      case DATE -> LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_PER_DAY)).toString();
      case DATETIME -> dateTime(micros).toString();
      case INSTANT, PLAIN, INTEGER, DECIMAL, BOOLEAN ->
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    };
  }

  /// The moment of a year, month, day, local time or instant, each at its beginning; empty for a
  /// text that is none.
  public static OptionalLong microsOf(String text) {
    String trimmed = text.strip();
    try {
      LocalDateTime time =
          switch (trimmed.length()) {
            case 4 -> LocalDate.parse(trimmed + "-01-01").atStartOfDay();
            case 7 -> LocalDate.parse(trimmed + "-01").atStartOfDay();
            case 10 -> LocalDate.parse(trimmed).atStartOfDay();
            default ->
                trimmed.endsWith("Z")
                    ? LocalDateTime.ofInstant(Instant.parse(trimmed), ZoneOffset.UTC)
                    : LocalDateTime.parse(trimmed.replace(' ', 'T'));
          };
      return OptionalLong.of(
          Math.addExact(
              Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), MICROS_PER_SECOND),
              time.getNano() / 1000));
    } catch (DateTimeException | ArithmeticException noMoment) {
      return OptionalLong.empty();
    }
  }

  /// The local date and time of a moment, reckoned at offset zero.
  public static LocalDateTime dateTime(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        (int) Math.floorMod(micros, MICROS_PER_SECOND) * 1000,
        ZoneOffset.UTC);
  }
}
