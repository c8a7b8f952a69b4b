package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.app.viewmodel.RelationViewModel;
import outcrop.app.viewmodel.Words;

/// The context menu of a place of a relation: under which name, in which colour and in which place
/// each of its values is shown.
final class PlaceMenu {
  private final Words words;
  private final RelationViewModel model;
  private final ValueMenu values;

  PlaceMenu(Words words, RelationViewModel model) {
    this.words = words;
    this.model = model;
    values = new ValueMenu(words, model.project().displays());
  }

  /// One menu for each place that is a value; empty where none is.
  List<MenuItem> items(List<Place> places) {
    List<MenuItem> items = new ArrayList<>();
    for (Place place : places) {
      List<String> all = model.values(place.field());
      if (place.first() == place.last() && place.first() < all.size()) {
        String name = all.get(place.first());
        Menu menu = new Menu(name.isEmpty() ? words.of("value.empty") : name);
        menu.setMnemonicParsing(false);
        menu.getItems().addAll(values.items(model.field(place.field()), name, all));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(moves(place.field(), place.first(), all.size()));
        items.add(menu);
      }
    }
    return items;
  }

  private List<MenuItem> moves(int field, int at, int size) {
    return List.of(
        move("first", field, at, 0),
        move("earlier", field, at, at - 1),
        move("later", field, at, at + 1),
        move("last", field, at, size - 1));
  }

  private MenuItem move(String key, int field, int from, int to) {
    MenuItem item = ValueMenu.item(words, key, () -> model.moveValue(field, from, to));
    int last = model.values(field).size() - 1;
    item.setDisable(Math.clamp(to, 0, Math.max(0, last)) == from);
    return item;
  }
}
