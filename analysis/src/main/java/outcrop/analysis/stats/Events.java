package outcrop.analysis.stats;

import java.util.Arrays;

/// Occurrences of classes, one after the other.
///
/// @param classes the class of each, 0…classCount−1
/// @param classCount how many classes
public record Events(int[] classes, int classCount) {
  public int size() {
    return classes.length;
  }

  /// How often each class occurs.
  public long[] counts() {
    long[] counts = new long[classCount];
    for (int each : classes) {
      counts[each]++;
    }
    return counts;
  }

  /// The classes that occur, most frequent first, ties in their own order.
  public int[] byFrequency() {
    long[] packed = new long[classCount];
    int size = 0;
    long[] counts = counts();
    for (int c = 0; c < classCount; c++) {
      if (counts[c] > 0) {
        packed[size++] = (Integer.MAX_VALUE - counts[c]) << 32 | c;
      }
    }
    Arrays.sort(packed, 0, size);
    return Arrays.stream(packed, 0, size).mapToInt(each -> (int) each).toArray();
  }

  /// The places of each class, those of class c from `starts[c]` to before `starts[c + 1]`, rising.
  ///
  /// @param starts one more than classes
  record Places(int[] starts, int[] events) {}

  Places places() {
    int[] next = new int[classCount + 1];
    for (int each : classes) {
      next[each + 1]++;
    }
    for (int c = 0; c < classCount; c++) {
      next[c + 1] += next[c];
    }
    int[] starts = next.clone();
    int[] events = new int[classes.length];
    for (int i = 0; i < classes.length; i++) {
      events[next[classes[i]]++] = i;
    }
    return new Places(starts, events);
  }

  /// The gaps of each class with two occurrences or more.
  ///
  /// @param times of the events in any order; empty for their order alone
  /// @return by class; null where a class occurs less than twice
  public GapBurstiness[] gaps(double[] times) {
    Places places = places();
    GapBurstiness[] all = new GapBurstiness[classCount];
    double[] sorted = new double[classes.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = times.length == 0 ? places.events[i] : times[places.events[i]];
    }
    for (int c = 0; c < classCount; c++) {
      int from = places.starts[c];
      int to = places.starts[c + 1];
      if (to - from >= 2) {
        Arrays.sort(sorted, from, to);
        all[c] = GapBurstiness.of(sorted, from, to);
      }
    }
    return all;
  }
}
