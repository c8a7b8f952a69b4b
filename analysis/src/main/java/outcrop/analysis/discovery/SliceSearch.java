package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// The search of [SliceFinder]: level by level, joining slices that differ in one statement and
/// leaving out what cannot become one of the best.
final class SliceSearch {
  private static final int CANDIDATES_PER_PART = 64;
  private static final int MOST_CANDIDATES = 2_000_000;

  private final TaskRunner tasks;
  private final TaskContext context;
  private final SliceOptions options;
  private final List<SlicePredicates.Statement> statements;
  private final long[][] words;
  private final SliceErrors errors;
  private final int n;
  private final double mean;
  private final int support;
  private final List<Found> best = new ArrayList<>();
  private long evaluated;
  private boolean complete = true;

  /// A slice by the numbers of its statements, rising.
  record Found(int[] ids, SliceErrors.Sums sums, double score) {
    static final Comparator<Found> BEST_FIRST =
        Comparator.comparingDouble((Found found) -> -found.score)
            .thenComparingInt(found -> found.ids.length)
            .thenComparing(found -> found.ids, Arrays::compare);
  }

  /// What the search came to.
  ///
  /// @param best the best first
  /// @param mean the mean error of the rows searched
  /// @param evaluated slices looked at
  /// @param complete whether none was left out for want of room
  record Outcome(List<Found> best, double mean, long evaluated, boolean complete) {}

  SliceSearch(
      TaskRunner tasks,
      TaskContext context,
      SliceOptions options,
      List<SlicePredicates.Statement> statements,
      SliceErrors errors) {
    this.tasks = tasks;
    this.context = context;
    this.options = options;
    this.statements = statements;
    this.words =
        statements.stream().map(statement -> statement.rows().toWords()).toArray(long[][]::new);
    this.errors = errors;
    this.n = errors.rows().cardinality();
    this.mean = errors.of(new long[][] {errors.rows().toWords()}).sum() / n;
    this.support = options.support(n);
  }

  Outcome run() {
    List<int[]> single = new ArrayList<>();
    for (int id = 0; id < statements.size(); id++) {
      single.add(new int[] {id});
    }
    List<Found> survivors = keep(evaluate(single));
    for (int level = 2; level <= options.level() && survivors.size() > 1; level++) {
      context.stage("Slices of " + level + " statements");
      survivors = keep(evaluate(candidates(survivors, level)));
    }
    return new Outcome(List.copyOf(best), mean, evaluated, complete);
  }

  /// Joins survivors that share all but their last statement; each of the other parts of a
  /// candidate must have survived, too, and all of them together still promise enough.
  private List<int[]> candidates(List<Found> survivors, int level) {
    survivors.sort(Comparator.comparing(found -> found.ids, Arrays::compare));
    Map<List<Integer>, Found> known = new HashMap<>();
    survivors.forEach(found -> known.put(boxed(found.ids), found));
    List<int[]> joined = new ArrayList<>();
    for (int i = 0; i < survivors.size(); i++) {
      context.checkCancelled();
      int[] left = survivors.get(i).ids;
      for (int j = i + 1; j < survivors.size(); j++) {
        int[] right = survivors.get(j).ids;
        if (!Arrays.equals(left, 0, level - 2, right, 0, level - 2)) {
          break;
        }
        int[] ids = Arrays.copyOf(left, level);
        ids[level - 1] = right[level - 2];
        if (onePerField(ids) && promises(ids, known)) {
          if (joined.size() == MOST_CANDIDATES) {
            complete = false;
            return joined;
          }
          joined.add(ids);
        }
      }
    }
    return joined;
  }

  private static List<Integer> boxed(int[] ids) {
    return Arrays.stream(ids).boxed().toList();
  }

  private boolean onePerField(int[] ids) {
    Set<Integer> fields = new HashSet<>();
    return Arrays.stream(ids).allMatch(id -> fields.add(statements.get(id).field()));
  }

  private boolean promises(int[] ids, Map<List<Integer>, Found> known) {
    int size = Integer.MAX_VALUE;
    double sum = Double.MAX_VALUE;
    double largest = Double.MAX_VALUE;
    for (int left = 0; left < ids.length; left++) {
      List<Integer> parent = new ArrayList<>(boxed(ids));
      parent.remove(left);
      Found found = known.get(parent);
      if (found == null) {
        return false;
      }
      size = Math.min(size, found.sums.size());
      sum = Math.min(sum, found.sums.sum());
      largest = Math.min(largest, found.sums.largest());
    }
    if (size < support) {
      return false;
    }
    double bound = bound(size, sum, largest);
    return bound > 0 && bound >= leastWanted();
  }

  /// The most that a slice of at most so many rows, errors in sum and largest error can score.
  private double bound(int size, double sum, double largest) {
    double bound = Double.NEGATIVE_INFINITY;
    for (double s : new double[] {support, Math.max(sum / largest, support), size}) {
      if (s <= size) {
        bound = Math.max(bound, score(s, Math.min(s * largest, sum)));
      }
    }
    return bound;
  }

  private double score(double size, double sum) {
    return options.alpha() * (sum / size / mean - 1) - (1 - options.alpha()) * (n / size - 1);
  }

  private double leastWanted() {
    return best.size() < options.kept() ? 0 : best.getLast().score;
  }

  private List<Found> evaluate(List<int[]> candidates) {
    evaluated += candidates.size();
    Found[] found = new Found[candidates.size()];
    int parts = Math.ceilDiv(found.length, CANDIDATES_PER_PART);
    AtomicInteger done = new AtomicInteger();
    tasks.forEachPart(
        parts,
        part -> {
          context.checkCancelled();
          int end = Math.min(found.length, (part + 1) * CANDIDATES_PER_PART);
          for (int i = part * CANDIDATES_PER_PART; i < end; i++) {
            found[i] = evaluate(candidates.get(i));
          }
          context.progress(done.incrementAndGet(), parts);
        });
    return new ArrayList<>(Arrays.asList(found));
  }

  private Found evaluate(int[] ids) {
    long[][] all = new long[ids.length][];
    for (int i = 0; i < ids.length; i++) {
      all[i] = words[ids[i]];
    }
    SliceErrors.Sums sums = errors.of(all);
    double score = sums.size() == 0 ? Double.NEGATIVE_INFINITY : score(sums.size(), sums.sum());
    return new Found(ids, sums, score);
  }

  /// Takes the good ones among the best; all that have enough rows and any error go on.
  private List<Found> keep(List<Found> found) {
    List<Found> survivors = new ArrayList<>();
    for (Found slice : found) {
      if (slice.sums.size() >= support && slice.sums.sum() > 0) {
        survivors.add(slice);
        if (slice.score > 0) {
          best.add(slice);
        }
      }
    }
    best.sort(Found.BEST_FIRST);
    if (best.size() > options.kept()) {
      best.subList(options.kept(), best.size()).clear();
    }
    return survivors;
  }
}
