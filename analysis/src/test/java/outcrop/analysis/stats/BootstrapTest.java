package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

class BootstrapTest {
  private static final ToDoubleFunction<double[]> MEAN =
      data -> Arrays.stream(data).average().orElse(Double.NaN);

  private static Bootstrap of(double[] data, TaskRunner runner) {
    return Bootstrap.of(data, MEAN, 400, Seeds.DEFAULT, runner, TaskContext.NONE);
  }

  @Test
  void theIntervalIsTheSameOnAnyNumberOfThreads() {
    double[] data = new SplittableRandom(1).doubles(60).toArray();
    try (TaskRunner pool = new PooledTaskRunner()) {
      assertEquals(of(data, new DirectTaskRunner()), of(data, pool));
    }
  }

  @Test
  void theCorrectedIntervalHoldsASkewMeanNearlyAsOftenAsItSays() {
    int held = 0;
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] data = new double[60];
      Arrays.setAll(data, _ -> -Math.log(1 - random.nextDouble()));
      held += of(data, new DirectTaskRunner()).corrected().contains(1) ? 1 : 0;
    }
    assertTrue(held >= 178 && held <= 199, "95 % of 200 runs are 190, not " + held);
  }

  @Test
  void equalNumbersHaveNoSpread() {
    double[] data = new double[20];
    Arrays.fill(data, 3);
    Bootstrap found = of(data, new DirectTaskRunner());
    assertEquals(new Interval(3, 3), found.percentile());
    assertEquals(new Interval(3, 3), found.corrected());
  }
}
