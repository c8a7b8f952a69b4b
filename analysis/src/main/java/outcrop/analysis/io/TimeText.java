package outcrop.analysis.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.UserFailure;

/// Reads times straight from characters: ISO 8601, or a pattern of the letters of
/// [java.time.format.DateTimeFormatter], or a count of [#EPOCH_SECONDS], [#EPOCH_MILLIS] or
/// [#EPOCH_MICROS] since 1970.
///
/// Patterns of years, months, days, hours, minutes, seconds and punctuation are read directly, with
/// English names of months and days in any case: `y M d H h m s` take one or two digits alone and
/// exactly two doubled, `yy` means 1969 to 2068, `MMM` and `MMMM` are names, `E` a day of the week,
/// `a` AM or PM, `Z` an offset such as `+02:00`, or `UTC`, or one of the [#ZONES]. All others go
/// through the JDK's formatter, in the root locale. Used by one thread at a time.
final class TimeText {
  static final String EPOCH_SECONDS = "epoch-seconds";
  static final String EPOCH_MILLIS = "epoch-millis";
  static final String EPOCH_MICROS = "epoch-micros";

  /// Days without separators, which a guess takes for numbers unless the name of the field speaks
  /// of days.
  static final String COMPACT_DAY = "yyyyMMdd";

  private static final List<String> DAYS =
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
          "d-M-yyyy",
          "M-d-yyyy",
          "yyyy/M/d",
          "yyyy-M-d",
          "yyyy.MM.dd",
          "dd/MM/yy",
          "MM/dd/yy",
          "d/M/yy",
          "M/d/yy",
          "dd.MM.yy",
          "dd-MM-yy",
          "MM-dd-yy",
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "d MMMM yyyy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "yyyy-MMM-dd",
          "E, d MMM yyyy");

  private static final List<String> CLOCKS = List.of("H:mm", "H:mm:ss", "h:mm a", "h:mm:ss a");

  /// Patterns that a guess tries, ambiguous pairs side by side. ISO 8601 comes before all of them.
  static final List<String> PATTERNS = patterns();

  private static final Set<String> PLAIN_RUNS =
      Set.of(
          "yyyy", "yy", "M", "MM", "MMM", "MMMM", "d", "dd", "H", "HH", "h", "hh", "m", "mm", "s",
          "ss", "SSS", "a", "E", "EEE", "EEEE", "Z");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final int FIRST_YEAR_OF_TWO_DIGITS = 69;

  /// Hours that the zones of RFC 5322 add to UTC. `CST` and `CDT` are not among them: programs in
  /// China write them for another time.
  private static final Map<String, Integer> ZONES =
      Map.of("EST", -5, "EDT", -4, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

  private final @Nullable String pattern;
  private final @Nullable DateTimeFormatter formatter;
  // Digits of a second that the unit of a count has, −1 where the pattern is no count.
  private final int epochDigits;
  private long micros;
  private ValueFormat format = ValueFormat.DATE;
  private final Parts parts = new Parts();
  private int at;
  private int end;

  private static List<String> patterns() {
    List<String> all = new ArrayList<>(DAYS);
    for (String clock : CLOCKS) {
      DAYS.forEach(day -> all.add(day + " " + clock));
    }
    all.add("E, d MMM yyyy H:mm:ss Z");
    all.add("E MMM d H:mm:ss yyyy");
    all.add("E MMM d H:mm:ss Z yyyy");
    all.add("d/MMM/yyyy:HH:mm:ss Z");
    all.add("yyyy/MM/dd H:mm:ss Z");
    return List.copyOf(all);
  }

  /// @param pattern null for ISO 8601
  /// @throws UserFailure where the pattern is none
  TimeText(@Nullable String pattern) {
    this.pattern = pattern;
    this.epochDigits = pattern == null ? -1 : epochDigits(pattern);
    this.formatter =
        pattern == null || epochDigits >= 0 || isPlain(pattern) ? null : formatterOf(pattern);
  }

  private static int epochDigits(String pattern) {
    return switch (pattern) {
      case EPOCH_SECONDS -> 0;
      case EPOCH_MILLIS -> 3;
      case EPOCH_MICROS -> 6;
      default -> -1;
    };
  }

  /// What a pattern reads: moments where it has an offset or counts from 1970, times of day where
  /// it has hours, days otherwise.
  ///
  /// @param pattern null for ISO 8601, which may be any of them
  static ValueFormat formatOf(@Nullable String pattern) {
    if (pattern == null) {
      return ValueFormat.PLAIN;
    }
    if (epochDigits(pattern) >= 0 || pattern.matches("[^']*('[^']*'[^']*)*[ZXxVzO][^']*")) {
      return ValueFormat.INSTANT;
    }
    return pattern.contains("H") || pattern.contains("h") || pattern.contains("k")
        ? ValueFormat.DATETIME
        : ValueFormat.DATE;
  }

  /// Whether a text may be the beginning of a time of one of the [#PATTERNS]: a digit, or the name
  /// of a month or of a day of the week.
  static boolean mayStart(char[] chars, int start, int length) {
    char first = chars[start];
    return first >= '0' && first <= '9'
        || Character.isLetter(first)
            && length > 3
            && (nameAt(MONTHS, chars, start, start + 3) >= 0
                || nameAt(WEEKDAYS, chars, start, start + 3) >= 0);
  }

  /// Which of the names has these three letters first, −1 for none.
  private static int nameAt(List<String> names, char[] chars, int start, int end) {
    for (int i = 0; i < names.size() && end - start == 3; i++) {
      String name = names.get(i);
      if ((chars[start] | 0x20) == name.charAt(0)
          && (chars[start + 1] | 0x20) == name.charAt(1)
          && (chars[start + 2] | 0x20) == name.charAt(2)) {
        return i;
      }
    }
    return -1;
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
    if (epochDigits >= 0) {
      return readEpoch(new String(chars, at, end - at));
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
      if (skip(chars, '.') || skip(chars, ',')) {
        fraction = fraction(chars);
      }
    }
    if (!time(hour, minute, second, fraction)) {
      return false;
    }
    format = ValueFormat.DATETIME;
    return at == end || readOffset(chars) && at == end;
  }

  /// A count of seconds or of parts of them, perhaps with a fraction.
  private boolean readEpoch(String text) {
    format = ValueFormat.INSTANT;
    try {
      micros = new BigDecimal(text).movePointRight(6 - epochDigits).longValueExact();
      return true;
    } catch (ArithmeticException | NumberFormatException e) {
      // No count, or one finer than microseconds: the caller reports the text itself.
      return false;
    }
  }

  /// Takes an offset or the name of UTC off the time that was read.
  private boolean readOffset(char[] chars) {
    format = ValueFormat.INSTANT;
    skip(chars, ' ');
    if (skip(chars, 'Z') || skip(chars, 'z') || skipWord(chars, "UTC") || skipWord(chars, "GMT")) {
      return true;
    }
    Integer zone = end - at < 3 ? null : ZONES.get(new String(chars, at, 3));
    if (zone != null) {
      at += 3;
      micros -= zone * 3600L * TimeColumn.MICROS_PER_SECOND;
      return true;
    }
    boolean west = skip(chars, '-');
    if (!west && !skip(chars, '+')) {
      return false;
    }
    int hours = number(chars, 2, 2);
    int minutes = 0;
    if (at < end && (chars[at] == ':' || chars[at] >= '0' && chars[at] <= '9')) {
      skip(chars, ':');
      minutes = number(chars, 2, 2);
    }
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return false;
    }
    long offset = (hours * 3600L + minutes * 60L) * TimeColumn.MICROS_PER_SECOND;
    micros += west ? offset : -offset;
    return true;
  }

  private boolean skipWord(char[] chars, String word) {
    if (at + word.length() > end || !new String(chars, at, word.length()).equals(word)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private boolean readPlain(char[] chars, String letters) {
    parts.clear();
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
      if (!readPart(chars, letter, run)) {
        return false;
      }
      i += run;
    }
    if (at != end || !date(parts.year, parts.month, parts.day)) {
      return false;
    }
    format = parts.timed ? ValueFormat.DATETIME : ValueFormat.DATE;
    if (!time(parts.hour24(), parts.minute, parts.second, parts.milli * 1000L)) {
      return false;
    }
    if (parts.moment) {
      format = ValueFormat.INSTANT;
      micros += parts.offset;
    }
    return true;
  }

  private boolean readPart(char[] chars, char letter, int run) {
    switch (letter) {
      case 'E' -> {
        return skipName(chars, WEEKDAYS) >= 0;
      }
      case 'a' -> {
        return readHalf(chars);
      }
      case 'Z' -> {
        parts.moment = true;
        micros = 0;
        boolean read = readOffset(chars);
        parts.offset = micros;
        return read;
      }
      case 'M' -> {
        parts.month =
            run > 2 ? skipName(chars, MONTHS) + 1 : number(chars, run, run == 1 ? 2 : run);
        return parts.month > 0;
      }
      default -> {
        int value = number(chars, run, run == 1 ? 2 : run);
        if (value >= 0) {
          parts.set(letter, letter == 'y' && run == 2 ? fullYear(value) : value);
        }
        return value >= 0;
      }
    }
  }

  private static int fullYear(int twoDigits) {
    return twoDigits + (twoDigits < FIRST_YEAR_OF_TWO_DIGITS ? 2000 : 1900);
  }

  private boolean readHalf(char[] chars) {
    if (at + 2 > end || (chars[at + 1] | 0x20) != 'm') {
      return false;
    }
    char half = (char) (chars[at] | 0x20);
    parts.afternoon = half == 'p';
    parts.halved = true;
    at += 2;
    return half == 'p' || half == 'a';
  }

  /// Passes a name, whole or its first three letters, perhaps with a full stop.
  ///
  /// @return which of the names it is, −1 for none
  private int skipName(char[] chars, List<String> names) {
    int stop = at;
    while (stop < end && Character.isLetter(chars[stop])) {
      stop++;
    }
    int found = at + 3 <= stop ? nameAt(names, chars, at, at + 3) : -1;
    String word = new String(chars, at, stop - at);
    if (found < 0
        || word.length() > 4 && !word.equalsIgnoreCase(names.get(found))
        || word.length() == 4 && !names.get(found).startsWith(word.toLowerCase(Locale.ROOT))) {
      return -1;
    }
    at = stop;
    skip(chars, '.');
    return found;
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

  /// What the letters of a pattern gave.
  private static final class Parts {
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int milli;
    private boolean timed;
    private boolean halved;
    private boolean afternoon;
    private boolean moment;
    private long offset;

    void clear() {
      year = 1970;
      month = 1;
      day = 1;
      hour = 0;
      minute = 0;
      second = 0;
      milli = 0;
      timed = false;
      halved = false;
      afternoon = false;
      moment = false;
      offset = 0;
    }

    void set(char letter, int value) {
      switch (letter) {
        case 'y' -> year = value;
        case 'd' -> day = value;
        case 'H', 'h' -> {
          hour = value;
          timed = true;
        }
        case 'm' -> minute = value;
        case 's' -> second = value;
        default -> milli = value;
      }
    }

    /// 12 AM is the first hour; −1 where a half of the day has no such hour.
    int hour24() {
      if (!halved) {
        return hour;
      }
      return hour < 1 || hour > 12 ? -1 : hour % 12 + (afternoon ? 12 : 0);
    }
  }
}
