package outcrop.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminismTest {
  private static final Map<String, String> GOLDEN =
      Map.of(
          "reviews", "509e35d543e9ee978a089915e5ba36defe7e0312e2c1243b17bed4e7281dea9a",
          "shapes", "3f231b17b98e07e4dcf4de7427e9b2fcc9d62f2f76cc9c1a422bf10ca3552389",
          "sensors", "e028ed1e9364412099f5ddda5115a72f3933b9851496525f00fa78f029e75f7a");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"reviews", "shapes", "sensors"})
  void theDefaultSeedGivesTheBytesThatItAlwaysGave(String name) {
    assertEquals(
        GOLDEN.get(name),
        hash(name, SampleCatalogue.DEFAULT_SEED),
        () ->
            "The bytes of "
                + name
                + " changed. If that was meant, read some of the new data, put the actual hash into"
                + " GOLDEN and say in the commit why; if it was not, look for a dependence on"
                + " machine, JDK or order.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviews", "sensors"})
  void twoThreadsAtOnceGiveTheSameBytesToTheSameSeedAndOthersToAnother(String name) {
    long seed = SampleCatalogue.DEFAULT_SEED;
    List<String> hashes =
        LongStream.of(seed, seed + 1).parallel().mapToObj(each -> hash(name, each)).toList();
    assertEquals(
        GOLDEN.get(name), hashes.getFirst(), "look for shared state in the generator of " + name);
    assertNotEquals(
        hashes.getFirst(), hashes.getLast(), "the seed does not reach the data of " + name);
  }

  /// Images are compared in memory, because thousands of small files slow the tests down.
  @Test
  void imagesDependOnTheSeedAndTheirPathsDoNot() {
    List<List<Integer>> images =
        LongStream.of(1, 1, 2).parallel().mapToObj(DeterminismTest::images).toList();
    assertEquals(images.get(0), images.get(1), "look for shared state in ShapePicture");
    int same = 0;
    for (int i = 0; i < ShapeSet.ROWS; i++) {
      same += images.get(0).get(i).equals(images.get(2).get(i)) ? 1 : 0;
    }
    assertTrue(same < 10, "the seed does not reach " + same + " images");
    assertEquals(
        new ShapeSet(1).entries.stream().map(ShapeSet.Entry::path).toList(),
        new ShapeSet(2).entries.stream().map(ShapeSet.Entry::path).toList(),
        "paths may not depend on the seed, else old images stay between new ones");
  }

  private static List<Integer> images(long seed) {
    return new ShapeSet(seed)
        .entries.stream()
            .map(
                entry -> {
                  try {
                    Dice grain = Dice.of(seed, "grain", entry.grain());
                    return Arrays.hashCode(entry.picture().encode(grain));
                  } catch (IOException fault) {
                    throw new UncheckedIOException(fault);
                  }
                })
            .toList();
  }

  private String hash(String name, long seed) {
    Path folder = directory.resolve("seed" + seed);
    try {
      SampleCatalogue.byName(name).orElseThrow().generate(folder, seed);
      return FolderHash.of(folder.resolve(name));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
