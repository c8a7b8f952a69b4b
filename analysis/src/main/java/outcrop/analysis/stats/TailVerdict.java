package outcrop.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.stats.Alternative.Favours;
import outcrop.analysis.stats.Alternative.Law;

/// What a fit, its goodness and its rivals say together.
///
/// @param power whether the power law stands by itself
/// @param better laws that the data prefer to it
/// @param worse laws that it is preferred to
/// @param undecided laws that cannot be told from it
/// @param pValue of the goodness of fit; null where it was not tested
public record TailVerdict(
    Power power, List<Law> better, List<Law> worse, List<Law> undecided, @Nullable Double pValue) {
  /// Whether the power law stands.
  public enum Power {
    /// p ≤ 0.1: data made from the law lie closer to it.
    RULED_OUT,
    /// p > 0.1.
    PLAUSIBLE,
    /// No bootstrap was made.
    NOT_TESTED
  }

  public static TailVerdict of(@Nullable Goodness goodness, List<Alternative> alternatives) {
    Power power;
    if (goodness == null) {
      power = Power.NOT_TESTED;
    } else {
      power = goodness.ruledOut() ? Power.RULED_OUT : Power.PLAUSIBLE;
    }
    return new TailVerdict(
        power,
        laws(alternatives, Favours.OTHER),
        laws(alternatives, Favours.POWER_LAW),
        laws(alternatives, Favours.NEITHER),
        goodness == null ? null : goodness.pValue());
  }

  private static List<Law> laws(List<Alternative> alternatives, Favours favours) {
    return alternatives.stream()
        .filter(alternative -> alternative.favours() == favours)
        .map(Alternative::law)
        .toList();
  }

  /// The verdict in English, such as `Power law plausible (p = 0.74); better than exponential;
  /// cannot tell power law from lognormal.`
  public String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (power) {
          case RULED_OUT -> "Power law ruled out" + p();
          case PLAUSIBLE -> "Power law plausible" + p();
          case NOT_TESTED -> "Goodness of fit not tested";
        });
    if (!better.isEmpty()) {
      parts.add(words(better, " and ") + (better.size() == 1 ? " fits" : " fit") + " better");
    }
    if (!worse.isEmpty()) {
      parts.add("better than " + words(worse, " and "));
    }
    if (!undecided.isEmpty()) {
      parts.add("cannot tell power law from " + words(undecided, " or "));
    }
    return String.join("; ", parts) + ".";
  }

  private String p() {
    return pValue == null ? "" : String.format(Locale.ROOT, " (p = %.2f)", pValue);
  }

  private static String words(List<Law> laws, String last) {
    List<String> names = laws.stream().map(Law::words).toList();
    int end = names.size() - 1;
    return end == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, end)) + last + names.get(end);
  }
}
