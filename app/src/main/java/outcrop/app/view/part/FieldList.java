package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.query.ViewData.DistributionData;

/// The fields of a dataset, each with its facts and a small distribution that filters.
///
/// Only fields in view have nodes and ask for data, so that thousands of fields cost nothing.
public final class FieldList extends Region {
  /// The name of a field that is dragged out to become a view.
  public static final DataFormat FIELD = new DataFormat("application/x-outcrop-field");

  static final double SPARK_HEIGHT = 28;
  private static final double CELL_HEIGHT = 68;

  private final VBox box;
  private final TextField search = new TextField();
  private final ListView<FieldRow> view = new ListView<>();
  private final Words words;
  private final Map<String, FieldRow> rows = new LinkedHashMap<>();
  private final Map<FieldRow, FieldCell> shown = new HashMap<>();
  private final AnimationTimer teller =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          tellVisible();
        }
      };
  private List<Field> told = List.of();
  private Function<Field, ChartActions> actions = field -> ChartActions.NONE;
  private Function<Field, List<MenuItem>> menu = field -> List.of();
  private Consumer<Field> onOpen = field -> {};
  private Consumer<List<Field>> onVisible = fields -> {};

  /// What is known of a field at once.
  ///
  /// @param rows in the dataset
  /// @param missing rows without a value
  /// @param distinct different values, −1 where not counted yet
  public record Item(Field field, int rows, int missing, int distinct) {}

  /// @param words gives the pattern of a key in `parts.properties`
  public FieldList(Function<String, String> words) {
    this.words = new Words(words);
    getStyleClass().add("field-list");
    search.textProperty().subscribe(text -> filter());
    view.setCellFactory(list -> new FieldCell(this, this.words));
    view.setFixedCellSize(CELL_HEIGHT);
    view.setAccessibleText(this.words.get("fields.name"));
    view.setPlaceholder(
        PartsStyle.styled(new Label(this.words.get("fields.none")), "part-message"));
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(view, Priority.ALWAYS);
    HBox frame =
        PartsStyle.styled(new HBox(4, new FontIcon(Feather.SEARCH), search), "field-search");
    frame.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(search, Priority.ALWAYS);
    VBox.setMargin(frame, new Insets(8, 8, 0, 8));
    box = new VBox(8, frame, view);
    getChildren().add(box);
  }

  /// Shows fields in this order, without distributions.
  public void setFields(List<Item> items) {
    rows.clear();
    shown.clear();
    told = List.of();
    items.forEach(item -> rows.put(item.field().name(), new FieldRow(item)));
    String prompt = words.get("fields.find", items.size());
    search.setPromptText(prompt);
    search.setAccessibleText(prompt);
    filter();
  }

  /// Takes over newer facts of one field.
  public void setFacts(Item item) {
    change(item.field().name(), row -> row.item = item);
  }

  /// Shows the distribution of a field; unknown fields are ignored.
  ///
  /// @param picture lays it out for the width that there is, [#SPARK_HEIGHT] pixels high
  public void setChart(String field, DistributionData data, Picture picture) {
    change(
        field,
        row -> {
          row.data = data;
          row.picture = picture;
        });
  }

  /// Shows the range of a field that is filtered, null for none.
  public void setBrush(String field, @Nullable BinRange range) {
    change(field, row -> row.brush = range);
  }

  /// Shows the values of a field that are filtered; empty for none.
  public void setChosen(String field, Set<String> values) {
    change(field, row -> row.chosen = Set.copyOf(values));
  }

  /// Told what the user does to the distribution of a field.
  public void setActions(Function<Field, ChartActions> value) {
    actions = value;
  }

  /// Items for the context menu of a field.
  public void setMenu(Function<Field, List<MenuItem>> items) {
    menu = items;
  }

  /// Told the field that was clicked, or on which Enter was pressed.
  public void setOnOpen(Consumer<Field> action) {
    onOpen = action;
  }

  /// Told the fields that came into view, in their order, each time these are others: the ones to
  /// be counted.
  public void setOnVisible(Consumer<List<Field>> action) {
    onVisible = action;
  }

  /// Puts the keyboard into the search.
  public void focusSearch() {
    search.requestFocus();
  }

  /// Puts the keyboard on the fields, on the one it was on before.
  public void focusFields() {
    if (view.getSelectionModel().isEmpty()) {
      view.getSelectionModel().selectFirst();
    }
    view.requestFocus();
  }

  private void change(String field, Consumer<FieldRow> change) {
    FieldRow row = rows.get(field);
    if (row != null) {
      change.accept(row);
      FieldCell cell = shown.get(row);
      if (cell != null) {
        cell.refresh(row);
      }
    }
  }

  private void filter() {
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    view.getItems()
        .setAll(
            rows.values().stream()
                .filter(row -> row.item.field().name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
  }

  private void pressed(KeyEvent event) {
    FieldRow row = view.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && row != null) {
      open(row.item.field());
      event.consume();
    }
  }

  void open(Field field) {
    onOpen.accept(field);
  }

  ChartActions actions(Field field) {
    return actions.apply(field);
  }

  List<MenuItem> menu(Field field) {
    return menu.apply(field);
  }

  void shown(FieldRow row, FieldCell cell) {
    if (shown.put(row, cell) != cell) {
      teller.start();
    }
  }

  void left(FieldRow row, FieldCell cell) {
    if (shown.remove(row, cell)) {
      teller.start();
    }
  }

  private void tellVisible() {
    List<FieldCell> cells = new ArrayList<>(shown.values());
    cells.sort(Comparator.comparingInt(FieldCell::getIndex));
    List<Field> fields =
        cells.stream()
            .map(FieldCell::getItem)
            .filter(row -> row != null && rows.get(row.item.field().name()) == row)
            .map(row -> row.item.field())
            .toList();
    if (!fields.equals(told)) {
      told = fields;
      onVisible.accept(fields);
    }
  }

  @Override
  protected void layoutChildren() {
    box.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return 264;
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
