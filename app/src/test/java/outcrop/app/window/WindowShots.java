package outcrop.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import outcrop.analysis.command.Command;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.app.testing.WindowPicture;
import outcrop.app.viewmodel.ApplicationViewModel.Screen;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.UserPreferences.Appearance;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// Takes pictures of every screen on real data, to be looked at.
///
/// The property `outcrop.shots` chooses from `light,dark,small`. Arguments: a folder for the
/// pictures, one for the projects, then data files; the first is imported and looked at in every
/// way, the others once.
final class WindowShots {
  private final Path pictures;
  private final Path home;
  private final List<Path> data;
  private OpenWindow window;
  private String prefix = "";

  private WindowShots(Path pictures, Path home, List<Path> data) {
    this.pictures = pictures;
    this.home = home;
    this.data = data;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = java.util.Arrays.stream(arguments).map(Path::of).toList();
    Files.createDirectories(paths.get(1));
    WindowShots shots = new WindowShots(paths.get(0), paths.get(1), paths.subList(2, paths.size()));
    List<String> wanted =
        List.of(System.getProperty("outcrop.shots", "light,dark,small").split(","));
    if (wanted.contains("light")) {
      shots.run(1440, 900, Appearance.LIGHT, "large-light");
    }
    if (wanted.contains("dark")) {
      shots.run(1440, 900, Appearance.DARK, "large-dark");
    }
    if (wanted.contains("small")) {
      shots.run(1024, 700, Appearance.LIGHT, "small-light");
    }
    Platform.exit();
  }

  private void run(double width, double height, Appearance look, String name) {
    prefix = name;
    try (OpenWindow open = OpenWindow.open(home, width, height)) {
      window = open;
      OpenWindow.doFx(
          () -> {
            if (open.appearance.darkProperty().get() != (look == Appearance.DARK)) {
              open.appearance.toggle();
            }
          });
      shot("01-start");
      OpenWindow.doFx(() -> open.application.open(List.of(Path.of("/no/such/file.outcrop"))));
      OpenWindow.await("opening fails", () -> !open.application.problemProperty().get().isEmpty());
      shot("02-start-error");
      for (Path file : data) {
        project(file, file.equals(data.getFirst()));
      }
    }
  }

  private void project(Path file, boolean thorough) {
    String name = file.getFileName().toString().replaceAll("\\..*", "");
    Path folder = home.resolve(prefix + "-" + name + ".outcrop");
    if (Files.isDirectory(folder)) {
      OpenWindow.doFx(() -> window.application.openProject(folder, false));
    } else {
      OpenWindow.doFx(() -> window.application.importFiles(List.of(file)));
      OpenWindow.await(
          "the preview of " + file,
          () ->
              window.application.importing().phaseProperty().get() == ImportViewModel.Phase.READY
                  || !window.application.importing().problemProperty().get().isEmpty());
      shot("03-import-" + name);
      OpenWindow.doFx(
          () -> {
            window.application.importing().folderProperty().set(folder.toString());
            window.application.importing().importAll();
          });
    }
    OpenWindow.await(
        "the import of " + file,
        () ->
            window.application.screenProperty().get() == Screen.PROJECT
                || !window.application.importing().problemProperty().get().isEmpty());
    WorkspaceViewModel project = window.application.projectProperty().get();
    OpenWindow.pause(1500);
    shot("04-main-" + name);
    if (thorough && project != null) {
      thorough(project, name);
    }
  }

  private void thorough(WorkspaceViewModel project, String name) {
    OpenWindow.await("text is indexed", () -> project.workspace().textReady().isDone());
    String field = project.countable().getFirst().name();
    OpenWindow.doFx(() -> project.edits().showDistribution(field));
    OpenWindow.pause(500);
    shot("05-editor-" + name);
    OpenWindow.doFx(
        () -> {
          project.search().textProperty().set("card");
          project.search().apply();
          project.execute(
              new Command.SetClause(
                  SelectionClause.of("", "shot", new Predicate.IsMissing(field))
                      .withInverted(true)),
              "");
          ((outcrop.app.view.part.GridTable) window.node(".grid-table")).goToPosition(4);
        });
    window.action("inspect");
    OpenWindow.pause(800);
    shot("06-filtered-" + name);
    OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText("text:(card AND"));
    OpenWindow.pause(700);
    shot("07-search-error");
    OpenWindow.doFx(() -> ((TextField) window.node("#search")).setText(""));
    OpenWindow.pause(700);
    for (String action : List.of("palette", "shortcuts", "report", "export", "go-to-row")) {
      window.action(action);
      shot("08-" + action);
      OpenWindow.doFx(() -> window.shell.overlays().closeAll());
    }
    OpenWindow.doFx(() -> project.edits().showDistribution(field));
    window.action("export-view");
    shot("09-export-view");
    OpenWindow.doFx(() -> window.shell.overlays().closeAll());
    window.action("history");
    window.action("language");
    shot("10-german");
    window.action("language");
  }

  private void shot(String name) {
    OpenWindow.pause(500);
    OpenWindow.doFx(
        () -> {
          try {
            WindowPicture.save(window.stage, 1, pictures.resolve(prefix + "-" + name + ".png"));
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }
}
