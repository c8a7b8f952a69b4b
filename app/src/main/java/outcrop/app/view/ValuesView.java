package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.app.viewmodel.DistributionViewModel;
import outcrop.app.viewmodel.DistributionViewModel.ValueCount;
import outcrop.app.viewmodel.Words;

/// Every value of a category with its counts, also those for which a chart has no room: found by
/// typing, chosen as on the chart. Values of a splitting field can be made groups of their own.
///
/// In the text, arrows go through the list, Enter chooses; on the list Space chooses too, and Ctrl
/// with Enter makes a group.
final class ValuesView extends VBox {
  private static final double ROW = 34;

  private final Words words;
  private final DistributionViewModel model;
  private final boolean groups;
  private final TextField typed = new TextField();
  private final ListView<ValueCount> list = new ListView<>();
  private final Label found = Nodes.label("", "muted");
  private List<ValueCount> all = List.of();

  /// @param groups whether the values are those of the splitting field
  ValuesView(Desk desk, DistributionViewModel model, boolean groups) {
    super(10);
    this.words = desk.words();
    this.model = model;
    this.groups = groups;
    getStyleClass().add("palette");
    setPrefWidth(560);
    String field = groups ? model.specProperty().get().by() : model.specProperty().get().field();
    Label title = Nodes.label(words.of("values.title", field), "title");
    typed.setId("values-text");
    typed.setPromptText(words.of("values.find"));
    typed.setAccessibleText(words.of("values.find"));
    list.setId("values-list");
    list.setAccessibleText(title.getText());
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * 11 + 4);
    list.setPlaceholder(Nodes.label(words.of("values.none"), "muted"));
    list.setCellFactory(_ -> new ValueCell());
    Label help = Nodes.wrapped(words.of(groups ? "values.groupHelp" : "values.help"), "muted");
    VBox body = new VBox(10, title, typed, list, Nodes.row(8, found, Nodes.spacer()), help);
    body.setPadding(new javafx.geometry.Insets(16));
    getChildren().add(body);
    typed.textProperty().subscribe(_ -> filter());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.watchValues(groups, this::show);
    model.ownProperty().subscribe(_ -> list.refresh());
    model.specProperty().subscribe(_ -> list.refresh());
    sceneProperty()
        .subscribe(
            (before, after) -> {
              if (before != null && after == null) {
                model.forgetValues();
              }
            });
  }

  void focusText() {
    typed.requestFocus();
  }

  private void show(List<ValueCount> values) {
    all = values;
    filter();
  }

  private void filter() {
    String text = typed.getText().strip().toLowerCase(Locale.ROOT);
    ValueCount before = list.getSelectionModel().getSelectedItem();
    List<ValueCount> shown = new ArrayList<>();
    for (ValueCount value : all) {
      if (name(value).toLowerCase(Locale.ROOT).contains(text)) {
        shown.add(value);
      }
    }
    list.getItems().setAll(shown);
    int again = 0;
    for (int i = 0; before != null && i < shown.size(); i++) {
      again = before.isSameValue(shown.get(i)) ? i : again;
    }
    list.getSelectionModel().select(again);
    found.setText(words.of("values.found", words.count(shown.size()), words.count(all.size())));
  }

  private String name(ValueCount value) {
    if (value.value() == null) {
      return words.of("drawing.missing");
    }
    return value.value().isEmpty() ? words.of("drawing.empty") : value.value();
  }

  private void key(KeyEvent event) {
    boolean inText = typed.isFocused();
    boolean choose =
        event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && !inText;
    ValueCount value = list.getSelectionModel().getSelectedItem();
    if (choose && value != null) {
      if (event.isShortcutDown() && groups) {
        model.toggleOwnGroup(value);
      } else {
        model.toggle(value, groups);
      }
      event.consume();
    } else if (inText && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
      int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
      int last = Math.max(0, list.getItems().size() - 1);
      int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
      list.getSelectionModel().select(index);
      list.scrollTo(Math.max(0, index - 5));
      event.consume();
    }
  }

  private final class ValueCell extends ListCell<ValueCount> {
    private final CheckBox chosen = new CheckBox();
    private final Label name = Nodes.label("");
    private final Label count = Nodes.label("", "muted");
    private final Button group = new Button("", Nodes.icon("layers"));
    private final HBox row = Nodes.row(10, chosen, name, Nodes.spacer(), count);

    ValueCell() {
      chosen.setFocusTraversable(false);
      chosen.setOnAction(_ -> model.toggle(getItem(), groups));
      group.setFocusTraversable(false);
      group.getStyleClass().addAll("flat", "small");
      group.setOnAction(_ -> model.toggleOwnGroup(getItem()));
      HBox.setHgrow(name, Priority.SOMETIMES);
      name.setMinWidth(0);
      if (groups) {
        row.getChildren().add(group);
      }
    }

    @Override
    protected void updateItem(@Nullable ValueCount value, boolean empty) {
      super.updateItem(value, empty);
      if (value == null || empty) {
        setGraphic(null);
        return;
      }
      String counted =
          value.selected() == value.all()
              ? words.count(value.all())
              : words.of("values.of", words.count(value.selected()), words.count(value.all()));
      name.setText(ValuesView.this.name(value));
      count.setText(counted);
      chosen.setSelected(model.isChosen(value, groups));
      chosen.setAccessibleText(name.getText());
      boolean own = model.isOwnGroup(value);
      group.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("selected"), own);
      group.setOpacity(own ? 1 : 0.45);
      group.setDisable(value.value() == null);
      group.setAccessibleText(words.of(own ? "values.noGroup" : "values.group", name.getText()));
      group.setTooltip(new javafx.scene.control.Tooltip(group.getAccessibleText()));
      setGraphic(row);
      setAccessibleText(name.getText() + ", " + counted);
    }
  }
}
