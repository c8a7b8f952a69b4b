package outcrop.analysis.stats;

/// How unevenly the occurrences of one key, such as a word, are spread over documents.
///
/// @param occurrences in all documents
/// @param documents with at least one
/// @param varianceToMean of the counts over all documents: 1 for Poisson, above in bursts
/// @param perDocument occurrences by documents that have the key
/// @param residualIdf how much rarer in documents than a Poisson law of as many occurrences (Church
///   and Gale 1995), in bits
/// @param deviation Gries' deviation of proportions, 0 even to near 1 in one document
/// @param deviationNorm the same, scaled to reach 1
public record CountDispersion(
    long occurrences,
    long documents,
    double varianceToMean,
    double perDocument,
    double residualIdf,
    double deviation,
    double deviationNorm) {
  /// @param counts occurrences in each document
  /// @param sizes how large each document is, in the same order, none negative
  /// @return NaN in each measure for a key that does not occur
  public static CountDispersion of(long[] counts, long[] sizes) {
    long occurrences = 0;
    long documents = 0;
    double squares = 0;
    double all = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int g = 0; g < counts.length; g++) {
      occurrences += counts[g];
      documents += counts[g] > 0 ? 1 : 0;
      squares += (double) counts[g] * counts[g];
      all += sizes[g];
      smallest = Math.min(smallest, sizes[g]);
    }
    double apart = 0;
    for (int g = 0; g < counts.length; g++) {
      apart += Math.abs(sizes[g] / all - (double) counts[g] / occurrences);
    }
    double n = counts.length;
    double mean = occurrences / n;
    double deviation = apart / 2;
    return new CountDispersion(
        occurrences,
        documents,
        (squares / n - mean * mean) / mean,
        (double) occurrences / documents,
        (-Math.log(documents / n) + Math.log(-Math.expm1(-mean))) / Math.log(2),
        deviation,
        deviation / (1 - smallest / all));
  }
}
