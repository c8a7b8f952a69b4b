package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.PointColours;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.render.ChartWords;
import outcrop.analysis.render.Colour;
import outcrop.analysis.render.MapMarks;
import outcrop.analysis.render.Numerals;
import outcrop.analysis.render.Palette;
import outcrop.analysis.spec.MapSpec;
import outcrop.app.viewmodel.MapViewModel;
import outcrop.app.viewmodel.Words;

/// All values of the colour of a map with their rows: found by typing, hidden, shown alone, and
/// with a colour of their own.
final class MapLegend extends VBox {
  private final Words words;
  private final ChartWords chartWords;
  private final Desk desk;
  private final MapViewModel model;
  private final TextField search = new TextField();
  private final ListView<Integer> list = new ListView<>();
  private final Label heading = Nodes.heading("");
  private @Nullable Palette palette;

  MapLegend(Desk desk, MapViewModel model) {
    super(6);
    this.desk = desk;
    this.words = desk.words();
    this.chartWords = ChartLanguage.of(words);
    this.model = model;
    getStyleClass().add("map-legend");
    setPrefWidth(240);
    setMinWidth(160);
    search.setPromptText(words.of("map.searchValues"));
    search.setAccessibleText(words.of("map.searchValues"));
    search.setId("map-legend-search");
    search.textProperty().subscribe(_ -> show());
    list.setId("map-legend-values");
    list.setCellFactory(_ -> new ValueCell());
    list.setAccessibleText(words.of("map.legend"));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setOnKeyPressed(
        event -> {
          Integer code = list.getSelectionModel().getSelectedItem();
          if (code != null && event.getCode() == KeyCode.SPACE) {
            model.toggleHidden(name(code));
            event.consume();
          } else if (code != null && event.getCode() == KeyCode.ENTER) {
            model.toggleSolo(name(code), event.isShiftDown());
            event.consume();
          }
        });
    HBox head =
        Nodes.row(
            4,
            heading,
            Nodes.spacer(),
            Nodes.iconButton("eye", words.of("map.showAll"), model::showAll));
    getChildren().addAll(head, search, list);
    model.dataProperty().subscribe(_ -> show());
    model.shownProperty().subscribe(_ -> show());
    desk.dark().subscribe(_ -> show());
  }

  /// Whether the colours stand for values.
  boolean hasValues() {
    return colours() != null;
  }

  private @Nullable PointColours colours() {
    MapData data = model.dataProperty().get();
    PointColours found = data == null ? null : data.colours().orElse(null);
    return found != null && found.isNamed() ? found : null;
  }

  private String name(int code) {
    PointColours colours = colours();
    return colours == null || code >= colours.names().size() ? "" : colours.names().get(code);
  }

  private String shown(String name) {
    return switch (name) {
      case DistributionData.MISSING_GROUP -> chartWords.missing();
      case DistributionData.OTHER_GROUPS -> chartWords.other();
      case "" -> chartWords.empty();
      default -> name;
    };
  }

  private void show() {
    PointColours colours = colours();
    heading.setText(
        colours == null
            ? words.of("map.noValues")
            : words.of("map.values", colours.field(), Numerals.exact(colours.names().size())));
    List<Integer> codes = new ArrayList<>();
    if (colours != null) {
      palette =
          MapMarks.palette(desk.theme(), (MapSpec) model.shownProperty().get(), colours.names());
      String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
      for (int code = 0; code < colours.names().size(); code++) {
        if (shown(colours.names().get(code)).toLowerCase(Locale.ROOT).contains(wanted)) {
          codes.add(code);
        }
      }
    }
    if (!list.getItems().equals(codes)) {
      list.getItems().setAll(codes);
    }
    list.refresh();
  }

  private final class ValueCell extends ListCell<Integer> {
    private final Rectangle swatch = new Rectangle(12, 12);
    private final Label name = Nodes.plain(new Label());
    private final Label count = Nodes.label("", "muted");
    private final ToggleButton solo = button("target", "map.solo");
    private final ToggleButton visible = button("eye", "map.hide");
    private final HBox row = Nodes.row(6, swatch, name, count, solo, visible);

    ValueCell() {
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      name.setMinWidth(20);
      count.setMinWidth(USE_PREF_SIZE);
      row.setMinWidth(0);
      row.prefWidthProperty().bind(list.widthProperty().subtract(34));
      solo.setOnAction(
          _ -> {
            if (getItem() != null) {
              model.toggleSolo(name(getItem()), false);
            }
          });
      visible.setOnAction(
          _ -> {
            if (getItem() != null) {
              model.toggleHidden(name(getItem()));
            }
          });
    }

    private ToggleButton button(String icon, String key) {
      ToggleButton button = new ToggleButton(null, Nodes.icon(icon));
      button.getStyleClass().addAll("flat", "icon-button", "map-legend-button");
      button.setFocusTraversable(false);
      Nodes.name(button, words.of(key));
      return button;
    }

    @Override
    protected void updateItem(@Nullable Integer code, boolean empty) {
      super.updateItem(code, empty);
      PointColours colours = colours();
      MapData data = model.dataProperty().get();
      if (empty
          || code == null
          || colours == null
          || data == null
          || palette == null
          || code >= colours.names().size()) {
        setGraphic(null);
        setContextMenu(null);
        return;
      }
      String value = colours.names().get(code);
      boolean has = model.specProperty().get().shown().has(value);
      Colour colour = palette.colour(value);
      swatch.setFill(Color.rgb(colour.red(), colour.green(), colour.blue()));
      row.setOpacity(has ? 1 : 0.45);
      name.setText(shown(value));
      count.setText(
          data.counts()[code] == colours.context()[code]
              ? Numerals.exact(colours.context()[code])
              : Numerals.exact(data.counts()[code])
                  + " / "
                  + Numerals.exact(colours.context()[code]));
      visible.setSelected(!has);
      visible.setGraphic(Nodes.icon(has ? "eye" : "eye-off"));
      solo.setSelected(model.specProperty().get().shown().only().contains(value));
      setGraphic(row);
      setContextMenu(menu(value, colour));
      setAccessibleText(shown(value) + ", " + count.getText());
    }

    private ContextMenu menu(String value, Colour colour) {
      boolean pinned =
          model
              .project()
              .displays()
              .of(model.specProperty().get().colour())
              .colours()
              .containsKey(value);
      MenuItem pin = new MenuItem(words.of(pinned ? "map.unpin" : "map.pin"));
      pin.setOnAction(_ -> model.pin(value, pinned ? "" : colour.hex()));
      MenuItem alone = new MenuItem(words.of("map.solo"));
      alone.setOnAction(_ -> model.toggleSolo(value, false));
      MenuItem joined = new MenuItem(words.of("map.soloToo"));
      joined.setOnAction(_ -> model.toggleSolo(value, true));
      MenuItem hide = new MenuItem(words.of("map.hide"));
      hide.setOnAction(_ -> model.toggleHidden(value));
      return new ContextMenu(alone, joined, hide, pin);
    }
  }
}
