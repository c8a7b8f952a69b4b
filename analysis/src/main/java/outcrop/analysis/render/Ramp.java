package outcrop.analysis.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import outcrop.analysis.spec.ChartLook.Colours;
import outcrop.analysis.spec.ChartStyle;

/// Colours for amounts, from one end to the other. Steps look equal: colours between those given
/// are mixed in OKLab (Ottosson 2020).
///
/// The sequential ramp runs from the colour that is closest to the paper to the one farthest from
/// it, so that more is always stronger. The diverging ramp parts from the middle to two colours
/// that every eye tells apart.
public final class Ramp {
  private static final List<Colour> LIGHT_SEQUENTIAL =
      colours("#e6eefb", "#9fb8ee", "#4d74cf", "#2a3f93", "#131c4e");
  private static final List<Colour> DARK_SEQUENTIAL =
      colours("#232c42", "#35508f", "#5a7fdc", "#a3c0fa", "#eef4ff");
  private static final List<Colour> LIGHT_DIVERGING =
      colours("#8a3d00", "#dd8a34", "#f1efec", "#6f97dd", "#1c3a8c");
  private static final List<Colour> DARK_DIVERGING =
      colours("#ffc078", "#bb6d1c", "#2f333b", "#4a6fc4", "#b3cdff");

  private final List<Colour> stops;

  private Ramp(List<Colour> stops) {
    this.stops = stops;
  }

  private static List<Colour> colours(String... hex) {
    return Stream.of(hex).map(Colour::of).toList();
  }

  /// The ramp of a palette; the sequential one for palettes of names.
  public static Ramp of(Theme theme, Colours colours) {
    boolean dark = theme.name().equals(Theme.DARK.name());
    return new Ramp(
        colours == Colours.DIVERGING
            ? dark ? DARK_DIVERGING : LIGHT_DIVERGING
            : dark ? DARK_SEQUENTIAL : LIGHT_SEQUENTIAL);
  }

  /// The ramp of the amounts of a chart in a style.
  static Ramp ofAmounts(Theme theme, ChartStyle style) {
    return of(theme, style.look().colours());
  }

  /// The colour at a share of the way, which is taken to 0…1.
  public Colour at(double share) {
    double place = Math.clamp(share, 0.0, 1.0) * (stops.size() - 1);
    int low = Math.min((int) place, stops.size() - 2);
    return mix(stops.get(low), stops.get(low + 1), place - low);
  }

  /// A colour for text that can be read on a fill.
  static Colour textOn(Colour fill) {
    return toLab(fill)[0] > 0.62 ? Theme.LIGHT.foreground() : Theme.LIGHT.background();
  }

  /// Colours for values in an order, as far apart as the ramp allows. One value stands at the
  /// strong end.
  List<Colour> steps(int count) {
    List<Colour> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(at(count == 1 ? 0.75 : i / (count - 1.0)));
    }
    return steps;
  }

  private static Colour mix(Colour one, Colour other, double share) {
    double[] a = toLab(one);
    double[] b = toLab(other);
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = a[i] + (b[i] - a[i]) * share;
    }
    return fromLab(mixed);
  }

  private static double[] toLab(Colour colour) {
    double r = linear(colour.red());
    double g = linear(colour.green());
    double b = linear(colour.blue());
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static Colour fromLab(double[] lab) {
    double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    int red = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int green = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int blue = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return new Colour(red << 16 | green << 8 | blue, 1);
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int encoded(double linear) {
    double c = Math.clamp(linear, 0.0, 1.0);
    double encoded = c <= 0.0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
    return (int) Math.round(encoded * 255);
  }
}
