package outcrop.analysis.stats;

/// Whether the occurrences of one class come in clusters, judged by the gaps between them (Goh and
/// Barabási 2008).
///
/// @param gaps how many gaps
/// @param mean of the gaps
/// @param sd their standard deviation, of the gaps as they are (divided by n)
/// @param raw (sd − mean) / (sd + mean): −1 periodic, 0 like Poisson, towards 1 bursty; depends on
///   the number of gaps, so that classes must not be ranked by it
/// @param corrected the same freed from the number of gaps (Kim and Jo 2016); for comparing classes
/// @param memory the correlation of each gap with the next; NaN where gaps do not vary
/// @param tieShare the share of gaps that are zero, which are bursts of equal times
public record GapBurstiness(
    int gaps,
    double mean,
    double sd,
    double raw,
    double corrected,
    double memory,
    double tieShare) {
  /// Fewer gaps say nothing.
  public static final int FEWEST_GAPS = 5;

  /// With more ties than this the times are too coarse for gaps: count by context instead.
  public static final double MOST_TIES = 0.5;

  /// @param times of the occurrences, rising; at least two
  public static GapBurstiness of(double[] times) {
    return of(times, 0, times.length);
  }

  /// @param to behind the last occurrence
  static GapBurstiness of(double[] times, int from, int to) {
    int n = to - from - 1;
    if (n < 1) {
      throw new IllegalArgumentException("Gaps want two occurrences");
    }
    double mean = (times[to - 1] - times[from]) / n;
    double squares = 0;
    int ties = 0;
    for (int i = from + 1; i < to; i++) {
      double gap = times[i] - times[i - 1];
      squares += (gap - mean) * (gap - mean);
      ties += gap == 0 ? 1 : 0;
    }
    double sd = Math.sqrt(squares / n);
    double ratio = sd / mean;
    double more = Math.sqrt(n + 1.0);
    double less = Math.sqrt(n - 1.0);
    boolean none = mean == 0;
    return new GapBurstiness(
        n,
        mean,
        sd,
        none ? Double.NaN : (sd - mean) / (sd + mean),
        none ? Double.NaN : (more * ratio - less) / ((more - 2) * ratio + less),
        memory(times, from, to),
        (double) ties / n);
  }

  private static double memory(double[] times, int from, int to) {
    int pairs = to - from - 2;
    if (pairs < 2) {
      return Double.NaN;
    }
    double firstMean = (times[to - 2] - times[from]) / pairs;
    double nextMean = (times[to - 1] - times[from + 1]) / pairs;
    double products = 0;
    double firsts = 0;
    double nexts = 0;
    for (int i = from + 1; i < to - 1; i++) {
      double first = times[i] - times[i - 1] - firstMean;
      double next = times[i + 1] - times[i] - nextMean;
      products += first * next;
      firsts += first * first;
      nexts += next * next;
    }
    double scale = Math.sqrt(firsts * nexts);
    return scale > 1e-12 * (1 + Math.abs(firstMean * nextMean)) ? products / scale : Double.NaN;
  }

  /// Whether there are gaps enough, and few enough ties, to speak of.
  public boolean telling() {
    return gaps >= FEWEST_GAPS && tieShare <= MOST_TIES && !Double.isNaN(corrected);
  }
}
