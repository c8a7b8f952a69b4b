package outcrop.analysis.render;

import java.util.Locale;

/// A colour of a drawing, with its opacity.
///
/// @param rgb red, green and blue in the lowest 24 bits
/// @param opacity 0 (nothing is painted) to 1
public record Colour(int rgb, double opacity) {
  /// Paints nothing.
  public static final Colour NONE = new Colour(0, 0);

  public Colour {
    rgb &= 0xffffff;
    opacity = Math.clamp(opacity, 0.0, 1.0);
  }

  /// The opaque colour of `#rrggbb`.
  ///
  /// @throws IllegalArgumentException for any other text
  public static Colour of(String hex) {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("A colour is written #rrggbb, not " + hex);
    }
    return new Colour(Integer.parseInt(hex, 1, 7, 16), 1);
  }

  /// Whether the text is a colour written `#rrggbb`.
  public static boolean isHex(String text) {
    return text.length() == 7
        && text.charAt(0) == '#'
        && text.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  public int red() {
    return rgb >> 16;
  }

  public int green() {
    return rgb >> 8 & 0xff;
  }

  public int blue() {
    return rgb & 0xff;
  }

  /// `#rrggbb`, without the opacity.
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  public boolean visible() {
    return opacity > 0;
  }

  public Colour withOpacity(double value) {
    return new Colour(rgb, value);
  }

  /// This colour with a share of another, 0 to 1, mixed in.
  public Colour mix(Colour other, double share) {
    int red = (int) Math.round(red() + (other.red() - red()) * share);
    int green = (int) Math.round(green() + (other.green() - green()) * share);
    int blue = (int) Math.round(blue() + (other.blue() - blue()) * share);
    return new Colour(red << 16 | green << 8 | blue, opacity);
  }
}
