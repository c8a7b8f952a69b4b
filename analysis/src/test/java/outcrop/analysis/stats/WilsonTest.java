package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WilsonTest {
  @Test
  void theIntervalIsTheKnownOne() {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0, 0.1611);
    check(1, 29, 0.0061, 0.1718);
    check(29, 29, 0.8830, 1);
  }

  private static void check(long hits, long n, double low, double high) {
    Interval interval = Wilson.interval(hits, n);
    assertEquals(low, interval.low(), 5e-5, "low end of " + hits + "/" + n);
    assertEquals(high, interval.high(), 5e-5, "high end of " + hits + "/" + n);
  }

  @Test
  void nothingSeenLeavesEverythingPossible() {
    assertEquals(new Interval(0, 1), Wilson.interval(0, 0));
    assertEquals(new Interval(-1, 1), Wilson.difference(0, 0, 1, 2));
  }

  @Test
  void theDifferenceIsTheKnownOne() {
    // Newcombe 1998, differences, table II (a), method 10: 56/70 against 48/80.
    Interval interval = Wilson.difference(56, 70, 48, 80);
    assertEquals(0.0524, interval.low(), 5e-5);
    assertEquals(0.3339, interval.high(), 5e-5);
  }

  @Test
  void theIntervalHoldsTheTrueRateAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(1);
    for (double rate : new double[] {0.02, 0.3, 0.9}) {
      int held = 0;
      for (int run = 0; run < 2000; run++) {
        int hits = 0;
        for (int i = 0; i < 120; i++) {
          hits += random.nextDouble() < rate ? 1 : 0;
        }
        held += Wilson.interval(hits, 120).contains(rate) ? 1 : 0;
      }
      assertTrue(
          held > 1860 && held < 1980,
          "an interval of 95 % must hold the rate " + rate + " in about 1,900 runs, not " + held);
    }
  }
}
