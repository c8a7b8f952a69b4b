package outcrop.app.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.app.view.AppearanceSwitch;
import outcrop.app.view.NativeFileChoice;
import outcrop.app.view.Shell;
import outcrop.app.viewmodel.ApplicationViewModel;
import outcrop.app.viewmodel.ChartViewModel;
import outcrop.app.viewmodel.CompareViewModel;
import outcrop.app.viewmodel.ImportViewModel;
import outcrop.app.viewmodel.OverviewViewModel;
import outcrop.app.viewmodel.RowsViewModel;
import outcrop.app.viewmodel.SampleShelf;
import outcrop.app.viewmodel.UnknownViewModel;
import outcrop.app.viewmodel.UserPreferences;
import outcrop.app.viewmodel.Work;
import outcrop.app.viewmodel.WorkspaceViewModel;

/// The window of the program.
///
/// With the system property `outcrop.exitAfterFirstFrame` it closes itself once it was drawn, with
/// the rows of the project where one was named; the launcher uses that to record the start, the
/// installers to prove that an image starts, and the benchmarks to time it.
public final class WindowApp extends Application {
  private static final double WIDTH = 1360;
  private static final double HEIGHT = 860;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;

  private final PooledTaskRunner runner = new PooledTaskRunner();

  /// Opens the window and returns when it was closed.
  ///
  /// @param arguments a project, or data files to import; none for the start screen
  public static void open(String... arguments) {
    launch(WindowApp.class, arguments);
  }

  @Override
  public void start(Stage stage) {
    UserPreferences preferences = new UserPreferences(UserPreferences.defaultFile());
    AppearanceSwitch appearance = new AppearanceSwitch(preferences);
    ApplicationViewModel application =
        new ApplicationViewModel(new Work(runner, new FxDelivery()), preferences);
    SampleShelf samples = new SampleShelf(ImportViewModel.defaultFolder());
    Shell shell =
        new Shell(
            application,
            appearance,
            samples,
            new NativeFileChoice(
                () -> stage,
                application::words,
                address -> getHostServices().showDocument(address)));
    // A window that is larger than the screen hides its own edges where nothing manages windows.
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            shell,
            Math.min(screen.getWidth(), preferences.width() > 0 ? preferences.width() : WIDTH),
            Math.min(screen.getHeight(), preferences.height() > 0 ? preferences.height() : HEIGHT));
    appearance.style(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setTitle("Outcrop");
    application
        .projectProperty()
        .subscribe(
            project ->
                stage.setTitle(
                    project == null ? "Outcrop" : project.state().name() + " – Outcrop"));
    stage.setScene(scene);
    stage.setOnCloseRequest(_ -> hidePopups());
    stage.setOnHidden(
        _ -> {
          preferences.setSize(scene.getWidth(), scene.getHeight());
          application.close();
          runner.close();
        });
    icon(stage);
    stage.show();
    List<Path> named = getParameters().getRaw().stream().map(Path::of).toList();
    if (!named.isEmpty()) {
      application.open(named);
    }
    if (Boolean.getBoolean("outcrop.exitAfterFirstFrame")) {
      closeAfterFirstFrame(
          stage, () -> named.isEmpty() || isShown(application.projectProperty().getValue()));
    } else if (named.isEmpty() && preferences.isNew()) {
      samples.open(samples.datasets().getFirst(), application);
    }
  }

  /// The window toolkit of Linux crashes when a popup outlives the window that it belongs to.
  static void hidePopups() {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof PopupWindow) {
        window.hide();
      }
    }
  }

  private static void icon(Stage stage) {
    var picture = WindowApp.class.getResource("/outcrop/ui/icon.png");
    if (picture != null) {
      stage.getIcons().add(new Image(picture.toExternalForm()));
    }
  }

  /// Whether every view of the project has its data.
  private static boolean isShown(@Nullable WorkspaceViewModel project) {
    return project != null
        && project.views().values().stream()
            .allMatch(
                view ->
                    switch (view) {
                      case RowsViewModel rows -> rows.rowsProperty().get() != null;
                      case ChartViewModel<?, ?> chart -> chart.dataProperty().get() != null;
                      case CompareViewModel _, OverviewViewModel _, UnknownViewModel _ -> true;
                    });
  }

  /// Closes the window two frames after what it was asked to show is there.
  private static void closeAfterFirstFrame(Stage stage, BooleanSupplier ready) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (ready.getAsBoolean() && ++pulses == 3) {
          stop();
          hidePopups();
          stage.hide();
        }
      }
    }.start();
  }
}
