package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.TaskRunner;

/// Rows side by side, one line per field: equal values are dimmed, words that differ are marked,
/// pictures stand beside each other.
public final class RowCompare extends Region {
  private static final int FIELDS_AT_ONCE = 100;
  private static final double NAME_WIDTH = 132;
  private static final int SHOWN_NUMBERS = 12;
  private static final double LEAST_CELL = 150;
  private static final PseudoClass EQUAL = PseudoClass.getPseudoClass("equal");

  private final Words words;
  private final TaskRunner runner;
  private final Executor delivery;
  private final VBox lines = PartsStyle.styled(new VBox(), "compare-lines");
  private final ScrollPane scroll = new ScrollPane(lines);
  private final Hyperlink more = new Hyperlink();
  private Function<String, @Nullable RowPictures> pictures = field -> null;
  private IntConsumer onRemove = row -> {};
  private IntConsumer onFocus = row -> {};
  private @Nullable ColumnStore store;
  private List<Integer> rows = List.of();
  private List<Field> fields = List.of();
  private Predicate<Field> differs = field -> false;
  private int built;

  /// @param words gives the pattern of a key in `parts.properties`
  /// @param runner makes pictures
  /// @param delivery runs what has arrived on the screen's thread
  public RowCompare(Function<String, String> words, TaskRunner runner, Executor delivery) {
    this.words = new Words(words);
    this.runner = runner;
    this.delivery = delivery;
    getStyleClass().add("row-compare");
    scroll.setFitToWidth(true);
    more.setOnAction(event -> buildMore());
    getChildren().add(scroll);
  }

  /// Gives the pictures of a field, null where it has none.
  public void setPictures(Function<String, @Nullable RowPictures> value) {
    pictures = value;
  }

  /// Told a dataset row that shall be left out, and one that the user wants to see by itself.
  public void setOnRow(IntConsumer remove, IntConsumer focus) {
    onRemove = remove;
    onFocus = focus;
  }

  /// Shows rows.
  ///
  /// @param newFields the fields to show, in order
  /// @param different whether the rows differ in a field
  public void setRows(
      ColumnStore columns,
      List<Integer> newRows,
      List<Field> newFields,
      Predicate<Field> different) {
    store = columns;
    rows = List.copyOf(newRows);
    fields = List.copyOf(newFields);
    differs = different;
    built = 0;
    lines.getChildren().setAll(head(columns));
    lines.setMinWidth(NAME_WIDTH + rows.size() * LEAST_CELL);
    buildMore();
  }

  /// Shows a sentence in place of rows.
  public void clear(String sentence) {
    store = null;
    rows = List.of();
    Label message = PartsStyle.styled(new Label(sentence), "part-message");
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    lines.setMinWidth(0);
    lines.getChildren().setAll(message);
  }

  private Node head(ColumnStore columns) {
    List<Node> cells = new ArrayList<>();
    for (int row : rows) {
      String key = columns.key(row).text().replaceAll("\\s+", " ");
      Hyperlink name = PartsStyle.styled(new Hyperlink(key), "compare-key");
      name.setMnemonicParsing(false);
      name.setOnAction(event -> onFocus.accept(row));
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      Button remove =
          PartsStyle.iconButton(
              Feather.X, words.get("compare.remove", key), () -> onRemove.accept(row));
      HBox cell = new HBox(name, remove);
      cell.setAlignment(Pos.CENTER_LEFT);
      cells.add(cell);
    }
    return PartsStyle.styled(new Line(new Label(), cells), "compare-head");
  }

  private void buildMore() {
    ColumnStore columns = store;
    if (columns == null) {
      return;
    }
    lines.getChildren().remove(more);
    int end = Math.min(fields.size(), built + FIELDS_AT_ONCE);
    fields.subList(built, end).forEach(field -> lines.getChildren().add(line(columns, field)));
    built = end;
    if (end < fields.size()) {
      more.setText(words.get("inspector.moreFields", fields.size() - end));
      lines.getChildren().add(more);
    }
    if (fields.isEmpty()) {
      lines
          .getChildren()
          .add(PartsStyle.styled(new Label(words.get("compare.equal")), "part-message"));
    }
  }

