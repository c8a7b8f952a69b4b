package outcrop.app.view;

import javafx.animation.PauseTransition;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// A sentence about what was just done, which goes by itself.
final class BriefNotice extends HBox {
  private static final Duration SHOWN = Duration.seconds(2.5);

  private BriefNotice(String sentence) {
    super(10, Nodes.icon("check"), Nodes.label(sentence));
    getStyleClass().add("brief-notice");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setAccessibleText(sentence);
    setFocusTraversable(true);
  }

  static void show(Desk desk, String sentence) {
    BriefNotice notice = new BriefNotice(sentence);
    desk.overlays().show(Nodes.padded(notice, 12, 16), true);
    PauseTransition wait = new PauseTransition(SHOWN);
    wait.setOnFinished(_ -> desk.overlays().close(notice));
    wait.play();
  }
}
