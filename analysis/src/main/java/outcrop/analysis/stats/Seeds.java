package outcrop.analysis.stats;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random numbers of one draw out of many: they depend on the seed and the number of the draw
/// alone, so that draws may be made in any order on any thread.
public final class Seeds {
  /// The seed where the user gives none.
  public static final long DEFAULT = 1;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /// @param draw the number of the draw, from 0
  public static RandomGenerator generator(long seed, long draw) {
    long mixed = (seed ^ seed >>> 32) * GOLDEN + draw;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return new SplittableRandom(mixed ^ mixed >>> 31);
  }
}
