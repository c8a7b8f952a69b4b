package outcrop.app.view.part;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;

/// The fields of a row at a glance: names and the beginnings of values, to stand beside a text.
public final class FieldGlance extends Region {
  private static final int MOST_FIELDS = 40;
  private static final int LETTERS = 160;

  private final Words words;
  private final VBox lines = PartsStyle.styled(new VBox(10), "glance-lines");
  private final ScrollPane scroll = new ScrollPane(lines);

  /// @param words gives the pattern of a key in `parts.properties`
  public FieldGlance(Function<String, String> words) {
    this.words = new Words(words);
    getStyleClass().add("field-glance");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }

  /// Shows a row.
  ///
  /// @param without the field that is read already
  public void setRow(ColumnStore columns, int row, String without) {
    List<Field> fields =
        columns.schema().fields().stream().filter(field -> !field.name().equals(without)).toList();
    lines.getChildren().clear();
    for (Field field : fields.stream().limit(MOST_FIELDS).toList()) {
      Label name = PartsStyle.styled(new Label(field.name()), "glance-name");
      ReaderText value = new ReaderText();
      value.setFocusTraversable(false);
      value.setText(head(columns, field, row), List.of());
      lines.getChildren().add(new VBox(1, name, value));
    }
    if (fields.size() > MOST_FIELDS) {
      lines
          .getChildren()
          .add(
              PartsStyle.styled(
                  new Label(words.get("reader.moreFields", fields.size() - MOST_FIELDS)),
                  "glance-name"));
    }
  }

  private String head(ColumnStore columns, Field field, int row) {
    int most = field.type() == FieldType.VECTOR ? LETTERS / 4 : LETTERS;
    String head = new GridColumn(columns, field, null, 0).head(row, most);
    if (head == null) {
      return words.get("missing");
    }
    String line = head.replaceAll("\\s+", " ");
    return line.length() >= most ? line.substring(0, most) + "…" : line;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    scroll.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
