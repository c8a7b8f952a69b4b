package outcrop.app.view.dock;

import javafx.scene.input.Dragboard;
import outcrop.analysis.spec.LayoutSpec;

/// What a user does to the arrangement of views.
public interface DockActions {
  /// Views were moved, split, or given another share of the space.
  ///
  /// @param mergeKey changes in a row with the same key are one step of the history
  void arrange(LayoutSpec layout, String mergeKey);

  /// A view came to the front of its group or got the focus.
  void focus(String viewId);

  void close(String viewId);

  /// The user wants a new view in the group of another.
  ///
  /// @param beside empty where there is no view yet
  /// @param anchor where to open the menu
  void add(String beside, javafx.scene.Node anchor);

  /// The id of the view that something dragged here from elsewhere would become; empty where it
  /// becomes none.
  String viewOf(Dragboard dragged);

  /// Something dragged here from elsewhere was let go.
  ///
  /// @param layout the arrangement with the view of [#viewOf] in its place
  void drop(Dragboard dragged, LayoutSpec layout);

  /// The title of a view is to be edited.
  void rename(String viewId, String title);
}
