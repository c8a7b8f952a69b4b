package outcrop.analysis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.stats.Rarefaction;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.stats.TailMeasures;
import outcrop.analysis.stats.ValueFrequencies;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Measures the estimators of long tails: all measures of a million classes, and fitting and testing
/// a power law.
///
///     java -cp … outcrop.analysis.bench.TailMeasurement [WORDS]
///
/// WORDS holds one whole number per line, such as the published counts of words; without it numbers
/// are drawn. Each measure is made once in the cold process and six times more; prints the first and
/// the median as rows of a Markdown table.
public final class TailMeasurement {
  private static final int CLASSES = 1_000_000;
  private static final int SOME = 20_000;
  private static final int AGAIN = 6;
  private static final int DRAWS = 100;

  private TailMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    long[] counts = drawn(CLASSES, 1.8);
    long[] words =
        arguments.length == 0
            ? drawn(20_000, 1.95)
            : Files.readAllLines(Path.of(arguments[0])).stream()
                .mapToLong(Long::parseLong)
                .toArray();
    double[] continuous = new double[CLASSES];
    SplittableRandom random = new SplittableRandom(2);
    Arrays.setAll(continuous, _ -> Math.pow(1 - random.nextDouble(), -1 / 1.4));
    print(
        "measures of 1,000,000 classes",
        () -> TailMeasures.of(ValueFrequencies.of(counts)).orElseThrow());
    print("… and their power law", () -> fit(ValueFrequencies.of(counts), Kind.DISCRETE));
    print("… and rarefaction", () -> Rarefaction.of(ValueFrequencies.of(counts), 40));
    ValueFrequencies some = ValueFrequencies.of(Arrays.copyOf(continuous, SOME));
    print("power law of 20,000 different numbers", () -> fit(some, Kind.CONTINUOUS));
    print("… looking at all of every start", () -> everyStart(some));
    print(
        "power law of 1,000,000 different numbers",
        () -> fit(ValueFrequencies.of(continuous), Kind.CONTINUOUS));
    try (TaskRunner runner = new PooledTaskRunner()) {
      ValueFrequencies numbers = ValueFrequencies.of(words);
      PowerLawResult fitted = fit(numbers, Kind.DISCRETE);
      print("rivals of the words", () -> fitted.withAlternatives(TaskContext.NONE));
      print(
          "bootstrap of the words, " + DRAWS + " draws",
          () -> fitted.withGoodness(DRAWS, Seeds.DEFAULT, runner, TaskContext.NONE));
    }
  }

  /// The baseline: the distance of every start, whole.
  private static double everyStart(ValueFrequencies numbers) {
    double least = Double.POSITIVE_INFINITY;
    Tails tails = Tails.of(numbers);
    for (int start = 0; start < numbers.distinct() - 10; start++) {
      least = Math.min(least, tails.distance(start));
    }
    return least;
  }

  /// The continuous law straight from the definition.
  private record Tails(double[] logs, double[] sums) {
    static Tails of(ValueFrequencies numbers) {
      double[] logs = Arrays.stream(numbers.values()).map(Math::log).toArray();
      double[] sums = new double[logs.length + 1];
      for (int i = logs.length - 1; i >= 0; i--) {
        sums[i] = sums[i + 1] + logs[i];
      }
      return new Tails(logs, sums);
    }

    double distance(int start) {
      double n = logs.length - start;
      double power = -n / (sums[start] - n * logs[start]);
      double largest = 0;
      for (int i = start; i < logs.length; i++) {
        double gap = (logs.length - i) / n - Math.exp(power * (logs[i] - logs[start]));
        largest = Math.max(largest, Math.abs(gap));
      }
      return largest;
    }
  }

  private static PowerLawResult fit(ValueFrequencies numbers, Kind kind) {
    return PowerLawResult.of(numbers, kind);
  }

  private static long[] drawn(int size, double alpha) {
    SplittableRandom random = new SplittableRandom(1);
    long[] numbers = new long[size];
    Arrays.setAll(
        numbers, _ -> (long) Math.min(1e9, Math.pow(1 - random.nextDouble(), 1 / (1 - alpha))));
    return numbers;
  }

  private static void print(String title, Supplier<?> measured) {
    double first = millis(measured);
    double[] times = new double[AGAIN];
    Arrays.setAll(times, _ -> millis(measured));
    Arrays.sort(times);
    System.out.printf("| %s | %.0f ms | %.0f ms |%n", title, first, times[AGAIN / 2]);
  }

  private static double millis(Supplier<?> measured) {
    long start = System.nanoTime();
    measured.get();
    return (System.nanoTime() - start) / 1e6;
  }
}
