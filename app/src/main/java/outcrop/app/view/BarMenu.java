package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Target;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.app.viewmodel.DisplayEdits;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// The context menu of a bar and of a group: under which name, in which colour and in which place
/// it is shown.
final class BarMenu {
  /// So many other bars can be chosen from a menu; more are merged by typing their name.
  private static final int MOST = 30;

  private final Words words;
  private final DistributionViewModel model;

  BarMenu(Words words, DistributionViewModel model) {
    this.words = words;
    this.model = model;
  }

  /// Empty where the target is no value.
  List<MenuItem> items(Optional<Target> target) {
    return switch (target.orElse(null)) {
      case Target.Bin(int bin) -> bar(bin);
      case Target.Segment(_, int bin) -> bar(bin);
      case Target.LegendEntry(int group) -> group(group);
      case Target.Edge _ -> edges();
      case null, default -> List.of();
    };
  }

  private DistributionSpec spec() {
    return model.specProperty().get();
  }

  private DisplayEdits displays() {
    return model.project().displays();
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(words.of("barMenu." + key));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private List<MenuItem> bar(int bin) {
    List<String> bars = model.bars();
    if (bin >= bars.size()) {
      return spec().bins().edges().isEmpty() ? List.of() : edges();
    }
    List<MenuItem> items = new ArrayList<>(shown(spec().field(), bars.get(bin), bars));
    items.add(new SeparatorMenuItem());
    items.add(item("first", () -> model.moveBar(bin, 0)));
    items.add(item("last", () -> model.moveBar(bin, bars.size() - 1)));
    MenuItem everywhere =
        item("orderEverywhere", () -> displays().order(spec().field(), spec().bins().own()));
    everywhere.setDisable(spec().bins().order() != Order.OWN || spec().bins().own().isEmpty());
    items.add(everywhere);
    return items;
  }

  private List<MenuItem> edges() {
    MenuItem reset = item("resetEdges", model::resetEdges);
    reset.setDisable(spec().bins().edges().isEmpty());
    return List.of(reset);
  }

  private List<MenuItem> group(int index) {
    DistributionData data = model.dataProperty().get();
    if (data == null || index >= data.groups().size()) {
      return List.of();
    }
    String group = data.groups().get(index);
    boolean made =
        group.equals(DistributionData.OTHER_GROUPS) || group.equals(DistributionData.MISSING_GROUP);
    List<String> groups =
        data.groups().stream()
            .filter(
                name ->
                    !name.equals(DistributionData.OTHER_GROUPS)
                        && !name.equals(DistributionData.MISSING_GROUP))
            .toList();
    return made ? List.of() : shown(spec().by(), group, groups);
  }

  /// What can be said of one shown value of a field.
  private List<MenuItem> shown(String field, String name, List<String> others) {
    List<MenuItem> items = new ArrayList<>();
    items.add(rename(field, name));
    items.add(merge(field, name, others));
    MenuItem apart = item("separate", () -> displays().separate(field, name));
    apart.setDisable(displays().of(field).values(name).equals(List.of(name)));
    items.add(apart);
    items.add(colour(field, name));
    MenuItem plain = item("resetColour", () -> displays().colour(field, name, ""));
    plain.setDisable(!displays().of(field).colours().containsKey(name));
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
          displays().merge(field, List.of(name), input.getText());
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
              item.setMnemonicParsing(false);
              item.setOnAction(_ -> displays().merge(field, List.of(name, other), other));
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
    String pinned = displays().of(field).colours().getOrDefault(name, "#4068ce");
    ColorPicker picker = new ColorPicker(Color.web(pinned));
    picker.getStyleClass().add("swatch");
    picker.setAccessibleText(words.of("editor.colourOf", name));
    picker.setOnAction(_ -> displays().colour(field, name, ColourEditor.hex(picker.getValue())));
    HBox row = Nodes.row(8, picker, Nodes.label(words.of("barMenu.colour")));
    return new CustomMenuItem(row, false);
  }
}
