package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.dataset.Field;

/// One field of the list: type, name, facts, and its distribution below.
final class FieldCell extends ListCell<FieldRow> {
  private static final int LONGEST_NAME = 300;

  private final FieldList list;
  private final Words words;
  private final FontIcon icon = new FontIcon();
  private final Label name = PartsStyle.styled(new Label(), "field-name");
  private final Label facts = PartsStyle.styled(new Label(), "field-facts");
  private final Label missing = PartsStyle.styled(new Label(), "field-missing");
  private final ChartPane chart;
  private final HBox line;
  private final VBox box;

  FieldCell(FieldList list, Words words) {
    this.list = list;
    this.words = words;
    chart = new ChartPane(words.patterns());
    chart.setCompact();
    chart.setMinHeight(FieldList.SPARK_HEIGHT);
    chart.setPrefHeight(FieldList.SPARK_HEIGHT);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    facts.setMinWidth(USE_PREF_SIZE);
    missing.setMinWidth(USE_PREF_SIZE);
    line = new HBox(8, icon, name, missing, facts);
    line.widthProperty().subscribe(width -> fit());
    line.setAlignment(Pos.CENTER_LEFT);
    box = PartsStyle.styled(new VBox(4, line, chart), "field-box");
    getStyleClass().add("field-cell");
    // The list gives the width: a cell that asked for more would make it scroll sideways.
    setPrefWidth(0);
    line.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    line.addEventHandler(MouseEvent.DRAG_DETECTED, this::dragOut);
    setOnContextMenuRequested(
        event -> {
          FieldRow row = getItem();
          List<MenuItem> items = row == null ? List.of() : list.menu(row.item.field());
          if (!items.isEmpty()) {
            new ContextMenu(items.toArray(MenuItem[]::new))
                .show(this, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable FieldRow row, boolean empty) {
    FieldRow before = getItem();
    super.updateItem(row, empty);
    if (before != null && before != row) {
      list.left(before, this);
    }
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(box);
    list.shown(row, this);
    if (before != row) {
      chart.showMessage("");
    }
    refresh(row);
  }

  /// Takes over what is known of the field now.
  void refresh(FieldRow row) {
    Field field = row.item.field();
    String shown = oneLine(field.name());
    icon.setIconCode(TypeIcon.of(field));
    name.setText(shown);
    facts.setText(row.item.distinct() < 0 ? "" : words.get("fields.distinct", row.item.distinct()));
    name.setTooltip(
        new Tooltip(
            (shown + "\n" + words.get(TypeIcon.key(field.type())) + "\n" + facts.getText())
                .strip()));
    missing.setText(missingShare(row.item));
    missing.setVisible(row.item.missing() > 0);
    missing.setManaged(row.item.missing() > 0);
    fit();
    setAccessibleText(accessible(row, shown));
    chart.setActions(list.actions(field));
    if (row.data != null && row.picture != null) {
      chart.setChart(row.data, row.picture);
      if (row.chosen.isEmpty()) {
        chart.setBrush(row.brush);
      } else {
        chart.setChosen(row.chosen);
      }
    }
  }

  /// The name comes first: where it would be cut, the number of values gives way.
  private void fit() {
    double others = icon.prefWidth(-1) + (missing.isManaged() ? missing.prefWidth(-1) + 8 : 0) + 16;
    boolean room = name.prefWidth(-1) + facts.prefWidth(-1) + others <= line.getWidth();
    facts.setVisible(room);
    facts.setManaged(room);
  }

  private String accessible(FieldRow row, String shown) {
    List<String> parts = new ArrayList<>();
    parts.add(shown);
    parts.add(words.get(TypeIcon.key(row.item.field().type())));
    if (!facts.getText().isEmpty()) {
      parts.add(words.get("fields.distinctLong", row.item.distinct()));
    }
    if (row.item.missing() > 0) {
      parts.add(words.get("fields.missingLong", missingShare(row.item)));
    }
    return String.join(", ", parts);
  }

  private String missingShare(FieldList.Item item) {
    double share = item.rows() == 0 ? 0 : (double) item.missing() / item.rows();
    return share > 0 && share < 0.001
        ? words.get("fields.missingFew")
        : words.get("fields.missing", share);
  }

  private static String oneLine(String text) {
    String start = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
    return start.replaceAll("\\s+", " ");
  }

  private void clicked(MouseEvent event) {
    FieldRow row = getItem();
    if (row != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      list.open(row.item.field());
    }
  }

  private void dragOut(MouseEvent event) {
    FieldRow row = getItem();
    if (row != null) {
      ClipboardContent content = new ClipboardContent();
      content.put(FieldList.FIELD, row.item.field().name());
      content.putString(row.item.field().name());
      startDragAndDrop(TransferMode.COPY).setContent(content);
      event.consume();
    }
  }
}
