package outcrop.app.view.part;

import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import outcrop.analysis.render.Fonts;

/// The bundled fonts, made known to the toolkit.
///
/// On Linux fonts that come after the first text of a shaped script was laid out are not found for
/// letters that other fonts lack, so the window loads them before it shows anything.
public final class BundledFonts {
  /// Has the letters and the punctuation of texts from the right, see [TextShape].
  private static final String WHOLE = "/outcrop/analysis/render/fonts/DejaVuSans.ttf";

  private static boolean loaded;
  private static String regular = Fonts.FAMILY;
  private static String bold = Fonts.FAMILY;

  private BundledFonts() {}

  /// Loads the fonts unless that was done. On the JavaFX thread.
  public static void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    List<Font> fonts = Fonts.resources().stream().map(BundledFonts::load).toList();
    regular = fonts.get(0).getName();
    bold = fonts.get(1).getName();
    load(WHOLE);
  }

  /// The main font as drawings are measured with it.
  ///
  /// The font is asked for by its own name: its semibold is a family of its own to the toolkit,
  /// which answers a search by family and weight with the regular one.
  static Font main(double size, boolean isBold) {
    return new Font(isBold ? bold : regular, size);
  }

  private static Font load(String resource) {
    InputStream in = BundledFonts.class.getResourceAsStream(resource);
    Font font = in == null ? null : Font.loadFont(in, 12);
    if (font == null) {
      throw new IllegalStateException("The bundled font cannot be read: " + resource);
    }
    return font;
  }
}
