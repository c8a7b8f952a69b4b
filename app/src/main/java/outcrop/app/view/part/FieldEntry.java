package outcrop.app.view.part;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.spec.Lens;

/// One field of the inspected row: its name, and its value through a lens. The lens is the one that
/// the user chose, else the one that the values suggest.
final class FieldEntry extends VBox {
  private final LensContext context;
  private final Column column;
  private final Lens suggested;
  private final StackPane place = new StackPane();
  private final Node missing;
  private final Button copy;
  private final Button choose;
  private Lens lens;
  private LensBody body;
  private HitFinder hits = HitFinder.NONE;
  private int row = -1;

  /// @param chosen by the user, null for none
  FieldEntry(LensContext context, Column column, @Nullable Lens chosen) {
    super(2);
    this.context = context;
    this.column = column;
    this.suggested = Lenses.guess(column);
    this.lens = Optional.ofNullable(chosen).orElse(suggested);
    this.body = Lenses.body(lens, context, column);
    Field field = column.field();
    Words words = context.words();
    getStyleClass().add("entry");
    String name = shortened(field.name());
    copy = PartsStyle.iconButton(Feather.COPY, words.get("inspector.copy", name), this::copy);
    copy.getStyleClass().add("entry-copy");
    choose =
        PartsStyle.iconButton(
            Feather.CHEVRON_DOWN, words.get("lens.choose", name), this::showLenses);
    choose.getStyleClass().add("entry-copy");
    missing = missingMark();
    Label label =
        PartsStyle.styled(new Label(name, new FontIcon(TypeIcon.of(field))), "entry-name");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(24);
    label.setOnContextMenuRequested(
        event -> {
          showLenses();
          event.consume();
        });
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(4, label, choose, copy);
    line.setAlignment(Pos.CENTER_LEFT);
    place.getChildren().setAll(body.node());
    getChildren().addAll(line, place, missing);
  }

  private Node missingMark() {
    Region box = PartsStyle.styled(new Region(), "missing-box");
    HBox mark =
        new HBox(
            8, box, PartsStyle.styled(new Label(context.words().get("missing")), "missing-word"));
    mark.setAlignment(Pos.CENTER_LEFT);
    return mark;
  }

  /// Looks through another lens.
  ///
  /// @param chosen by the user, null for the one that the values suggest
  void setLens(@Nullable Lens chosen) {
    Lens wanted = Optional.ofNullable(chosen).orElse(suggested);
    if (wanted != lens) {
      body.stop();
      lens = wanted;
      body = Lenses.body(lens, context, column);
      place.getChildren().setAll(body.node());
      if (row >= 0) {
        setRow(row, hits);
      }
    }
  }

  Column column() {
    return column;
  }

  /// Shows the value of a row.
  void setRow(int newRow, HitFinder newHits) {
    row = newRow;
    hits = newHits;
    boolean absent = column.isMissing(row);
    PartsStyle.show(missing, absent);
    PartsStyle.show(place, !absent);
    copy.setVisible(!absent);
    if (absent) {
      body.stop();
    } else {
      body.show(row, hits);
    }
  }

  /// Gives up work under way: no row is shown any more.
  void stop() {
    row = -1;
    body.stop();
  }

  private void showLenses() {
    ContextMenu menu = new ContextMenu();
    List<Lens> fitting = Lenses.fitting(column.field());
    for (Lens choice : fitting) {
      String name = context.words().get("lens." + choice.name());
      RadioMenuItem item =
          new RadioMenuItem(
              choice == suggested ? context.words().get("lens.suggested", name) : name);
      item.setSelected(choice == lens);
      item.setOnAction(
          event ->
              context
                  .actions()
                  .setLens(column.field().name(), choice == suggested ? null : choice));
      menu.getItems().add(item);
    }
    menu.show(choose, Side.BOTTOM, 0, 2);
  }

  private void copy() {
    String value = row < 0 ? null : column.textAt(row);
    if (value != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(value);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private static String shortened(String name) {
    String start = name.length() > 300 ? name.substring(0, 300) + "…" : name;
    return start.replaceAll("\\s+", " ");
  }
}
