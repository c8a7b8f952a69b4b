package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The classes of a field over some rows and how often each occurs, most frequent first, equal ones
/// in the order of the field's dictionary or values.
///
/// @param counts positive, falling
/// @param ordinals what each class is in the field's own numbering
/// @param names the class of an ordinal, as the user knows it
/// @param rows the rows asked about
/// @param missing rows without a value
/// @param unusable rows whose value names no class: not a number, infinite, an empty list
public record ClassCounts(
    long[] counts, int[] ordinals, IntFunction<String> names, int rows, int missing, int unusable) {

  /// Orders counts by ordinal; classes that do not occur are left out.
  static ClassCounts of(
      long[] byOrdinal, IntFunction<String> names, int rows, int missing, int unusable) {
    int classes = 0;
    for (long count : byOrdinal) {
      classes += count > 0 ? 1 : 0;
    }
    // Packed: sorting primitive numbers is many times as fast as sorting by a comparator.
    long[] packed = new long[classes];
    int at = 0;
    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
      if (byOrdinal[ordinal] > 0) {
        packed[at++] = Integer.MAX_VALUE - Math.toIntExact(byOrdinal[ordinal]);
        packed[at - 1] = packed[at - 1] << 32 | ordinal;
      }
    }
    Arrays.sort(packed);
    long[] counts = new long[classes];
    int[] ordinals = new int[classes];
    for (int i = 0; i < classes; i++) {
      counts[i] = Integer.MAX_VALUE - (packed[i] >>> 32);
      ordinals[i] = (int) packed[i];
    }
    return new ClassCounts(counts, ordinals, names, rows, missing, unusable);
  }

  public int classes() {
    return counts.length;
  }

  /// The name of the class at a rank, from 0.
  public String name(int rank) {
    return names.apply(ordinals[rank]);
  }

  /// All occurrences of all classes.
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /// The sizes of the classes, for [TailMeasures].
  public ValueFrequencies sizes() {
    return ValueFrequencies.of(counts);
  }
}
