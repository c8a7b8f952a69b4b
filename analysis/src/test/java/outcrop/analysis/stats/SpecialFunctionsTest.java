package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpecialFunctionsTest {
  @Test
  void zetaIsRightWhereItsValueIsKnown() {
    assertEquals(Math.PI * Math.PI / 6, HurwitzZeta.of(2, 1), 1e-14);
    assertEquals(Math.pow(Math.PI, 4) / 90, HurwitzZeta.of(4, 1), 1e-14);
    assertEquals(Math.PI * Math.PI / 2, HurwitzZeta.of(2, 0.5), 1e-13, "ζ(2, ½) = 3 ζ(2)");
    assertEquals(1000.5772884760117, HurwitzZeta.of(1.001, 1), 1e-9, "close to the pole");
  }

  @Test
  void zetaOfTheNextNumberLacksOneTerm() {
    for (double s : new double[] {1.05, 1.7, 2.5, 4, 6}) {
      for (double q : new double[] {1, 3, 15, 16, 40, 1e5}) {
        double term = Math.pow(q, -s);
        double all = HurwitzZeta.of(s, q);
        assertEquals(term, all - HurwitzZeta.of(s, q + 1), 1e-13 * all, "s " + s + ", q " + q);
      }
    }
  }

  @Test
  void derivativesOfZetaAreTheSlopesOfItsValues() {
    for (double s : new double[] {1.2, 2, 3.7, 5.5}) {
      for (double q : new double[] {1, 7, 200}) {
        HurwitzZeta zeta = HurwitzZeta.withDerivatives(s, q);
        double h = 1e-4;
        double up = HurwitzZeta.of(s + h, q);
        double down = HurwitzZeta.of(s - h, q);
        assertEquals(HurwitzZeta.of(s, q), zeta.value(), 1e-13 * zeta.value());
        assertEquals(1, (up - down) / (2 * h) / zeta.first(), 1e-5, "slope at s " + s);
        assertEquals(
            1, (up - 2 * zeta.value() + down) / (h * h) / zeta.second(), 1e-4, "curve at s " + s);
      }
    }
  }

  @Test
  void theNormalLawIsRightInTheMiddleAndFarOut() {
    assertEquals(0.5, Normal.cdf(0), 1e-16);
    assertEquals(0.9750021048517795, Normal.cdf(1.96), 1e-15);
    assertEquals(1.2452403349582803e-15, Normal.cdf(-7.9141), 1e-27);
    assertEquals(0.004677734981047266, Normal.erfc(2), 1e-16, "where the two methods meet");
    assertEquals(0.0046777349810473, Normal.erfc(Math.nextDown(2.0)), 1e-15);
    assertEquals(-5005.5242086942, Normal.logUpperTail(100), 1e-9, "below the smallest double");
    assertEquals(-0.0013508099647482, Normal.logUpperTail(-3), 1e-15);
    for (double p : new double[] {1e-12, 0.001, 0.025, 0.5, 0.8, 0.999}) {
      assertEquals(p, Normal.cdf(Normal.quantile(p)), 1e-14, "the quantile of " + p);
    }
    assertEquals(Normal.Z95, Normal.quantile(0.975), 1e-14);
  }

  @Test
  void theGammaFunctionIsTheFactorial() {
    double log = 0;
    for (int n = 1; n < 40; n++) {
      assertEquals(log, LogGamma.of(n), 1e-13 * (1 + log), "Γ(" + n + ")");
      log += Math.log(n);
    }
    assertEquals(0.5 * Math.log(Math.PI), LogGamma.of(0.5), 1e-14);
  }
}
