package outcrop.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.RowOrder;

/// The row that the user looks at and the rows that are selected: one choice for all views of rows.
///
/// A choice is no filter: it highlights rows and narrows nothing. It is not saved.
public final class ChosenRows {
  private final IntegerProperty focused = new SimpleIntegerProperty(-1);
  private final ReadOnlyStringWrapper view = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<RowSet> selected;

  ChosenRows(int rowCount) {
    this.selected = new ReadOnlyObjectWrapper<>(RowSet.none(rowCount));
  }

  /// The row that the inspector shows, −1 for none.
  public ReadOnlyIntegerProperty focusedProperty() {
    return focused;
  }

  /// The view that the focused row was chosen in.
  public ReadOnlyStringProperty viewProperty() {
    return view.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RowSet> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  public int focused() {
    return focused.get();
  }

  /// Looks at a row.
  ///
  /// @param viewId the view that it was chosen in
  public void focus(int row, String viewId) {
    view.set(viewId);
    focused.set(row);
  }

  public void select(RowSet rows) {
    selected.set(rows);
  }

  /// Whether two rows are chosen: two that are selected, or one and the focused one.
  public boolean isComparable() {
    RowSet rows = selected.get();
    return rows.cardinality() > 1
        || rows.cardinality() == 1 && focused.get() >= 0 && !rows.contains(focused.get());
  }

  /// The selected rows as they stand in an order, with the focused one where only one other is
  /// selected; rows outside the order are left out.
  ///
  /// @param most no more than these
  public List<Integer> inOrder(RowOrder order, int most) {
    RowSet rows = selected.get();
    if (rows.cardinality() == 1 && focused.get() >= 0) {
      rows = rows.or(RowSet.of(rows.rowCount(), focused.get()));
    }
    List<Integer> found = new ArrayList<>();
    for (int row = rows.next(0); row >= 0 && found.size() < most; row = rows.next(row + 1)) {
      if (order.positionOf(row) >= 0) {
        found.add(row);
      }
    }
    found.sort(java.util.Comparator.comparingInt(order::positionOf));
    return found;
  }
}
