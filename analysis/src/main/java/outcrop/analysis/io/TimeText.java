package outcrop.analysis.io;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.UserFailure;

/// Reads times straight from characters: ISO 8601, or a pattern of the letters of
/// [java.time.format.DateTimeFormatter].
///
/// Patterns of `yyyy M MM d dd HH mm ss SSS` and punctuation are read directly; one letter `M` or
/// `d` takes one or two digits. All others go through the JDK's formatter, in the root locale. Used
/// by one thread at a time.
final class TimeText {
  /// Patterns that a guess tries, ambiguous pairs side by side. ISO 8601 comes before all of them.
  static final List<String> PATTERNS =
      List.of(
          "yyyy/MM/dd",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd-MM-yyyy",
          "MM-dd-yyyy",
          "yyyy/MM/dd HH:mm",
          "dd/MM/yyyy HH:mm",
          "MM/dd/yyyy HH:mm",
          "d/M/yyyy HH:mm",
          "M/d/yyyy HH:mm",
          "dd.MM.yyyy HH:mm",
          "yyyy/MM/dd HH:mm:ss",
          "dd/MM/yyyy HH:mm:ss",
          "MM/dd/yyyy HH:mm:ss",
          "d/M/yyyy HH:mm:ss",
          "M/d/yyyy HH:mm:ss",
          "dd.MM.yyyy HH:mm:ss");

  private static final Set<String> PLAIN_RUNS =
      Set.of("yyyy", "M", "MM", "d", "dd", "HH", "mm", "ss", "SSS");

  private final @Nullable String pattern;
  private final @Nullable DateTimeFormatter formatter;
  private long micros;
  private ValueFormat format = ValueFormat.DATE;
  private int at;
  private int end;

  /// @param pattern null for ISO 8601
  /// @throws UserFailure where the pattern is none
  TimeText(@Nullable String pattern) {
    this.pattern = pattern;
    this.formatter = pattern == null || isPlain(pattern) ? null : formatterOf(pattern);
  }

  private static boolean isPlain(String pattern) {
    int at = 0;
    while (at < pattern.length()) {
      int run = runLength(pattern, at);
      if (isLetter(pattern.charAt(at)) && !PLAIN_RUNS.contains(pattern.substring(at, at + run))) {
        return false;
      }
      at += run;
    }
    return true;
  }

  /// Letters and the signs by which the JDK's patterns quote and group.
  private static boolean isLetter(char c) {
    return Character.isLetter(c) || c == '\'' || c == '[' || c == ']';
  }

