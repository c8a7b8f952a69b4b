package outcrop.sample;

import java.util.List;

/// Random numbers that depend on nothing but a seed, a purpose and an index.
///
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", figure
/// 14) written out, because the JDK specifies its generators but not the methods derived from them
/// (bounded integers, Gaussians), and the samples must stay the same over JDK versions. One
/// instance per row makes rows independent of the order in which they are made. Not thread-safe.
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, String purpose, long index) {
    long hash = mix(seed + GOLDEN_GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash + GOLDEN_GAMMA * (purpose.charAt(i) + 1));
    }
    return new Dice(mix(hash ^ mix(index + GOLDEN_GAMMA)));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /// A whole number from 0 to `bound - 1`; the bias of at most `bound / 2^32` does not matter here.
  int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /// A whole number from `low` to `high`, both included.
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /// A number in `[0, 1)`.
  double unit() {
    return (bits() >>> 11) * UNIT;
  }

  /// A number in `[low, high)`.
  double between(double low, double high) {
    return low + (high - low) * unit();
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /// A standard normal number (Marsaglia's polar method, without its second value).
  double gaussian() {
    while (true) {
      double u = 2 * unit() - 1;
      double v = 2 * unit() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /// A sum of four uniform numbers scaled to mean 0 and deviation 1: a cheap bell for pixel noise.
  double bell() {
    long b = bits();
    long sum = (b & 0xffff) + ((b >>> 16) & 0xffff) + ((b >>> 32) & 0xffff) + (b >>> 48);
    return (sum - 2 * 65535.0) / (65536.0 * 0.5773502691896257);
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /// An index drawn with probability proportional to its weight; the weights sum to 1.
  int weighted(double... weights) {
    double u = unit();
    for (int i = 0; i < weights.length - 1; i++) {
      u -= weights[i];
      if (u < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /// The numbers from 0 to `size - 1` in random order.
  int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