  private Node line(ColumnStore columns, Field field) {
    boolean different = differs.test(field);
    Label name =
        PartsStyle.styled(
            new Label(field.name().replaceAll("\\s+", " "), new FontIcon(TypeIcon.of(field))),
            "entry-name");
    Column column = columns.column(field.name());
    RowPictures shown = field.type() == FieldType.IMAGE ? pictures.apply(field.name()) : null;
    List<Node> cells = shown == null ? texts(column, different) : images(shown, column);
    Line line = PartsStyle.styled(new Line(name, cells), "compare-line");
    line.pseudoClassStateChanged(EQUAL, !different);
    line.setAccessibleText(words.get(different ? "compare.differs" : "compare.same", field.name()));
    return line;
  }

  private List<Node> images(RowPictures shown, Column column) {
    List<Node> cells = new ArrayList<>();
    for (int row : rows) {
      RowPicture picture = new RowPicture(words, runner, delivery, 320);
      String name = column.textAt(row);
      picture.show(shown, row, name == null ? words.get("missing") : name, List.of());
      cells.add(picture);
    }
    return cells;
  }

  private List<Node> texts(Column column, boolean different) {
    List<@Nullable String> values = new ArrayList<>();
    rows.forEach(row -> values.add(shown(column, row)));
    List<Node> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      ReaderText text = PartsStyle.styled(new ReaderText(), "difference");
      text.setText(
          value == null ? words.get("missing") : value,
          different && value != null && isProse(column) ? marks(values, i) : List.of());
      if (value == null) {
        text.getStyleClass().add("missing-word");
      }
      cells.add(text);
    }
    return cells;
  }

  /// Words are compared in texts; of names and numbers the whole value is what differs.
  private static boolean isProse(Column column) {
    return column.field().type() == FieldType.TEXT;
  }

  private static @Nullable String shown(Column column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    if (column instanceof VectorColumn vector) {
      String head = vector.head(row, SHOWN_NUMBERS);
      return vector.dimensions() > SHOWN_NUMBERS
          ? head.substring(0, head.length() - 1) + ",…]"
          : head;
    }
    TextPages pages = TextPages.of(column, row);
    return pages.isLong() ? pages.preview() + "…" : pages.preview();
  }

  /// What of one value is not in the first one; of the first, what is not in all others.
  private static List<Span> marks(List<@Nullable String> values, int index) {
    String own = values.get(index);
    if (own == null) {
      return List.of();
    }
    List<List<Span>> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String other = values.get(i);
      if (other != null && i != index && (index == 0 || i == 0)) {
        all.add(WordDifference.between(own, other).first());
      }
    }
    return WordDifference.union(all);
  }

  @Override
  protected void layoutChildren() {
    scroll.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }

  /// A name and cells of equal width beside it.
  private static final class Line extends Region {
    private static final double GAP = 12;
    private final Label name;
    private final List<Node> cells;

    Line(Label name, List<Node> cells) {
      this.name = name;
      this.cells = cells;
      getChildren().add(name);
      getChildren().addAll(cells);
    }

    private double cellWidth(double width) {
      double room = width - snappedLeftInset() - snappedRightInset() - NAME_WIDTH;
      return Math.max(40, Math.floor(room / Math.max(1, cells.size())) - GAP);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
      return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double cell = cellWidth(width < 0 ? getWidth() : width);
      double tallest = 22;
      for (Node node : cells) {
        tallest = Math.max(tallest, node.prefHeight(cell));
      }
      return Math.ceil(tallest) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
      double top = snappedTopInset();
      double height = getHeight() - top - snappedBottomInset();
      double cell = cellWidth(getWidth());
      name.resizeRelocate(snappedLeftInset(), top, NAME_WIDTH - GAP, Math.min(22, height));
      for (int i = 0; i < cells.size(); i++) {
        double x = snappedLeftInset() + NAME_WIDTH + i * (cell + GAP);
        cells.get(i).resizeRelocate(x, top, cell, height);
      }
    }
  }
}
