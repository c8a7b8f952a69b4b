package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.command.Command;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// What can be done with one value of the table.
final class CellMenu {
  private CellMenu() {}

  static List<MenuItem> items(Desk desk, WorkspaceViewModel project, String field, int row) {
    Words words = desk.words();
    List<MenuItem> items = new ArrayList<>();
    Field shown = project.columns().schema().find(field).orElseThrow();
    @Nullable String value = project.columns().textAt(field, row);
    boolean countable = project.countable().contains(shown);
    if (value == null || countable) {
      Predicate same =
          value == null ? new Predicate.IsMissing(field) : new Predicate.In(field, List.of(value));
      items.add(item(words.of("cell.only"), () -> filter(project, field, same, false)));
      items.add(item(words.of("cell.without"), () -> filter(project, field, same, true)));
    }
    if (countable) {
      items.add(
          item(
              words.of("action.show", shortened(field)),
              () -> project.edits().showDistribution(field)));
    }
    items.add(new SeparatorMenuItem());
    items.addAll(RowMenu.items(desk));
    return items;
  }

  private static void filter(
      WorkspaceViewModel project, String field, Predicate predicate, boolean inverted) {
    SelectionClause clause =
        SelectionClause.of("", "cell:" + field, predicate).withInverted(inverted);
    project.execute(new Command.SetClause(clause), "");
  }

  private static MenuItem item(String text, Runnable run) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> run.run());
    return item;
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
