package outcrop.analysis.curation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.spec.TargetSpec;
import outcrop.analysis.spec.TargetSpec.Mode;
import outcrop.analysis.stats.KeyedHash;
import outcrop.analysis.task.TaskRunner;

/// Shapes a field that has several values in a row, its entries, by the rule of MetaCLIP (Xu et
/// al., “Demystifying CLIP Data”, 2024): each entry of a row tries for itself, and one success is
/// enough.
///
/// An entry of `n` rows of which `w` are wanted succeeds with probability `min(1, w / n)`, so a row
/// is kept with `1 − ∏(1 − p)` over its entries, and rows with many entries are favoured. Whether
/// an entry succeeds is decided by the hash of row and entry together: it does where `u < w / n`.
/// Under a cap `t` that is `t > min(u · n)`, one number per row, so that a larger cap keeps every
/// row of a smaller one; and so it is with every target that wants more of each entry.
///
/// As weights, rows get the probability that they have where the entry most wanted is kept whole.
/// As repeats, each entry asks for `⌊w / n⌋` rows and one more with the chance of the rest, and a
/// row stands as often as the entry that asks most.
///
/// Rows without an entry are a class of their own, as everywhere.
final class EntryShaping {
  private final ColumnStore columns;
  private final EntrySets sets;
  private final long[] rowsOfSet;
  private final ClassSizes sizes;
  private final TaskRunner runner;
  private volatile @Nullable Hashes known;

  /// The hashes of rows and of entries by one seed.
  private record Hashes(long seed, long[] rows, long[] entries) {}

  /// What comes of a target.
  ///
  /// @param repeats how often each row stands in the result; empty for weights
  /// @param perRow how often a row of each set counts afterwards, as expected over all seeds
  record Outcome(ShapeResult result, int[] repeats, double[] perRow) {}

  /// @param keys what the entries are called
  EntryShaping(ColumnStore columns, EntrySets sets, List<String> keys, TaskRunner runner) {
    this.columns = columns;
    this.sets = sets;
    this.rowsOfSet = sets.rows().counts();
    this.sizes =
        new ClassSizes(
            keys, sets.countsOf(keys.size() + ClassSizes.APART), sets.rows().rows().cardinality());
    this.runner = runner;
  }

  ClassSizes sizes() {
    return sizes;
  }

  Outcome shape(TargetSpec spec) {
    WantedRows wanted = WantedRows.of(sizes, spec);
    double[] ratios = ratios(wanted.rows(), spec.mode());
    double[] perRow = new double[sets.size()];
    Arrays.setAll(
        perRow, set -> expected(ratios, sets.entries(), sets.start(set), sets.start(set + 1)));
    return spec.mode() == Mode.WEIGHTS
        ? weighted(spec, wanted, perRow)
        : repeated(spec, wanted, ratios, perRow);
  }

  /// How many of the rows of each entry are wanted, in parts of those there are.
  private double[] ratios(double[] wanted, Mode mode) {
    double[] ratios = new double[wanted.length];
    for (int i = 0; i < ratios.length; i++) {
      double ratio = sizes.rows()[i] == 0 ? 0 : wanted[i] / sizes.rows()[i];
      ratios[i] = mode == Mode.SUBSAMPLE ? Math.min(1, ratio) : ratio;
    }
    double most = Arrays.stream(ratios).max().orElse(0);
    if (mode == Mode.WEIGHTS && most > 0) {
      Arrays.setAll(ratios, i -> ratios[i] / most);
    }
    return ratios;
  }

  /// How often a row with some entries stands in the result, over all seeds.
  ///
  /// @param ratios by entry
  /// @param entries those of the row stand from `from` to before `to`
  static double expected(double[] ratios, int[] entries, int from, int to) {
    double whole = 0;
    for (int at = from; at < to; at++) {
      whole = Math.max(whole, Math.floor(ratios[entries[at]]));
    }
    double none = 1;
    for (int at = from; at < to; at++) {
      none *= 1 - Math.max(0, ratios[entries[at]] - whole);
    }
    return whole + 1 - none;
  }

