package outcrop.app.view.part;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.layout.Region;

/// What was done, newest first; one click goes back or forth to any point.
public final class HistoryList extends Region {
  /// @param words gives the pattern of a key in `parts.properties`
  public HistoryList(Function<String, String> words) {}

  /// Shows the history.
  ///
  /// @param labels what was done, oldest first
  /// @param current how many of them are in force; those after it were undone
  public void setEntries(List<String> labels, int current) {}

  /// Told how many entries are to be in force, 0 for the beginning.
  public void setOnGoTo(IntConsumer action) {}
}
