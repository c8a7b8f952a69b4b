package outcrop.app.view.part;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.TimeColumn;

/// A point in time with its day of the week, how long ago it is, and the seconds since 1970.
final class TimeLens implements LensBody {
  private final Words words;
  private final Column column;
  private final ReaderText value = new ReaderText();
  private final Label about = PartsStyle.styled(new Label(), "entry-place");
  private final VBox box = new VBox(2, value, about);

  TimeLens(LensContext context, Column column) {
    this.words = context.words();
    this.column = column;
    about.setWrapText(true);
  }

  @Override
  public Node node() {
    return box;
  }

  @Override
  public void show(int row, HitFinder hits) {
    String text = column.textAt(row);
    value.setText(text == null ? "" : text, List.of());
    about.setText(
        column instanceof TimeColumn times ? about(words, times.microsAt(row), Instant.now()) : "");
  }

  /// The day of the week, the time from or to now, and the seconds since 1970.
  static String about(Words words, long micros, Instant now) {
    LocalDateTime moment = TimeColumn.dateTime(micros);
    LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    String weekday =
        moment
            .getDayOfWeek()
            .getDisplayName(TextStyle.FULL, Locale.getDefault(Locale.Category.FORMAT));
    boolean past = !moment.isAfter(today);
    String distance = past ? distance(words, moment, today) : distance(words, today, moment);
    return words.get(
        "time.about",
        weekday,
        words.get(past ? "time.ago" : "time.ahead", distance),
        Long.toString(Math.floorDiv(micros, TimeColumn.MICROS_PER_SECOND)));
  }

  private static String distance(Words words, LocalDateTime from, LocalDateTime to) {
    Duration exact = Duration.between(from, to);
    if (exact.toDays() == 0) {
      return exact.toHours() > 0
          ? words.get("time.hours", exact.toHours())
          : words.get("time.minutes", exact.toMinutes());
    }
    LocalDate day = from.toLocalDate();
    Period period = Period.between(day, to.toLocalDate());
    if (period.toTotalMonths() == 0) {
      return words.get("time.days", exact.toDays());
    }
    return period.getYears() == 0
        ? words.get("time.months", period.toTotalMonths())
        : words.get("time.years", period.getYears());
  }
}
