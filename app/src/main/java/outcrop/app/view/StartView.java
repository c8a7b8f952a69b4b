package outcrop.app.view;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.project.ProjectFolder;
import outcrop.app.viewmodel.ApplicationViewModel;
import outcrop.app.viewmodel.SampleShelf;
import outcrop.app.viewmodel.Words;
import outcrop.sample.SampleDataset;

/// What a user sees first: a place to drop files, the projects of late, and samples.
final class StartView extends StackPane {
  private static final double WIDTH = 784;

  private final Desk desk;
  private final Words words;
  private final ApplicationViewModel application;
  private final SampleShelf samples;
  private final NoticeBand notice = new NoticeBand("danger");

  StartView(Desk desk, ApplicationViewModel application, SampleShelf samples) {
    this.desk = desk;
    this.words = desk.words();
    this.application = application;
    this.samples = samples;
    getStyleClass().add("start-view");
    VBox page = Nodes.column(24, head(), Nodes.column(12, dropCard(), notice), lists(), foot());
    page.setMaxWidth(WIDTH);
    page.setPrefWidth(WIDTH);
    page.setMaxHeight(USE_PREF_SIZE);
    page.setMinHeight(USE_PREF_SIZE);
    page.getStyleClass().add("start-page");
    StackPane centred = new StackPane(page);
    ScrollPane scroll = new ScrollPane(centred);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("page-scroll");
    getChildren().add(scroll);
    application.problemProperty().subscribe(_ -> showProblem());
    application.heldProperty().subscribe(_ -> showProblem());
  }

  private void showProblem() {
    ApplicationViewModel.Held held = application.heldProperty().get();
    if (held != null) {
      notice.show(
          words.of("start.held", held.folder().getFileName(), held.holder()),
          Nodes.button(
              words.of("start.readOnly"),
              () -> application.openProject(held.folder(), true),
              "small"));
    } else {
      notice.show(application.problemProperty().get());
    }
  }

  private Node head() {
    Label name = Nodes.label(words.of("app.name"), "app-title");
    Label line = Nodes.label(words.of("app.line"), "muted", "app-line");
    HBox head = Nodes.row(16, new AppMark(40), Nodes.column(2, name, line));
    return head;
  }

  private Node dropCard() {
    Button choose =
        Nodes.button(words.of("start.choose"), () -> application.open(desk.files().sources()));
    choose.getStyleClass().add("accent");
    choose.setDefaultButton(true);
    choose.setId("choose-files");
    Button open =
        Nodes.button(
            words.of("start.openProject"),
            () ->
                desk.files().project().ifPresent(folder -> application.openProject(folder, false)));
    open.setId("open-project");
    Label title = Nodes.label(words.of("start.drop"), "title");
    Label formats = Nodes.label(words.of("start.formats"), "muted");
    HBox buttons = Nodes.row(8, choose, open);
    buttons.setAlignment(Pos.CENTER);
    Node icon = Nodes.icon("download");
    icon.getStyleClass().add("drop-icon");
    VBox card = Nodes.column(8, icon, title, formats, buttons);
    VBox.setMargin(buttons, new javafx.geometry.Insets(8, 0, 0, 0));
    card.setAlignment(Pos.CENTER);
    card.getStyleClass().add("drop-card");
    FileDrop.install(card, application::open);
    return card;
  }

  private Node lists() {
    VBox recent = section(words.of("start.recent"));
    List<Path> projects = application.preferences().recent();
    if (projects.isEmpty()) {
      recent.getChildren().add(Nodes.label(words.of("start.noRecent"), "muted", "list-empty"));
    }
    for (Path project : projects.subList(0, Math.min(5, projects.size()))) {
      recent
          .getChildren()
          .add(
              entry(
                  "box",
                  projectName(project),
                  shortened(project.toAbsolutePath().resolveSibling("").normalize()),
                  () -> application.openProject(project, false)));
    }
    VBox shelf = section(words.of("start.samples"));
    for (SampleDataset sample : samples.datasets()) {
      shelf
          .getChildren()
          .add(
              entry(
                  "database",
                  sample.name(),
                  words.of("start.sampleRows", sample.rows())
                      + " · "
                      + words.of("sample." + sample.name()),
                  () -> samples.open(sample, application)));
    }
    HBox.setHgrow(recent, Priority.ALWAYS);
    HBox.setHgrow(shelf, Priority.ALWAYS);
    recent.setPrefWidth(0);
    shelf.setPrefWidth(0);
    HBox lists = new HBox(32, recent, shelf);
    return lists;
  }

  private static VBox section(String title) {
    return Nodes.column(4, Nodes.heading(title));
  }

  private static Node entry(String icon, String title, String detail, Runnable open) {
    Label name = Nodes.label(title, "entry-title");
    Label line = Nodes.label(detail, "muted", "small-text");
    VBox text = Nodes.column(1, name, line);
    text.setMinWidth(0);
    Button button = new Button(null, Nodes.row(12, Nodes.icon(icon), text));
    button.getStyleClass().addAll("flat", "entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setAccessibleText(title + ". " + detail);
    button.setOnAction(_ -> open.run());
    return button;
  }

  private Node foot() {
    return Nodes.row(
        16,
        Nodes.label(words.of("start.hint"), "muted", "small-text"),
        Nodes.spacer(),
        Nodes.iconButton(desk.actions().get("theme"), words),
        Nodes.button(desk.actions().get("language"), words, "flat", "small"));
  }

  private static String projectName(Path project) {
    String name = String.valueOf(project.getFileName());
    return name.endsWith(ProjectFolder.SUFFIX)
        ? name.substring(0, name.length() - ProjectFolder.SUFFIX.length())
        : name;
  }

  private static String shortened(@Nullable Path folder) {
    String home = System.getProperty("user.home", "");
    String text = String.valueOf(folder);
    return !home.isEmpty() && text.startsWith(home) ? "~" + text.substring(home.length()) : text;
  }
}
