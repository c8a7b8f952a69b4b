package outcrop.app.view;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import outcrop.app.viewmodel.SearchViewModel;
import outcrop.app.viewmodel.SearchViewModel.Completion;
import outcrop.app.viewmodel.SearchViewModel.Problem;
import outcrop.app.viewmodel.Words;

/// The search field: filters while one types, completes fields and values, and says below the text
/// what is wrong with a query and where.
final class SearchBox extends StackPane {
  private static final Duration PAUSE = Duration.millis(350);

  private final Words words;
  private final SearchViewModel model;
  private final TextField field = new TextField();
  private final HBox frame = new HBox(4);
  private final ContextMenu completions = new ContextMenu();
  private final Label fault = Nodes.wrapped("", "search-fault");
  private final VBox faultCard = new VBox(fault);
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private boolean fromModel;

  SearchBox(Words words, SearchViewModel model) {
    this.words = words;
    this.model = model;
    getStyleClass().add("search-box");
    field.setId("search");
    field.setPromptText(words.of("search.prompt"));
    field.setAccessibleText(words.of("search.name"));
    Button clear = Nodes.iconButton("x", words.of("search.clear"), this::clear);
    clear.setFocusTraversable(false);
    clear.visibleProperty().bind(field.textProperty().isNotEmpty());
    frame.getStyleClass().add("search-frame");
    frame.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    frame.getChildren().addAll(Nodes.icon("search"), field, clear);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox.setHgrow(this, Priority.ALWAYS);
    getChildren().add(frame);
    faultCard.getStyleClass().add("search-fault-card");
    faultCard.setManaged(false);
    faultCard.setVisible(false);
    faultCard.setMouseTransparent(true);
    getChildren().add(faultCard);
    completions.getStyleClass().add("completions");
    completions.setAutoHide(true);
    model.textProperty().subscribe(this::showModel);
    model.problemProperty().subscribe(this::showProblem);
    field.textProperty().subscribe(this::typed);
    pause.setOnFinished(_ -> model.apply());
    field.setOnAction(_ -> applyNow());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                completions.hide();
              }
            });
  }

  private void showModel(String text) {
    if (!field.getText().equals(text)) {
      fromModel = true;
      field.setText(text);
      field.end();
      fromModel = false;
    }
  }

  private void typed(String text) {
    if (fromModel) {
      return;
    }
    model.textProperty().set(text);
    model.typing();
    pause.playFromStart();
    if (field.isFocused()) {
      complete();
    }
  }

  private void complete() {
    List<Completion> found =
        model.completions(Math.min(field.getCaretPosition() + 1, field.getLength()));
    String typed = field.getText().strip();
    boolean worth =
        !typed.isEmpty()
            && !found.isEmpty()
            && !(found.size() == 1 && typed.endsWith(found.getFirst().text()));
    if (!worth) {
      completions.hide();
      return;
    }
    completions.getItems().setAll(found.stream().map(this::item).toList());
    if (!completions.isShowing() && getScene() != null && field.isFocused()) {
      completions.show(field, javafx.geometry.Side.BOTTOM, 0, 4);
    }
  }

  private MenuItem item(Completion completion) {
    Label text = Nodes.label(completion.text());
    Label detail = Nodes.label(completion.detail(), "muted", "small-text");
    HBox row = Nodes.row(16, text, Nodes.spacer(), detail);
    row.setMinWidth(240);
    MenuItem item = new MenuItem();
    item.setGraphic(row);
    item.setOnAction(_ -> take(completion));
    return item;
  }

  private void take(Completion completion) {
    int caret = model.complete(completion, field.getCaretPosition());
    field.positionCaret(caret);
    field.requestFocus();
    pause.playFromStart();
    if (completion.text().endsWith(":")) {
      complete();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (completions.isShowing()) {
        completions.hide();
        event.consume();
      } else if (!field.getText().isEmpty()) {
        clear();
        event.consume();
      }
    } else if (event.getCode() == KeyCode.SPACE && event.isShortcutDown()) {
      complete();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      completions.hide();
      pause.stop();
      model.keep();
      event.consume();
    }
  }

  private void applyNow() {
    completions.hide();
    pause.stop();
    model.apply();
  }

  private void clear() {
    pause.stop();
    field.clear();
    model.textProperty().set("");
    model.apply();
  }

  private void showProblem(@Nullable Problem problem) {
    frame.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), problem != null);
    faultCard.setVisible(problem != null);
    if (problem != null) {
      fault.setText(sentence(problem));
      requestLayout();
    }
  }

  /// The fault in words, with the text around it and a mark where it is.
  private String sentence(Problem problem) {
    String text = field.getText();
    int at = Math.clamp(problem.position(), 0, text.length());
    String before = text.substring(Math.max(0, at - 16), at);
    String after = text.substring(at, Math.min(text.length(), at + 16));
    return words.of("search.fault", problem.sentence(), before + "▸" + after);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double height = faultCard.prefHeight(getWidth());
    faultCard.resizeRelocate(0, getHeight() + 4, getWidth(), height);
  }

  void focusText() {
    field.requestFocus();
    field.selectAll();
  }
}
