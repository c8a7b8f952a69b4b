package outcrop.app.view.part;

import javafx.scene.Node;

/// Shows the values of one field, row after row, in one way.
interface LensBody {
  /// Where it is shown; the same for every row.
  Node node();

  /// Shows the value of a row, which is not missing.
  void show(int row, HitFinder hits);

  /// Another row is shown, or none: work under way is given up.
  default void stop() {}
}
