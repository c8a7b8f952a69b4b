package outcrop.app.view.part;

import java.io.InputStream;
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

  private BundledFonts() {}

  /// Loads the fonts unless that was done. On the JavaFX thread.
  public static void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    Fonts.resources().forEach(BundledFonts::load);
    load(WHOLE);
  }

  private static void load(String resource) {
    InputStream in = BundledFonts.class.getResourceAsStream(resource);
    if (in == null || Font.loadFont(in, 12) == null) {
      throw new IllegalStateException("The bundled font cannot be read: " + resource);
    }
  }
}
