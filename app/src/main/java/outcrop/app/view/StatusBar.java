package outcrop.app.view;

import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import outcrop.analysis.io.ReadReport;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// Below everything: what is in the dataset and what is not, and what is still going on.
final class StatusBar extends HBox {
  private final Words words;
  private final WorkspaceViewModel project;
  private final Label index = Nodes.label("", "status-text");
  private final Timeline clock;

  StatusBar(Desk desk, WorkspaceViewModel project) {
    super(16);
    this.words = desk.words();
    this.project = project;
    getStyleClass().add("status-bar");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    ReadReport report = project.workspace().report();
    Label rows = Nodes.label("", "status-text");
    project
        .schemaProperty()
        .subscribe(
            schema ->
                rows.setText(
                    words.of("status.rows", words.count(report.rows()), schema.fields().size())));
    getChildren().add(rows);
    long refused = report.quarantinedCount();
    int warnings = report.warnings().size() + project.workspace().warnings().size();
    Button details =
        Nodes.button(
            refused > 0
                ? words.of("status.quarantined", words.count(refused))
                : warnings > 0 ? words.of("status.warnings", warnings) : words.of("status.report"),
            () -> desk.actions().get("report").fire(),
            "flat",
            "status-button");
    if (refused + warnings > 0) {
      details.setGraphic(Nodes.icon("alert-triangle"));
      details.getStyleClass().add("warning");
    }
    details.setId("import-report");
    getChildren().addAll(details, index);
    if (project.workspace().readOnly()) {
      Label readOnly = Nodes.label(words.of("status.readOnly"), "status-badge");
      readOnly.setGraphic(Nodes.icon("lock"));
      Nodes.tooltip(readOnly, words.of("status.readOnlyHint"));
      getChildren().add(readOnly);
    }
    Label trouble = Nodes.label("", "status-text", "danger");
    trouble.setMinWidth(0);
    trouble
        .textProperty()
        .bind(
            javafx.beans.binding.Bindings.createStringBinding(
                () ->
                    Stream.of(
                            project.saveProblemProperty(),
                            project.problemProperty(),
                            project.derived().problemProperty())
                        .map(ReadOnlyStringProperty::get)
                        .filter(sentence -> !sentence.isEmpty())
                        .findFirst()
                        .orElse(""),
                project.saveProblemProperty(),
                project.problemProperty(),
                project.derived().problemProperty()));
    getChildren().addAll(trouble, Nodes.spacer());
    Button language = Nodes.button(desk.actions().get("language"), words, "flat", "status-button");
    language.setText(words.locale().getLanguage().toUpperCase(words.locale()));
    language.setGraphic(null);
    language.setAccessibleText(words.of("action.language"));
    Button theme = Nodes.iconButton(desk.actions().get("theme"), words);
    theme.getStyleClass().add("status-button");
    Button help = Nodes.iconButton(desk.actions().get("shortcuts"), words);
    help.getStyleClass().add("status-button");
    getChildren().addAll(language, theme, help);
    clock = new Timeline(new KeyFrame(Duration.millis(400), _ -> showIndex()));
    clock.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                clock.stop();
              } else {
                showIndex();
                clock.play();
              }
            });
  }

  private void showIndex() {
    if (project.workspace().textReady().isDone()) {
      index.setText("");
      index.setVisible(false);
      index.setManaged(false);
      clock.stop();
      return;
    }
    long all = project.columns().rowCount();
    long done = Math.min(all, project.workspace().textRowsIndexed());
    index.setVisible(true);
    index.setManaged(true);
    index.setText(words.of("status.indexing", all == 0 ? 0 : (int) (100 * done / all)));
  }
}
