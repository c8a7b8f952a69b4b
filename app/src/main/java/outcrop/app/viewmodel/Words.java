package outcrop.app.viewmodel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import outcrop.app.language.Speech;

/// The words of the window in one language.
///
/// A key is looked up in the window's own bundle, then in the one of the drawn controls. A key that
/// neither has shows as itself, so that a gap is seen and nothing fails.
public final class Words implements Speech {
  /// The languages that there are words for.
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private static final List<String> BUNDLES =
      List.of("outcrop.ui.messages.messages", "outcrop.ui.messages.parts");

  private final Locale locale;
  private final List<ResourceBundle> bundles;

  public Words(Locale locale) {
    this.locale = locale;
    this.bundles = BUNDLES.stream().flatMap(name -> load(name, locale).stream()).toList();
  }

  private static List<ResourceBundle> load(String name, Locale locale) {
    try {
      return List.of(
          ResourceBundle.getBundle(
              name,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    } catch (MissingResourceException notInThisBuild) {
      return List.of();
    }
  }

  /// The language nearest to what the user's system speaks.
  public static Locale systemLanguage() {
    String language = Locale.getDefault().getLanguage();
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(language))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
  }

  /// The text of a key as it stands in the bundle.
  public String pattern(String key) {
    return bundles.stream()
        .filter(bundle -> bundle.containsKey(key))
        .findFirst()
        .map(bundle -> bundle.getString(key))
        .orElse(key);
  }

  /// The text of a key with its places filled, if any, and numbers written as the language does.
  @Override
  public String of(String key, Object... values) {
    return new MessageFormat(pattern(key), locale).format(values);
  }

  /// A whole number with the language's separators.
  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// A number with at most six significant digits, as the language writes it.
  public String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
    double size = Math.abs(value);
    if (size >= 1e15 || size < 1e-4) {
      return rounded.stripTrailingZeros().toString();
    }
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, rounded.stripTrailingZeros().scale()));
    return format.format(rounded);
  }

  /// A share of a whole as whole per cent; a part that is not nothing is never shown as nothing.
  public String percent(long part, long whole) {
    if (whole == 0 || part == 0) {
      return "0 %";
    }
    double share = 100.0 * part / whole;
    if (share < 1) {
      return "< 1 %";
    }
    return part < whole && share > 99 ? "> 99 %" : Math.round(share) + " %";
  }

  /// A duration as people say it: seconds, then minutes.
  public String duration(long seconds) {
    return seconds < 90
        ? of("progress.seconds", Math.max(1, seconds))
        : of("progress.minutes", (seconds + 30) / 60);
  }

  /// A size on disk in the unit that keeps it below four digits.
  public String bytes(long size) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    double value = size;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(value < 10 && unit > 0 ? 1 : 0);
    return format.format(value) + " " + units[unit];
  }
}
