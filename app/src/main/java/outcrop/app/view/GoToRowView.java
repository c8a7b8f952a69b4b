package outcrop.app.view;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import outcrop.app.viewmodel.Words;

/// Asks for the number of a row and brings it into view.
final class GoToRowView extends VBox {
  private final TextField number = new TextField();

  /// @param rows in the table now
  GoToRowView(Desk desk, int rows, IntConsumer go) {
    super(8);
    Words words = desk.words();
    getStyleClass().add("go-to-row");
    setPrefWidth(360);
    number.setId("go-to-row");
    number.setPromptText(words.of("goto.prompt", words.count(rows)));
    number.setAccessibleText(words.of("action.go-to-row"));
    Label problem = Nodes.wrapped("", "field-problem");
    problem.setVisible(false);
    problem.setManaged(false);
    number.setOnAction(
        _ -> {
          String typed = number.getText().replaceAll("[\\s.,'’\\u00a0\\u202f]", "");
          if (typed.matches("\\d{1,10}")
              && Long.parseLong(typed) >= 1
              && Long.parseLong(typed) <= rows) {
            desk.overlays().close(this);
            go.accept((int) Long.parseLong(typed) - 1);
          } else {
            problem.setText(words.of("goto.wrong", words.count(rows)));
            problem.setVisible(true);
            problem.setManaged(true);
          }
        });
    getChildren().addAll(Nodes.label(words.of("action.go-to-row"), "title"), number, problem);
  }

  void focusText() {
    number.requestFocus();
  }
}
