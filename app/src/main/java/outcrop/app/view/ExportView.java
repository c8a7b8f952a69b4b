package outcrop.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import outcrop.analysis.export.ViewExport;
import outcrop.analysis.export.ViewFormat;
import outcrop.analysis.io.ExportFormat;
import outcrop.app.viewmodel.ExportViewModel;
import outcrop.app.viewmodel.ViewExportChoice;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// Writes the filtered rows or the focused view into a file.
final class ExportView extends VBox {
  /// What is written.
  enum Kind {
    ROWS,
    VIEW
  }

  /// More fields than this are a list, which makes only the boxes in view.
  private static final int BOXES = 100;

  private final Desk desk;
  private final Words words;
  private final WorkspaceViewModel project;
  private final ExportViewModel model;
  private final StackPane body = new StackPane();
  private final NoticeBand problem = new NoticeBand("danger");
  private final NoticeBand done = new NoticeBand("info");
  private final Button export;
  private Kind kind;
  private final ViewExportChoice choice;

  ExportView(Desk desk, WorkspaceViewModel project, Kind kind) {
    super(16);
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    this.kind = kind;
    this.model = new ExportViewModel(project);
    this.choice = new ViewExportChoice(words.locale());
    getStyleClass().add("export");
    setPrefWidth(560);
    export = Nodes.button(words.of("export.start"), this::start, "accent");
    export.setId("export-start");
    export.setDefaultButton(true);
    Button close = Nodes.button(words.of("action.close"), () -> desk.overlays().close(this));
    HBox foot = Nodes.row(8, Nodes.spacer(), close, export);
    getChildren()
        .addAll(
            Nodes.row(
                8, Nodes.label(words.of("export.title"), "screen-title"), Nodes.spacer(), kinds()),
            body,
            problem,
            done,
            foot);
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    model.doneProperty().subscribe(sentence -> done.show(sentence));
    model.runningProperty().subscribe(_ -> show());
  }

  void focusFirst() {
    export.requestFocus();
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.getStyleClass().add("segments");
    for (Kind each : Kind.values()) {
      ToggleButton button = new ToggleButton(words.of("export." + each));
      button.setToggleGroup(group);
      button.setSelected(each == kind);
      button.setId("export-" + each.name().toLowerCase(Locale.ROOT));
      button.setDisable(each == Kind.VIEW && project.focusedChart().isEmpty());
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            kind = each;
            show();
          });
      box.getChildren().add(button);
    }
    return box;
  }

  private void show() {
    export.setDisable(model.runningProperty().get());
    body.getChildren()
        .setAll(
            model.runningProperty().get()
                ? new ProgressCard(words, model::progress, model::cancel)
                : kind == Kind.ROWS ? rows() : new ViewChoicePane(words, project, choice));
  }

  private Node rows() {
    EditorRows rows = new EditorRows();
    rows.row(
        words.of("export.what"),
        Nodes.wrapped(
            words.of(
                "rows.shown",
                words.count(project.countProperty().get().selected()),
                words.count(project.countProperty().get().total()))));
    ComboBox<ExportFormat> format =
        rows.choice(
            words.of("export.format"),
            List.of(ExportFormat.values()),
            value -> words.of("format." + value.name().toLowerCase(Locale.ROOT)),
            () -> model.formatProperty().get(),
            model.formatProperty()::set);
    format.setId("export-format");
    rows.row(words.of("export.fields"), fields());
    rows.check(
        words.of("export.sorted"), () -> model.sortedProperty().get(), model.sortedProperty()::set);
    rows.check(words.of("export.keys"), () -> model.keysProperty().get(), model.keysProperty()::set)
        .setId("export-keys");
    CheckBox guard =
        rows.check(
            words.of("export.guard"),
            () -> model.guardedProperty().get(),
            model.guardedProperty()::set);
    guard.disableProperty().bind(model.formatProperty().isNotEqualTo(ExportFormat.CSV));
    Nodes.tooltip(guard, words.of("export.guardHint"));
    rows.refresh();
    return rows;
  }

  private Node fields() {
    Button all = Nodes.button(words.of("export.all"), () -> choose(true), "small", "flat");
    Button none = Nodes.button(words.of("export.none"), () -> choose(false), "small", "flat");
    return Nodes.column(
        4, Nodes.row(4, all, none), model.fields().size() <= BOXES ? boxes() : list());
  }

  private Node list() {
    ListView<String> list = new ListView<>();
    list.getItems().setAll(model.fields().keySet());
    list.setCellFactory(
        CheckBoxListCell.forListView(
            name -> Objects.requireNonNull(model.fields().get(name), "Listed fields are known")));
    list.setPrefHeight(160);
    list.setFixedCellSize(28);
    list.setId("export-fields");
    list.setAccessibleText(words.of("export.fields"));
    return list;
  }

  private Node boxes() {
    FlowPane flow = new FlowPane(16, 8);
    model
        .fields()
        .forEach(
            (name, kept) -> {
              CheckBox box = Nodes.plain(new CheckBox(name.replaceAll("\\s+", " ")));
              box.setMaxWidth(180);
              box.selectedProperty().bindBidirectional(kept);
              flow.getChildren().add(box);
            });
    flow.setPadding(new Insets(5, 0, 5, 0));
    ScrollPane scroll = new ScrollPane(flow);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(160);
    scroll.getStyleClass().add("page-scroll");
    return scroll;
  }

  private void choose(boolean kept) {
    model.fields().values().forEach(field -> field.set(kept));
  }

  private void start() {
    if (kind == Kind.ROWS) {
      String ending = model.formatProperty().get().name().toLowerCase(Locale.ROOT);
      desk.files().target(fileName(project.state().name()), ending).ifPresent(model::exportRows);
    } else {
      project
          .focusedChart()
          .flatMap(chart -> chart.export(choice.options()))
          .ifPresentOrElse(this::start, () -> problem.show(words.of("export.nothing")));
    }
  }

  private void start(ViewExport view) {
    ViewFormat format = choice.formatProperty().get();
    desk.files()
        .target(fileName(view), format.ending())
        .ifPresent(target -> model.exportView(view, target, format));
  }

  /// What a file with a view is called.
  static String fileName(ViewExport view) {
    String title = view.spec().title();
    return fileName(title.isEmpty() ? String.join(" ", view.spec().fields()) : title);
  }

  static String fileName(String text) {
    String name = text.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
    return name.isEmpty() ? "outcrop" : name.substring(0, Math.min(60, name.length()));
  }
}
