package outcrop.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.workspace.ImportChange;
import outcrop.app.viewmodel.ActionRegistry;
import outcrop.app.viewmodel.AppAction;
import outcrop.app.viewmodel.ApplicationViewModel;
import outcrop.app.viewmodel.ApplicationViewModel.Screen;
import outcrop.app.viewmodel.SampleShelf;
import outcrop.app.viewmodel.Words;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// The whole window: the screen that is shown, the panes above it, and the keys that work
/// everywhere.
public final class Shell extends StackPane {
  private final ApplicationViewModel application;
  private final AppearanceSwitch appearance;
  private final SampleShelf samples;
  private final FileChoice files;
  private final ActionRegistry actions = new ActionRegistry();
  private final Overlays overlays = new Overlays();
  private final StackPane screen = new StackPane();
  private Desk desk;
  private Set<String> always = Set.of();
  private @Nullable MainView main;

  public Shell(
      ApplicationViewModel application,
      AppearanceSwitch appearance,
      SampleShelf samples,
      FileChoice files) {
    this.application = application;
    this.appearance = appearance;
    this.samples = samples;
    this.files = files;
    this.desk = newDesk(application.words());
    getStyleClass().add("shell");
    getChildren().addAll(screen, overlays);
    registerActions();
    application.screenProperty().subscribe(_ -> show());
    application.projectProperty().subscribe(_ -> forgetProject());
    application.changeProperty().subscribe((_, change) -> showChange(change));
    application.problemProperty().subscribe(this::tellProject);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(KeyEvent.KEY_PRESSED, this::unusedKey);
    FileDrop.install(screen, application::open);
  }

  private Desk newDesk(Words words) {
    return new Desk(words, actions, files, overlays, appearance.darkProperty());
  }

  private void registerActions() {
    add("palette", "command", "Shortcut+K", this::palette);
    add("open", "folder", "Shortcut+O", this::open);
    add("import", "plus-square", "Shortcut+I", application::newImport);
    add("shortcuts", "help-circle", "?", this::shortcuts);
    add("theme", "moon", "Shortcut+D", appearance::toggle);
    add("language", "globe", "", this::otherLanguage);
    add("close-project", "home", "", application::toStart);
    actions.add(
        new AppAction(
            "reread",
            "refresh-cw",
            "",
            application.projectProperty().isNotNull(),
            application::readSourcesAgain));
    always = Set.copyOf(actions.all().stream().map(AppAction::id).toList());
  }

  private void add(String id, String icon, String shortcut, Runnable run) {
    actions.add(AppAction.always(id, icon, shortcut, run));
  }

  private void open() {
    files.project().ifPresent(folder -> application.open(List.of(folder)));
  }

  private void palette() {
    PaletteView palette = new PaletteView(desk);
    overlays.show(palette, true);
    palette.focusText();
  }

  private void shortcuts() {
    ShortcutsView shortcuts = new ShortcutsView(desk);
    overlays.show(shortcuts, false);
    shortcuts.requestFocus();
  }

  private void otherLanguage() {
    List<Locale> all = Words.LANGUAGES;
    int now = all.indexOf(Locale.forLanguageTag(desk.words().locale().getLanguage()));
    Locale next = all.get((now + 1) % all.size());
    application.preferences().setLanguage(next);
    Words words = new Words(next);
    application.setWords(words);
    desk = newDesk(words);
    main = null;
    show();
  }

  private void forgetProject() {
    if (main != null) {
      main.release();
      screen.getChildren().remove(main);
    }
    main = null;
    ProjectActions.remove(actions, always);
  }

  private void show() {
    overlays.closeAll();
    Screen now = application.screenProperty().get();
    Node content =
        switch (now) {
          case START -> new StartView(desk, application, samples);
          case IMPORT -> new ImportView(desk, application.importing(), application::leaveImport);
          case OPENING -> opening();
          case PROJECT -> project();
        };
    screen.getChildren().setAll(content);
    content.requestFocus();
  }

  /// What went wrong with the open project as a whole stands above its table.
  private void tellProject(String sentence) {
    if (main != null && application.screenProperty().get() == Screen.PROJECT) {
      main.table().ifPresent(table -> table.tell(sentence));
    }
  }

  private void showChange(@Nullable ImportChange change) {
    if (change != null) {
      overlays.show(new ChangeView(desk, change), false);
      application.dismissChange();
    }
  }

  private Node opening() {
    ProgressCard card =
        new ProgressCard(desk.words(), application::progress, application::cancelOpening);
    card.setMaxSize(480, 160);
    return new StackPane(card);
  }

  private Node project() {
    WorkspaceViewModel project = application.projectProperty().get();
    if (project == null) {
      return new StartView(desk, application, samples);
    }
    if (main == null) {
      main = new MainView(desk, project, application.preferences());
    }
    return main;
  }

  /// The open project on the screen, null where there is none.
  @Nullable MainView main() {
    return main;
  }

  public Overlays overlays() {
    return overlays;
  }

  public ActionRegistry actions() {
    return actions;
  }

  /// Shortcuts with a modifier win over whatever has the focus.
  private void key(KeyEvent event) {
    if (!event.isShortcutDown() && !isFunctionKey(event.getCode())) {
      return;
    }
    for (AppAction action : actions.all()) {
      String shortcut = action.shortcut();
      if (isCombination(shortcut) && KeyCombination.valueOf(shortcut).match(event)) {
        if (!overlays.isBusy()) {
          action.fire();
        }
        event.consume();
        return;
      }
    }
  }

  private static boolean isCombination(String shortcut) {
    return !shortcut.isEmpty() && !shortcut.equals("?") && !shortcut.equals("Esc");
  }

  private static boolean isFunctionKey(KeyCode code) {
    return code.isFunctionKey();
  }

  /// Single keys come last: a text field or a chart may have had its own use for them.
  private void unusedKey(KeyEvent event) {
    if (event.isConsumed() || overlays.isBusy()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      actions.find("clear-filters").ifPresent(AppAction::fire);
      event.consume();
    } else if (event.getText().equals("?") && !isTyping()) {
      actions.get("shortcuts").fire();
      event.consume();
    }
  }

  private boolean isTyping() {
    Scene scene = getScene();
    return scene != null && scene.getFocusOwner() instanceof javafx.scene.control.TextInputControl;
  }
}
