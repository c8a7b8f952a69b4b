package outcrop.analysis.render;

import java.util.Locale;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.spec.ChartStyle;

/// The colours of head, body and tail: pinned under the names `head`, `body` and `tail`, else those
/// of the palette that lie farthest apart.
public final class BandColours {
  private BandColours() {}

  /// What the colour of a band is pinned under.
  public static String key(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  public static Colour of(Theme theme, ChartStyle style, Part part) {
    String pinned = style.colours().getOrDefault(key(part), "");
    if (Colour.isHex(pinned)) {
      return Colour.of(pinned);
    }
    int slot =
        switch (part) {
          case HEAD -> 0;
          case BODY -> 2;
          case TAIL -> 1;
        };
    return switch (style.look().colours()) {
      case STANDARD -> theme.categorical().get(slot);
      case OKABE_ITO -> Palette.okabeIto(theme).get(slot);
      case SEQUENTIAL -> onRamp(theme, style, part, 0.6, 0.3);
      case DIVERGING -> onRamp(theme, style, part, 0.7, 0.1);
    };
  }

  /// The head at the strong end.
  private static Colour onRamp(Theme theme, ChartStyle style, Part part, double body, double tail) {
    double place =
        switch (part) {
          case HEAD -> 0.95;
          case BODY -> body;
          case TAIL -> tail;
        };
    return Ramp.of(theme, style.look().colours()).at(place);
  }
}
