package outcrop.analysis.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.render.Scale.Tick;

/// Ticks on numbers: steps of 1, 2 or 5 times a power of ten, decades on logarithmic scales.
final class NumberTicks {
  /// How much smaller than asked for a step may be: a few ticks more are better than half as many.
  private static final double NEAR = 0.7;

  private NumberTicks() {}

  static List<Tick> linear(double from, double to, int wanted) {
    BigDecimal step = step(from, to, wanted);
    return step.signum() == 0 ? List.of() : multiples(step, from, to);
  }

  /// Every multiple of a step between two values, a thousand at most.
  static List<Tick> multiples(BigDecimal step, double from, double to) {
    BigDecimal value =
        new BigDecimal(from).divide(step, 0, java.math.RoundingMode.CEILING).multiply(step);
    BigDecimal end = new BigDecimal(to);
    double largest = Math.max(Math.abs(from), Math.abs(to));
    List<Tick> ticks = new ArrayList<>();
    while (value.compareTo(end) <= 0 && ticks.size() < 1000) {
      ticks.add(new Tick(value.doubleValue(), Numerals.tick(value, step, largest)));
      value = value.add(step);
    }
    return ticks;
  }

  /// The smallest of 1, 2, 5 · 10ⁿ that makes about as many steps as wanted; zero where the domain
  /// is no number.
  static BigDecimal step(double from, double to, int wanted) {
    double rough = (to / 2 - from / 2) / Math.max(1, wanted) * 2;
    if (!(rough > 0) || !Double.isFinite(rough)) {
      return BigDecimal.ZERO;
    }
    int power = (int) Math.floor(Math.log10(rough));
    for (int digit : new int[] {1, 2, 5, 10}) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
      if (step.doubleValue() >= rough * NEAR) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
  }

  /// Decades; within less than two of them also 2 and 5, within less than one equal steps.
  static List<Tick> log(double from, double to, int wanted) {
    int low = (int) Math.ceil(Math.log10(from) - 1e-9);
    int high = (int) Math.floor(Math.log10(to) + 1e-9);
    if (high <= low) {
      List<Tick> fine = labelledDigits(from, to, low - 1, high + 1);
      return fine.size() >= 2 ? fine : linear(from, to, Math.min(wanted, 4));
    }
    int every = Math.max(1, (int) Math.ceil((high - low + 1) / (double) Math.max(1, wanted)));
    if (every == 1 && 3 * (high - low + 1) <= wanted) {
      return labelledDigits(from, to, low - 1, high + 1);
    }
    List<Tick> ticks = new ArrayList<>();
    for (int power = low - 1; power <= high; power++) {
      double decade = Math.pow(10, power);
      if (power >= low) {
        boolean labelled = Math.floorMod(power - low, every) == 0;
        ticks.add(new Tick(decade, labelled ? Numerals.compact(decade) : ""));
      }
      for (int digit = 2; digit < 10 && every == 1; digit++) {
        if (decade * digit >= from && decade * digit <= to) {
          ticks.add(new Tick(decade * digit, ""));
        }
      }
    }
    return ticks;
  }

  private static List<Tick> labelledDigits(double from, double to, int low, int high) {
    List<Tick> ticks = new ArrayList<>();
    for (int power = low; power <= high; power++) {
      for (int digit = 1; digit < 10; digit++) {
        double value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
        if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
          boolean labelled = digit == 1 || digit == 2 || digit == 5;
          ticks.add(new Tick(value, labelled ? Numerals.compact(value) : ""));
        }
      }
    }
    return ticks.stream().filter(tick -> !tick.minor()).count() >= 2 ? ticks : List.of();
  }

  /// Zero and the decades of either sign from `unit` on, thinned alike on both sides.
  static List<Tick> symLog(double from, double to, double unit, int wanted) {
    double reach = Math.max(Math.abs(from), Math.abs(to));
    int low = (int) Math.ceil(Math.log10(unit) - 1e-9);
    int high = (int) Math.floor(Math.log10(reach) + 1e-9);
    if (high <= low) {
      return linear(from, to, Math.min(wanted, 5));
    }
    int sides = from < 0 && to > 0 ? 2 : 1;
    int room = Math.max(1, (wanted - 1) / sides);
    int every = Math.max(1, (int) Math.ceil((high - low + 1) / (double) room));
    List<Tick> ticks = new ArrayList<>();
    for (int power = high; power >= low; power--) {
      addSigned(ticks, -1, power, low, every, from, to);
    }
    if (from <= 0 && to >= 0) {
      ticks.add(new Tick(0, "0"));
    }
    for (int power = low; power <= high; power++) {
      addSigned(ticks, 1, power, low, every, from, to);
    }
    return ticks;
  }

  private static void addSigned(
      List<Tick> ticks, int sign, int power, int low, int every, double from, double to) {
    double value = sign * Math.pow(10, power);
    if (value >= from && value <= to) {
      boolean labelled = Math.floorMod(power - low, every) == 0;
      ticks.add(new Tick(value, labelled ? Numerals.compact(value) : ""));
    }
  }
}
