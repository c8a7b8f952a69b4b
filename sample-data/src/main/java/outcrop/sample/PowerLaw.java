package outcrop.sample;

import java.util.Arrays;

/// Ranks `1 … n` with weights `rank^-exponent` (Zipf's law).
final class PowerLaw {
  private final double[] cumulative;

  PowerLaw(int ranks, double exponent) {
    cumulative = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += StrictMath.pow(i + 1, -exponent);
      cumulative[i] = sum;
    }
    for (int i = 0; i < ranks; i++) {
      cumulative[i] /= sum;
    }
  }

  /// The probability of the rank at `index`, which counts from 0.
  double share(int index) {
    return index == 0 ? cumulative[0] : cumulative[index] - cumulative[index - 1];
  }

  /// Draws the index of a rank.
  int draw(Dice dice) {
    int found = Arrays.binarySearch(cumulative, dice.unit());
    return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
  }

  /// Deals `total` things to the ranks in proportion, by largest remainder, so that the result is
  /// the same for every seed.
  int[] deal(int total) {
    double[] shares = new double[cumulative.length];
    Arrays.setAll(shares, this::share);
    return deal(total, shares);
  }

  static int[] deal(int total, double... shares) {
    int[] dealt = new int[shares.length];
    double[] remainder = new double[shares.length];
    int left = total;
    for (int i = 0; i < shares.length; i++) {
      dealt[i] = (int) StrictMath.floor(total * shares[i]);
      remainder[i] = total * shares[i] - dealt[i];
      left -= dealt[i];
    }
    for (; left > 0; left--) {
      int best = 0;
      for (int i = 1; i < shares.length; i++) {
        best = remainder[i] > remainder[best] ? i : best;
      }
      dealt[best]++;
      remainder[best] = -1;
    }
    return dealt;
  }
}
