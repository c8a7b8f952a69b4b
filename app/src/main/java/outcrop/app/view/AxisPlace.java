package outcrop.app.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.selection.Predicate;
import outcrop.app.view.part.BinRange;

/// Where a filtered range lies on the axis of a chart.
final class AxisPlace {
  private AxisPlace() {}

  /// The stretch of the axis that a range covers; empty where the axis has no ranges or the range
  /// is none of the axis.
  static Optional<BinRange> of(Optional<Predicate.Range> range, @Nullable DistributionData data) {
    if (range.isEmpty() || data == null) {
      return Optional.empty();
    }
    try {
      return switch (data.axis()) {
        case BinAxis.Values _ -> Optional.empty();
        case BinAxis.Numbers numbers ->
            Optional.of(
                new BinRange(
                    number(range.get().lo(), numbers.edges()[0]),
                    number(range.get().hi(), numbers.edges()[numbers.size()]),
                    range.get().hiInclusive()));
        case BinAxis.Times times ->
            Optional.of(
                new BinRange(
                    moment(range.get().lo(), times.edges()[0]),
                    moment(range.get().hi(), times.edges()[times.size()]),
                    range.get().hiInclusive()));
      };
    } catch (NumberFormatException | DateTimeParseException otherField) {
      // The range speaks of a field of another type, which the view showed before.
      return Optional.empty();
    }
  }

  private static double number(@Nullable String text, double open) {
    return text == null ? open : Double.parseDouble(text);
  }

  private static double moment(@Nullable String text, long open) {
    if (text == null) {
      return open;
    }
    if (text.endsWith("Z")) {
      Instant instant = Instant.parse(text);
      return instant.getEpochSecond() * 1e6 + instant.getNano() / 1e3;
    }
    LocalDateTime local =
        text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
    return local.toEpochSecond(ZoneOffset.UTC) * 1e6 + local.getNano() / 1e3;
  }
}
