package outcrop.app.house.broken.viewmodel;

import javafx.application.Platform;
import javafx.scene.control.Label;

/// A view model that cannot be tested without a toolkit and jumps to the screen's thread by itself.
public class KnowsControls {
  public Label label;

  void jump() {
    Platform.runLater(() -> {});
  }
}
