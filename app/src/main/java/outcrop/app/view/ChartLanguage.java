package outcrop.app.view;

import outcrop.analysis.render.ChartWords;
import outcrop.app.language.DrawingLanguage;
import outcrop.app.viewmodel.Words;

/// The words of drawings in the window's language.
final class ChartLanguage {
  private ChartLanguage() {}

  static ChartWords of(Words words) {
    return DrawingLanguage.of(words.locale());
  }
}
