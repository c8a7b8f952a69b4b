package outcrop.app.window;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.app.view.AppearanceSwitch;
import outcrop.app.view.FileChoice;
import outcrop.app.view.Shell;
import outcrop.app.viewmodel.ApplicationViewModel;
import outcrop.app.viewmodel.SampleShelf;
import outcrop.app.viewmodel.UserPreferences;
import outcrop.app.viewmodel.Work;

/// The real window without a screen, for tests and pictures: file dialogs answer what was put into
/// them.
final class OpenWindow implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PooledTaskRunner runner = new PooledTaskRunner();
  private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
  final Deque<Path> answers = new ArrayDeque<>();
  final List<String> links = new CopyOnWriteArrayList<>();
  final ApplicationViewModel application;
  final AppearanceSwitch appearance;
  final Shell shell;
  final Scene scene;
  final Stage stage;

  private OpenWindow(Path home, double width, double height) {
    Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> fail(failure));
    UserPreferences preferences = new UserPreferences(home.resolve("preferences.json"));
    appearance = new AppearanceSwitch(preferences);
    application = new ApplicationViewModel(new Work(runner, OpenWindow::deliver), preferences);
    shell = new Shell(application, appearance, new SampleShelf(home), new Answers());
    scene = new Scene(shell, width, height);
    appearance.style(scene);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
  }

  private void fail(Throwable failure) {
    uncaught.add(failure);
    System.getLogger("window").log(System.Logger.Level.ERROR, "Uncaught", failure);
  }

  private static void deliver(Runnable message) {
    if (Platform.isFxApplicationThread()) {
      message.run();
    } else {
      Platform.runLater(message);
    }
  }

  /// Opens a window whose preferences and projects lie in a folder.
  static OpenWindow open(Path home, double width, double height) {
    startToolkit();
    return onFx(() -> new OpenWindow(home, width, height));
  }

  static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException running) {
      // Another test started it.
      return;
    }
  }

  private final class Answers implements FileChoice {
    @Override
    public void openLink(String address) {
      links.add(address);
    }

    @Override
    public List<Path> sources() {
      return Optional.ofNullable(answers.poll()).stream().toList();
    }

    @Override
    public Optional<Path> project() {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> view() {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> target(String name, String ending) {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Path> folder(Path start) {
      return Optional.ofNullable(answers.poll());
    }
  }

  /// Runs on the JavaFX thread and waits for it.
  static <T> T onFx(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable failure) {
            done.completeExceptionally(failure);
          }
        });
    try {
      return done.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new AssertionError("The window failed: " + failure.getCause(), failure);
    }
  }

  static void doFx(Runnable work) {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  /// Waits until something holds on the JavaFX thread.
  static void await(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!onFx(holds::getAsBoolean)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("In vain waited until " + what + ".");
      }
      pause(20);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new AssertionError("Stopped while waiting", stopped);
    }
  }

  /// Does an action as the palette would.
  void action(String id) {
    doFx(() -> shell.actions().get(id).fire());
  }

  Node node(String selector) {
    Node found = scene.getRoot().lookup(selector);
    if (found == null) {
      throw new AssertionError("There is no " + selector + " in the window.");
    }
    return found;
  }

  @Override
  public void close() {
    doFx(
        () -> {
          stage.hide();
          application.close();
        });
    runner.close();
    if (!uncaught.isEmpty()) {
      throw new AssertionError("Something failed in the window.", uncaught.getFirst());
    }
  }
}
