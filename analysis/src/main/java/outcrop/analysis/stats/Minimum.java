package outcrop.analysis.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/// The least value of a smooth function, without derivatives.
final class Minimum {
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
  private static final int MOST_STEPS = 200;
  private static final int MOST_RESTARTS = 4;

  private Minimum() {}

  /// Where `function`, which has one valley between `low` and `high`, is least (Brent 1973:
  /// parabolas where they help, golden sections otherwise).
  static double between(double low, double high, double tolerance, DoubleUnaryOperator function) {
    double a = low;
    double b = high;
    double x = a + GOLDEN * (b - a);
    double w = x;
    double v = x;
    double fx = function.applyAsDouble(x);
    double fw = fx;
    double fv = fx;
    double step = 0;
    double before = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
      double middle = (a + b) / 2;
      double least = tolerance + 1e-12 * Math.abs(x);
      if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) {
        break;
      }
      double r = (x - w) * (fx - fv);
      double q = (x - v) * (fx - fw);
      double p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      p = q > 0 ? -p : p;
      q = Math.abs(q);
      boolean parabola =
          Math.abs(p) < Math.abs(q * before / 2) && p > q * (a - x) && p < q * (b - x);
      if (parabola) {
        before = step;
        step = p / q;
        double at = x + step;
        if (at - a < 2 * least || b - at < 2 * least) {
          step = x < middle ? least : -least;
        }
      } else {
        before = x < middle ? b - x : a - x;
        step = GOLDEN * before;
      }
      double u = Math.abs(step) >= least ? x + step : x + Math.copySign(least, step);
      double fu = function.applyAsDouble(u);
      if (fu <= fx) {
        if (u < x) {
          b = x;
        } else {
          a = x;
        }
        v = w;
        fv = fw;
        w = x;
        fw = fx;
        x = u;
        fx = fu;
      } else {
        if (u < x) {
          a = u;
        } else {
          b = u;
        }
        if (fu <= fw || w == x) {
          v = w;
          fv = fw;
          w = u;
          fw = fu;
        } else if (fu <= fv || v == x || v == w) {
          v = u;
          fv = fu;
        }
      }
    }
    return x;
  }

  /// Where a function of several numbers is least, by the simplex of Nelder and Mead (1965),
  /// started again from its end until that helps no more. Infinite values mark what is not allowed.
  static double[] around(double[] start, double[] steps, ToDoubleFunction<double[]> function) {
    double[] best = start;
    double value = function.applyAsDouble(start);
    for (int restart = 0; restart < MOST_RESTARTS; restart++) {
      double[] found = simplex(best, steps, function);
      double least = function.applyAsDouble(found);
      boolean better = least < value - 1e-9 * (1 + Math.abs(value));
      if (least <= value) {
        best = found;
        value = least;
      }
      if (!better) {
        break;
      }
    }
    return best;
  }

  private record Corner(double[] at, double value) {}

  private static double[] simplex(
      double[] start, double[] steps, ToDoubleFunction<double[]> function) {
    int n = start.length;
    Corner[] corners = new Corner[n + 1];
    for (int i = 0; i <= n; i++) {
      double[] at = start.clone();
      if (i < n) {
        at[i] += steps[i];
      }
      corners[i] = new Corner(at, function.applyAsDouble(at));
    }
    for (int step = 0; step < MOST_STEPS * n; step++) {
      Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
      double spread = corners[n].value - corners[0].value;
      if (spread <= 1e-11 * (1 + Math.abs(corners[0].value))) {
        break;
      }
      double[] centre = new double[n];
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          centre[k] += corners[i].at[k] / n;
        }
      }
      Corner reflected = along(centre, corners[n].at, -1, function);
      if (reflected.value < corners[0].value) {
        Corner expanded = along(centre, corners[n].at, -2, function);
        corners[n] = expanded.value < reflected.value ? expanded : reflected;
      } else if (reflected.value < corners[n - 1].value) {
        corners[n] = reflected;
      } else {
        boolean outside = reflected.value < corners[n].value;
        Corner contracted = along(centre, corners[n].at, outside ? -0.5 : 0.5, function);
        if (contracted.value < Math.min(reflected.value, corners[n].value)) {
          corners[n] = contracted;
        } else {
          for (int i = 1; i <= n; i++) {
            corners[i] = along(corners[0].at, corners[i].at, 0.5, function);
          }
        }
      }
    }
    Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
    return corners[0].at;
  }

  private static Corner along(
      double[] from, double[] to, double share, ToDoubleFunction<double[]> function) {
    double[] at = new double[from.length];
    for (int k = 0; k < at.length; k++) {
      at[k] = from[k] + share * (to[k] - from[k]);
    }
    return new Corner(at, function.applyAsDouble(at));
  }
}
