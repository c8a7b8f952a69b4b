package outcrop.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/// One row of the sensors, reused for the next row.
///
/// Values are whole numbers in the smallest unit that is written, so that the file does not depend
/// on the printing of floating-point numbers.
final class SensorReading {
  /// A measured field and the number of decimals that it is written with.
  enum Channel {
    TEMPERATURE(2),
    HUMIDITY(1),
    PRESSURE(1),
    VIBRATION(3),
    VOLTAGE(3);

    final int decimals;
    final int scale;

    Channel(int decimals) {
      this.decimals = decimals;
      int factor = 1;
      for (int i = 0; i < decimals; i++) {
        factor *= 10;
      }
      this.scale = factor;
    }

    String field() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int SECONDS_PER_DAY = 86_400;

  private final long[] scaled = new long[Channel.values().length];
  private final boolean[] missing = new boolean[scaled.length];
  private final StringBuilder time = new StringBuilder(20);
  private long textDay = Long.MIN_VALUE;
  private long epochSecond;
  private String sensor = "";
  private String site = "";
  private String status = "";

  /// Whether the temperature of this row was made an outlier, and by how many degrees.
  double outlierBy;

  /// Whether the humidity of this row repeats a stuck value.
  boolean stuck;

  void begin(long second, String sensorName, String siteName, String newStatus) {
    epochSecond = second;
    sensor = sensorName;
    site = siteName;
    status = newStatus;
    outlierBy = 0;
    stuck = false;
    Arrays.fill(missing, false);
  }

  void measure(Channel channel, double value) {
    scaled[channel.ordinal()] = (long) StrictMath.rint(value * channel.scale);
  }

  void lose(Channel channel) {
    missing[channel.ordinal()] = true;
  }

  boolean isMissing(Channel channel) {
    return missing[channel.ordinal()];
  }

  /// The value times ten to the power of the channel's decimals; meaningless where it is missing.
  long scaled(Channel channel) {
    return scaled[channel.ordinal()];
  }

  double value(Channel channel) {
    return (double) scaled(channel) / channel.scale;
  }

  long epochSecond() {
    return epochSecond;
  }

  String sensor() {
    return sensor;
  }

  String site() {
    return site;
  }

  String status() {
    return status;
  }

  /// The time as an ISO 8601 instant such as `2025-01-06T00:20:47Z`.
  String timeText() {
    long day = Math.floorDiv(epochSecond, SECONDS_PER_DAY);
    if (day != textDay) {
      time.setLength(0);
      time.append(LocalDate.ofEpochDay(day)).append("T00:00:00Z");
      textDay = day;
    }
    int second = (int) (epochSecond - day * SECONDS_PER_DAY);
    twoDigits(11, second / 3600);
    twoDigits(14, second / 60 % 60);
    twoDigits(17, second % 60);
    return time.toString();
  }

  private void twoDigits(int at, int value) {
    time.setCharAt(at, (char) ('0' + value / 10));
    time.setCharAt(at + 1, (char) ('0' + value % 10));
  }
}
