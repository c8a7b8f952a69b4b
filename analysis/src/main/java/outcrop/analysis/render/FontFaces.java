package outcrop.analysis.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The letters that texts use, and style rules that bring just these along in the file.
///
/// Only text that stands letter by letter in the main font can be taken along; for other text, see
/// [#carries].
public final class FontFaces {
  /// What a browser needs of a font; rules of shaping are left out, as no text here wants them.
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
          "post", "prep");

  private final Map<Boolean, SortedSet<Integer>> letters = new TreeMap<>();

  /// Whether the text can be drawn with the letters that are taken along.
  public static boolean carries(String text) {
    return Fonts.isSimple(text);
  }

  /// Adds the letters of all labels.
  public FontFaces add(List<Mark> marks) {
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Label label -> add(label.text(), label.style().bold());
        case Mark.Group group -> add(group.marks());
        case Mark.Clip clip -> add(clip.marks());
        case Mark.Rect _, Mark.Line _, Mark.Path _, Mark.Circle _, Mark.Raster _ -> {}
      }
    }
    return this;
  }

  /// Adds the letters of a text; none where the main font cannot set it.
  public FontFaces add(String text, boolean bold) {
    if (carries(text)) {
      text.codePoints().forEach(letters.computeIfAbsent(bold, _ -> new TreeSet<>())::add);
    }
    return this;
  }

  /// `@font-face` rules with the fonts inside; the same letters give the same text. Holds no
  /// character that XML or HTML would take for markup.
  public String css() {
    StringBuilder css = new StringBuilder();
    letters.forEach(
        (bold, codes) ->
            css.append("@font-face{font-family:'")
                .append(Fonts.FAMILY)
                .append("';font-weight:")
                .append(bold ? 600 : 400)
                .append(";src:url(data:font/ttf;base64,")
                .append(Base64.getEncoder().encodeToString(subset(bold, codes)))
                .append(")}\n"));
    return css.toString();
  }

  private static byte[] subset(boolean bold, SortedSet<Integer> codes) {
    try (InputStream in = Fonts.open(bold ? Fonts.BOLD : Fonts.REGULAR);
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      subsetter.addAll(codes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
