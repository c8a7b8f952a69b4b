package outcrop.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outcrop.sample.SensorNetwork.Drift;
import outcrop.sample.SensorReading.Channel;

/// Hears every reading and states what was planted.
final class SensorTruth {
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final Map<String, Integer> rowsOfSite = new LinkedHashMap<>();
  private final int[] missing = new int[Channel.values().length];
  private final int[] missingInFault = new int[missing.length];
  private final double[][] driftSums = new double[SensorNetwork.DRIFTS.size()][2];
  private final int[][] driftCounts = new int[SensorNetwork.DRIFTS.size()][2];
  private final List<Map<String, Object>> outliers = new ArrayList<>();
  private final List<Integer> sentinels = new ArrayList<>();
  private final List<Integer> stuck = new ArrayList<>();

  /// Takes the reading of a row; rows count from 1.
  void accept(int row, SensorReading reading) {
    statuses.merge(reading.status(), 1, Integer::sum);
    rowsOfSite.merge(reading.site(), 1, Integer::sum);
    boolean fault = reading.status().equals("fault");
    for (Channel channel : Channel.values()) {
      if (reading.isMissing(channel)) {
        missing[channel.ordinal()]++;
        missingInFault[channel.ordinal()] += fault ? 1 : 0;
      }
    }
    if (reading.outlierBy != 0) {
      Map<String, Object> outlier = new LinkedHashMap<>();
      outlier.put("row", row);
      outlier.put("time", reading.timeText());
      outlier.put("by", reading.outlierBy);
      outliers.add(outlier);
    }
    boolean sentinel =
        !reading.isMissing(Channel.PRESSURE)
            && reading.value(Channel.PRESSURE) == SensorNetwork.SENTINEL;
    if (sentinel) {
      sentinels.add(row);
    }
    if (reading.stuck) {
      stuck.add(row);
    }
    sumDrift(reading);
  }

  private void sumDrift(SensorReading reading) {
    int after = reading.epochSecond() >= SensorNetwork.DRIFT_START.getEpochSecond() ? 1 : 0;
    for (int i = 0; i < driftSums.length; i++) {
      Drift drift = SensorNetwork.DRIFTS.get(i);
      boolean own = reading.sensor().equals(SensorNetwork.sensorName(drift.sensor()));
      if (own && !reading.isMissing(drift.channel())) {
        driftSums[i][after] += reading.value(drift.channel());
        driftCounts[i][after]++;
      }
    }
  }

  Map<String, Object> describe(long seed) {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("dataset", "sensors");
    truth.put("formatVersion", 1);
    truth.put("seed", seed);
    truth.put("rows", SensorNetwork.ROWS);
    truth.put("file", "sensors.csv");
    truth.put("keyField", "time");
    truth.put("rowsCountFrom", 1);
    truth.put("time", time());
    truth.put("rowsOfSite", rowsOfSite);
    truth.put("status", statuses);
    truth.put("drifts", drifts());
    truth.put("missing", missing());
    truth.put("outliers", outliers());
    truth.put("sentinel", sentinel());
    truth.put("stuck", stuck());
    return truth;
  }

  private static Map<String, Object> time() {
    long last =
        (long) (SensorNetwork.TICKS - 1) * SensorNetwork.SECONDS_PER_TICK
            + (long) (SensorNetwork.SENSORS - 1) * SensorNetwork.SECONDS_BETWEEN_SENSORS;
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("first", SensorNetwork.START.toString());
    time.put("last", SensorNetwork.START.plusSeconds(last).toString());
    time.put("sensors", SensorNetwork.SENSORS);
    time.put("secondsPerTick", SensorNetwork.SECONDS_PER_TICK);
    time.put("secondsBetweenSensors", SensorNetwork.SECONDS_BETWEEN_SENSORS);
    time.put("note", "Times strictly increase, so a time names one row.");
    return time;
  }

  private List<Map<String, Object>> drifts() {
    List<Map<String, Object>> drifts = new ArrayList<>();
    for (int i = 0; i < driftSums.length; i++) {
      Drift drift = SensorNetwork.DRIFTS.get(i);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("sensor", SensorNetwork.sensorName(drift.sensor()));
      facts.put("site", SensorNetwork.siteName(drift.sensor()));
      facts.put("field", drift.channel().field());
      facts.put("from", SensorNetwork.DRIFT_START.toString());
      facts.put("perDay", drift.perDay());
      facts.put("factor", drift.factor());
      facts.put("meanBefore", TruthWriter.rounded(driftSums[i][0] / driftCounts[i][0]));
      facts.put("meanAfter", TruthWriter.rounded(driftSums[i][1] / driftCounts[i][1]));
      drifts.add(facts);
    }
    return drifts;
  }

  private Map<String, Object> missing() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("rows", missing[channel.ordinal()]);
      facts.put("whenFault", missingInFault[channel.ordinal()]);
      facts.put("probability", probability(channel));
      facts.put("probabilityWhenFault", probabilityInFault(channel));
      all.put(channel.field(), facts);
    }
    return all;
  }

  private static double probability(Channel channel) {
    return switch (channel) {
      case HUMIDITY -> SensorNetwork.LOST_HUMIDITY;
      case PRESSURE -> SensorNetwork.LOST_PRESSURE;
      case VIBRATION -> SensorNetwork.LOST_VIBRATION;
      case TEMPERATURE, VOLTAGE -> 0;
    };
  }

  private static double probabilityInFault(Channel channel) {
    return switch (channel) {
      case TEMPERATURE, HUMIDITY -> SensorNetwork.LOST_IN_FAULT;
      case PRESSURE, VIBRATION, VOLTAGE -> probability(channel);
    };
  }

  private Map<String, Object> outliers() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("field", "temperature");
    facts.put("probability", SensorNetwork.OUTLIER_PROBABILITY);
    facts.put("count", outliers.size());
    facts.put("note", "`by` degrees were added to the right value.");
    facts.put("planted", outliers);
    return facts;
  }

  private Map<String, Object> sentinel() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("field", "pressure");
    facts.put("value", (int) SensorNetwork.SENTINEL);
    facts.put("site", SensorNetwork.SENTINEL_SITE);
    facts.put("probability", SensorNetwork.SENTINEL_PROBABILITY);
    facts.put("count", sentinels.size());
    facts.put("rowNumbers", sentinels);
    return facts;
  }

  private Map<String, Object> stuck() {
    Instant from =
        SensorNetwork.START.plusSeconds(
            (long) SensorNetwork.STUCK_FROM_TICK * SensorNetwork.SECONDS_PER_TICK);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sensor", SensorNetwork.sensorName(SensorNetwork.STUCK_SENSOR));
    facts.put("field", "humidity");
    facts.put("value", SensorNetwork.STUCK_HUMIDITY);
    facts.put("from", from.toString());
    facts.put("count", stuck.size());
    facts.put("rowNumbers", stuck);
    return facts;
  }
}
