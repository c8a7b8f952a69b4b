package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
  private final Words words;
  private final DistributionViewModel model;
  private final ValueMenu values;

  BarMenu(Words words, DistributionViewModel model) {
    this.words = words;
    this.model = model;
    values = new ValueMenu(words, model.project().displays());
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
    return ValueMenu.item(words, key, action);
  }

  private List<MenuItem> bar(int bin) {
    List<String> bars = model.bars();
    if (bin >= bars.size()) {
      return spec().bins().edges().isEmpty() ? List.of() : edges();
    }
    List<MenuItem> items = new ArrayList<>(values.items(spec().field(), bars.get(bin), bars));
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
    return made ? List.of() : values.items(spec().by(), group, groups);
  }
}
