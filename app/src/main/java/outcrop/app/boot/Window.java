package outcrop.app.boot;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The window of the program.
///
/// With the system property `outcrop.exitAfterFirstFrame` it closes itself once it was drawn; the
/// launcher uses that to record the start, and the installers to prove that an image starts.
public final class Window extends Application {
  static void open(String[] arguments) {
    launch(Window.class, arguments);
  }

  @Override
  public void start(Stage stage) {
    stage.setTitle("Outcrop");
    stage.setScene(new Scene(new Label("Outcrop"), 900, 600));
    stage.show();
    if (Boolean.getBoolean("outcrop.exitAfterFirstFrame")) {
      closeAfterFirstFrame(stage);
    }
  }

  private static void closeAfterFirstFrame(Stage stage) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 3) {
          stop();
          stage.hide();
        }
      }
    }.start();
  }
}
