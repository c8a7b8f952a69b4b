package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

class MapQualityTest {
  private static Optional<MapQuality> quality(Vectors vectors, Vectors map, int k, int... asked) {
    return MapQuality.of(vectors, map, asked, k, 1, new DirectTaskRunner(), TaskContext.NONE);
  }

  private static Vectors lines(int dimensions, float... values) {
    return new Vectors(values.length / dimensions, dimensions, values);
  }

  private static int[] all(int lines) {
    return IntStream.range(0, lines).toArray();
  }

  /// Forty vectors of four dimensions, and a map that has little to do with them; the numbers
  /// beside are those of scikit-learn 1.2 (`trustworthiness`, there and back).
  @Test
  void trustworthinessAndContinuityAreThoseOfScikitLearn() {
    float[] values = new float[160];
    float[] map = new float[80];
    for (int i = 0; i < 40; i++) {
      values[4 * i] = (float) (Math.sin(i * 1.7) * 3);
      values[4 * i + 1] = (float) (Math.cos(i * 2.3) * 2);
      values[4 * i + 2] = (float) Math.sin(i * 0.9 + 1);
      values[4 * i + 3] = (float) (i * 0.037);
      map[2 * i] = (float) Math.sin(i * 1.7 + 0.4 * Math.cos(i * 1.3));
      map[2 * i + 1] = (float) Math.cos(i * 2.9);
    }
    MapQuality quality = quality(lines(4, values), lines(2, map), 5, all(40)).orElseThrow();
    assertEquals(0.7921875, quality.trustworthiness(), 1e-9);
    assertEquals(0.84171875, quality.continuity(), 1e-9);
    assertEquals(0.3, quality.neighbourPreservation(), 1e-9);
    assertEquals(
        quality.trustworthiness(),
        quality.trustworthinessInterval().low(),
        1e-12,
        "All lines were asked, so nothing is uncertain.");
  }

  @Test
  void aMapThatKeepsEverythingIsWhollyTrusted() {
    Vectors line = lines(2, 0, 0, 1, 0, 3, 0, 6, 0, 10, 0, 15, 0, 21, 0);
    MapQuality quality = quality(line, line, 3, all(7)).orElseThrow();
    assertEquals(1, quality.trustworthiness());
    assertEquals(1, quality.continuity());
    assertEquals(1, quality.neighbourPreservation());
  }

  @Test
  void fewerNeighboursAreLookedAtWhereThereAreFewLines() {
    Vectors five = lines(2, 0, 0, 1, 0, 3, 0, 6, 0, 10, 0);
    assertEquals(2, quality(five, five, 15, all(5)).orElseThrow().k());
    Vectors two = lines(2, 0, 0, 1, 0);
    assertTrue(quality(two, two, 15, all(2)).isEmpty(), "Of two lines nothing can be said.");
  }

  @Test
  void aSampleSaysHowUncertainItIs() {
    PlantedClusters groups = PlantedClusters.round(600, 8, 3, 8, 1);
    float[] map = new float[1_200];
    for (int line = 0; line < 600; line++) {
      map[2 * line] = groups.vectors().values()[8 * line];
      map[2 * line + 1] = groups.vectors().values()[8 * line + 1];
    }
    Vectors flat = lines(2, map);
    double truth = quality(groups.vectors(), flat, 15, all(600)).orElseThrow().trustworthiness();
    MapQuality sampled =
        quality(groups.vectors(), flat, 15, IntStream.range(0, 85).map(i -> i * 7).toArray())
            .orElseThrow();
    assertEquals(85, sampled.asked());
    assertTrue(
        sampled.trustworthinessInterval().contains(truth),
        sampled.trustworthinessInterval() + " does not hold " + truth);
  }
}
