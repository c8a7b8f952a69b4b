package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;

/// The parts of UMAP against umap-learn 0.5.3.
class UmapTest {
  @Test
  void theCurveIsThatOfUmapLearn() {
    MapCurve usual = MapCurve.of(0.1, 1);
    assertEquals(1.5769434601962196, usual.a(), 1e-5);
    assertEquals(0.8950608779914887, usual.b(), 1e-5);
    MapCurve dense = MapCurve.of(0, 1);
    assertEquals(1.9328083975546724, dense.a(), 1e-4);
    assertEquals(0.7904949734010681, dense.b(), 1e-4);
    MapCurve wide = MapCurve.of(0.5, 2);
    assertEquals(0.25887874119038884, wide.a(), 1e-4);
    assertEquals(1.057499699581397, wide.b(), 1e-4);
  }

  @Test
  void strengthsOfNeighboursAddUpToTheLogarithmOfTheirNumber() {
    float[] strengths = new float[5];
    FuzzyTies.strengths(new float[] {0.5f, 1, 1.5f, 2, 4}, 0, 5, 1, strengths);
    assertArrayEquals(
        new float[] {1, 0.69346296f, 0.48089087f, 0.33348001f, 0.07711926f},
        strengths,
        1e-5f,
        "smooth_knn_dist: width 1.3659058");
  }

  @Test
  void equalNeighboursAreAllAsStrongAsCanBe() {
    float[] strengths = new float[3];
    FuzzyTies.strengths(new float[3], 0, 3, 0.7, strengths);
    assertArrayEquals(new float[] {1, 1, 1}, strengths);
  }

  @Test
  void aTieIsAsStrongAsBothEndsTogetherSay() {
    NeighbourGraph graph =
        new NeighbourGraph(
            3,
            2,
            NeighbourParameters.of(2, VectorDistance.EUCLIDEAN),
            new int[] {1, 2, 0, 2, 1, 0},
            new float[] {1, 3, 1, 2, 2, 3},
            1,
            0);
    TieGraph fuzzy = FuzzyTies.of(graph, new DirectTaskRunner());
    assertArrayEquals(new int[] {0, 2, 4, 6}, fuzzy.starts(), "each line is tied to both others");
    assertEquals(1, fuzzy.strengths()[0], 1e-6, "each is the nearest of the other: 1 + 1 − 1 · 1");
  }

  @Test
  void forcesFromTheTableAreThoseOfTheFormula() {
    MapCurve curve = MapCurve.of(0.1, 1);
    ForceTable attraction = ForceTable.attraction(curve);
    for (double q = 1e-6; q < 1e6; q *= 1.37) {
      double exact =
          -2
              * curve.a()
              * curve.b()
              * Math.pow(q, curve.b() - 1)
              / (1 + curve.a() * Math.pow(q, curve.b()));
      assertEquals(exact, attraction.at((float) q), Math.abs(exact) * 1e-4, "at " + q);
    }
  }
}
