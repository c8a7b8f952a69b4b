package outcrop.app.view.part;

import java.util.function.Function;
import javafx.scene.layout.Region;
import outcrop.analysis.column.ColumnStore;

/// All fields of one row with their full values, texts readable and selectable.
public final class RowInspector extends Region {
  /// @param words gives the pattern of a key in `parts.properties`
  public RowInspector(Function<String, String> words) {}

  /// Shows a row.
  ///
  /// @param row the dataset row
  /// @param position its place in the table, −1 where it is filtered out
  /// @param count the rows in the table
  public void setRow(ColumnStore columns, int row, int position, int count) {}

  /// Shows that no row has the focus.
  public void clear() {}

  /// Marks hits in values.
  public void setHits(HitFinder hits) {}

  /// The user wants the row before, or the one after.
  public void setOnStep(Runnable previous, Runnable next) {}
}
