package outcrop.app.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A sentence about what went wrong or needs a look, in its place and not in a dialog. Takes no
/// room while there is none.
final class NoticeBand extends HBox {
  private final Label text = Nodes.wrapped("");
  private final HBox buttons = new HBox(8);

  /// @param kind `danger`, `warning` or `info`
  NoticeBand(String kind) {
    super(10);
    getStyleClass().addAll("notice-band", kind);
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    buttons.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    getChildren()
        .addAll(Nodes.icon(kind.equals("info") ? "info" : "alert-triangle"), text, buttons);
    show("");
  }

  /// Shows a sentence with buttons that mend it; the empty sentence hides the band.
  void show(String sentence, Button... remedies) {
    text.setText(sentence);
    buttons.getChildren().setAll(remedies);
    setVisible(!sentence.isEmpty());
    setManaged(!sentence.isEmpty());
    setAccessibleText(sentence);
  }
}
