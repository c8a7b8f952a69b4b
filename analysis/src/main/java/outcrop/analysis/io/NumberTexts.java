package outcrop.analysis.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A reader of numbers for each source, one per style. Used by one thread at a time.
final class NumberTexts {
  private final List<NumberStyle> styles;
  private final Map<NumberStyle, NumberText> texts = new HashMap<>();

  /// @param styles how each source writes numbers
  NumberTexts(List<NumberStyle> styles) {
    this.styles = styles;
  }

  NumberText of(int source) {
    return texts.computeIfAbsent(styles.get(source), NumberText::new);
  }
}
