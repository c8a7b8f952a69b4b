package outcrop.app.view.part;

import javafx.geometry.Point2D;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Where letters of a laid-out text are, and which letter is where, in spite of two faults of
/// JavaFX on Linux.
///
/// A line from the right is set in the wrong order where its blanks and commas come from another
/// font than its letters: such a line is set in a font that has all of them. And letters beyond the
/// first 65,536, such as emoji, count once instead of twice as soon as a text has a script that
/// needs shaping; places after them are off until another script begins. Whether a system does so
/// is tried out once.
final class TextShape {
  private static final String WHOLE_FAMILY = "DejaVu Sans";
  private static final boolean MISORDERS = misorders();
  private static final boolean COUNTS_ONCE = countsOnce();

  private TextShape() {}

  /// The font to set a text in where `base` is wanted.
  static Font fontFor(String text, Font base) {
    return MISORDERS && text.codePoints().anyMatch(TextShape::runsFromRight)
        ? Font.font(WHOLE_FAMILY, base.getSize())
        : base;
  }

  private static boolean runsFromRight(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean misorders() {
    BundledFonts.load();
    return System.getProperty("os.name").startsWith("Linux")
        && Font.getFamilies().contains(WHOLE_FAMILY);
  }

  /// The outline of a stretch of the text: one closed polygon per line and direction.
  static PathElement[] range(Text text, int from, int to) {
    String letters = text.getText();
    return isMiscounted(letters)
        ? text.rangeShape(counted(letters, from), counted(letters, to))
        : text.rangeShape(from, to);
  }

  /// The place between letters that is nearest to a point.
  static int placeAt(Text text, Point2D point) {
    String letters = text.getText();
    int place = Math.clamp(text.hitTest(point).getInsertionIndex(), 0, letters.length());
    if (!isMiscounted(letters)) {
      return place;
    }
    int start = runStart(letters, place);
    int inRun = Math.min(place - start, letters.codePointCount(start, letters.length()));
    return letters.offsetByCodePoints(start, inRun);
  }

  /// The place as such a system counts it: anew from where a script begins.
  private static int counted(String letters, int place) {
    int start = runStart(letters, Math.max(0, place - 1));
    return start + letters.codePointCount(start, place);
  }

  /// Where the letters of one script begin that reach over a place; what belongs to no script stays
  /// with the script before it.
  private static int runStart(String letters, int place) {
    int start = 0;
    Character.UnicodeScript current = Character.UnicodeScript.COMMON;
    for (int i = 0; i <= place && i < letters.length(); ) {
      int letter = letters.codePointAt(i);
      Character.UnicodeScript script = Character.UnicodeScript.of(letter);
      boolean own =
          script != Character.UnicodeScript.COMMON && script != Character.UnicodeScript.INHERITED;
      if (own && script != current) {
        start = current == Character.UnicodeScript.COMMON ? start : i;
        current = script;
      }
      i += Character.charCount(letter);
    }
    return start;
  }

  private static boolean isMiscounted(String letters) {
    if (!COUNTS_ONCE) {
      return false;
    }
    boolean beyond = false;
    boolean shaped = false;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      boolean half = Character.isSurrogate(letter);
      beyond |= half;
      shaped |= !half && !TextFitter.isSimple(letter);
    }
    return beyond && shaped;
  }

  private static boolean countsOnce() {
    String before = "\ud83d\ude00";
    double expected = new Text(before).getLayoutBounds().getWidth();
    PathElement[] shape =
        new Text(before + "bb\u0928").rangeShape(before.length(), before.length() + 1);
    return shape.length == 0
        || shape[0] instanceof MoveTo start && Math.abs(start.getX() - expected) > 3;
  }
}
