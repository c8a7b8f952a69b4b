package outcrop.analysis.discovery;

/// How much a term says about a group of rows: its share of the group's terms times its rarity over
/// all groups (class-based TF-IDF, Grootendorst 2022).
///
/// `tf · ln(1 + A / f)`, where `tf` is the share of the term in the group, `f` how often it occurs
/// in all groups, and `A` the mean number of terms in a group, cut to a whole number.
public final class ClassTfIdf {
  private ClassTfIdf() {}

  /// @param counts occurrences by group and term
  /// @return weights by group and term; 0 where a term does not occur
  public static double[][] weights(int[][] counts) {
    int groups = counts.length;
    int terms = groups == 0 ? 0 : counts[0].length;
    long[] frequency = new long[terms];
    long[] total = new long[groups];
    long all = 0;
    for (int group = 0; group < groups; group++) {
      for (int term = 0; term < terms; term++) {
        frequency[term] += counts[group][term];
        total[group] += counts[group][term];
      }
      all += total[group];
    }
    long mean = groups == 0 ? 0 : all / groups;
    double[][] weights = new double[groups][terms];
    for (int group = 0; group < groups; group++) {
      for (int term = 0; term < terms; term++) {
        if (counts[group][term] > 0) {
          double share = (double) counts[group][term] / total[group];
          weights[group][term] = share * Math.log(1 + (double) mean / frequency[term]);
        }
      }
    }
    return weights;
  }
}
