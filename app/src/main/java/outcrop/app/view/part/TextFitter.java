package outcrop.app.view.part;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures and cuts single lines of text for painting, thousands per frame.
///
/// Most scripts are measured as the sum of advances that are looked up once. Texts whose letters
/// join, stack or run from the right are laid out whole, and the outcome is kept for the last few
/// hundred.
final class TextFitter {
  /// A line as it is painted.
  ///
  /// @param text the line, with an ellipsis where it was cut
  /// @param width in pixels
  /// @param kept how many units of the original are in it
  /// @param fromRight whether the line starts at its right end
  /// @param simple whether letters stand side by side from the left
  /// @param font to paint it in
  record Line(String text, double width, int kept, boolean fromRight, boolean simple, Font font) {}

  private record Key(String text, int width) {}

  private static final String ELLIPSIS = "…";
  private static final int REMEMBERED = 512;

  private final float[] advances = new float[Character.MAX_VALUE + 1];
  private final Map<Key, Line> complex =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Line> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Text probe = new Text();
  private final Font font;
  private final double ascent;
  private final double height;

  TextFitter(Font font) {
    this.font = font;
    Arrays.fill(advances, Float.NaN);
    probe.setFont(font);
    probe.setText("Hg");
    ascent = probe.getBaselineOffset();
    height = probe.getLayoutBounds().getHeight();
  }

  Font font() {
    return font;
  }

  /// The baseline of a line that stands in the middle of a row of this height, in whole pixels.
  double baselineIn(double rowHeight) {
    return Math.round((rowHeight - height) / 2 + ascent);
  }

  /// The width of a whole line.
  double width(String text) {
    return isSimple(text) ? sum(text, text.length()) : fit(text, Double.MAX_VALUE).width();
  }

  /// The line cut to a width. Line breaks and tabs become blanks.
  Line fit(String original, double width) {
    String text = flat(original);
    if (isSimple(text)) {
      return fitSimple(text, width);
    }
    int whole = (int) Math.min(Integer.MAX_VALUE, width);
    Key key = new Key(text, whole);
    Line known = complex.get(key);
    if (known == null) {
      known = fitComplex(text, whole);
      complex.put(key, known);
    }
    return known;
  }

  /// Where a stretch of a fitted line is, as pairs of left and right edges from the line's left
  /// edge.
  double[] edges(Line line, int start, int end) {
    int from = Math.min(start, line.kept());
    int to = Math.min(end, line.kept());
    if (from >= to) {
      return new double[0];
    }
    if (line.simple()) {
      return new double[] {sum(line.text(), from), sum(line.text(), to)};
    }
    probe.setFont(line.font());
    probe.setText(line.text());
    return boxes(TextShape.range(probe, from, to));
  }

  private Line fitSimple(String text, double width) {
    double x = 0;
    double room = width - advance('…');
    int fits = 0;
    double fitsWidth = 0;
    for (int i = 0; i < text.length(); i++) {
      x += advance(text.charAt(i));
      if (x <= room) {
        fits = i + 1;
        fitsWidth = x;
      }
      if (x > width) {
        return new Line(
            text.substring(0, fits) + ELLIPSIS, fitsWidth + advance('…'), fits, false, true, font);
      }
    }
    return new Line(text, x, text.length(), false, true, font);
  }

  private Line fitComplex(String text, int width) {
    boolean fromRight = startsFromRight(text);
    probe.setFont(TextShape.fontFor(text, font));
    double whole = laidOut(text);
    if (whole <= width) {
      return new Line(text, whole, text.length(), fromRight, false, probe.getFont());
    }
    int[] cuts = letterEnds(text);
    int low = 0;
    int high = cuts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (laidOut(text.substring(0, cuts[middle]) + ELLIPSIS) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    String shown = text.substring(0, cuts[low]) + ELLIPSIS;
    return new Line(shown, laidOut(shown), cuts[low], fromRight, false, probe.getFont());
  }

  /// Where a text may be cut: at its start and after each letter as the reader sees letters.
  private static int[] letterEnds(String text) {
    BreakIterator letters = BreakIterator.getCharacterInstance();
    letters.setText(text);
    int[] ends = new int[text.length() + 1];
    int count = 1;
    for (int end = letters.next(); end != BreakIterator.DONE; end = letters.next()) {
      ends[count++] = end;
    }
    return Arrays.copyOf(ends, count);
  }

  private double laidOut(String text) {
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }

  private double sum(String text, int length) {
    double x = 0;
    for (int i = 0; i < length; i++) {
      x += advance(text.charAt(i));
    }
    return x;
  }

  private double advance(char letter) {
    float known = advances[letter];
    if (Float.isNaN(known)) {
      probe.setFont(font);
      known = (float) laidOut(String.valueOf(letter));
      advances[letter] = known;
    }
    return known;
  }

  private static String flat(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isBreak(text.charAt(i))) {
        char[] letters = text.toCharArray();
        for (int k = i; k < letters.length; k++) {
          if (isBreak(letters[k])) {
            letters[k] = ' ';
          }
        }
        return new String(letters);
      }
    }
    return text;
  }

  private static boolean isBreak(char letter) {
    return letter < ' ' || letter == '\u2028' || letter == '\u2029' || letter == '\u0085';
  }

  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSimple(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a letter of these stands beside its neighbours as it is, from the left.
  static boolean isSimple(char letter) {
    return letter < 0x300
        || letter >= 0x370 && letter < 0x483
        || letter >= 0x48A && letter < 0x590
        || letter >= 0x1E00 && letter < 0x200B
        || letter >= 0x2010 && letter < 0x2028
        || letter >= 0x2030 && letter < 0x2060
        || letter >= 0x2070 && letter < 0x20D0
        || letter >= 0x2100 && letter < 0x2C00
        || letter >= 0x3000 && letter < 0x302A
        || letter >= 0x3030 && letter < 0x3099
        || letter >= 0x309B && letter < 0xA000
        || letter >= 0xAC00 && letter < 0xD7A4
        || letter >= 0xFF01 && letter < 0xFFE7;
  }

  /// Whether the first letter that has a direction runs from the right.
  static boolean startsFromRight(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getDirectionality(text.codePointAt(i))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return false;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// The left and right edges of the boxes of a range's shape, each box being one closed polygon.
  private static double[] boxes(PathElement[] shape) {
    double[] edges = new double[2 * shape.length];
    int count = 0;
    for (PathElement element : shape) {
      if (element instanceof MoveTo move) {
        edges[count++] = move.getX();
        edges[count++] = move.getX();
      } else if (element instanceof LineTo line) {
        edges[count - 2] = Math.min(edges[count - 2], line.getX());
        edges[count - 1] = Math.max(edges[count - 1], line.getX());
      }
    }
    return Arrays.copyOf(edges, count);
  }
}
