package outcrop.app.boot;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Brings what work found to the JavaFX thread. Who is there already is served at once, so that the
/// answer to a click is there when the click returns.
final class FxDelivery implements Executor {
  @Override
  public void execute(Runnable message) {
    if (Platform.isFxApplicationThread()) {
      message.run();
    } else {
      Platform.runLater(message);
    }
  }
}
