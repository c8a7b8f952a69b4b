package outcrop.app.house.broken.cli;

import javafx.scene.control.Label;

/// A command line that needs a screen.
public class ShowsAWindow {
  public Label label;
}
