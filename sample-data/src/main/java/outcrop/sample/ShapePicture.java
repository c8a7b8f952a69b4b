package outcrop.sample;

import java.io.IOException;

/// What one image shows, and how it is drawn.
///
/// Lengths are pixels, `rotation` degrees, `noise` hundredths of the full brightness, `edge` the
/// width of the transition at the outline (1 sharp), `light` the factor of brightness.
record ShapePicture(
    ShapeClass shape,
    Colour colour,
    Background background,
    double centreX,
    double centreY,
    int size,
    int rotation,
    int noise,
    double edge,
    double light) {

  static final int SIDE = 64;

  private static final int STEPS = 16;
  private static final double BRIGHTNESS_STEP = 7;

  /// Colours of shapes.
  enum Colour {
    RED(0xd43d3d),
    BLUE(0x2f6fd0),
    GREEN(0x2e9a57),
    ORANGE(0xe8842a),
    PURPLE(0x8a4fbf),
    TEAL(0x1f9aa0),
    PINK(0xdd6aa6),
    BROWN(0x8a5a3b);

    final int rgb;

    Colour(int rgb) {
      this.rgb = rgb;
    }
  }

  /// Backgrounds: a colour and a pattern of brightness upon it.
  enum Background {
    PLAIN(0xf1efe8),
    GRADIENT(0xd9dfe6),
    STRIPES(0xcfd8c4),
    CHECKS(0xd8cdb8),
    NIGHT(0x23283c);

    final int rgb;

    Background(int rgb) {
      this.rgb = rgb;
    }

    /// Brightness at a pixel in steps of the palette.
    private double pattern(int x, int y) {
      return switch (this) {
        case PLAIN, NIGHT -> 0;
        case GRADIENT -> (double) (y - SIDE / 2) / 8;
        case STRIPES -> (x + y) / 6 % 2 == 0 ? 2.5 : -2.5;
        case CHECKS -> (x / 8 + y / 8) % 2 == 0 ? 2.5 : -2.5;
      };
    }
  }

  /// Draws the image and encodes it; `dice` makes the grain.
  byte[] encode(Dice dice) throws IOException {
    return IndexedPng.encode(SIDE, SIDE, draw(dice), palette());
  }

  /// A pixel is one of 16 mixtures of background and shape, at one of 16 brightnesses.
  private byte[] draw(Dice dice) {
    byte[] pixels = new byte[SIDE * SIDE];
    double angle = StrictMath.toRadians(rotation);
    double cos = StrictMath.cos(angle) / size;
    double sin = StrictMath.sin(angle) / size;
    double grain = noise * 2.55 / BRIGHTNESS_STEP;
    double contrast = edge > 2 ? 0.3 : 1;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double dx = x + 0.5 - centreX;
        double dy = y + 0.5 - centreY;
        double distance = size * shape.distance(dx * cos + dy * sin, dy * cos - dx * sin);
        double cover = Math.clamp(0.5 - distance / edge, 0, 1);
        double shade = contrast * (1 - cover) * background.pattern(x, y) + grain * dice.bell();
        int mixture = (int) StrictMath.rint(cover * (STEPS - 1));
        int brightness = Math.clamp((long) StrictMath.rint(shade) + STEPS / 2, 0, STEPS - 1);
        pixels[y * SIDE + x] = (byte) (mixture * STEPS + brightness);
      }
    }
    return pixels;
  }

  private int[] palette() {
    int[] palette = new int[STEPS * STEPS];
    for (int mixture = 0; mixture < STEPS; mixture++) {
      double cover = (double) mixture / (STEPS - 1);
      for (int brightness = 0; brightness < STEPS; brightness++) {
        double lift = (brightness - STEPS / 2) * BRIGHTNESS_STEP;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
          int back = background.rgb >> shift & 0xff;
          int front = colour.rgb >> shift & 0xff;
          double level = light * (back + cover * (front - back) + lift);
          rgb |= Math.clamp((long) StrictMath.rint(level), 0, 255) << shift;
        }
        palette[mixture * STEPS + brightness] = rgb;
      }
    }
    return palette;
  }
}
