package outcrop.app.view.part;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.column.Column;
import outcrop.analysis.dataset.Field;

/// One field of the inspected row: its name, and its value in full.
final class FieldEntry extends VBox {
  private final Words words;
  private final Column column;
  private final ReaderText reader = new ReaderText();
  private final Node missing;
  private final Button copy;
  private final Hyperlink all = new Hyperlink();
  private final Label place = PartsStyle.styled(new Label(), "entry-place");
  private final HBox pager;
  private HitFinder hits = HitFinder.NONE;
  private TextPages pages = new TextPages.Whole("");
  private int row;
  private int page = -1;

  FieldEntry(Words words, Column column) {
    super(2);
    this.words = words;
    this.column = column;
    Field field = column.field();
    getStyleClass().add("entry");
    String name = shortened(field.name());
    copy = PartsStyle.iconButton(Feather.COPY, words.get("inspector.copy", name), this::copy);
    copy.getStyleClass().add("entry-copy");
    missing = missingMark();
    Label label =
        PartsStyle.styled(new Label(name, new FontIcon(TypeIcon.of(field))), "entry-name");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(24);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(4, label, copy);
    line.setAlignment(Pos.CENTER_LEFT);
    pager =
        new HBox(
            4,
            PartsStyle.iconButton(
                Feather.CHEVRON_LEFT, words.get("inspector.partBefore"), () -> turn(-1)),
            place,
            PartsStyle.iconButton(
                Feather.CHEVRON_RIGHT, words.get("inspector.partAfter"), () -> turn(1)));
    pager.setAlignment(Pos.CENTER_LEFT);
    all.setOnAction(event -> turn(1));
    all.getStyleClass().add("entry-all");
    getChildren().addAll(line, pager, reader, missing, all);
  }

  private Node missingMark() {
    Region box = PartsStyle.styled(new Region(), "missing-box");
    HBox mark =
        new HBox(8, box, PartsStyle.styled(new Label(words.get("missing")), "missing-word"));
    mark.setAlignment(Pos.CENTER_LEFT);
    return mark;
  }

  /// Shows the value of a row.
  void setRow(int newRow, HitFinder newHits) {
    row = newRow;
    hits = newHits;
    page = -1;
    boolean absent = column.isMissing(row);
    pages = absent ? new TextPages.Whole("") : TextPages.of(column, row);
    show(missing, absent);
    show(reader, !absent);
    copy.setVisible(!absent);
    showPage();
  }

  private void turn(int by) {
    page = Math.clamp(page + (long) by, 0, pages.pages() - 1);
    showPage();
  }

  private void showPage() {
    String text = page < 0 ? pages.preview() : pages.page(page);
    boolean cut = page < 0 && pages.isLong();
    List<Span> spans = hits == HitFinder.NONE ? List.of() : hits.hits(column.field().name(), text);
    reader.setText(cut ? text + "…" : text, spans);
    show(all, cut);
    all.setText(cut ? words.get("inspector.showAll", size(pages.length())) : "");
    show(pager, page >= 0 && pages.pages() > 1);
    place.setText(words.get("inspector.part", page + 1, pages.pages(), size(pages.length())));
  }

  private String size(long length) {
    if (length < 10_000) {
      return words.get("inspector.letters", length);
    }
    return length < 1_000_000
        ? words.get("inspector.kilobytes", length / 1e3)
        : words.get("inspector.megabytes", length / 1e6);
  }

  private void copy() {
    String value = column.textAt(row);
    if (value != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(value);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static String shortened(String name) {
    String start = name.length() > 300 ? name.substring(0, 300) + "…" : name;
    return start.replaceAll("\\s+", " ");
  }
}
