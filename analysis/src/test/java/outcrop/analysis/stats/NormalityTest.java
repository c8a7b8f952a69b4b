package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalityTest {
  @Test
  void theStatisticIsTheKnownOne() {
    // scipy.stats.anderson gives the statistic without the correction for ten values.
    double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 30};
    assertEquals(1.326763067373765 * (1 + 0.4 - 0.25), Normality.andersonDarling(numbers), 1e-6);
  }

  @Test
  void oneInTenThousandNormalSamplesIsRejected() {
    SplittableRandom random = new SplittableRandom(1);
    int rejected = 0;
    for (int run = 0; run < 4_000; run++) {
      double[] numbers = new double[60];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = 5 + 3 * random.nextGaussian();
      }
      rejected += Normality.andersonDarling(numbers) > Normality.CRITICAL_AT_0_0001 ? 1 : 0;
    }
    assertTrue(rejected <= 3, rejected + " of 4,000 normal samples were rejected");
  }

  @Test
  void equalNumbersAreNotNormal() {
    assertEquals(Double.POSITIVE_INFINITY, Normality.andersonDarling(new double[] {2, 2, 2, 2}));
  }
}
