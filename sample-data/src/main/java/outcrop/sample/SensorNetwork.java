package outcrop.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import outcrop.sample.SensorReading.Channel;

/// Simulates the sensors: daily cycle, slow weather of the site, noise of the sensor, faults and
/// what was planted.
///
/// [#next] must be called for all sensors of a tick in order, then for the next tick.
final class SensorNetwork {
  static final int SENSORS = 25;
  static final int TICKS = 8_000;
  static final int ROWS = SENSORS * TICKS;
  static final Instant START = Instant.parse("2025-01-06T00:00:00Z");
  static final int SECONDS_PER_TICK = 1_200;
  static final int SECONDS_BETWEEN_SENSORS = 47;
  static final Instant DRIFT_START = Instant.parse("2025-03-03T00:00:00Z");
  static final double SENTINEL = 99_999;
  static final String SENTINEL_SITE = "harbour";
  static final double SENTINEL_PROBABILITY = 0.005;
  static final double OUTLIER_PROBABILITY = 0.0015;
  static final double LOST_IN_FAULT = 0.6;
  static final double LOST_HUMIDITY = 0.015;
  static final double LOST_PRESSURE = 0.01;
  static final double LOST_VIBRATION = 0.008;
  static final int STUCK_SENSOR = 11;
  static final int STUCK_FROM_TICK = 5_000;
  static final int STUCK_TICKS = 300;
  static final double STUCK_HUMIDITY = 47.3;

  private static final int TICKS_PER_DAY = 86_400 / SECONDS_PER_TICK;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final double FAULT_BEGINS = 0.0012;
  private static final double FAULT_ENDS = 0.06;
  private static final double WARNING = 0.025;

  /// A place with its own climate; the number of sensors falls from site to site.
  record Site(String name, int sensors, double temperature, double swing, double pressure) {}

  /// A planted change of one channel of one sensor from [#DRIFT_START] on: `perDay` grows with
  /// time, `factor` acts at once.
  record Drift(int sensor, Channel channel, double perDay, double factor) {}

  static final List<Site> SITES =
      List.of(
          new Site("harbour", 8, 9.0, 3.0, 1016),
          new Site("foundry", 6, 31.0, 5.0, 1009),
          new Site("greenhouse", 5, 23.0, 4.0, 1011),
          new Site("archive", 3, 18.0, 0.5, 1013),
          new Site("rooftop", 2, 7.0, 6.5, 1004),
          new Site("tunnel", 1, 13.0, 0.3, 1021));

  static final List<Drift> DRIFTS =
      List.of(
          new Drift(3, Channel.TEMPERATURE, 0.06, 1),
          new Drift(16, Channel.TEMPERATURE, 0.06, 1),
          new Drift(8, Channel.VIBRATION, 0, 1.6),
          new Drift(20, Channel.VOLTAGE, -0.004, 1));

  private final Dice[] dice = new Dice[SENSORS];
  private final Dice[] weatherDice = new Dice[SITES.size()];
  private final double[] offset = new double[SENSORS];
  private final double[] noise = new double[SENSORS];
  private final boolean[] faulty = new boolean[SENSORS];
  private final double[] weather = new double[SITES.size()];
  private final double[] airPressure = new double[SITES.size()];
  private final double[] dayCurve = new double[TICKS_PER_DAY];
  private final int[] siteOf = new int[SENSORS];
  private final List<String> names = new ArrayList<>();
  private final SensorReading reading = new SensorReading();

  SensorNetwork(long seed) {
    int sensor = 0;
    for (int site = 0; site < SITES.size(); site++) {
      weatherDice[site] = Dice.of(seed, "weather", site);
      for (int i = 0; i < SITES.get(site).sensors(); i++) {
        siteOf[sensor++] = site;
      }
    }
    for (int i = 0; i < SENSORS; i++) {
      dice[i] = Dice.of(seed, "sensor", i);
      offset[i] = 0.4 * dice[i].gaussian();
      names.add(sensorName(i));
    }
    for (int i = 0; i < TICKS_PER_DAY; i++) {
      dayCurve[i] = StrictMath.sin(2 * StrictMath.PI * ((double) i / TICKS_PER_DAY - 0.375));
    }
  }

  static String sensorName(int sensor) {
    return "S%02d".formatted(sensor + 1);
  }

  static String siteName(int sensor) {
    int last = 0;
    for (Site site : SITES) {
      last += site.sensors();
      if (sensor < last) {
        return site.name();
      }
    }
    throw new IllegalArgumentException("there is no sensor " + sensor);
  }

