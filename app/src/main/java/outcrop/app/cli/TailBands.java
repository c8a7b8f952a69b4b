package outcrop.app.cli;

import java.util.Locale;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.stats.BandRule;
import outcrop.analysis.stats.BandRule.ByCount;
import outcrop.analysis.stats.Goodness;
import outcrop.analysis.stats.PowerLawFit;
import outcrop.analysis.stats.PowerLawResult;
import outcrop.analysis.task.UserFailure;

/// The option `--bands`: a preset, or the fewest rows of head and body such as `100,20`.
final class TailBands {
  private static final String XMIN = "xmin";

  private TailBands() {}

  /// @throws UsageFailure for what is neither a preset nor two numbers
  static void check(String text) {
    if (!text.equals(XMIN)) {
      rule(text);
    }
  }

  /// @throws UserFailure for `xmin` where no power law stands
  static BandRule rule(String text, PowerLawResult powerLaw) {
    return text.equals(XMIN) ? fromXmin(powerLaw) : rule(text);
  }

  private static BandRule fromXmin(PowerLawResult result) {
    Goodness goodness = result.goodness();
    if (!(result.fit() instanceof PowerLawFit fit) || goodness != null && goodness.ruledOut()) {
      throw new UserFailure(
          "--bands xmin wants a power law, and there is none: "
              + result.verdict()
              + " Choose other bands, such as --bands shares.");
    }
    return BandRule.fromXmin(fit);
  }

  /// The bands as a view has them.
  static Bands ofView(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "shares" -> Bands.of(Preset.SHARES);
      case "oltr" -> Bands.of(Preset.OLTR);
      case "oltr_inclusive" -> Bands.of(Preset.OLTR_CODE);
      case "lvis" -> Bands.of(Preset.LVIS);
      case "metaclip" -> Bands.of(Preset.METACLIP);
      case XMIN -> Bands.of(Preset.XMIN);
      default -> {
        ByCount bounds = ofBounds(text);
        yield Bands.own(bounds.headFrom(), bounds.bodyFrom());
      }
    };
  }

  private static BandRule rule(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "shares" -> BandRule.SHARES;
      case "oltr" -> BandRule.OLTR;
      case "oltr_inclusive" -> BandRule.OLTR_INCLUSIVE;
      case "lvis" -> BandRule.LVIS;
      case "metaclip" -> BandRule.METACLIP;
      default -> ofBounds(text);
    };
  }

  private static ByCount ofBounds(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        double a = Double.parseDouble(parts[0].strip());
        double b = Double.parseDouble(parts[1].strip());
        return new ByCount(Math.max(a, b), Math.min(a, b));
      }
    } catch (IllegalArgumentException notTwoNumbers) {
      // Said below, as for any other number of parts.
    }
    throw new UsageFailure(
        "--bands wants shares, oltr, oltr_inclusive, lvis, metaclip, xmin or two numbers of rows"
            + " such as 100,20, not \""
            + text
            + "\".");
  }
}
