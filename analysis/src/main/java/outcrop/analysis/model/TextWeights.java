package outcrop.analysis.model;

/// How much each bucket of a text counts: log-entropy weights, learnt from some rows.
///
/// The global weight of a bucket is 1 + Σ p ln p / ln n over the n rows, p being the share of the
/// bucket's occurrences that a row has (Dumais 1991): 1 where one row has all of them, 0 where all
/// rows have as many. A row's own part is ln(1 + count). Words and grams are brought to length one
/// each, so that both families count equally.
///
/// @param global one weight per bucket; 0 for buckets that no row has or more than half of the rows
record TextWeights(float[] global) {
  /// @param counts how often each bucket occurs in each of the rows to learn from
  static TextWeights of(SparseRows counts) {
    int rows = counts.lines();
    long[] total = new long[TextBuckets.ALL];
    int[] rowsOf = new int[TextBuckets.ALL];
    double[] sum = new double[TextBuckets.ALL];
    for (int i = 0; i < counts.columns().length; i++) {
      int bucket = counts.columns()[i];
      float count = counts.values()[i];
      total[bucket] += (long) count;
      rowsOf[bucket]++;
      sum[bucket] += count * Math.log(count);
    }
    float[] global = new float[TextBuckets.ALL];
    double logRows = Math.log(rows);
    for (int bucket = 0; bucket < global.length; bucket++) {
      if (rowsOf[bucket] > 0 && 2L * rowsOf[bucket] <= rows) {
        double entropy = sum[bucket] / total[bucket] - Math.log(total[bucket]);
        global[bucket] = (float) Math.max(0, 1 + entropy / logRows);
      }
    }
    return new TextWeights(global);
  }

  /// Turns the counts of a row into weighted values, of both families at length one each.
  ///
  /// @param buckets of the row, from place `from` up to `to`; those without weight are left out
  /// @param values their counts, which become their values
  /// @return where the buckets that are left end
  int weigh(int[] buckets, float[] values, int from, int to) {
    int end = from;
    double words = 0;
    double grams = 0;
    for (int i = from; i < to; i++) {
      int bucket = buckets[i];
      if (global[bucket] > 0) {
        double value = Math.log1p(values[i]) * global[bucket];
        buckets[end] = bucket;
        values[end++] = (float) value;
        if (bucket < TextBuckets.FAMILY) {
          words += value * value;
        } else {
          grams += value * value;
        }
      }
    }
    float ofWord = words > 0 ? (float) (1 / Math.sqrt(words)) : 0;
    float ofGram = grams > 0 ? (float) (1 / Math.sqrt(grams)) : 0;
    for (int i = from; i < end; i++) {
      values[i] *= buckets[i] < TextBuckets.FAMILY ? ofWord : ofGram;
    }
    return end;
  }
}
