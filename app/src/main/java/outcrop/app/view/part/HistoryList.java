package outcrop.app.view.part;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What was done, newest first; one click goes back or forth to any point.
public final class HistoryList extends Region {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

  private final Words words;
  private final ListView<Step> view = new ListView<>();
  private IntConsumer onGoTo = count -> {};

  /// @param count how many entries are in force after it, 0 for the beginning
  private record Step(String label, int count, boolean current, boolean undone) {}

  /// @param words gives the pattern of a key in `parts.properties`
  public HistoryList(Function<String, String> words) {
    this.words = new Words(words);
    getStyleClass().add("history-list");
    view.setCellFactory(list -> new StepCell());
    view.setFixedCellSize(32);
    view.setAccessibleText(this.words.get("history.name"));
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().add(view);
  }

  /// Shows the history.
  ///
  /// @param labels what was done, oldest first
  /// @param current how many of them are in force; those after it were undone
  public void setEntries(List<String> labels, int current) {
    view.getItems()
        .setAll(
            IntStream.rangeClosed(0, labels.size())
                .map(i -> labels.size() - i)
                .mapToObj(
                    count ->
                        new Step(
                            count == 0 ? words.get("history.beginning") : labels.get(count - 1),
                            count,
                            count == current,
                            count > current))
                .toList());
    int index = labels.size() - current;
    view.getSelectionModel().select(index);
    view.getFocusModel().focus(index);
    view.scrollTo(Math.max(0, index - 3));
  }

  /// Told how many entries are to be in force, 0 for the beginning.
  public void setOnGoTo(IntConsumer action) {
    onGoTo = action;
  }

  private void pressed(KeyEvent event) {
    Step step = view.getSelectionModel().getSelectedItem();
    if (step != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
      go(step);
      event.consume();
    }
  }

  private void go(Step step) {
    if (!step.current()) {
      onGoTo.accept(step.count());
    }
  }

  @Override
  protected void layoutChildren() {
    view.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  public String getUserAgentStylesheet() {
    return PartsStyle.sheet();
  }

  private final class StepCell extends ListCell<Step> {
    private final Region mark = PartsStyle.styled(new Region(), "history-mark");
    private final Label label = PartsStyle.styled(new Label(), "history-label");
    private final HBox box = new HBox(8, mark, label);

    StepCell() {
      getStyleClass().add("history-cell");
      box.setAlignment(Pos.CENTER_LEFT);
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            Step step = getItem();
            if (step != null && event.getButton() == MouseButton.PRIMARY) {
              go(step);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Step step, boolean empty) {
      super.updateItem(step, empty);
      pseudoClassStateChanged(CURRENT, step != null && step.current());
      pseudoClassStateChanged(UNDONE, step != null && step.undone());
      setGraphic(step == null ? null : box);
      if (step != null) {
        label.setText(step.label());
        setAccessibleText(
            step.current()
                ? words.get("history.current", step.label())
                : step.undone() ? words.get("history.undone", step.label()) : step.label());
      }
    }
  }
}
