package outcrop.analysis.stats;

import java.util.Arrays;

/// The distinct values of a set of numbers, rising, and how often each occurs.
///
/// Counts of a million classes have a few thousand distinct values: whatever depends on the counts
/// alone is worked out on this shorter form.
///
/// @param values finite, strictly rising
/// @param frequencies how often each value occurs, all positive
public record ValueFrequencies(double[] values, long[] frequencies) {
  /// @throws IllegalArgumentException where the arrays differ in length
  public ValueFrequencies {
    if (values.length != frequencies.length) {
      throw new IllegalArgumentException(
          values.length + " values with " + frequencies.length + " frequencies");
    }
  }

  /// Of whole numbers in any order.
  public static ValueFrequencies of(long[] numbers) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double[] values = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      values[i] = sorted[i];
    }
    return ofSorted(values);
  }

  /// Of numbers in any order. NaN and the infinities are left out.
  public static ValueFrequencies of(double[] numbers) {
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    return ofOwned(finite, finite.length);
  }

  /// Of the first `length` finite numbers of an array that is the callee's from now on.
  static ValueFrequencies ofOwned(double[] numbers, int length) {
    Arrays.sort(numbers, 0, length);
    return ofSorted(length == numbers.length ? numbers : Arrays.copyOf(numbers, length));
  }

  private static ValueFrequencies ofSorted(double[] sorted) {
    double[] values = new double[sorted.length];
    long[] frequencies = new long[sorted.length];
    int distinct = 0;
    for (double value : sorted) {
      if (distinct == 0 || value != values[distinct - 1]) {
        values[distinct++] = value;
      }
      frequencies[distinct - 1]++;
    }
    return new ValueFrequencies(
        Arrays.copyOf(values, distinct), Arrays.copyOf(frequencies, distinct));
  }

  public int distinct() {
    return values.length;
  }

  /// How many numbers there are, equal ones included.
  public long size() {
    long size = 0;
    for (long frequency : frequencies) {
      size += frequency;
    }
    return size;
  }

  public double sum() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * frequencies[i];
    }
    return sum;
  }

  /// How often a value occurs; 0 where it does not.
  public long frequency(double value) {
    int at = Arrays.binarySearch(values, value);
    return at < 0 ? 0 : frequencies[at];
  }

  /// The values above zero.
  public ValueFrequencies positive() {
    int from = 0;
    while (from < values.length && values[from] <= 0) {
      from++;
    }
    return from(from);
  }

  /// The values from a position on.
  ValueFrequencies from(int position) {
    return position == 0
        ? this
        : new ValueFrequencies(
            Arrays.copyOfRange(values, position, values.length),
            Arrays.copyOfRange(frequencies, position, values.length));
  }

  /// Whether every value is a whole number.
  public boolean whole() {
    for (double value : values) {
      if (value != Math.rint(value)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the three largest numbers are equal, as a cap on the counts leaves them.
  public boolean topThreeEqual() {
    return values.length > 0 && frequencies[values.length - 1] >= 3;
  }
}
