package outcrop.app.viewmodel;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/// Something that a user can do, the same in menus, palette, tooltips and shortcuts.
///
/// @param id unique; `action.` and what stands before a colon is the key of its text, and what
///   stands behind the colon is filled into the text
/// @param icon name of a feather icon, empty for none
/// @param shortcut such as `Shortcut+Shift+Z`, empty for none
/// @param enabled whether it can be done now
public record AppAction(
    String id, String icon, String shortcut, ObservableBooleanValue enabled, Runnable run) {
  /// An action that can always be done.
  public static AppAction always(String id, String icon, String shortcut, Runnable run) {
    return new AppAction(id, icon, shortcut, new ReadOnlyBooleanWrapper(true), run);
  }

  /// What it does, in words.
  public String text(Words words) {
    int colon = id.indexOf(':');
    return colon < 0
        ? words.of("action." + id)
        : words.of("action." + id.substring(0, colon), id.substring(colon + 1));
  }

  /// Does it, where it can be done now.
  public void fire() {
    if (enabled.get()) {
      run.run();
    }
  }
}
