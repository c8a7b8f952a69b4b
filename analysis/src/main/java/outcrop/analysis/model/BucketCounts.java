package outcrop.analysis.model;

import java.util.Arrays;

/// How often each bucket occurs in one text. For one thread; emptied and used again for every text.
final class BucketCounts {
  private final int[] counts = new int[TextBuckets.ALL];
  private int[] touched = new int[1024];
  private int size;

  void add(int bucket) {
    if (counts[bucket]++ == 0) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, size * 2);
      }
      touched[size++] = bucket;
    }
  }

  /// How many different buckets occur.
  int size() {
    return size;
  }

  /// Writes what occurs, in the order of first occurrence, and how often, from place `at` on.
  void copyTo(int[] buckets, float[] times, int at) {
    for (int i = 0; i < size; i++) {
      buckets[at + i] = touched[i];
      times[at + i] = counts[touched[i]];
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      counts[touched[i]] = 0;
    }
    size = 0;
  }
}
