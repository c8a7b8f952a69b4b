package outcrop.analysis.stats;

import java.util.random.RandomGenerator;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// How much more often two occurrences of one context share their class than two of the whole
/// column: 1 where contexts are random draws, above where classes come in bursts, below where
/// contexts are balanced on purpose.
///
/// @param contexts contexts of two occurrences or more; 0 where there are none and nothing is told
/// @param lift the mean over those contexts, by the share of the whole column; NaN without contexts
///   or where no class occurs twice
/// @param nullBand where 95 % of shuffled columns lie
/// @param permutations how many columns were shuffled for the band
public record RepeatLift(int contexts, double lift, Interval nullBand, int permutations) {
  /// The shuffled columns of the band, fewer for very long columns.
  public static final int PERMUTATIONS = 200;

  /// The sizes of windows where no field gives the contexts: that of the paper's contexts first.
  public static final int[] WINDOWS = {8, 64, 1024};

  private static final int FEWEST_PERMUTATIONS = 20;
  private static final long MOST_SHUFFLED = 40_000_000;

  /// Over contexts that consist of consecutive events.
  ///
  /// @param window events per context
  public static RepeatLift ofWindows(
      Events events, int window, long seed, TaskRunner runner, TaskContext context) {
    int size = events.size();
    int[] ends = new int[(size + window - 1) / window];
    for (int g = 0; g < ends.length; g++) {
      ends[g] = (int) Math.min(size, (g + 1L) * window);
    }
    return of(events.classes(), events, ends, seed, runner, context);
  }

  /// Over given contexts.
  ///
  /// @param contextOf the context of each event, 0…contexts−1
  public static RepeatLift ofContexts(
      Events events,
      int[] contextOf,
      int contexts,
      long seed,
      TaskRunner runner,
      TaskContext context) {
    Events.Places places = new Events(contextOf, contexts).places();
    int[] ordered = new int[events.size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = events.classes()[places.events()[i]];
    }
    int[] ends = java.util.Arrays.copyOfRange(places.starts(), 1, contexts + 1);
    return of(ordered, events, ends, seed, runner, context);
  }

  private static RepeatLift of(
      int[] ordered, Events events, int[] ends, long seed, TaskRunner runner, TaskContext context) {
    double whole = pairShare(events.counts(), events.size());
    int contexts = 0;
    for (int g = 0; g < ends.length; g++) {
      contexts += ends[g] - (g == 0 ? 0 : ends[g - 1]) >= 2 ? 1 : 0;
    }
    if (contexts == 0 || !(whole > 0)) {
      return new RepeatLift(contexts, Double.NaN, new Interval(1, 1), 0);
    }
    int permutations =
        (int) Math.clamp(MOST_SHUFFLED / ordered.length, FEWEST_PERMUTATIONS, PERMUTATIONS);
    double[] shuffled = new double[permutations];
    runner.forEachPart(
        permutations,
        permutation -> {
          context.checkCancelled();
          int[] other = ordered.clone();
          shuffle(other, Seeds.generator(seed, permutation));
          shuffled[permutation] = meanShare(other, ends, events.classCount()) / whole;
        });
    double squares = 0;
    for (double lift : shuffled) {
      // The expectation of a shuffled column is 1, exactly.
      squares += (lift - 1) * (lift - 1);
    }
    double sd = Math.sqrt(squares / permutations);
    return new RepeatLift(
        contexts,
        meanShare(ordered, ends, events.classCount()) / whole,
        Interval.normal(1, sd, 0, Double.POSITIVE_INFINITY),
        permutations);
  }

  private static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }

  /// The chance that two different events share their class.
  private static double pairShare(long[] counts, double n) {
    double pairs = 0;
    for (long count : counts) {
      pairs += (double) count * (count - 1);
    }
    return pairs / (n * (n - 1));
  }

  private static double meanShare(int[] ordered, int[] ends, int classCount) {
    int[] seen = new int[classCount];
    double sum = 0;
    int contexts = 0;
    int from = 0;
    for (int to : ends) {
      double length = to - from;
      if (length >= 2) {
        long pairs = 0;
        for (int i = from; i < to; i++) {
          pairs += seen[ordered[i]]++;
        }
        for (int i = from; i < to; i++) {
          seen[ordered[i]] = 0;
        }
        sum += 2.0 * pairs / (length * (length - 1));
        contexts++;
      }
      from = to;
    }
    return sum / contexts;
  }

  /// Whether the events look sorted by class, as a file that was sorted by the field: the lift in
  /// windows of eight is more than half of what it could be.
  public boolean looksSorted(Events events) {
    double squares = 0;
    for (long count : events.counts()) {
      double share = (double) count / events.size();
      squares += share * share;
    }
    return squares < 0.5 && lift > 0.5 / squares;
  }

  /// Morisita's index of a class: how much more often two of its occurrences meet in one of several
  /// contexts of equal size than by chance.
  ///
  /// @param perContext how often the class occurs in each context
  /// @return NaN where it occurs less than twice
  public static double morisita(long[] perContext) {
    double pairs = 0;
    double all = 0;
    for (long count : perContext) {
      pairs += (double) count * (count - 1);
      all += count;
    }
    return all < 2 ? Double.NaN : perContext.length * pairs / (all * (all - 1));
  }

  /// Morisita's index of every class over windows of consecutive events; NaN where it occurs less
  /// than twice.
  public static double[] morisita(Events events, int window) {
    Events.Places places = events.places();
    double[] indexes = new double[events.classCount()];
    double windows = Math.ceil((double) events.size() / window);
    for (int c = 0; c < indexes.length; c++) {
      int from = places.starts()[c];
      int to = places.starts()[c + 1];
      double n = to - from;
      long pairs = 0;
      int run = 0;
      for (int i = from; i < to; i++) {
        boolean same = i > from && places.events()[i] / window == places.events()[i - 1] / window;
        run = same ? run + 1 : 0;
        pairs += run;
      }
      indexes[c] = n < 2 ? Double.NaN : windows * 2 * pairs / (n * (n - 1));
    }
    return indexes;
  }

  /// The share of events whose class occurs at least three times among the eight before, of those
  /// that have eight before: the bursty contexts of Chan et al. 2022.
  ///
  /// @return NaN for fewer than nine events
  public static double burstyShare(Events events) {
    int[] classes = events.classes();
    if (classes.length <= 8) {
      return Double.NaN;
    }
    long bursty = 0;
    for (int i = 8; i < classes.length; i++) {
      int same = 0;
      for (int k = i - 8; k < i; k++) {
        same += classes[k] == classes[i] ? 1 : 0;
      }
      bursty += same >= 3 ? 1 : 0;
    }
    return (double) bursty / (classes.length - 8);
  }
}
