package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import outcrop.app.viewmodel.DisplayEdits;
import outcrop.app.viewmodel.Words;

/// What a context menu offers for a value of a field in any chart: under which name and in which
/// colour it is shown.
final class ValueMenu {
  /// So many other values can be chosen from a menu; more are merged by typing their name.
  private static final int MOST = 30;

  private final Words words;
  private final DisplayEdits displays;

  ValueMenu(Words words, DisplayEdits displays) {
    this.words = words;
    this.displays = displays;
  }

  static MenuItem item(Words words, String key, Runnable action) {
    MenuItem item = new MenuItem(words.of("barMenu." + key));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// What can be said of one value.
  ///
  /// @param name what it is shown as
  /// @param others what the values of the field are shown as, itself among them
  List<MenuItem> items(String field, String name, List<String> others) {
    List<MenuItem> items = new ArrayList<>();
    items.add(rename(field, name));
    items.add(merge(field, name, others));
    MenuItem apart = item(words, "separate", () -> displays.separate(field, name));
    apart.setDisable(displays.of(field).values(name).equals(List.of(name)));
    items.add(apart);
    items.add(colour(field, name));
    MenuItem plain = item(words, "resetColour", () -> displays.colour(field, name, ""));
    plain.setDisable(!displays.of(field).colours().containsKey(name));
    items.add(plain);
    return items;
  }

  /// A field in the menu: Enter takes the name over.
  private MenuItem rename(String field, String name) {
    TextField input = new TextField(name);
    input.setAccessibleText(words.of("barMenu.rename", name));
    input.setPrefColumnCount(18);
    CustomMenuItem item = new CustomMenuItem(input, false);
    input.setOnAction(
        _ -> {
          if (item.getParentPopup() != null) {
            item.getParentPopup().hide();
          }
          displays.merge(field, List.of(name), input.getText());
        });
    Menu menu = new Menu(words.of("barMenu.renameAs"));
    menu.getItems().add(item);
    menu.setOnShown(_ -> input.requestFocus());
    return menu;
  }

  private Menu merge(String field, String name, List<String> others) {
    Menu menu = new Menu(words.of("barMenu.mergeWith"));
    others.stream()
        .filter(other -> !other.equals(name))
        .limit(MOST)
        .forEach(
            other -> {
              MenuItem item = new MenuItem(other.isEmpty() ? words.of("value.empty") : other);
              item.setMnemonicParsing(false);
              item.setOnAction(_ -> displays.merge(field, List.of(name, other), other));
              menu.getItems().add(item);
            });
    if (others.size() - 1 > MOST) {
      MenuItem more = new MenuItem(words.of("barMenu.mergeMore"));
      more.setDisable(true);
      menu.getItems().add(more);
    }
    menu.setDisable(others.size() < 2);
    return menu;
  }

  private MenuItem colour(String field, String name) {
    String pinned = displays.of(field).colours().getOrDefault(name, "#4068ce");
    ColorPicker picker = new ColorPicker(Color.web(pinned));
    picker.getStyleClass().add("swatch");
    picker.setAccessibleText(words.of("editor.colourOf", name));
    picker.setOnAction(_ -> displays.colour(field, name, ColourEditor.hex(picker.getValue())));
    HBox row = Nodes.row(8, picker, Nodes.label(words.of("barMenu.colour")));
    return new CustomMenuItem(row, false);
  }
}
