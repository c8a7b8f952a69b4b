package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The goodness of a power-law fit by semiparametric bootstrap: each value of a set is drawn from
/// the law with the share of the tail, else from the data below it; every set is fitted anew, start
/// included.
public final class PowerLawBootstrap {
  /// Enough to look at; the error of the p-value is about 0.05.
  public static final int DEFAULT_DRAWS = 100;

  /// Beyond so many whole numbers the law is drawn as a continuous one.
  private static final int TABULATED = 1 << 12;

  private static final double LARGEST = 0x1p52;

  private final ValueFrequencies positive;
  private final PowerLawFit fit;
  private final int rows;
  private final double[] body;
  private final double[] survival;

  private PowerLawBootstrap(ValueFrequencies positive, PowerLawFit fit) {
    this.positive = positive;
    this.fit = fit;
    this.rows = Math.toIntExact(fit.n());
    this.body = body();
    this.survival = fit.kind() == Kind.DISCRETE ? survival() : new double[0];
  }

  /// @param numbers what was fitted
  /// @param draws how many sets, at least 1
  /// @param seed where random numbers start; the same on any number of threads
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static Goodness of(
      ValueFrequencies numbers,
      PowerLawFit fit,
      int draws,
      long seed,
      TaskRunner runner,
      TaskContext context) {
    PowerLawBootstrap bootstrap = new PowerLawBootstrap(numbers.positive(), fit);
    double[] alphas = new double[draws];
    double[] starts = new double[draws];
    boolean[] further = new boolean[draws];
    AtomicInteger done = new AtomicInteger();
    runner.forEachPart(
        draws,
        draw -> {
          context.checkCancelled();
          PowerLawFit drawn = bootstrap.draw(Seeds.generator(seed, draw), context);
          alphas[draw] = drawn.alpha();
          starts[draw] = drawn.xmin();
          further[draw] = drawn.ks() >= fit.ks();
          context.progress(done.incrementAndGet(), draws);
        });
    Arrays.sort(alphas);
    Arrays.sort(starts);
    int count = 0;
    for (boolean each : further) {
      count += each ? 1 : 0;
    }
    return new Goodness(
        draws,
        seed,
        count,
        (double) count / draws,
        Wilson.interval(count, draws),
        SortedValues.of(alphas).middle(),
        SortedValues.of(starts).middle());
  }

  /// The data below the tail, each as often as it occurs.
  private double[] body() {
    double[] below = new double[Math.toIntExact(fit.n() - fit.nTail())];
    int at = 0;
    for (int i = 0; at < below.length; i++) {
      int end = at + (int) positive.frequencies()[i];
      Arrays.fill(below, at, end, positive.values()[i]);
      at = end;
    }
    return below;
  }

  /// P(X ≥ xmin + i), rising in the order of falling i, for a binary search.
  private double[] survival() {
    double[] table = new double[TABULATED];
    double all = HurwitzZeta.of(fit.alpha(), fit.xmin());
    for (int i = 0; i < TABULATED; i++) {
      table[TABULATED - 1 - i] = HurwitzZeta.of(fit.alpha(), fit.xmin() + i) / all;
    }
    return table;
  }

  private PowerLawFit draw(RandomGenerator random, TaskContext context) {
    double[] numbers = new double[rows];
    double share = fit.tailShare();
    for (int i = 0; i < rows; i++) {
      if ((i & 0xFFFFF) == 0) {
        context.checkCancelled();
      }
      boolean inTail = body.length == 0 || random.nextDouble() < share;
      numbers[i] = inTail ? drawTail(random) : body[random.nextInt(body.length)];
    }
    context.checkCancelled();
    return PowerLawFitter.best(ValueFrequencies.ofOwned(numbers, rows), fit.kind());
  }

  private double drawTail(RandomGenerator random) {
    // 1 − u is never 0.
    double above = 1 - random.nextDouble();
    double power = 1 / (1 - fit.alpha());
    if (fit.kind() == Kind.CONTINUOUS) {
      return fit.xmin() * Math.pow(above, power);
    }
    if (above >= survival[0]) {
      // The largest i with P(X ≥ xmin + i) ≥ above.
      int at = Arrays.binarySearch(survival, above);
      return fit.xmin() + (TABULATED - 1 - (at < 0 ? -at - 1 : at));
    }
    // So far out, whole numbers follow the continuous law around them to a few parts in 10^8.
    double from = fit.xmin() + TABULATED - 1.5;
    double drawn = from * Math.pow(above / survival[0], power) + 0.5;
    return Math.floor(Math.min(LARGEST, drawn));
  }
}
