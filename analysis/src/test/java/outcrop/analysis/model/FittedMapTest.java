package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class FittedMapTest {
  @TempDir Path folder;

  private static float[] place(FittedMap map, Vectors vectors) {
    return map.place(vectors, "v", new DirectTaskRunner(), TaskContext.NONE);
  }

  private static ProjectionSpec.Umap umap() {
    return new ProjectionSpec.Umap("v", VectorDistance.EUCLIDEAN, 1, 15, 0.1, 1, 60, 5);
  }

  private static FittedMap mapped(Vectors vectors) {
    Projection map =
        new Projector(MapPreview.NONE, ModelFiles.NONE, new DirectTaskRunner(), TaskContext.NONE)
            .run(vectors, umap());
    return FittedMap.of(umap(), vectors, map.coordinates());
  }

  @Test
  void rowsThatWereThereLieWhereTheyLay() {
    Vectors vectors = PlantedClusters.round(300, 5, 3, 8, 2).vectors();
    FittedMap map = mapped(vectors);
    assertArrayEquals(map.coordinates(), place(map, vectors));
  }

  @Test
  void rowsThatComeLaterLieAmongTheirOwnGroup() {
    PlantedClusters all = PlantedClusters.round(600, 5, 3, 24, 2);
    int[] old = IntStream.range(0, 500).toArray();
    int[] added = IntStream.range(500, 600).toArray();
    FittedMap map = mapped(all.vectors().choose(old));
    float[] placed = place(map, all.vectors().choose(added));
    int own = 0;
    for (int i = 0; i < added.length; i++) {
      float[] with = java.util.Arrays.copyOf(map.coordinates(), 1_002);
      with[1_000] = placed[2 * i];
      with[1_001] = placed[2 * i + 1];
      int near = RankedLines.of(new Vectors(501, 2, with), 500, 1).nearest()[0];
      own += all.truth()[near] == all.truth()[added[i]] ? 1 : 0;
    }
    assertTrue(own >= 98, "Only " + own + " of 100 rows lie next to one of their group.");
  }

  @Test
  void aMapThatWasReadPlacesRowsWhereTheWrittenOneDid() {
    FittedMap map = mapped(PlantedClusters.round(60, 4, 2, 8, 2).vectors());
    map.write(folder.resolve("a.map"));
    assertEquals(map, FittedMap.read(folder.resolve("a.map")));
  }

  @Test
  void vectorsOfAnotherSpaceAreRefused() {
    FittedMap map = mapped(PlantedClusters.round(60, 4, 2, 8, 2).vectors());
    UserFailure failure =
        assertThrows(
            UserFailure.class, () -> place(map, PlantedClusters.round(5, 3, 2, 8, 2).vectors()));
    assertEquals(
        "“v” has 3 numbers per row, but the map was made of 4; name the space that it was made of.",
        failure.getMessage());
  }

  @Test
  void aFileThatIsNoneOrDamagedIsRefused() throws IOException {
    Path none = Files.writeString(folder.resolve("none.map"), "x".repeat(100));
    assertEquals(
        none + " is no saved map; name a file that was saved as one.",
        assertThrows(UserFailure.class, () -> FittedMap.read(none)).getMessage());
    Path file = folder.resolve("a.map");
    mapped(PlantedClusters.round(60, 4, 2, 8, 2).vectors()).write(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertEquals(
        file + " is damaged and cannot be used as a map; save the map again.",
        assertThrows(UserFailure.class, () -> FittedMap.read(file)).getMessage());
  }
}
