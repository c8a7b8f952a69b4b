package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.stats.ColumnEvents;
import outcrop.analysis.stats.Events;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;

class ClassVariationTest {
  private static ClassVariation of(int[] classes, int count, List<float @Nullable []> vectors) {
    int[] rows = new int[classes.length];
    java.util.Arrays.setAll(rows, i -> i);
    return ClassVariation.of(
        new ColumnEvents(new Events(classes, count), rows, Integer::toString),
        VectorColumn.of(new Field("v", FieldType.VECTOR), vectors),
        ColumnUse.UNBOUND,
        new DirectTaskRunner(),
        TaskContext.NONE);
  }

  @Test
  void theMeanDistanceIsThatOfAllPairs() {
    SplittableRandom random = new SplittableRandom(8);
    List<float @Nullable []> vectors = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      vectors.add(
          new float[] {
            (float) random.nextGaussian(), (float) random.nextGaussian(), (float) (i % 3)
          });
    }
    double sum = 0;
    for (int a = 0; a < 20; a++) {
      for (int b = 0; b < a; b++) {
        sum += 1 - cosine(vectors.get(a), vectors.get(b));
      }
    }
    ClassVariation found = of(new int[20], 1, vectors);
    assertEquals(sum / 190, found.classes().get(0).distance(), 1e-6);
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int d = 0; d < a.length; d++) {
      product += (double) a[d] * b[d];
      first += (double) a[d] * a[d];
      second += (double) b[d] * b[d];
    }
    return product / Math.sqrt(first * second);
  }

  @Test
  void smallClassesAndVectorsWithoutDirectionSayNothing() {
    float[] one = {1, 0};
    List<float @Nullable []> vectors = new ArrayList<>(List.of(one, one, one, one, one, one, one));
    vectors.add(null);
    vectors.add(new float[] {0, 0});
    vectors.add(new float[] {Float.NaN, 1});
    ClassVariation found = of(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}, 2, vectors);
    assertEquals(0, found.classes().get(0).distance(), 1e-12, "one direction");
    assertTrue(Double.isNaN(found.classes().get(1).distance()), "two usable rows of five");
    assertEquals(3, found.unusable());
  }

  @Test
  void effectiveRankCountsTheDirectionsThatVary() {
    List<float @Nullable []> vectors = new ArrayList<>();
    int[] classes = new int[48];
    for (int i = 0; i < 48; i++) {
      // One class turns in a plane, the other along two axes of many.
      double angle = Math.PI * i / 12;
      boolean first = i < 24;
      vectors.add(
          first
              ? new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0, 0}
              : new float[] {0, 0, i % 2 == 0 ? 1 : -1, 0});
      classes[i] = first ? 0 : 1;
    }
    ClassVariation found = of(classes, 2, vectors);
    assertEquals(2, found.classes().get(0).effectiveRank(), 1e-4, "a circle");
    assertEquals(1, found.classes().get(1).effectiveRank(), 1e-4, "a line");
    assertEquals(1.0, found.classes().get(1).exact(), "each row has a twin");
    assertEquals(0.0, found.classes().get(0).exact());
    assertEquals(1.0, found.classes().get(1).nearDuplicates(), "twins are near as well");
    assertEquals(24.0 / 23, found.classes().get(0).trace(), 1e-6, "unit vectors around zero");
  }

  @Test
  void classesApartHaveAMarginAndLittleVarianceWithin() {
    SplittableRandom random = new SplittableRandom(3);
    List<float @Nullable []> vectors = new ArrayList<>();
    int[] classes = new int[60];
    double within = 0;
    double[][] means = new double[3][3];
    for (int i = 0; i < 60; i++) {
      classes[i] = i % 3;
      float[] vector = new float[3];
      vector[i % 3] = 1;
      vector[(i + 1) % 3] = (float) (0.2 * random.nextGaussian());
      vectors.add(vector);
    }
    double[] whole = new double[3];
    double[][] units = new double[60][3];
    for (int i = 0; i < 60; i++) {
      double length = Math.sqrt(1 + Math.pow(vectors.get(i)[(i + 1) % 3], 2));
      for (int d = 0; d < 3; d++) {
        units[i][d] = vectors.get(i)[d] / length;
        means[i % 3][d] += units[i][d] / 20;
        whole[d] += units[i][d] / 60;
      }
    }
    double between = 0;
    for (int i = 0; i < 60; i++) {
      for (int d = 0; d < 3; d++) {
        within += Math.pow(units[i][d] - means[i % 3][d], 2);
        between += Math.pow(means[i % 3][d] - whole[d], 2);
      }
    }
    ClassVariation found = of(classes, 3, vectors);
    assertEquals(within / between, found.withinBetween(), 1e-5, "by brute force");
    assertTrue(found.classes().get(0).margin() > 0.5, "classes stand at right angles");
  }
}
