package outcrop.analysis.stats;

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

class ClassVariationTest {
  private static ClassVariation of(int[] classes, int count, List<float @Nullable []> vectors) {
    int[] rows = new int[classes.length];
    java.util.Arrays.setAll(rows, i -> i);
    return ClassVariation.of(
        new ColumnEvents(new Events(classes, count), rows, Integer::toString),
        VectorColumn.of(new Field("v", FieldType.VECTOR), vectors),
        ColumnUse.UNBOUND);
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
    assertEquals(sum / 190, found.distances()[0], 1e-6);
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
    assertEquals(0, found.distances()[0], 1e-12, "one direction");
    assertTrue(Double.isNaN(found.distances()[1]), "two usable rows of five");
    assertEquals(3, found.unusable());
  }
}
