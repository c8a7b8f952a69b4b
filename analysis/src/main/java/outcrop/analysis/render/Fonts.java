package outcrop.analysis.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The one bundled font and its companions: every text is measured here, so that a layout is the
/// same for every painter and on every system.
///
/// A text is simple where the main font has its letters and no script needs shaping; such a text is
/// the sum of its letters. Other texts are shaped by the Java platform with the companions. A
/// letter that no bundled font has is measured at a fixed width and drawn with whatever the system
/// has, so that the layout does not depend on it.
public final class Fonts {
  /// Family of the bundled main font.
  public static final String FAMILY = "Open Sans";

  static final String FOLDER = "/outcrop/analysis/render/fonts/";
  static final String REGULAR = FOLDER + "OpenSans-Regular.ttf";
  static final String BOLD = FOLDER + "OpenSans-Semibold.ttf";
  private static final List<String> COMPANIONS =
      List.of(
          FOLDER + "DejaVuSans.ttf",
          FOLDER + "NotoSansDevanagari-Regular.ttf",
          FOLDER + "NotoSansThai-Regular.ttf");

  static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final float UNIT = 100;
  private static final int TABLE = 0x2600;

  private Fonts() {}

  /// Class path resources of all bundled fonts, the main one first, for toolkits that load fonts
  /// themselves.
  public static List<String> resources() {
    List<String> all = new ArrayList<>(List.of(REGULAR, BOLD));
    all.addAll(COMPANIONS);
    return List.copyOf(all);
  }

  /// Family names for style sheets: the bundled ones, then what systems have.
  static String cssFamilies() {
    return "'Open Sans','DejaVu Sans','Noto Sans Devanagari','Noto Sans Thai',sans-serif";
  }

  /// Width of a line of text in layout units.
  public static double width(String text, double size, boolean bold) {
    return (isSimple(text) ? Faces.of(bold).sum(text) : shapedWidth(text, bold)) * size / UNIT;
  }

  /// The longest beginning of a line that fits with an ellipsis; all of it where it fits.
  public static String fit(String text, double room, double size, boolean bold) {
    return Names.fit(text, room, part -> width(part, size, bold));
  }

  /// A word in pieces that each fit into a line; one where it fits. Letters stay with their marks.
  public static List<String> pieces(String word, double room, double size, boolean bold) {
    List<String> pieces = new ArrayList<>();
    String rest = word;
    while (width(rest, size, bold) > room) {
      String fitted = fit(rest, room, size, bold);
      int end = Math.max(1, fitted.length() - Names.ELLIPSIS.length());
      end += Character.isHighSurrogate(rest.charAt(end - 1)) && end < rest.length() ? 1 : 0;
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    pieces.add(rest);
    return pieces;
  }

  /// Letters that no bundled font has count a fixed width each; the rest is shaped without them.
  private static double shapedWidth(String text, boolean bold) {
    StringBuilder known = new StringBuilder(text.length());
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      if (fontFor(code, bold) == Companions.SYSTEM && !joins(code)) {
        width += code >= 0x1100 ? UNIT : UNIT * 0.6;
      } else {
        known.appendCodePoint(code);
      }
    }
    return known.isEmpty() ? width : width + shaped(known.toString(), UNIT, bold).getAdvance();
  }

  /// Whether the letters of the text can be set one after the other in the main font.
  static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSimple(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSimple(char c) {
    return (c < 0x300 || (c >= 0x370 && c < 0x483) || (c >= 0x2010 && c < 0x2600))
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT
        && Faces.of(false).main.canDisplay(c);
  }

  /// The main font at a size.
  static Font font(double size, boolean bold) {
    return Faces.of(bold).main.deriveFont((float) size);
  }

  /// The shapes of a line of text whose baseline begins at the origin, as wide as [#width] says.
  ///
  /// @param text not blank
  static Shape outline(String text, double size, boolean bold) {
    return isSimple(text)
        ? font(size, bold).createGlyphVector(CONTEXT, text).getOutline()
        : shaped(text, (float) size, bold).getOutline(null);
  }

  /// The text set in the main font, the companions, and the system's for what they lack. Its base
  /// direction is that of its first letter.
  ///
  /// @param text not empty
  static TextLayout shaped(String text, float size, boolean bold) {
    AttributedString attributed = new AttributedString(text);
    int start = 0;
    Font current = fontFor(text.codePointAt(0), bold);
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      Font font = joins(code) ? current : fontFor(code, bold);
      if (font != current) {
        attributed.addAttribute(TextAttribute.FONT, current.deriveFont(size), start, i);
        start = i;
        current = font;
      }
      i += Character.charCount(code);
    }
    attributed.addAttribute(TextAttribute.FONT, current.deriveFont(size), start, text.length());
    return new TextLayout(attributed.getIterator(), CONTEXT);
  }

  /// Marks, joiners and blanks stay with the letter before them.
  private static boolean joins(int code) {
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT
        || code == ' ';
  }

  private static Font fontFor(int code, boolean bold) {
    Font main = Faces.of(bold).main;
    if (main.canDisplay(code)) {
      return main;
    }
    for (Font companion : Companions.FONTS) {
      if (companion.canDisplay(code)) {
        return companion;
      }
    }
    return Companions.SYSTEM;
  }

  /// Opens the bytes of a bundled font.
  static InputStream open(String resource) {
    InputStream in = Fonts.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("The bundled font is not on the class path: " + resource);
    }
    return in;
  }

  private static Font load(String resource) {
    try (InputStream in = open(resource)) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(UNIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The bundled font is damaged: " + resource, e);
    }
  }

  /// The main font in one weight with the widths of its letters, loaded on first use.
  private static final class Faces {
    private static final Faces PLAIN = new Faces(REGULAR);
    private static final Faces STRONG = new Faces(BOLD);

    final Font main;
    private final float[] widths = new float[TABLE];

    private Faces(String resource) {
      main = load(resource);
      Arrays.fill(widths, -1);
    }

    static Faces of(boolean bold) {
      return bold ? STRONG : PLAIN;
    }

    /// Threads may fill the same place with the same number, which does no harm.
    double sum(String text) {
      double sum = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        float width = widths[c];
        if (width < 0) {
          width = main.createGlyphVector(CONTEXT, new char[] {c}).getGlyphMetrics(0).getAdvanceX();
          widths[c] = width;
        }
        sum += width;
      }
      return sum;
    }
  }

  private static final class Companions {
    static final List<Font> FONTS = COMPANIONS.stream().map(Fonts::load).toList();
    static final Font SYSTEM = new Font(Font.SANS_SERIF, Font.PLAIN, (int) UNIT);
  }
}
