package outcrop.analysis.endpoint;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a server asks to wait: seconds or a time (RFC 9110, section 10.2.3).
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers) {
    return headers.firstValue("Retry-After").map(String::strip).flatMap(RetryAfter::parsed);
  }

  private static Optional<Duration> parsed(String text) {
    if (text.matches("\\d{1," + MOST_DIGITS + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), time);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }
}
