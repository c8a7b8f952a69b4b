package outcrop.app.view;

import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.analysis.code.CodeLanguage;
import outcrop.app.viewmodel.Words;

/// A program that was just copied, to be read before it is pasted.
final class ProgramView extends VBox {
  private static final int SHOWN = 100_000;

  ProgramView(Desk desk, CodeLanguage language, String program) {
    super(12);
    Words words = desk.words();
    getStyleClass().add("program");
    setPrefSize(760, 480);
    TextArea text =
        new TextArea(program.length() > SHOWN ? program.substring(0, SHOWN) + "\n…" : program);
    text.setEditable(false);
    text.getStyleClass().add("program-text");
    text.setAccessibleText(words.of("program.title." + language.name()));
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren()
        .addAll(
            Nodes.row(
                8,
                Nodes.label(words.of("program.title." + language.name()), "screen-title"),
                Nodes.spacer(),
                Nodes.iconButton("x", words.of("action.close"), () -> desk.overlays().close(this))),
            Nodes.wrapped(words.of("program.copied." + language.name()), "muted"),
            text);
    ClipboardContent content = new ClipboardContent();
    content.putString(program);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
