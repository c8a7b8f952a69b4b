package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.Field;
import outcrop.app.viewmodel.MapViewModel;
import outcrop.app.viewmodel.MapViewModel.Combine;
import outcrop.app.viewmodel.Words;

/// Above a map: what a drag does, how close one is, and what the colours mean.
final class MapTools extends FlowPane {
  /// What a drag in the plot does.
  enum Tool {
    MOVE("move"),
    RECTANGLE("square"),
    LASSO("edit-3");

    private final String icon;

    Tool(String icon) {
      this.icon = icon;
    }
  }

  private final Words words;
  private final MapViewModel model;
  private final MapTab tab;
  private final Desk desk;

  /// The button of the legend with its gap, and the edges of the tools.
  private static final double BESIDE = 64;

  private final ToggleGroup tools = new ToggleGroup();
  private final ComboBox<Combine> combine = new ComboBox<>();
  private final ComboBox<String> colour = new SearchableComboBox<>();
  private final ToggleButton legend = new ToggleButton(null, Nodes.icon("list"));
  private @Nullable MapLegend shown;
  private boolean showing;

  MapTools(Desk desk, MapViewModel model, MapTab tab) {
    super(8, 4);
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    this.tab = tab;
    getStyleClass().add("view-tools");
    setRowValignment(VPos.CENTER);
    HBox drags = Nodes.row(2);
    for (Tool tool : Tool.values()) {
      drags.getChildren().add(toggle(tool));
    }
    choose(Tool.MOVE);
    combine();
    HBox zooms =
        Nodes.row(
            2,
            Nodes.iconButton("zoom-in", words.of("map.zoomIn"), () -> tab.zoom(1.5)),
            Nodes.iconButton("zoom-out", words.of("map.zoomOut"), () -> tab.zoom(1 / 1.5)),
            Nodes.iconButton("maximize", words.of("map.fit"), tab::fit),
            Nodes.iconButton("crosshair", words.of("map.fitSelection"), tab::fitSelection));
    legend.getStyleClass().addAll("flat", "icon-button", "icon-toggle");
    legend.setId("map-legend");
    Nodes.name(legend, words.of("map.legend"));
    legend.selectedProperty().subscribe(_ -> placeLegend());
    colours();
    getChildren().addAll(drags, combine, zooms, Nodes.row(4, colour, legend));
    model.specProperty().subscribe(_ -> refresh());
    model.project().schemaProperty().subscribe(_ -> refresh());
  }

  private ToggleButton toggle(Tool tool) {
    ToggleButton button = new ToggleButton(null, Nodes.icon(tool.icon));
    button.getStyleClass().addAll("flat", "icon-button", "icon-toggle");
    button.setToggleGroup(tools);
    button.setUserData(tool);
    button.setId("map-tool-" + tool.name().toLowerCase(Locale.ROOT));
    Nodes.name(button, words.of("map.tool." + tool));
    button.setOnAction(_ -> choose(tool));
    return button;
  }

  /// What a drag does.
  Tool tool() {
    Toggle chosen = tools.getSelectedToggle();
    return chosen == null ? Tool.MOVE : (Tool) chosen.getUserData();
  }

  void choose(Tool tool) {
    tools.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == tool)
        .forEach(tools::selectToggle);
  }

  /// How an outline goes together with those before.
  Combine combine() {
    if (combine.getItems().isEmpty()) {
      combine.getItems().setAll(Combine.values());
      combine.setValue(Combine.REPLACE);
      combine.setConverter(
          new StringConverter<>() {
            @Override
            public String toString(@Nullable Combine how) {
              return how == null ? "" : words.of("map.combine." + how);
            }

            @Override
            public Combine fromString(String text) {
              throw new UnsupportedOperationException("The box is not edited as text");
            }
          });
      combine.setAccessibleText(words.of("map.combine"));
      Nodes.tooltip(combine, words.of("map.combineHelp"));
      combine.setId("map-combine");
    }
    return combine.getValue();
  }

  private void colours() {
    colour.setId("map-colour");
    colour.setAccessibleText(words.of("map.colour"));
    Nodes.tooltip(colour, words.of("map.colour"));
    // The legend's button stands behind the box and must stay within reach in a narrow tab.
    colour
        .prefWidthProperty()
        .bind(widthProperty().map(width -> Math.clamp(width.doubleValue() - BESIDE, 90, 190)));
    colour.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String name) {
            return name == null ? "" : name.isEmpty() ? words.of("map.noColour") : name;
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("The box is not edited as text");
          }
        });
    colour.setOnAction(
        _ -> {
          String chosen = colour.getValue();
          if (!showing && chosen != null) {
            model.setColour(chosen);
          }
        });
  }

  private void refresh() {
    showing = true;
    List<String> names = new ArrayList<>(List.of(""));
    model.project().countable().stream().map(Field::name).forEach(names::add);
    if (!colour.getItems().equals(names)) {
      colour.getItems().setAll(names);
    }
    colour.setValue(model.specProperty().get().colour());
    legend.setDisable(model.specProperty().get().colour().isEmpty());
    showing = false;
  }

  /// Whether the values of the colour stand beside the map.
  boolean hasLegend() {
    return legend.isSelected() && shown != null && shown.hasValues();
  }

  void showLegend(boolean value) {
    legend.setSelected(value);
  }

  private void placeLegend() {
    if (legend.isSelected() && shown == null) {
      shown = new MapLegend(desk, model);
    }
    tab.pane().setRight(legend.isSelected() ? shown : null);
    tab.redraw();
  }
}