  private static int runLength(String pattern, int start) {
    int end = start + 1;
    while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(start)) {
      end++;
    }
    return end - start;
  }

  private static DateTimeFormatter formatterOf(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new UserFailure(
          "\"" + pattern + "\" is no time pattern; write one like dd/MM/yyyy HH:mm:ss.", e);
    }
  }

  /// Microseconds since 1970-01-01T00:00 of the last text that was read.
  long micros() {
    return micros;
  }

  /// Whether the last text was a day, a local time or a moment.
  ValueFormat format() {
    return format;
  }

  /// Reads a text; blanks around it do not count.
  ///
  /// @return whether it is a time of this kind
  boolean read(char[] chars, int offset, int size) {
    at = offset;
    end = offset + size;
    while (at < end && chars[at] == ' ') {
      at++;
    }
    while (end > at && chars[end - 1] == ' ') {
      end--;
    }
    if (pattern == null) {
      return readIso(chars);
    }
    return formatter == null
        ? readPlain(chars, pattern)
        : readFormatted(new String(chars, at, end - at), formatter);
  }

  private boolean readIso(char[] chars) {
    if (end - at < 10) {
      return false;
    }
    int year = number(chars, 4, 4);
    if (year < 0 || !skip(chars, '-')) {
      return false;
    }
    int month = number(chars, 2, 2);
    if (month < 0 || !skip(chars, '-')) {
      return false;
    }
    int day = number(chars, 2, 2);
    if (!date(year, month, day)) {
      return false;
    }
    format = ValueFormat.DATE;
    return at == end || (skip(chars, 'T') || skip(chars, ' ')) && readIsoTime(chars);
  }

  private boolean readIsoTime(char[] chars) {
    int hour = number(chars, 2, 2);
    if (hour < 0 || !skip(chars, ':')) {
      return false;
    }
    int minute = number(chars, 2, 2);
    int second = 0;
    long fraction = 0;
    if (skip(chars, ':')) {
      second = number(chars, 2, 2);
      if (skip(chars, '.')) {
        fraction = fraction(chars);
      }
    }
    if (!time(hour, minute, second, fraction)) {
      return false;
    }
    format = ValueFormat.DATETIME;
    return at == end || readOffset(chars);
  }

  private boolean readOffset(char[] chars) {
    format = ValueFormat.INSTANT;
    if (skip(chars, 'Z') || skip(chars, 'z')) {
      return at == end;
    }
    boolean west = skip(chars, '-');
    if (!west && !skip(chars, '+')) {
      return false;
    }
    int hours = number(chars, 2, 2);
    int minutes = 0;
    if (at < end) {
      skip(chars, ':');
      minutes = number(chars, 2, 2);
    }
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != end) {
      return false;
    }
    long offset = (hours * 3600L + minutes * 60L) * TimeColumn.MICROS_PER_SECOND;
    micros += west ? offset : -offset;
    return true;
  }

  private boolean readPlain(char[] chars, String letters) {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milli = 0;
    boolean timed = false;
    for (int i = 0; i < letters.length(); ) {
      char letter = letters.charAt(i);
      int run = runLength(letters, i);
      if (!Character.isLetter(letter)) {
        if (!skip(chars, letter)) {
          return false;
        }
        i++;
        continue;
      }
      int value = run == 1 ? number(chars, 1, 2) : number(chars, run, run);
      if (value < 0) {
        return false;
      }
      switch (letter) {
        case 'y' -> year = value;
        case 'M' -> month = value;
        case 'd' -> day = value;
        case 'H' -> hour = value;
        case 'm' -> minute = value;
        case 's' -> second = value;
        default -> milli = value;
      }
      timed |= letter == 'H';
      i += run;
    }
    format = timed ? ValueFormat.DATETIME : ValueFormat.DATE;
    return at == end && date(year, month, day) && time(hour, minute, second, milli * 1000L);
  }

  private boolean readFormatted(String text, DateTimeFormatter wanted) {
    try {
      TemporalAccessor parsed = wanted.parse(text);
      LocalDate day = LocalDate.from(parsed);
      boolean timed = parsed.isSupported(ChronoField.MICRO_OF_DAY);
      LocalDateTime local = timed ? LocalDateTime.from(parsed) : day.atStartOfDay();
      boolean moment = parsed.isSupported(ChronoField.INSTANT_SECONDS);
      long seconds =
          moment
              ? parsed.getLong(ChronoField.INSTANT_SECONDS)
              : local.toEpochSecond(ZoneOffset.UTC);
      micros = seconds * TimeColumn.MICROS_PER_SECOND + local.getNano() / 1000;
      format = moment ? ValueFormat.INSTANT : timed ? ValueFormat.DATETIME : ValueFormat.DATE;
      return true;
    } catch (java.time.DateTimeException e) {
      // Not a time of this pattern: the caller reports the text itself.
      return false;
    }
  }

  private boolean date(int year, int month, int day) {
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
      return false;
    }
    micros = LocalDate.of(year, month, day).toEpochDay() * TimeColumn.MICROS_PER_DAY;
    return true;
  }

  private boolean time(int hour, int minute, int second, long fraction) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    micros += (hour * 3600L + minute * 60L + second) * TimeColumn.MICROS_PER_SECOND + fraction;
    return fraction >= 0;
  }

  /// Digits of a second as microseconds; −1 where there are none or more than microseconds hold.
  private long fraction(char[] chars) {
    long value = 0;
    int digits = 0;
    for (; at < end && chars[at] >= '0' && chars[at] <= '9'; at++, digits++) {
      if (digits < 6) {
        value = value * 10 + chars[at] - '0';
      } else if (chars[at] != '0') {
        return -1;
      }
    }
    for (int i = digits; i < 6; i++) {
      value *= 10;
    }
    return digits == 0 ? -1 : value;
  }

  private int number(char[] chars, int least, int most) {
    int value = 0;
    int digits = 0;
    while (at < end && digits < most && chars[at] >= '0' && chars[at] <= '9') {
      value = value * 10 + chars[at++] - '0';
      digits++;
    }
    return digits < least ? -1 : value;
  }

  private boolean skip(char[] chars, char wanted) {
    if (at < end && chars[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }
}