  /// The reading of a sensor; the returned object is overwritten by the next call.
  SensorReading next(int tick, int sensor) {
    int place = siteOf[sensor];
    if (sensor == 0) {
      changeWeather();
    }
    long second =
        START.getEpochSecond()
            + (long) tick * SECONDS_PER_TICK
            + (long) sensor * SECONDS_BETWEEN_SENSORS;
    Dice own = dice[sensor];
    faulty[sensor] = faulty[sensor] ? !own.chance(FAULT_ENDS) : own.chance(FAULT_BEGINS);
    boolean warning = own.chance(WARNING);
    String status = faulty[sensor] ? "fault" : warning ? "warning" : "ok";
    reading.begin(second, names.get(sensor), SITES.get(place).name(), status);
    measure(tick, sensor, place, own);
    plant(tick, sensor, second, own);
    lose(sensor, place, own);
    return reading;
  }

  private void changeWeather() {
    for (int site = 0; site < SITES.size(); site++) {
      Dice sky = weatherDice[site];
      weather[site] = 0.995 * weather[site] + 0.06 * sky.gaussian();
      airPressure[site] = 0.998 * airPressure[site] + 0.35 * sky.gaussian();
    }
  }

  private void measure(int tick, int sensor, int place, Dice own) {
    Site site = SITES.get(place);
    noise[sensor] = 0.7 * noise[sensor] + 0.2 * own.gaussian();
    double day = site.swing() * dayCurve[tick % TICKS_PER_DAY];
    double temperature = site.temperature() + offset[sensor] + day + weather[place] + noise[sensor];
    double humidity = 62 - 2.1 * (day + 2 * weather[place]) + 1.5 * own.gaussian();
    reading.measure(Channel.TEMPERATURE, temperature);
    reading.measure(Channel.HUMIDITY, Math.clamp(humidity, 5, 100));
    reading.measure(Channel.PRESSURE, site.pressure() + airPressure[place] + 0.3 * own.gaussian());
    double shaking = site.name().equals("foundry") ? 0.9 : 0.12;
    reading.measure(Channel.VIBRATION, shaking * StrictMath.exp(0.7 * own.gaussian()));
    double sag = faulty[sensor] ? 0.35 : 0;
    reading.measure(Channel.VOLTAGE, 3.3 + 0.02 * offset[sensor] - sag + 0.008 * own.gaussian());
  }

  private void plant(int tick, int sensor, long second, Dice own) {
    double days = (double) (second - DRIFT_START.getEpochSecond()) / SECONDS_PER_DAY;
    if (days >= 0) {
      for (Drift drift : DRIFTS) {
        if (drift.sensor() == sensor) {
          double value = reading.value(drift.channel());
          reading.measure(drift.channel(), value * drift.factor() + drift.perDay() * days);
        }
      }
    }
    if (own.chance(OUTLIER_PROBABILITY)) {
      double by = own.between(18.0, 45.0) * (own.chance(0.7) ? 1 : -1);
      reading.outlierBy = StrictMath.rint(by * 100) / 100;
      reading.measure(Channel.TEMPERATURE, reading.value(Channel.TEMPERATURE) + reading.outlierBy);
    }
    if (isStuck(tick, sensor)) {
      reading.stuck = true;
      reading.measure(Channel.HUMIDITY, STUCK_HUMIDITY);
    }
  }

  private static boolean isStuck(int tick, int sensor) {
    return sensor == STUCK_SENSOR
        && tick >= STUCK_FROM_TICK
        && tick < STUCK_FROM_TICK + STUCK_TICKS;
  }

  /// Outliers and stuck values are never lost, so that the truth about them stays complete.
  private void lose(int sensor, int place, Dice own) {
    boolean temperatureLost = faulty[sensor] && own.chance(LOST_IN_FAULT);
    boolean humidityLost = own.chance(faulty[sensor] ? LOST_IN_FAULT : LOST_HUMIDITY);
    if (temperatureLost && reading.outlierBy == 0) {
      reading.lose(Channel.TEMPERATURE);
    }
    if (humidityLost && !reading.stuck) {
      reading.lose(Channel.HUMIDITY);
    }
    if (own.chance(LOST_PRESSURE)) {
      reading.lose(Channel.PRESSURE);
    } else if (SITES.get(place).name().equals(SENTINEL_SITE) && own.chance(SENTINEL_PROBABILITY)) {
      reading.measure(Channel.PRESSURE, SENTINEL);
    }
    if (own.chance(LOST_VIBRATION)) {
      reading.lose(Channel.VIBRATION);
    }
  }
}
