package outcrop.analysis.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Random lines, in rising order, none twice.
final class LineSample {
  private LineSample() {}

  /// @return `most` of the numbers below `lines`, or all where there are no more
  static int[] of(int lines, int most, RandomGenerator random) {
    int[] sample = new int[Math.min(lines, most)];
    int taken = 0;
    for (int line = 0; taken < sample.length; line++) {
      // Each line is taken with the share that is still wanted of those that are left (Knuth).
      if (random.nextDouble() * (lines - line) < sample.length - taken) {
        sample[taken++] = line;
      }
    }
    return sample;
  }

  /// About `most` lines, of every label in proportion and at least two of each.
  ///
  /// @param labels the label of each line; lines with a negative one are left out
  /// @param k labels are below
  static int[] stratified(int[] labels, int k, int most, RandomGenerator random) {
    int[] sizes = new int[k];
    int labelled = 0;
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
        labelled++;
      }
    }
    double share = Math.min(1, (double) most / Math.max(1, labelled));
    int[] wanted = new int[k];
    for (int c = 0; c < k; c++) {
      wanted[c] = (int) Math.min(sizes[c], Math.max(2, Math.round(sizes[c] * share)));
    }
    int[] sample = new int[Arrays.stream(wanted).sum()];
    int taken = 0;
    for (int line = 0; line < labels.length; line++) {
      int label = labels[line];
      if (label >= 0 && random.nextDouble() * sizes[label]-- < wanted[label]) {
        sample[taken++] = line;
        wanted[label]--;
      }
    }
    return sample;
  }
}
