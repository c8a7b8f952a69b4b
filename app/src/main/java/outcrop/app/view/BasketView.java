package outcrop.app.view;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.export.Report;
import outcrop.analysis.export.ReportFormat;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.project.ReportItem;
import outcrop.app.viewmodel.ReportViewModel;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// The report: which views are in it and in what order, what is said of each, and the way to a
/// document.
final class BasketView extends VBox {
  private static final double PREVIEW_HEIGHT = 300;

  private final Desk desk;
  private final Words words;
  private final WorkspaceViewModel project;
  private final ReportViewModel model;
  private final ListView<ReportItem> list = new ListView<>();
  private final PicturePreview preview = new PicturePreview(PREVIEW_HEIGHT);
  private final Label about = Nodes.wrapped("", "muted");
  private final TextArea note = new TextArea();
  private final TextField title = new TextField();
  private final CheckBox dark;
  private final NoticeBand problem = new NoticeBand("danger");
  private final NoticeBand done = new NoticeBand("info");
  private final Subscription watch;
  private final Label nothing;
  private boolean showing;
  private @Nullable ReportItem drawn;

  BasketView(Desk desk, WorkspaceViewModel project, ReportViewModel model) {
    super(12);
    this.desk = desk;
    this.words = desk.words();
    this.project = project;
    this.model = model;
    this.dark = Nodes.plain(new CheckBox(words.of("basket.dark")));
    this.nothing = Nodes.wrapped(words.of("basket.empty"), "muted");
    getStyleClass().add("basket");
    setPrefSize(940, 640);
    HBox middle = Nodes.row(16, left(), right());
    middle.setAlignment(Pos.TOP_LEFT);
    middle.setFillHeight(true);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(head(), middle, problem, done, foot());
    model.problemProperty().subscribe(sentence -> problem.show(sentence));
    model.doneProperty().subscribe(sentence -> done.show(sentence));
    dark.selectedProperty().subscribe(_ -> redraw());
    ObservableValue<ProjectState> state = project.stateProperty();
    watch = state.subscribe(_ -> show());
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null && now == null) {
                watch.unsubscribe();
              }
            });
  }

  void focusFirst() {
    list.requestFocus();
  }

  private HBox head() {
    return Nodes.row(
        8,
        Nodes.label(words.of("basket.title"), "screen-title"),
        Nodes.spacer(),
        Nodes.iconButton("x", words.of("action.close"), () -> desk.overlays().close(this)));
  }

  private VBox left() {
    list.setCellFactory(_ -> new ItemCell());
    list.setId("basket-items");
    list.setAccessibleText(words.of("basket.items"));
    list.setPlaceholder(Nodes.padded(nothing, 16, 16));
    list.getSelectionModel().selectedItemProperty().subscribe(_ -> showItem());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            // A list keeps this key to itself.
            desk.overlays().close(this);
            event.consume();
          } else if (event.getCode() == KeyCode.DELETE) {
            onItem(model::remove);
            event.consume();
          } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            onItem(item -> model.move(item, -1));
            event.consume();
          } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            onItem(item -> model.move(item, 1));
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox tools =
        Nodes.row(
            2,
            tool("arrow-up", "basket.up", item -> model.move(item, -1)),
            tool("arrow-down", "basket.down", item -> model.move(item, 1)),
            tool("trash-2", "basket.remove", model::remove));
    VBox left = Nodes.column(6, list, tools);
    left.setPrefWidth(300);
    left.setMinWidth(220);
    return left;
  }

  private Button tool(String icon, String key, java.util.function.Consumer<ReportItem> act) {
    Button button = Nodes.iconButton(icon, words.of(key), () -> onItem(act));
    button.setId(key.replace('.', '-'));
    button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    return button;
  }

  private VBox right() {
    note.setId("basket-note");
    note.setPromptText(words.of("basket.notePrompt"));
    note.setAccessibleText(words.of("basket.note"));
    note.setWrapText(true);
    note.setPrefRowCount(5);
    note.textProperty()
        .subscribe(
            text -> {
              ReportItem item = list.getSelectionModel().getSelectedItem();
              if (!showing && item != null && !item.note().equals(text)) {
                model.note(item, text);
              }
            });
    VBox.setVgrow(note, Priority.ALWAYS);
    VBox right = Nodes.column(8, preview, about, Nodes.heading(words.of("basket.note")), note);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    return right;
  }

  private HBox foot() {
    title.setPromptText(project.state().name());
    title.setAccessibleText(words.of("basket.documentTitle"));
    title.setPrefWidth(220);
    title.setId("basket-title");
    Button html = export(ReportFormat.HTML, "accent");
    Button pdf = export(ReportFormat.PDF);
    return Nodes.row(
        8,
        Nodes.label(words.of("basket.documentTitle"), "muted"),
        title,
        dark,
        Nodes.spacer(),
        pdf,
        html);
  }

  private Button export(ReportFormat format, String... styles) {
    Button button =
        Nodes.button(
            words.of("basket.export." + format),
            () -> {
              String name = title.getText().isBlank() ? project.state().name() : title.getText();
              desk.files()
                  .target(ExportView.fileName(name), format.ending())
                  .ifPresent(
                      target ->
                          model.export(target, format, title.getText().strip(), dark.isSelected()));
            },
            styles);
    button.setId("basket-" + format.ending());
    button
        .disableProperty()
        .bind(model.runningProperty().or(javafx.beans.binding.Bindings.isEmpty(list.getItems())));
    return button;
  }

  private void onItem(java.util.function.Consumer<ReportItem> act) {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(act);
  }

  /// The list as the project has it; the same item stays chosen, or the one in its place.
  private void show() {
    List<ReportItem> items = model.items();
    ReportItem chosen = list.getSelectionModel().getSelectedItem();
    int place = Math.max(0, list.getSelectionModel().getSelectedIndex());
    for (int i = 0; i < items.size() && chosen != null; i++) {
      place = items.get(i).id().equals(chosen.id()) ? i : place;
    }
    showing = true;
    list.getItems().setAll(items);
    showing = false;
    list.getSelectionModel().select(Math.min(place, items.size() - 1));
    showItem();
  }

  private void showItem() {
    if (showing) {
      return;
    }
    ReportItem item = list.getSelectionModel().getSelectedItem();
    note.setDisable(item == null);
    about.setText(item == null ? "" : model.rows(item));
    String text = item == null ? "" : item.note();
    if (!note.getText().equals(text)) {
      showing = true;
      note.setText(text);
      showing = false;
    }
    boolean another =
        item == null || drawn == null || !item.withNote("").equals(drawn.withNote(""));
    if (another) {
      redraw();
    }
  }

  private void redraw() {
    ReportItem item = list.getSelectionModel().getSelectedItem();
    drawn = item;
    if (item == null) {
      preview.clear();
    } else {
      model.preview(item, dark.isSelected(), entry -> drawn(item, entry));
    }
  }

  private void drawn(ReportItem item, Report.Entry entry) {
    if (item.equals(drawn)) {
      entry.drawing().ifPresentOrElse(preview::show, preview::clear);
      problem.show(entry.problem());
    }
  }

  private final class ItemCell extends ListCell<ReportItem> {
    @Override
    protected void updateItem(@Nullable ReportItem item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null) {
        setGraphic(null);
        setAccessibleText("");
      } else {
        String name = (getIndex() + 1) + ".  " + model.title(item);
        Label rows = Nodes.label(model.rows(item), "muted");
        setGraphic(Nodes.column(2, Nodes.label(name), rows));
        setAccessibleText(name + ", " + model.rows(item));
      }
    }
  }
}
