package outcrop.app.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfile.ValueCount;
import outcrop.app.viewmodel.ColumnStatistics;
import outcrop.app.viewmodel.ColumnStatistics.Figure;
import outcrop.app.viewmodel.Words;

/// The figures of one field over the rows that the filter leaves, and its most frequent values.
final class StatisticsView extends VBox {
  private static final double BAR = 96;

  private final Words words;
  private final ColumnStatistics model;
  private final VBox content = Nodes.column(16);

  StatisticsView(Desk desk, ColumnStatistics model) {
    super(16);
    this.words = desk.words();
    this.model = model;
    getStyleClass().add("statistics");
    setPrefWidth(520);
    setAccessibleText(words.of("statistics.title", model.field()));
    Label title = Nodes.label(model.field(), "screen-title");
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var copy = Nodes.iconButton("copy", words.of("statistics.copy"), this::copy);
    copy.disableProperty().bind(model.profileProperty().isNull());
    getChildren()
        .addAll(
            Nodes.row(
                8,
                title,
                copy,
                Nodes.iconButton("x", words.of("action.close"), () -> desk.overlays().close(this))),
            content);
    ProgressIndicator wait = new ProgressIndicator();
    wait.getStyleClass().add("small-indicator");
    content
        .getChildren()
        .setAll(
            Nodes.row(
                8, wait, Nodes.label(words.of("statistics.running", model.field()), "muted")));
    model
        .profileProperty()
        .subscribe(
            profile -> {
              if (profile != null) {
                show(profile);
              }
            });
    model
        .problemProperty()
        .subscribe(
            sentence -> {
              if (!sentence.isEmpty()) {
                content.getChildren().setAll(Nodes.wrapped(sentence, "field-problem"));
              }
            });
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                model.cancel();
              }
            });
  }

  private void show(ColumnProfile profile) {
    content.getChildren().setAll(Nodes.wrapped(words.of("statistics.exact"), "muted"));
    HBox halves = Nodes.row(32, figures(profile));
    halves.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    if (!profile.top().isEmpty()) {
      VBox top = Nodes.column(6, Nodes.heading(words.of("statistics.top")), top(profile));
      HBox.setHgrow(top, Priority.ALWAYS);
      halves.getChildren().add(top);
      setPrefWidth(680);
    }
    ScrollPane scroll = new ScrollPane(halves);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.setMaxHeight(480);
    content.getChildren().add(scroll);
  }

  private GridPane figures(ColumnProfile profile) {
    GridPane grid = new GridPane(16, 4);
    List<Figure> figures = model.figures(profile);
    for (int i = 0; i < figures.size(); i++) {
      Label value = Nodes.label(figures.get(i).value(), "statistic");
      value.setMaxWidth(220);
      grid.addRow(i, Nodes.label(figures.get(i).name(), "muted"), value);
    }
    grid.setMinWidth(Region.USE_PREF_SIZE);
    return grid;
  }

  private GridPane top(ColumnProfile profile) {
    GridPane grid = new GridPane(8, 4);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    name.setMinWidth(60);
    grid.getColumnConstraints().add(name);
    long most = profile.top().getFirst().count();
    for (int i = 0; i < profile.top().size(); i++) {
      ValueCount value = profile.top().get(i);
      Label text = Nodes.label(shown(value.value()));
      text.setMinWidth(0);
      text.setMaxWidth(200);
      Nodes.tooltip(text, value.value());
      Region bar = new Region();
      bar.getStyleClass().add("statistics-bar");
      bar.setMinSize(Math.max(1, BAR * value.count() / most), 10);
      bar.setMaxSize(Math.max(1, BAR * value.count() / most), 10);
      Label count = Nodes.label(words.count(value.count()), "muted");
      count.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(i, text, bar, count);
    }
    return grid;
  }

  private String shown(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.isBlank() ? words.of("statistics.blank") : line;
  }

  private void copy() {
    ColumnProfile profile = model.profileProperty().get();
    if (profile == null) {
      return;
    }
    StringBuilder text = new StringBuilder(model.field());
    model
        .figures(profile)
        .forEach(f -> text.append('\n').append(f.name()).append('\t').append(f.value()));
    profile.top().forEach(v -> text.append('\n').append(v.value()).append('\t').append(v.count()));
    ClipboardContent content = new ClipboardContent();
    content.putString(text.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
