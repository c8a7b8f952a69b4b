package outcrop.analysis.query;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.stats.ClassCounts;
import outcrop.analysis.stats.ValueFrequencies;

/// Classes by falling size: the class of rank 0 is the largest. Classes without a row are left out.
///
/// Names are made when they are asked for, so that a million classes cost three arrays.
public final class TailClasses {
  private final double[] sizes;
  private final int[] ordinals;
  private final double[] sums;
  private final IntFunction<String> names;
  private final Finder finder;

  /// Knows where the class of a name stands.
  @FunctionalInterface
  interface Finder {
    /// The number of the class in its field, −1 where there is none.
    int ordinal(String name);
  }

  private TailClasses(double[] sizes, int[] ordinals, IntFunction<String> names, Finder finder) {
    this.sizes = sizes;
    this.ordinals = ordinals;
    this.names = names;
    this.finder = finder;
    this.sums = new double[sizes.length + 1];
    for (int rank = 0; rank < sizes.length; rank++) {
      sums[rank + 1] = sums[rank] + sizes[rank];
    }
  }

  static TailClasses of(ClassCounts counts, Finder finder) {
    double[] sizes = new double[counts.classes()];
    Arrays.setAll(sizes, rank -> counts.counts()[rank]);
    return new TailClasses(sizes, counts.ordinals(), counts::name, finder);
  }

  /// Rows whose sizes are given, each a class of its own that is called by its size.
  ///
  /// @param rising positive and finite numbers in rising order
  static TailClasses ofValues(double[] rising, DoubleName name) {
    double[] sizes = new double[rising.length];
    for (int rank = 0; rank < sizes.length; rank++) {
      sizes[rank] = rising[rising.length - 1 - rank];
    }
    return new TailClasses(sizes, new int[0], rank -> name.of(sizes[rank]), _ -> -1);
  }

  /// Classes of these names, such as an example has.
  ///
  /// @param sizes numbers of rows, falling
  public static TailClasses of(List<String> names, double... sizes) {
    int[] ordinals = new int[sizes.length];
    Arrays.setAll(ordinals, i -> i);
    return new TailClasses(sizes.clone(), ordinals, names::get, names::indexOf);
  }

  /// The text of a size.
  @FunctionalInterface
  interface DoubleName {
    String of(double size);
  }

  /// How many classes there are.
  public int count() {
    return sizes.length;
  }

  /// The size of the class of a rank, from 0.
  public double size(int rank) {
    return sizes[rank];
  }

  /// The exact text of the class's value; of values that are sizes the value.
  public String name(int rank) {
    return names.apply(rank);
  }

  /// The names by rank, each made when it is asked for.
  public List<String> names() {
    return new Names(this);
  }

  private static final class Names extends AbstractList<String> implements RandomAccess {
    private final TailClasses classes;

    Names(TailClasses classes) {
      this.classes = classes;
    }

    @Override
    public String get(int index) {
      return classes.name(index);
    }

    @Override
    public int size() {
      return classes.count();
    }

    @Override
    public int indexOf(@Nullable Object name) {
      return name instanceof String text ? classes.rankOf(text).orElse(-1) : -1;
    }
  }

  /// The rank of the class of a name; empty where it has no row.
  public OptionalInt rankOf(String name) {
    int ordinal = finder.ordinal(name);
    for (int rank = 0; rank < ordinals.length && ordinal >= 0; rank++) {
      if (ordinals[rank] == ordinal) {
        return OptionalInt.of(rank);
      }
    }
    return OptionalInt.empty();
  }

  /// All sizes together.
  public double sum() {
    return sums[sizes.length];
  }

  /// The sizes of the largest classes together.
  ///
  /// @param classes how many of them
  public double sumOf(int classes) {
    return sums[classes];
  }

  /// How many classes are at least so large.
  public int atLeast(double size) {
    int low = 0;
    int high = sizes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sizes[middle] >= size) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How many classes are larger.
  public int above(double size) {
    return atLeast(Math.nextUp(size));
  }

  /// The sizes, for measures.
  public ValueFrequencies frequencies() {
    return ValueFrequencies.of(sizes);
  }
}
