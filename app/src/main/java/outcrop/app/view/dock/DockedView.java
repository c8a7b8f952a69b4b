package outcrop.app.view.dock;

import javafx.scene.layout.Region;

/// A view as the docking area sees it.
public interface DockedView {
  /// Where it is drawn.
  Region node();

  /// What its tab says.
  String title();

  /// Name of the feather icon of its tab.
  String icon();

  /// Puts the keyboard focus where work in the view goes on.
  void focus();

  /// Lets go of the data before it is closed.
  default void release() {}
}
