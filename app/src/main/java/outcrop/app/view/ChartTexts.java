package outcrop.app.view;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import outcrop.analysis.spec.ChartSpec;
import outcrop.app.view.part.ChartActions.TextPart;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.Words;

/// Lies over a chart and lets the user write its texts where they stand.
final class ChartTexts extends Pane {
  private final Words words;
  private final ChartViewModel<?, ?> model;
  private final Supplier<String> title;

  /// @param title the title of a chart that has none of its own
  ChartTexts(Words words, ChartViewModel<?, ?> model, Supplier<String> title) {
    this.words = words;
    this.model = model;
    this.title = title;
    setPickOnBounds(false);
  }

  /// Puts a field for one of the texts in its place.
  void edit(TextPart part) {
    ChartSpec spec = model.specProperty().get();
    switch (part) {
      case TITLE ->
          write(spec.title().isEmpty() ? title.get() : spec.title(), part, model::editTitle);
      case SUBTITLE ->
          write(
              spec.style().subtitle(),
              part,
              text -> model.editStyle(style -> style.withSubtitle(text), ""));
      case X_TITLE ->
          write(
              spec.style().xTitle().isEmpty() ? spec.fields().getFirst() : spec.style().xTitle(),
              part,
              text -> model.editStyle(style -> style.withXTitle(text), ""));
      case Y_TITLE ->
          write(
              spec.style().yTitle(),
              part,
              text -> model.editStyle(style -> style.withYTitle(text), ""));
    }
  }

  private void write(String before, TextPart part, Consumer<String> done) {
    TextField field = new TextField(before);
    field.getStyleClass().add("title-field");
    field.setAccessibleText(words.of("chart.edit." + part));
    double width = Math.min(320, getWidth() - 32);
    field.setPrefWidth(width);
    double x =
        switch (part) {
          case TITLE, SUBTITLE, Y_TITLE -> 12;
          case X_TITLE -> Math.max(12, (getWidth() - width) / 2);
        };
    double y =
        switch (part) {
          case TITLE -> 8;
          case SUBTITLE -> 30;
          case Y_TITLE -> Math.max(8, getHeight() / 2 - 16);
          case X_TITLE -> Math.max(8, getHeight() - 40);
        };
    field.relocate(x, y);
    Runnable end = () -> getChildren().remove(field);
    field.setOnAction(
        _ -> {
          String text = field.getText().strip();
          end.run();
          if (!text.equals(before)) {
            done.accept(text);
          }
        });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end.run();
          }
        });
    getChildren().setAll(field);
    field.requestFocus();
    field.selectAll();
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                end.run();
              }
            });
  }
}
