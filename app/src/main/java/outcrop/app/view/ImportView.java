package outcrop.app.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.io.FirstRows;
import outcrop.analysis.io.ImportPreview;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.ImportViewModel.Phase;
import outcrop.app.viewmodel.ReportSummary;
import outcrop.app.viewmodel.Words;

/// The import of files: what was found, how it is read, which fields come out, where it goes.
final class ImportView extends BorderPane {
  private static final double SIDE = 328;

  private final Desk desk;
  private final Words words;
  private final ImportViewModel model;
  private final VBox sources = Nodes.column(4);
  private final NoticeBand problem = new NoticeBand("danger");
  private final NoticeBand warnings = new NoticeBand("warning");
  private final Label size = Nodes.label("", "muted");
  private final Button start;
  private final StackPane middle = new StackPane();
  private final SplitPane tables;
  private final Node head;
  private final Node side;
  private final Node foot;
  private final VBox centre;

  ImportView(Desk desk, ImportViewModel model, Runnable leave) {
    this.desk = desk;
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("import-view");
    start = Nodes.button(words.of("import.start"), model::importAll, "accent");
    start.setId("import-start");
    start.setDefaultButton(true);
    head = head(leave);
    side = side();
    foot = foot(leave);
    setTop(head);
    setLeft(side);
    tables = new SplitPane(new ImportFieldsTable(words, model), new ImportRowsTable(words, model));
    tables.setOrientation(javafx.geometry.Orientation.VERTICAL);
    tables.setDividerPosition(0, 0.56);
    VBox.setVgrow(tables, Priority.ALWAYS);
    VBox.setVgrow(middle, Priority.ALWAYS);
    centre = Nodes.column(0, problem, warnings, middle);
    centre.getStyleClass().add("import-centre");
    setCenter(centre);
    setBottom(foot);
    FileDrop.install(this, model::addFiles);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, leave));
    model.phaseProperty().subscribe(this::showPhase);
    model.firstRowsProperty().subscribe((_, first) -> showFirst(first));
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    model.previewProperty().subscribe(_ -> showPreview());
  }

  /// Enter imports from every input but those that need it themselves; Esc stops what runs or
  /// leaves.
  private void key(KeyEvent event, Runnable leave) {
    boolean choosing =
        event.getTarget() instanceof Button
            || event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing();
    if (choosing) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      start.fire();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      if (model.phaseProperty().get() == Phase.IMPORTING) {
        model.cancel();
      } else {
        leave.run();
      }
    }
  }

  private Node head(Runnable leave) {
    HBox head =
        Nodes.row(
            8,
            Nodes.iconButton("arrow-left", words.of("import.leave"), leave),
            Nodes.label(words.of("import.title"), "screen-title"));
    head.getStyleClass().add("screen-head");
    return head;
  }

  private Node side() {
    Button add =
        Nodes.button(
            words.of("import.addFiles"), () -> model.addFiles(desk.files().sources()), "small");
    add.setGraphic(Nodes.icon("plus"));
    add.setId("import-add");
    Button folder =
        Nodes.button(
            words.of("import.addFolder"),
            () -> desk.files().folder(lastFolder()).ifPresent(f -> model.addFiles(List.of(f))),
            "small");
    folder.setGraphic(Nodes.icon("folder-plus"));
    folder.setId("import-add-folder");
    VBox side =
        Nodes.column(
            20,
            Nodes.column(
                6, Nodes.heading(words.of("import.sources")), sources, Nodes.row(8, add, folder)),
            new DialectPane(words, model),
            new JoinsPane(desk, model),
            target());
    side.getStyleClass().add("import-side");
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.setPrefWidth(SIDE);
    scroll.setMinWidth(SIDE);
    return scroll;
  }

  private Path lastFolder() {
    return model.files().stream()
        .map(file -> file.toAbsolutePath().getParent())
        .filter(parent -> parent != null)
        .findFirst()
        .orElse(Path.of(System.getProperty("user.home", ".")));
  }

  private Node target() {
    TextField folder = new TextField();
    folder.setId("import-folder");
    folder.textProperty().bindBidirectional(model.folderProperty());
    Nodes.name(folder, words.of("import.target"));
    folder.getTooltip().textProperty().bind(folder.textProperty());
    HBox.setHgrow(folder, Priority.ALWAYS);
    Button choose =
        Nodes.iconButton("folder", words.of("import.chooseFolder"), () -> chooseFolder(folder));
    return Nodes.column(
        6,
        Nodes.heading(words.of("import.target")),
        Nodes.row(4, folder, choose),
        Nodes.wrapped(words.of("import.targetHint"), "muted", "small-text"));
  }

  private void chooseFolder(TextField folder) {
    Path now = Path.of(folder.getText().strip());
    desk.files()
        .folder(Optional.ofNullable(now.getParent()).orElse(now))
        .ifPresent(chosen -> folder.setText(chosen.resolve(now.getFileName()).toString()));
  }

  private Node foot(Runnable leave) {
    Button cancel = Nodes.button(words.of("action.cancel"), leave);
    cancel.setCancelButton(true);
    HBox foot = Nodes.row(8, size, Nodes.spacer(), cancel, start);
    foot.getStyleClass().add("screen-foot");
    return foot;
  }

  private void showPhase(Phase phase) {
    start.setDisable(phase != Phase.READY);
    switch (phase) {
      case EMPTY -> middle.getChildren().setAll(empty());
      case LOOKING -> {
        if (model.previewProperty().get() == null) {
          middle.getChildren().setAll(looking());
        }
      }
      case READY -> middle.getChildren().setAll(tables);
      case IMPORTING -> {
        problem.show("");
        ProgressCard card = new ProgressCard(words, model::progress, model::cancel);
        card.setMaxSize(480, 160);
        middle.getChildren().setAll(card);
      }
    }
  }

  /// The first rows take the whole screen; without them the settings are there as they were.
  private void showFirst(@Nullable FirstRows first) {
    if (getCenter() instanceof FirstRowsView shown) {
      shown.release();
    }
    boolean browsing = first != null;
    for (Node node : List.of(head, side, foot)) {
      node.setVisible(!browsing);
      node.setManaged(!browsing);
    }
    setCenter(first == null ? centre : new FirstRowsView(words, model, first));
  }

  private Node looking() {
    Label text = Nodes.label(words.of("import.looking"), "muted");
    HBox row = Nodes.row(8, new javafx.scene.control.ProgressIndicator(), text);
    row.getChildren().getFirst().getStyleClass().add("small-indicator");
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private Node empty() {
    Button choose =
        Nodes.button(
            words.of("start.choose"), () -> model.addFiles(desk.files().sources()), "accent");
    Node icon = Nodes.icon("download");
    icon.getStyleClass().add("drop-icon");
    VBox card =
        Nodes.column(
            8,
            icon,
            Nodes.label(words.of("start.drop"), "title"),
            Nodes.label(words.of("start.formats"), "muted"),
            choose);
    card.setAlignment(Pos.CENTER);
    card.getStyleClass().add("drop-card");
    card.setMaxSize(560, 200);
    return card;
  }

  private void showPreview() {
    sources.getChildren().setAll(model.files().stream().map(this::source).toList());
    ImportPreview preview = model.previewProperty().get();
    if (preview == null) {
      size.setText("");
      warnings.show("");
      return;
    }
    size.setText(
        preview.estimatedRows() < 0
            ? words.of("import.size", words.bytes(preview.bytes()))
            : words.of(
                preview.exact() ? "import.sizeExact" : "import.sizeRows",
                words.count(preview.estimatedRows()),
                words.bytes(preview.bytes()),
                preview.spec().fields().size()));
    String estimate = model.estimate();
    if (!estimate.isEmpty()) {
      size.setText(size.getText() + " · " + estimate);
    }
    warnings.show(
        ReportSummary.grouped(preview.warnings(), ReportSummary.names(preview.spec())).stream()
            .limit(4)
            .map(warning -> warning.text(words))
            .collect(Collectors.joining("\n")));
  }

  private Node source(Path file) {
    Label name = Nodes.label(String.valueOf(file.getFileName()), "entry-title");
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Nodes.tooltip(name, file.toString());
    Label bytes = Nodes.label(sizeOf(file), "muted", "small-text");
    bytes.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    Button remove =
        Nodes.iconButton("x", words.of("import.removeFile"), () -> model.removeFile(file));
    HBox row = Nodes.row(8, Nodes.icon("file-text"), name, bytes, remove);
    row.getStyleClass().add("source-row");
    return row;
  }

  private String sizeOf(Path file) {
    try {
      return Files.isDirectory(file) ? "" : words.bytes(Files.size(file));
    } catch (java.io.IOException unreadable) {
      // The preview says what is wrong with the file; its size is not worth a second sentence.
      return "";
    }
  }
}
