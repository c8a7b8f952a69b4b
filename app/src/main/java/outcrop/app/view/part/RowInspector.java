package outcrop.app.view.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.Pos;
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
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.spec.Lens;
import outcrop.analysis.task.TaskRunner;

/// All fields of one row with their full values, texts readable and selectable.
///
/// Long texts begin with a preview and then come in parts; thousands of fields come by the hundred.
public final class RowInspector extends Region {
  private static final int FIELDS_AT_ONCE = 150;

  private final Words words;
  private final Label title = PartsStyle.styled(new Label(), "inspector-title");
  private final Label key = PartsStyle.styled(new Label(), "inspector-key");
  private final VBox entries = PartsStyle.styled(new VBox(), "inspector-entries");
  private final ScrollPane scroll = new ScrollPane(entries);
  private final Hyperlink more = new Hyperlink();
  private final Label empty = new Label();
  private final Button previous;
  private final Button next;
  private final VBox box;
  private final List<FieldEntry> built = new ArrayList<>();
  private HitFinder hits = HitFinder.NONE;
  private Runnable onPrevious = () -> {};
  private Runnable onNext = () -> {};
  private @Nullable ColumnStore store;
  private final TaskRunner runner;
  private final Executor delivery;
  private final InspectorActions actions;
  private final OneByOne small;
  private Map<String, String> lenses = Map.of();
  private int row = -1;

  /// @param words gives the pattern of a key in `parts.properties`
  /// @param runner does what lenses need time for
  /// @param delivery runs what came of it on the screen's thread
  public RowInspector(
      Function<String, String> words,
      TaskRunner runner,
      Executor delivery,
      InspectorActions actions) {
    this.words = new Words(words);
    this.runner = runner;
    this.delivery = delivery;
    this.actions = actions;
    this.small = new OneByOne(runner, delivery);
    getStyleClass().add("row-inspector");
    previous =
        PartsStyle.iconButton(
            Feather.CHEVRON_UP, this.words.get("inspector.previous"), () -> onPrevious.run());
    next =
        PartsStyle.iconButton(
            Feather.CHEVRON_DOWN, this.words.get("inspector.next"), () -> onNext.run());
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox line = new HBox(4, title, previous, next);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox head = PartsStyle.styled(new VBox(line, key), "inspector-head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    box = new VBox(head, scroll);
    more.setOnAction(event -> buildMore());
    empty.setText(this.words.get("inspector.empty"));
    PartsStyle.styled(empty, "part-message");
    empty.setWrapText(true);
    getChildren().addAll(box, empty);
    clear();
  }

  /// Shows a row.
  ///
  /// @param newRow the dataset row
  /// @param position its place in the table, −1 where it is filtered out
  /// @param count the rows in the table
  public void setRow(ColumnStore columns, int newRow, int position, int count) {
    boolean otherStore = store != columns;
    store = columns;
    row = newRow;
    box.setVisible(true);
    empty.setVisible(false);
    title.setText(
        position < 0
            ? words.get("inspector.filtered")
            : words.get("inspector.row", position + 1L, (long) count));
    key.setText(columns.key(newRow).text().replaceAll("\\s+", " "));
    previous.setDisable(position <= 0);
    next.setDisable(position < 0 || position >= count - 1);
    if (otherStore) {
      built.clear();
      entries.getChildren().clear();
      buildMore();
    } else {
      built.forEach(entry -> entry.setRow(row, hits));
    }
  }

  /// Shows that no row has the focus.
  public void clear() {
    row = -1;
    built.forEach(FieldEntry::stop);
    box.setVisible(false);
    empty.setVisible(true);
  }

  /// Shows fields through the lenses that the user chose for them, all others through the one that
  /// their values suggest.
  ///
  /// @param chosen names of lenses by field; those that are not known are passed over
  public void setLenses(Map<String, String> chosen) {
    lenses = chosen;
    built.forEach(entry -> entry.setLens(chosen(entry.column().field())));
  }

  private @Nullable Lens chosen(Field field) {
    return Lens.named(lenses.getOrDefault(field.name(), "")).orElse(null);
  }

  /// Marks hits in values.
  public void setHits(HitFinder value) {
    hits = value;
    if (row >= 0) {
      built.forEach(entry -> entry.setRow(row, hits));
    }
  }

  /// The user wants the row before, or the one after.
  public void setOnStep(Runnable previousRow, Runnable nextRow) {
    onPrevious = previousRow;
    onNext = nextRow;
  }

  private void buildMore() {
    ColumnStore current = store;
    if (current == null) {
      return;
    }
    entries.getChildren().remove(more);
    LensContext context = new LensContext(words, current, runner, delivery, small, actions);
    List<Field> fields = current.schema().fields();
    int end = Math.min(fields.size(), built.size() + FIELDS_AT_ONCE);
    for (Field field : fields.subList(built.size(), end)) {
      FieldEntry entry = new FieldEntry(context, current.column(field.name()), chosen(field));
      entry.setRow(row, hits);
      built.add(entry);
      entries.getChildren().add(entry);
    }
    if (end < fields.size()) {
      more.setText(words.get("inspector.moreFields", fields.size() - end));
      entries.getChildren().add(more);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected void layoutChildren() {
    box.resizeRelocate(0, 0, getWidth(), getHeight());
    empty.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }
}
