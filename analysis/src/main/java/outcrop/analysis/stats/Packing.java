package outcrop.analysis.stats;

import java.util.Arrays;

/// How well sequences of different lengths fill bins of one length: what training on them wastes.
///
/// @param capacity the most that a bin holds
/// @param sequences those of a length above zero
/// @param cut sequences longer than a bin, taken as if they filled one
/// @param bins that first-fit decreasing needs
/// @param efficiency the share of the bins that is filled; NaN without sequences
/// @param paddingWaste the share that is padding where every sequence has a bin of its own; NaN
///   without sequences
public record Packing(
    int capacity, long sequences, long cut, int bins, double efficiency, double paddingWaste) {

  /// Packs the longest first, each into the first bin that has room.
  ///
  /// @param lengths of the sequences; those of zero or less are left out
  /// @param capacity at least 1
  public static Packing of(int[] lengths, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("No bin holds " + capacity);
    }
    int[] sorted = lengths.clone();
    Arrays.sort(sorted);
    int first = 0;
    while (first < sorted.length && sorted[first] <= 0) {
      first++;
    }
    int sequences = sorted.length - first;
    FirstFit bins = new FirstFit(sequences, capacity);
    double filled = 0;
    long cut = 0;
    int used = 0;
    for (int i = sorted.length - 1; i >= first; i--) {
      int length = Math.min(sorted[i], capacity);
      cut += sorted[i] > capacity ? 1 : 0;
      filled += length;
      used = Math.max(used, bins.put(length) + 1);
    }
    return new Packing(
        capacity,
        sequences,
        cut,
        used,
        filled / used / capacity,
        1 - filled / sequences / capacity);
  }

  /// The share that is padding where consecutive sequences make batches, each padded to its
  /// longest.
  ///
  /// @param lengths none negative
  /// @param batch sequences per batch, at least 1
  /// @return NaN where nothing has a length
  public static double batchWaste(int[] lengths, int batch) {
    double filled = 0;
    double padded = 0;
    for (int from = 0; from < lengths.length; from += batch) {
      int to = (int) Math.min(lengths.length, (long) from + batch);
      int longest = 0;
      for (int i = from; i < to; i++) {
        filled += lengths[i];
        longest = Math.max(longest, lengths[i]);
      }
      padded += (double) longest * (to - from);
    }
    return padded == 0 ? Double.NaN : 1 - filled / padded;
  }

  /// Bins in a row, with the most room of each half of them, of each quarter and so on: the first
  /// with room enough is found in as many steps as the number of bins has digits.
  private static final class FirstFit {
    private final int leaves;
    private final int[] room;

    FirstFit(int bins, int capacity) {
      leaves = Integer.highestOneBit(Math.max(1, bins - 1)) * (bins > 1 ? 2 : 1);
      room = new int[2 * leaves];
      Arrays.fill(room, capacity);
    }

    /// The bin that took a length, from 0.
    int put(int length) {
      int node = 1;
      while (node < leaves) {
        node = room[2 * node] >= length ? 2 * node : 2 * node + 1;
      }
      int bin = node - leaves;
      room[node] -= length;
      for (node /= 2; node > 0; node /= 2) {
        room[node] = Math.max(room[2 * node], room[2 * node + 1]);
      }
      return bin;
    }
  }
}
