package outcrop.sample;

import java.io.IOException;
import java.nio.file.Path;

/// Readings of sensors at several sites, as numbers over time.
final class SensorsDataset implements SampleDataset {
  private static final String FILE = "sensors.csv";

  @Override
  public String name() {
    return "sensors";
  }

  @Override
  public String description() {
    return "200,000 readings of 25 sensors at six sites over 111 days; drift, missing values,"
        + " outliers, a sentinel value and a stuck sensor are planted.";
  }

  @Override
  public int rows() {
    return SensorNetwork.ROWS;
  }

  @Override
  public Path dataPath(Path directory) {
    return directory.resolve(name()).resolve(FILE);
  }

  @Override
  public Path generate(Path directory, long seed, GenerationProgress progress) throws IOException {
    StagedFolder.publish(
        directory,
        name(),
        "truth.json",
        folder -> {
          SensorTruth truth = new SensorTruth();
          writeRows(new SensorNetwork(seed), truth, folder.resolve(FILE), progress);
          TruthWriter.write(folder.resolve("truth.json"), truth.describe(seed));
        });
    progress.advanced(SensorNetwork.ROWS, SensorNetwork.ROWS);
    return dataPath(directory);
  }

  private static void writeRows(
      SensorNetwork network, SensorTruth truth, Path file, GenerationProgress progress)
      throws IOException {
    try (CsvWriter csv =
        new CsvWriter(
            file,
            "time",
            "sensor",
            "site",
            "temperature",
            "humidity",
            "pressure",
            "vibration",
            "voltage",
            "status")) {
      int row = 0;
      for (int tick = 0; tick < SensorNetwork.TICKS; tick++) {
        for (int sensor = 0; sensor < SensorNetwork.SENSORS; sensor++) {
          SensorReading reading = network.next(tick, sensor);
          row++;
          write(csv, reading);
          truth.accept(row, reading);
        }
        if (tick % 100 == 0) {
          progress.advanced(row, SensorNetwork.ROWS);
        }
      }
    }
  }

  private static void write(CsvWriter csv, SensorReading reading) throws IOException {
    csv.text(reading.timeText()).text(reading.sensor()).text(reading.site());
    for (SensorReading.Channel channel : SensorReading.Channel.values()) {
      if (reading.isMissing(channel)) {
        csv.missing();
      } else {
        csv.number(reading.scaled(channel), channel.decimals);
      }
    }
    csv.text(reading.status()).endRow();
  }
}
