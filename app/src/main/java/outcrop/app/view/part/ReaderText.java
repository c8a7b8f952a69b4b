package outcrop.app.view.part;

import java.text.BreakIterator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A wrapped text to be read: hits are marked, and any stretch can be selected and copied.
///
/// A text whose first letter runs from the right is set from the right.
final class ReaderText extends Region {
  private final Text text = new Text();

  /// Takes font and colour from the style sheet: the text itself may need another font.
  private final Text base = new Text();

  private final Path marks = new Path();
  private final Path now = new Path();
  private final Path selection = new Path();
  private List<Span> hits = List.of();
  private boolean dragging;
  private int anchor;
  private int start;
  private int end;
  private int hit = -1;

  ReaderText() {
    getStyleClass().add("reader-text");
    marks.getStyleClass().add("reader-hits");
    now.getStyleClass().add("reader-hit-now");
    selection.getStyleClass().add("reader-selection");
    text.setTextOrigin(VPos.TOP);
    for (var node : List.of(selection, marks, now, text)) {
      node.setManaged(false);
      node.setMouseTransparent(true);
    }
    getChildren().addAll(base, selection, marks, now, text);
    setCursor(Cursor.TEXT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    base.getStyleClass().add("reader-letters");
    base.setVisible(false);
    base.setManaged(false);
    base.fontProperty().subscribe(font -> setLetterFont());
    text.fillProperty().bind(base.fillProperty());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragging = false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                select(0, 0);
              }
            });
  }

  /// Shows a text.
  ///
  /// @param spans what to mark in it
  void setText(String value, List<Span> spans) {
    text.setText(value);
    setLetterFont();
    hits = spans;
    hit = -1;
    start = 0;
    end = 0;
    boolean fromRight = TextFitter.startsFromRight(value);
    setNodeOrientation(fromRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    setAccessibleText(value);
    requestLayout();
  }

  /// Sizes the letters otherwise than the style sheet does, with lines a little apart.
  void setLetterSize(double pixels) {
    base.setStyle("-fx-font-size: " + pixels + "px;");
    text.setLineSpacing(pixels * 0.3);
    requestLayout();
  }

  int hitCount() {
    return hits.size();
  }

  /// Marks one hit as the one that the reader is at, none for −1.
  ///
  /// @return where it is in this control, empty for none
  Optional<Bounds> goToHit(int index) {
    hit = index;
    wrap(getWidth());
    placeMarks();
    return index < 0 ? Optional.empty() : Optional.of(now.getBoundsInParent());
  }

  private void setLetterFont() {
    Font wanted = TextShape.fontFor(text.getText(), base.getFont());
    if (!wanted.equals(text.getFont())) {
      text.setFont(wanted);
      requestLayout();
    }
  }

  String text() {
    return text.getText();
  }

  String selectedText() {
    return text.getText().substring(start, end);
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    dragging = true;
    int place = placeAt(event);
    if (event.getClickCount() == 2) {
      selectWord(place);
    } else if (event.getClickCount() > 2) {
      select(0, text.getText().length());
    } else {
      if (!event.isShiftDown()) {
        anchor = place;
      }
      select(Math.min(anchor, place), Math.max(anchor, place));
    }
    event.consume();
  }

  private void dragged(MouseEvent event) {
    if (dragging) {
      int place = placeAt(event);
      select(Math.min(anchor, place), Math.max(anchor, place));
      event.consume();
    }
  }

  private int placeAt(MouseEvent event) {
    Point2D point = text.parentToLocal(event.getX(), event.getY());
    return TextShape.placeAt(text, point);
  }

  private void selectWord(int place) {
    BreakIterator words = BreakIterator.getWordInstance();
    words.setText(text.getText());
    int wordEnd = words.following(Math.min(place, Math.max(0, text.getText().length() - 1)));
    if (wordEnd != BreakIterator.DONE) {
      anchor = words.previous();
      select(anchor, wordEnd);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (!event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case A -> select(0, text.getText().length());
      case C -> copy();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(start == end ? text.getText() : selectedText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void select(int from, int to) {
    start = from;
    end = to;
    placeMarks();
  }

  private void placeMarks() {
    marks.getElements().clear();
    for (Span hit : hits) {
      int to = Math.min(hit.end(), text.getText().length());
      if (hit.start() < to) {
        marks.getElements().addAll(shape(hit.start(), to));
      }
    }
    now.getElements().clear();
    if (hit >= 0 && hit < hits.size()) {
      now.getElements()
          .addAll(shape(hits.get(hit).start(), Math.min(hits.get(hit).end(), text().length())));
    }
    selection.getElements().clear();
    if (start < end) {
      selection.getElements().addAll(shape(start, end));
    }
  }

  private PathElement[] shape(int from, int to) {
    return TextShape.range(text, from, to);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 240;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    wrap(width < 0 ? getWidth() : width);
    return Math.ceil(text.getLayoutBounds().getHeight()) + snappedTopInset() + snappedBottomInset();
  }

  private void wrap(double width) {
    double room = Math.max(20, width - snappedLeftInset() - snappedRightInset());
    if (text.getWrappingWidth() != room) {
      text.setWrappingWidth(room);
    }
  }

  @Override
  protected void layoutChildren() {
    wrap(getWidth());
    for (var node : List.of(selection, marks, now, text)) {
      node.relocate(0, 0);
      node.setLayoutX(snappedLeftInset());
      node.setLayoutY(snappedTopInset());
    }
    placeMarks();
  }
}
