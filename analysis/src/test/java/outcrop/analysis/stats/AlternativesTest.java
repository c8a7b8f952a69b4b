package outcrop.analysis.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import outcrop.analysis.stats.Alternative.Favours;
import outcrop.analysis.stats.Alternative.Law;
import outcrop.analysis.stats.PowerLawFit.Kind;
import outcrop.analysis.task.TaskContext;

class AlternativesTest {
  private static final Interval ANY = new Interval(0, 1);

  private static double[] draws(int n, ToDoubleFunction<SplittableRandom> draw) {
    SplittableRandom random = new SplittableRandom(3);
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = draw.applyAsDouble(random);
    }
    return numbers;
  }

  private static Alternative compare(double[] numbers, Kind kind, double xmin, Law law) {
    ValueFrequencies values = ValueFrequencies.of(numbers);
    double start =
        java.util.Arrays.stream(values.values()).filter(v -> v >= xmin).findFirst().orElseThrow();
    PowerLawFit fit = PowerLawFitter.from(values, kind, start);
    return Alternatives.compare(values, fit, TaskContext.NONE).get(law.ordinal());
  }

  @Test
  void exponentialDrawsAreNoPowerLaw() {
    double[] numbers = draws(2000, random -> 1 - 5 * Math.log(1 - random.nextDouble()));
    assertEquals(Favours.OTHER, compare(numbers, Kind.CONTINUOUS, 1, Law.EXPONENTIAL).favours());
    double[] whole = draws(2000, random -> Math.ceil(-5 * Math.log(1 - random.nextDouble())));
    assertEquals(Favours.OTHER, compare(whole, Kind.DISCRETE, 1, Law.EXPONENTIAL).favours());
  }

  @Test
  void lognormalDrawsAreNoPowerLaw() {
    double[] numbers = draws(2000, random -> Math.exp(1 + 0.6 * random.nextGaussian()));
    assertEquals(Favours.OTHER, compare(numbers, Kind.CONTINUOUS, 0, Law.LOGNORMAL).favours());
  }

  @Test
  void stretchedDrawsAreNoPowerLaw() {
    double[] numbers =
        draws(3000, random -> 1 + Math.pow(-20 * Math.log(1 - random.nextDouble()), 1.6));
    assertEquals(
        Favours.OTHER, compare(numbers, Kind.CONTINUOUS, 1, Law.STRETCHED_EXPONENTIAL).favours());
  }

  @Test
  void aCutoffIsSeenAndNeverWorse() {
    // Kept with the chance e^(−x/30): a power law with a cutoff.
    double[] numbers =
        draws(
            4000,
            random -> {
              while (true) {
                double x = Math.pow(1 - random.nextDouble(), -1 / 0.8);
                if (random.nextDouble() < Math.exp(-x / 30)) {
                  return x;
                }
              }
            });
    Alternative cutoff = compare(numbers, Kind.CONTINUOUS, 1, Law.CUTOFF);
    assertTrue(cutoff.p() < 0.01, "the cutoff is seen: " + cutoff);
    assertEquals(Favours.OTHER, cutoff.favours());
  }

  @Test
  void powerLawDrawsBeatAnExponentialAndLeaveNoRoomForACutoff() {
    double[] numbers = draws(2000, random -> Math.pow(1 - random.nextDouble(), -1 / 1.5));
    assertEquals(
        Favours.POWER_LAW, compare(numbers, Kind.CONTINUOUS, 1, Law.EXPONENTIAL).favours());
    Alternative cutoff = compare(numbers, Kind.CONTINUOUS, 1, Law.CUTOFF);
    assertTrue(cutoff.p() > 0.1 && cutoff.ratio() <= 0, "no cutoff: " + cutoff);
    Alternative lognormal = compare(numbers, Kind.CONTINUOUS, 1, Law.LOGNORMAL);
    assertTrue(lognormal.favours() != Favours.OTHER, "no better lognormal: " + lognormal);
  }

  @Test
  void theVerdictIsOneSentence() {
    Alternative exponential = new Alternative(Law.EXPONENTIAL, 30, 4, 0.001, false);
    Alternative lognormal = new Alternative(Law.LOGNORMAL, -0.1, -0.2, 0.8, false);
    Alternative cutoff = new Alternative(Law.CUTOFF, -9, -9, 0.0001, false);
    Goodness fine = new Goodness(100, 1, 74, 0.74, ANY, ANY, ANY);
    Goodness poor = new Goodness(100, 1, 2, 0.02, ANY, ANY, ANY);
    assertEquals(
        "Power law plausible (p = 0.74); better than exponential; cannot tell power law from"
            + " lognormal.",
        TailVerdict.of(fine, List.of(exponential, lognormal)).sentence());
    assertEquals(
        "Power law ruled out (p = 0.02); power law with cutoff fits better.",
        TailVerdict.of(poor, List.of(cutoff)).sentence());
    assertEquals("Goodness of fit not tested.", TailVerdict.of(null, List.of()).sentence());
  }

  @Test
  void aLawAtItsBoundSaysNothing() {
    assertEquals(Favours.NEITHER, new Alternative(Law.LOGNORMAL, -3, -3, 0.01, true).favours());
  }
}
