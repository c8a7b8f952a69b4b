package outcrop.analysis.stats;

/// How many rows without a label should have it, where only some of those that deserve it were
/// given it (Elkan and Noto 2008).
///
/// @param labelled rows with the label
/// @param unlabelled rows without
/// @param labelledShare c, the share of deserving rows that have the label: the mean score of the
///   labelled ones; NaN without any
/// @param missingRate the expected share of the unlabelled rows that deserve it; NaN where nothing
///   is labelled or unlabelled
public record MissingLabels(
    int labelled, int unlabelled, double labelledShare, double missingRate) {

  /// @param score how likely each row has the label, judged without itself, within 0…1
  /// @param labelled whether each row has it
  public static MissingLabels of(double[] score, boolean[] labelled) {
    double sum = 0;
    int have = 0;
    for (int row = 0; row < score.length; row++) {
      if (labelled[row]) {
        sum += score[row];
        have++;
      }
    }
    int lack = score.length - have;
    double share = sum / have;
    double expected = 0;
    for (int row = 0; row < score.length; row++) {
      if (!labelled[row]) {
        double odds = score[row] / (1 - score[row]);
        expected += Math.min(1, (1 - share) / share * odds);
      }
    }
    boolean none = have == 0 || lack == 0 || share == 0;
    return new MissingLabels(
        have, lack, have == 0 ? Double.NaN : share, none ? Double.NaN : expected / lack);
  }

  /// The share of each row's neighbours that have the label: a score where there is no model.
  ///
  /// @param neighbours of each row, itself not among them
  public static double[] neighbourScores(int[][] neighbours, boolean[] labelled) {
    double[] scores = new double[neighbours.length];
    for (int row = 0; row < scores.length; row++) {
      int have = 0;
      for (int neighbour : neighbours[row]) {
        have += labelled[neighbour] ? 1 : 0;
      }
      // One more of each kind: no score is 0 or 1 for lack of neighbours.
      scores[row] = (have + 1.0) / (neighbours[row].length + 2.0);
    }
    return scores;
  }
}
