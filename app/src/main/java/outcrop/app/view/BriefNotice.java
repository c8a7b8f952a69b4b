package outcrop.app.view;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A sentence about what was just done, which goes by itself.
final class BriefNotice extends HBox {
  private static final Duration SHOWN = Duration.seconds(2.5);

  private BriefNotice(String sentence) {
    super(10, Nodes.icon("check"), Nodes.label(sentence));
    getStyleClass().add("brief-notice");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    setAccessibleText(sentence);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  static void show(Desk desk, String sentence) {
    Region notice = Nodes.padded(new BriefNotice(sentence), 12, 16);
    desk.overlays().tell(notice);
    PauseTransition wait = new PauseTransition(SHOWN);
    wait.setOnFinished(_ -> desk.overlays().end(notice));
    wait.play();
  }
}
