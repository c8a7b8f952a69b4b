package outcrop.app.view.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.spec.Lens;

/// What the inspector asks of the window around it.
public interface InspectorActions {
  /// Nothing can be done and there are no pictures.
  InspectorActions NONE = new InspectorActions() {};

  /// Narrows the rows to those with this value.
  default void filter(String field, String value) {}

  /// Looks at another row.
  default void goToRow(int row) {}

  /// Opens an address outside the program; the user clicked it.
  default void openLink(String address) {}

  /// Shows a field through another lens from now on, through the one that its values suggest where
  /// it is null.
  default void setLens(String field, @Nullable Lens lens) {}

  /// The pictures that a field refers to, null where there are none.
  default @Nullable RowPictures pictures(String field) {
    return null;
  }

  /// What is marked in the picture of a row.
  default List<PictureBox> boxes(String field, int row) {
    return List.of();
  }
}
