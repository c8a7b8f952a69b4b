package outcrop.app.viewmodel;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/// Something that a user can do, the same in menus, palette, tooltips and shortcuts.
///
/// @param id unique; `action.ID` is the key of its text
/// @param icon name of a feather icon, empty for none
/// @param shortcut such as `Shortcut+Shift+Z`, empty for none
/// @param enabled whether it can be done now
public record AppAction(
    String id, String icon, String shortcut, ObservableBooleanValue enabled, Runnable run) {
  /// An action that can always be done.
  public static AppAction always(String id, String icon, String shortcut, Runnable run) {
    return new AppAction(id, icon, shortcut, new ReadOnlyBooleanWrapper(true), run);
  }

  /// The key of the action's text.
  public String textKey() {
    return "action." + id;
  }

  /// Does it, where it can be done now.
  public void fire() {
    if (enabled.get()) {
      run.run();
    }
  }
}
