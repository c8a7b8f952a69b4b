package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class ProjectorTest {
  /// Every method with few steps, so that the tests are quick.
  enum Method {
    PCA {
      @Override
      ProjectionSpec spec(long seed) {
        return new ProjectionSpec.Principal("v", VectorDistance.EUCLIDEAN, seed);
      }
    },
    UMAP {
      @Override
      ProjectionSpec spec(long seed) {
        return new ProjectionSpec.Umap("v", VectorDistance.EUCLIDEAN, seed, 15, 0.1, 1, 60, 5);
      }
    },
    TSNE {
      @Override
      ProjectionSpec spec(long seed) {
        return new ProjectionSpec.Tsne("v", VectorDistance.EUCLIDEAN, seed, 30, 120);
      }
    };

    abstract ProjectionSpec spec(long seed);
  }

  private static Projection run(Vectors vectors, ProjectionSpec spec) {
    return new Projector(MapPreview.NONE, ModelFiles.NONE, new DirectTaskRunner(), TaskContext.NONE)
        .run(vectors, spec);
  }

  /// The share of the ten nearest neighbours on a map that are of the line's own group.
  private static double purity(int[] groups, Vectors map) {
    int own = 0;
    for (int line = 0; line < groups.length; line++) {
      for (int near : RankedLines.of(map, line, 10).nearest()) {
        own += groups[near] == groups[line] ? 1 : 0;
      }
    }
    return own / (groups.length * 10.0);
  }

  private static void assertFinite(Projection map) {
    for (float number : map.coordinates()) {
      assertTrue(Float.isFinite(number), "A point of the map is nowhere: " + number);
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void groupsThatLieApartStayApart(Method method) {
    PlantedClusters groups = PlantedClusters.round(600, 10, 3, 24, 4);
    double purity = purity(groups.truth(), run(groups.vectors(), method.spec(1)).vectors());
    assertTrue(purity > 0.97, "Only " + purity + " of the neighbours are of the same group.");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void theSameSeedGivesTheSameMapOnOneAndOnSeveralThreads(Method method) {
    Vectors vectors = PlantedClusters.round(1_500, 6, 4, 8, 4).vectors();
    Projection one = run(vectors, method.spec(3));
    assertEquals(one, run(vectors, method.spec(3)));
    try (TaskRunner several = new PooledTaskRunner()) {
      assertEquals(
          one,
          new Projector(MapPreview.NONE, ModelFiles.NONE, several, TaskContext.NONE)
              .run(vectors, method.spec(3)));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Method.class, names = "PCA", mode = EnumSource.Mode.EXCLUDE)
  void anotherSeedGivesAnotherMap(Method method) {
    Vectors vectors = PlantedClusters.round(200, 6, 4, 8, 4).vectors();
    assertFalse(
        Arrays.equals(
            run(vectors, method.spec(1)).coordinates(),
            run(vectors, method.spec(2)).coordinates()));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void equalRowsHaveTheirPlacesToo(Method method) {
    float[] values = new float[300 * 2];
    for (int line = 0; line < 300; line++) {
      values[2 * line] = line % 3;
      values[2 * line + 1] = line % 3 == 2 ? 1 : 0;
    }
    assertFinite(run(new Vectors(300, 2, values), method.spec(1)));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void twoRowsAreEnough(Method method) {
    assertFinite(run(new Vectors(2, 3, new float[] {1, 2, 3, 3, 2, 1}), method.spec(1)));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void oneDimensionIsEnough(Method method) {
    float[] values = new float[50];
    Arrays.setAll(new double[50], i -> values[i] = i * i);
    assertFinite(run(new Vectors(50, 1, values), method.spec(1)));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void nothingToMapIsSaidInOneSentence(Method method) {
    assertEquals(
        "Only one row has a vector in “v”, so there is nothing to map; choose more rows or another"
            + " space.",
        failure(new Vectors(1, 2, new float[] {1, 2}), method));
    assertEquals(
        "No row has a vector in “v”, so there is nothing to map; choose more rows or another"
            + " space.",
        failure(new Vectors(0, 2, new float[0]), method));
    assertEquals(
        "All vectors of “v” are the same, so a map would be a single point.",
        failure(new Vectors(3, 2, new float[] {1, 2, 1, 2, 1, 2}), method));
  }

  private static String failure(Vectors vectors, Method method) {
    return assertThrows(UserFailure.class, () -> run(vectors, method.spec(1))).getMessage();
  }

  @Test
  void fewerNeighboursThanWantedAreSaid() {
    Projection map = run(PlantedClusters.round(8, 3, 1, 4, 1).vectors(), Method.UMAP.spec(1));
    assertEquals(7, map.neighbours());
    assertEquals(
        List.of("There are only 8 rows, so 7 neighbours of each were used instead of 15."),
        map.notes());
  }

  @Test
  void piecesThatNothingTiesTogetherAreSaid() {
    PlantedClusters far = PlantedClusters.round(90, 4, 3, 4000, 2);
    Projection map = run(far.vectors(), Method.UMAP.spec(1));
    assertEquals(3, map.pieces());
    assertTrue(
        map.notes().getFirst().startsWith("The rows fall into 3 pieces"), map.notes()::toString);
    assertFinite(map);
  }

  @Test
  void ofVeryManyRowsASampleIsLaidOutAndTheOthersArePlaced() {
    PlantedClusters groups = PlantedClusters.round(900, 10, 3, 24, 4);
    Projection map =
        new Projector(MapPreview.NONE, ModelFiles.NONE, new DirectTaskRunner(), TaskContext.NONE)
            .ofSample(groups.vectors(), Method.TSNE.spec(1), 300);
    double purity = purity(groups.truth(), map.vectors());
    assertTrue(purity > 0.97, "Only " + purity + " of the neighbours are of the same group.");
    assertEquals(
        "Of 900 rows, 300 were laid out, and each of the others lies among those nearest to it.",
        map.notes().getLast());
  }

  @Test
  void aMapIsShownWhileItIsMade() {
    List<Integer> seen = new ArrayList<>();
    new Projector(
            (coordinates, done, total) -> {
              assertEquals(1_200, coordinates.length);
              assertEquals(60, total);
              seen.add(done);
            },
            ModelFiles.NONE,
            new DirectTaskRunner(),
            TaskContext.NONE)
        .run(PlantedClusters.round(600, 5, 3, 8, 1).vectors(), Method.UMAP.spec(1));
    assertFalse(seen.isEmpty(), "Nobody saw the map before it was finished.");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void cancellingLeavesNoMap(Method method) {
    TaskContext cancelled =
        new TaskContext() {
          @Override
          public void stage(String name) {}

          @Override
          public void progress(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    assertThrows(
        CancellationException.class,
        () ->
            new Projector(MapPreview.NONE, ModelFiles.NONE, new DirectTaskRunner(), cancelled)
                .run(PlantedClusters.round(600, 5, 3, 8, 1).vectors(), method.spec(1)));
  }
}
