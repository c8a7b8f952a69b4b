package outcrop.analysis.model;

/// Random numbers for the innermost loops (Marsaglia, “Xorshift RNGs”, 2003): the state is a local
/// variable of the caller, and where it begins depends on what it is for alone.
final class Xorshift {
  private Xorshift() {}

  static long start(long seed, int step, int line) {
    long mixed = seed * 0x9E3779B97F4A7C15L + ((long) step << 32 | line);
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return mixed == 0 ? 1 : mixed;
  }

  static long next(long state) {
    long next = state ^ state << 13;
    next ^= next >>> 7;
    return next ^ next << 17;
  }

  /// A number from 0 to `bound − 1`.
  static int below(long state, int bound) {
    return (int) ((state >>> 32) * bound >>> 32);
  }
}