  private Outcome weighted(TargetSpec spec, WantedRows wanted, double[] chances) {
    double sum = 0;
    for (int set = 0; set < chances.length; set++) {
      sum += chances[set] * rowsOfSet[set];
    }
    double scale = sum > 0 ? sizes.total() / sum : 0;
    double[] weights = Arrays.stream(chances).map(chance -> chance * scale).toArray();
    double[] after = new double[sizes.size()];
    double all = 0;
    double squares = 0;
    for (int set = 0; set < weights.length; set++) {
      double weight = weights[set] * rowsOfSet[set];
      all += weight;
      squares += weight * weights[set];
      addTo(after, set, weight);
    }
    double effective = squares == 0 ? 0 : all * all / squares;
    return new Outcome(result(spec, wanted, after, all, effective), new int[0], weights);
  }

  private Outcome repeated(TargetSpec spec, WantedRows wanted, double[] ratios, double[] perRow) {
    int[] repeats = repeats(ratios, spec.seed());
    double[] after = new double[sizes.size()];
    double all = 0;
    double squares = 0;
    int[] setOfRow = sets.rows().classOfRow();
    for (int row = 0; row < repeats.length; row++) {
      int times = repeats[row];
      if (times > 0) {
        all += times;
        squares += (double) times * times;
        addTo(after, setOfRow[row], times);
      }
    }
    double effective = squares == 0 ? 0 : all * all / squares;
    return new Outcome(result(spec, wanted, after, all, effective), repeats, perRow);
  }

  private void addTo(double[] after, int set, double rows) {
    for (int at = sets.start(set); at < sets.start(set + 1); at++) {
      after[sets.entries()[at]] += rows;
    }
  }

  private ShapeResult result(
      TargetSpec spec, WantedRows wanted, double[] after, double all, double effective) {
    return new ShapeResult(
        spec,
        sizes,
        wanted.rows(),
        after,
        wanted.shares(),
        wanted.reachable(),
        all,
        effective,
        wanted.notes());
  }

  private int[] repeats(double[] ratios, long seed) {
    Hashes hashes = hashes(seed);
    KeyedHash pair = new KeyedHash(seed);
    int[] setOfRow = sets.rows().classOfRow();
    int[] repeats = new int[setOfRow.length];
    RowClasses.forEachRow(
        repeats.length,
        runner,
        row -> {
          int set = setOfRow[row];
          if (set != RowClasses.OUTSIDE) {
            repeats[row] = repeats(ratios, set, hashes.rows[row], hashes.entries, pair);
          }
        });
    return repeats;
  }

  /// @param row its hash
  /// @param hashes of the entries
  private int repeats(double[] ratios, int set, long row, long[] hashes, KeyedHash pair) {
    int most = 0;
    for (int at = sets.start(set); at < sets.start(set + 1); at++) {
      int entry = sets.entries()[at];
      double ratio = ratios[entry];
      int times = (int) Math.min(Integer.MAX_VALUE - 1, Math.floor(ratio));
      boolean tries = times >= most && ratio > times;
      if (tries && KeyedHash.uniform(pair.of(row, hashes[entry])) < ratio - times) {
        times++;
      }
      most = Math.max(most, times);
    }
    return most;
  }

  private Hashes hashes(long seed) {
    Hashes hashes = known;
    if (hashes == null || hashes.seed != seed) {
      KeyedHash hash = new KeyedHash(seed);
      long[] rows = new long[columns.rowCount()];
      RowClasses.forEachRow(
          rows.length,
          runner,
          row -> rows[row] = sets.rows().rows().contains(row) ? hash.of(columns.key(row)) : 0);
      long[] entries = new long[sizes.size()];
      // Classes without a key are −2 and −1, however many there are with one.
      Arrays.setAll(
          entries,
          i -> i < sizes.keys().size() ? hash.of(sizes.keys().get(i)) : i - entries.length);
      hashes = new Hashes(seed, rows, entries);
      known = hashes;
    }
    return hashes;
  }
}
