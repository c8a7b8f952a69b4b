package outcrop.app.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import outcrop.analysis.render.Bounds;
import outcrop.analysis.spec.ChartSpec;
import outcrop.analysis.spec.ChartStyle.Note;
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

  /// Puts a field for the text of a note where the note stands. An empty text removes the note.
  void editNote(int index, Bounds at) {
    List<Note> notes = model.specProperty().get().style().notes();
    if (index >= notes.size()) {
      return;
    }
    Note note = notes.get(index);
    TextArea area = new TextArea(note.text());
    area.setAccessibleText(words.of("chart.edit.NOTE"));
    area.setWrapText(true);
    double width = Math.clamp(at.width() + 40, 180, Math.max(180, getWidth() - 16));
    double height = Math.max(64, at.height() + 34);
    area.setPrefSize(width, height);
    area.relocate(
        Math.clamp(at.centreX() - width / 2, 4, Math.max(4, getWidth() - width - 4)),
        Math.clamp(at.centreY() - height / 2, 4, Math.max(4, getHeight() - height - 4)));
    boolean[] open = {true};
    Consumer<Boolean> end =
        kept -> {
          if (open[0]) {
            open[0] = false;
            getChildren().remove(area);
            if (kept) {
              keep(index, note, area.getText().strip());
            }
          }
        };
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean done = event.getCode() == KeyCode.ENTER && !event.isShiftDown();
          if (done || event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end.accept(done);
          } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            area.insertText(area.getCaretPosition(), "\n");
          }
        });
    getChildren().setAll(area);
    area.requestFocus();
    area.selectAll();
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                end.accept(true);
              }
            });
  }

  private void keep(int index, Note note, String text) {
    if (text.isEmpty() && note.arrows().isEmpty()) {
      model.style().removeNote(index);
    } else if (!text.equals(note.text())) {
      model.style().setNote(index, note.withText(text), "");
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
