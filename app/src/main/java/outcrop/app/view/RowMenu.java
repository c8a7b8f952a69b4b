package outcrop.app.view;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;

/// What can be done with the focused row and the selected rows, wherever rows are shown.
final class RowMenu {
  private RowMenu() {}

  static List<MenuItem> items(Desk desk) {
    return Stream.of("inspect", "read", "compare")
        .map(id -> Nodes.menuItem(desk.actions().get(id), desk.words()))
        .toList();
  }
}
