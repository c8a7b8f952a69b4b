package outcrop.app.view;

import javafx.beans.property.ReadOnlyBooleanProperty;
import outcrop.analysis.render.Theme;
import outcrop.app.viewmodel.ActionRegistry;
import outcrop.app.viewmodel.Words;

/// What every part of the window works with.
///
/// @param words in the language in force; another language makes a new desk and a new window
/// @param actions everything that can be done now
/// @param files asks for files and folders
/// @param overlays shows panes above the window
/// @param dark whether the window is dark
public record Desk(
    Words words,
    ActionRegistry actions,
    FileChoice files,
    Overlays overlays,
    ReadOnlyBooleanProperty dark) {
  /// The colours that charts have now.
  Theme theme() {
    return dark.get() ? Theme.DARK : Theme.LIGHT;
  }
}
