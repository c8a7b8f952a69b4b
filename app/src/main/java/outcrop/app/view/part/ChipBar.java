package outcrop.app.view.part;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.Region;
import outcrop.analysis.selection.SelectionClause;

/// The clauses in force as chips that can be disabled, inverted and removed.
public final class ChipBar extends Region {
  /// @param words gives the pattern of a key in `parts.properties`
  public ChipBar(Function<String, String> words) {}

  /// Shows clauses.
  ///
  /// @param label says a clause in the user's words, without its inversion
  public void setClauses(List<SelectionClause> clauses, Function<SelectionClause, String> label) {}

  /// Told the id of a clause to be enabled or disabled.
  public void setOnToggle(Consumer<String> action) {}

  /// Told the id of a clause to be inverted.
  public void setOnInvert(Consumer<String> action) {}

  /// Told the id of a clause to be removed.
  public void setOnRemove(Consumer<String> action) {}

  /// All clauses are to go.
  public void setOnClear(Runnable action) {}
}
