package outcrop.app.view.part;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A control in a window of its own, and a user in front of it. Errors in frames are collected, so
/// that a test sees them.
final class Shown implements AutoCloseable {
  private static final int FRAMES = 4;

  final List<Throwable> errors = new ArrayList<>();
  private final Stage stage;

  private Shown(Stage stage) {
    this.stage = stage;
  }

  static Shown of(Callable<? extends Parent> control, double width, double height)
      throws Exception {
    Shown shown =
        fx(
            () -> {
              var made = new Shown(new Stage());
              Thread.currentThread()
                  .setUncaughtExceptionHandler((thread, error) -> made.errors.add(error));
              Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
              made.stage.setScene(new Scene(control.call(), width, height));
              made.stage.setX(0);
              made.stage.setY(0);
              made.stage.show();
              made.stage.requestFocus();
              return made;
            });
    frames();
    return shown;
  }

  static <T> T fx(Callable<T> work) throws Exception {
    FxToolkit.registerPrimaryStage();
    return WaitForAsyncUtils.asyncFx(work).get(1, TimeUnit.MINUTES);
  }

  static void run(Runnable work) throws Exception {
    fx(
        () -> {
          work.run();
          return true;
        });
    frames();
  }

  /// Waits until what changed is laid out and painted.
  static void frames() throws Exception {
    var done = new CountDownLatch(FRAMES);
    fx(
        () -> {
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              done.countDown();
              if (done.getCount() == 0) {
                stop();
              }
            }
          }.start();
          return true;
        });
    done.await(1, TimeUnit.MINUTES);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Presses a key on the control itself.
  static void key(Node node, KeyCode code, boolean shift, boolean shortcut) throws Exception {
    run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
  }

  static void key(Node node, KeyCode code) throws Exception {
    key(node, code, false, false);
  }

  /// Presses the mouse at one place of a node and lets it go at another.
  static void drag(Node node, double x1, double y1, double x2, double y2) throws Exception {
    // The headless robot keeps the place of the mouse to itself, so one robot does the whole drag.
    Robot robot = fx(Robot::new);
    run(() -> robot.mouseMove(node.localToScreen(x1, y1)));
    run(() -> robot.mousePress(MouseButton.PRIMARY));
    for (int step = 1; step <= 5; step++) {
      double share = step / 5.0;
      run(
          () ->
              robot.mouseMove(node.localToScreen(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)));
    }
    run(() -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  static void click(Node node, double x, double y) throws Exception {
    drag(node, x, y, x, y);
  }

  @Override
  public void close() throws Exception {
    fx(
        () -> {
          stage.close();
          Application.setUserAgentStylesheet(null);
          return true;
        });
  }
}
