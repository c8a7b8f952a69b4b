package outcrop.app.view.part;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Breaks the beginning of a text into lines for painting. What was broken lately is kept, so that
/// painting a card again costs nothing.
final class CardText {
  private record Key(String text, int width, int lines) {}

  private static final int REMEMBERED = 600;

  private final TextFitter fitter;
  private final Map<Key, List<TextFitter.Line>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<TextFitter.Line>> eldest) {
          return size() > REMEMBERED;
        }
      };

  CardText(TextFitter fitter) {
    this.fitter = fitter;
  }

  /// The first lines of a text; the last one ends in an ellipsis where more follows.
  List<TextFitter.Line> wrapped(String text, double width, int most) {
    return known.computeIfAbsent(new Key(text, (int) width, most), this::broken);
  }

  private List<TextFitter.Line> broken(Key key) {
    List<TextFitter.Line> lines = new ArrayList<>();
    for (String paragraph : (Iterable<String>) key.text().strip().lines()::iterator) {
      if (lines.size() == key.lines()) {
        break;
      }
      addParagraph(paragraph.strip(), key, lines);
    }
    return List.copyOf(lines);
  }

  private void addParagraph(String paragraph, Key key, List<TextFitter.Line> lines) {
    BreakIterator breaks = BreakIterator.getLineInstance();
    breaks.setText(paragraph);
    int start = 0;
    while (start < paragraph.length()) {
      if (lines.size() == key.lines() - 1) {
        lines.add(fitter.fit(paragraph.substring(start), key.width()));
        return;
      }
      int end = lineEnd(paragraph, start, breaks, key.width());
      lines.add(fitter.fit(paragraph.substring(start, end).stripTrailing(), key.width()));
      start = end;
    }
  }

  /// Behind the last word that fits, or behind the first where none does.
  private int lineEnd(String paragraph, int start, BreakIterator breaks, double width) {
    int end = breaks.following(start);
    int next = end;
    while (next != BreakIterator.DONE
        && fitter.width(paragraph.substring(start, next).stripTrailing()) <= width) {
      end = next;
      next = breaks.next();
    }
    return end == BreakIterator.DONE ? paragraph.length() : end;
  }
}
