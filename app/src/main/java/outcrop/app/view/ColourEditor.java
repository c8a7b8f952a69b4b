package outcrop.app.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.render.Colour;
import outcrop.analysis.render.Palette;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.DistributionSpec.Style;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.Words;

/// The colours of a distribution, one per value of the splitting field, or one for all bars.
final class ColourEditor extends VBox {
  private static final int SHOWN = 12;

  private final Desk desk;
  private final Words words;
  private final DistributionViewModel model;
  private final VBox list = Nodes.column(4);
  private final Button reset;
  private List<String> shown = List.of();
  private Map<String, String> pinned = Map.of();

  ColourEditor(Desk desk, DistributionViewModel model) {
    super(8);
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    reset =
        Nodes.button(words.of("editor.resetColours"), () -> colours(Map.of(), ""), "small", "flat");
    HBox head = Nodes.row(8, Nodes.heading(words.of("editor.colours")), Nodes.spacer(), reset);
    getChildren().addAll(head, list);
    model.specProperty().subscribe(_ -> refresh());
    model.dataProperty().subscribe(_ -> refresh());
    desk.dark().subscribe(_ -> refresh());
  }

  private void refresh() {
    DistributionSpec spec = model.specProperty().get();
    DistributionData data = model.dataProperty().get();
    List<String> values =
        data == null || spec.by().isEmpty()
            ? List.of(Style.BAR)
            : data.groups().stream()
                .filter(group -> !group.equals(DistributionData.OTHER_GROUPS))
                .limit(SHOWN)
                .toList();
    reset.setDisable(spec.style().colours().isEmpty());
    boolean same = values.equals(shown) && spec.style().colours().equals(pinned);
    if (same && !list.getChildren().isEmpty()) {
      return;
    }
    shown = values;
    pinned = spec.style().colours();
    Palette palette =
        spec.by().isEmpty()
            ? Palette.plain(desk.theme(), pinned)
            : Palette.of(desk.theme(), pinned, values);
    list.getChildren().setAll(values.stream().map(value -> row(value, palette)).toList());
  }

  private Node row(String value, Palette palette) {
    Colour colour = palette.colour(value);
    ColorPicker picker = new ColorPicker(Color.web(colour.hex()));
    picker.getStyleClass().add("swatch");
    picker.setAccessibleText(words.of("editor.colourOf", name(value)));
    picker.setOnAction(
        _ -> {
          Map<String, String> changed = new HashMap<>(model.specProperty().get().style().colours());
          Color chosen = picker.getValue();
          changed.put(
              value,
              "#%02x%02x%02x"
                  .formatted(
                      Math.round(chosen.getRed() * 255),
                      Math.round(chosen.getGreen() * 255),
                      Math.round(chosen.getBlue() * 255)));
          colours(changed, "colour:" + value);
        });
    Label name = Nodes.label(name(value));
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    return Nodes.row(8, picker, name);
  }

  private String name(String value) {
    if (value.equals(DistributionData.MISSING_GROUP)) {
      return words.of("value.missing");
    }
    if (value.isEmpty()) {
      return model.specProperty().get().by().isEmpty()
          ? words.of("editor.allBars")
          : words.of("value.empty");
    }
    return value;
  }

  private void colours(Map<String, String> colours, String mergeKey) {
    model.edit(now -> now.withStyle(now.style().withColours(colours)), mergeKey);
  }
}
