package outcrop.app.view.part;

import java.util.Locale;
import javafx.scene.paint.Color;

/// The colours of painted controls, by what they are for.
///
/// Each is a property of the style sheet, `-part-` and the name in lower case with hyphens.
/// `parts.css` sets them to tokens of the theme; the colours here serve a scene without style
/// sheets.
enum Ink {
  TEXT("#24292f"),
  MUTED("#57606a"),
  FAINT("#8c959f"),
  BACK("#ffffff"),
  HEADER_BACK("#f6f8fa"),
  BAND("#f3f5f7"),
  LINE("#e4e7eb"),
  STRONG_LINE("#d0d7de"),
  ACCENT("#0969da"),
  ACCENT_SOFT("#ddf4ff"),
  HIT("#fff1b8"),
  HIT_LINE("#d4a72c"),
  SKELETON("#eaeef2");

  private final Color fallback;

  Ink(String fallback) {
    this.fallback = Color.web(fallback);
  }

  Color fallback() {
    return fallback;
  }

  /// The name of the property in style sheets.
  String property() {
    return "-part-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
