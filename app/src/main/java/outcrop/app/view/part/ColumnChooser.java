package outcrop.app.view.part;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.StringConverter;

/// A small window that shows and hides columns; with a search, since there may be thousands.
final class ColumnChooser {
  private final GridState state;
  private final Popup popup = new Popup();
  private final ListView<GridColumn> list = new ListView<>();
  private final Map<GridColumn, BooleanProperty> shown;

  private ColumnChooser(GridState state, Words words) {
    this.state = state;
    this.shown =
        state.columns.all().stream().collect(Collectors.toMap(column -> column, this::shown));
    TextField search = new TextField();
    search.setPromptText(words.get("grid.findColumn"));
    search.setAccessibleText(words.get("grid.findColumn"));
    search.textProperty().subscribe(this::filter);
    list.setCellFactory(CheckBoxListCell.forListView(shown::get, new Names()));
    list.getStyleClass().add("dense");
    list.setPrefSize(264, 280);
    list.setAccessibleText(words.get("grid.columns"));
    Button all = button(words.get("grid.showAll"), false);
    Button none = button(words.get("grid.hideAll"), true);
    VBox box = new VBox(8, search, list, new HBox(8, all, none));
    box.getStyleClass().add("part-popup");
    box.getStylesheets().add(PartsStyle.sheet());
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  /// Opens below a node.
  static void show(Node owner, GridState state, Words words) {
    ColumnChooser chooser = new ColumnChooser(state, words);
    var bounds = owner.localToScreen(owner.getBoundsInLocal());
    chooser.popup.show(owner, bounds.getMaxX() - 296, bounds.getMaxY() + 4);
  }

  private BooleanProperty shown(GridColumn column) {
    BooleanProperty property = new SimpleBooleanProperty(!column.hidden());
    property.subscribe(
        value -> {
          if (column.hidden() == value) {
            column.setHidden(!value);
            state.columnsChanged();
          }
        });
    return property;
  }

  private Button button(String text, boolean hide) {
    Button button = new Button(text);
    button.getStyleClass().add("small");
    button.setOnAction(
        event -> {
          for (GridColumn column : list.getItems()) {
            column.setHidden(hide);
            Objects.requireNonNull(shown.get(column)).set(!hide);
          }
          state.columnsChanged();
        });
    return button;
  }

  private void filter(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(
            state.columns.all().stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
  }

  private static final class Names extends StringConverter<GridColumn> {
    @Override
    public String toString(GridColumn column) {
      String name = column.name().replaceAll("\\s+", " ");
      return name.length() > 200 ? name.substring(0, 200) : name;
    }

    @Override
    public GridColumn fromString(String text) {
      throw new UnsupportedOperationException("Columns are not typed");
    }
  }
}
