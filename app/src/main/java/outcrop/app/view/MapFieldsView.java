package outcrop.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import outcrop.analysis.spec.ViewFile.Needed;
import outcrop.app.viewmodel.ViewFileViewModel;
import outcrop.app.viewmodel.Words;

/// Asks which field of this dataset stands for each field of a view from elsewhere.
final class MapFieldsView extends VBox {
  private final Words words;
  private final ViewFileViewModel model;
  private final Button open;

  MapFieldsView(Desk desk, ViewFileViewModel model) {
    super(16);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("map-fields");
    setPrefWidth(560);
    open =
        Nodes.button(
            words.of("viewFile.apply"),
            () -> {
              desk.overlays().close(this);
              model.apply();
            },
            "accent");
    open.setId("map-apply");
    open.setDefaultButton(true);
    EditorRows rows = new EditorRows();
    model.mappingProperty().get().needed().forEach(field -> row(rows, field));
    rows.refresh();
    Button close = Nodes.button(words.of("action.close"), () -> desk.overlays().close(this));
    getChildren()
        .addAll(
            Nodes.label(words.of("viewFile.title"), "screen-title"),
            Nodes.wrapped(words.of("viewFile.hint"), "muted"),
            rows,
            Nodes.row(8, Nodes.spacer(), close, open));
    model.mappingProperty().subscribe(mapping -> open.setDisable(!mapping.isComplete()));
  }

  private void row(EditorRows rows, Needed field) {
    String none = "";
    List<String> choices = new ArrayList<>(List.of(none));
    choices.addAll(model.names());
    ComboBox<String> box =
        rows.choiceBox(
            choices,
            name -> name.isEmpty() ? words.of("viewFile.none") : name,
            () -> model.mappingProperty().get().target(field).orElse(none),
            name -> model.choose(field, name.isEmpty() ? null : name));
    box.setId("map-" + field.name());
    String type = model.type(field);
    String name = type.isEmpty() ? field.name() : words.of("viewFile.field", field.name(), type);
    box.setAccessibleText(name);
    Label problem = Nodes.wrapped("", "field-problem");
    model
        .mappingProperty()
        .subscribe(
            _ -> {
              String sentence = model.problem(field);
              problem.setText(sentence);
              problem.setVisible(!sentence.isEmpty());
              problem.setManaged(!sentence.isEmpty());
            });
    rows.row(name, new VBox(2, box, problem));
  }
}
