package outcrop.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import outcrop.analysis.io.ImportSpec.JoinSpec;
import outcrop.app.viewmodel.ImportField;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.ImportViewModel.Phase;
import outcrop.app.viewmodel.Words;

/// Files whose fields stand beside those of the sources, by row order or by a key: predictions,
/// scores, vectors.
final class JoinsPane extends VBox {
  private final Words words;
  private final ImportViewModel model;
  private final Desk desk;
  private final VBox joined = Nodes.column(4);
  private final ComboBox<String> key = new ComboBox<>();
  private final TextField other = new TextField();

  JoinsPane(Desk desk, ImportViewModel model) {
    super(6);
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    key.setMaxWidth(Double.MAX_VALUE);
    key.setId("join-key");
    Nodes.name(key, words.of("join.key"));
    HBox.setHgrow(key, Priority.ALWAYS);
    other.setPromptText(words.of("join.otherPrompt"));
    other.setPrefColumnCount(9);
    other.setId("join-other");
    Nodes.name(other, words.of("join.other"));
    other.disableProperty().bind(key.getSelectionModel().selectedIndexProperty().lessThan(1));
    Button add = Nodes.button(words.of("join.add"), this::add, "small");
    add.setGraphic(Nodes.icon("plus"));
    add.setId("join-add");
    getChildren()
        .addAll(
            Nodes.heading(words.of("join.title")),
            joined,
            Nodes.row(4, key, other),
            Nodes.row(8, add));
    model
        .phaseProperty()
        .subscribe(
            phase -> {
              if (phase != Phase.LOOKING) {
                show();
              }
            });
  }

  /// Shows the joins of the preview and the fields that can be a key.
  private void show() {
    boolean any = model.previewProperty().get() != null;
    setVisible(any);
    setManaged(any);
    joined.getChildren().setAll(model.joins().stream().map(this::entry).toList());
    List<String> keys = new ArrayList<>();
    keys.add(words.of("join.byOrder"));
    model.fields().stream()
        .map(ImportField::source)
        .filter(name -> !name.startsWith("::"))
        .forEach(keys::add);
    if (!key.getItems().equals(keys)) {
      key.getItems().setAll(keys);
      key.getSelectionModel().select(0);
    }
  }

  private Node entry(JoinSpec join) {
    Path file = Path.of(join.source().path());
    Label name = Nodes.label(String.valueOf(file.getFileName()), "entry-title");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Nodes.tooltip(name, file.toString());
    Label how = Nodes.label(how(join), "muted", "small-text");
    Button remove =
        Nodes.iconButton("x", words.of("import.removeFile"), () -> model.removeJoin(join));
    HBox row = Nodes.row(8, Nodes.icon("link"), name, how, remove);
    row.getStyleClass().add("source-row");
    return row;
  }

  private String how(JoinSpec join) {
    if (join.left().isEmpty()) {
      return words.of("join.byOrder");
    }
    return join.left().equals(join.right()) ? join.left() : join.left() + " = " + join.right();
  }

  private void add() {
    boolean byKey = key.getSelectionModel().getSelectedIndex() > 0;
    String left = byKey ? key.getValue() : "";
    String named = other.getText().strip();
    model.join(desk.files().sources(), left, byKey && !named.isEmpty() ? named : left);
  }
}
