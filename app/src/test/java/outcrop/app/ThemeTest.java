package outcrop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.TaskProgressView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ThemeTest {
  private static final Logger CSS = Logger.getLogger("javafx.css");

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterAll
  static void restoreTheme() throws Exception {
    FxToolkit.setupFixture(() -> Application.setUserAgentStylesheet(null));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everyColourNameIsKnown(Theme theme) throws Exception {
    var complaints = new Complaints();
    CSS.addHandler(complaints);
    try {
      WaitForAsyncUtils.asyncFx(() -> show(theme)).get(1, TimeUnit.MINUTES);
    } finally {
      CSS.removeHandler(complaints);
    }

    assertEquals(
        List.of(),
        complaints.messages,
        "Define the colour names that JavaFX looks up here in outcrop/ui/theme/base.css.");
  }

  private static List<Theme> themes() {
    return List.of(new PrimerLight(), new PrimerDark());
  }

  private static boolean show(Theme theme) {
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    var scene =
        new Scene(
            new VBox(
                new Button("button"),
                new TextField("text"),
                new TableView<String>(),
                new CheckComboBox<String>(),
                new SearchableComboBox<String>(),
                new RangeSlider(0, 10, 2, 8),
                new TaskProgressView<>()));
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(ThemeTest.class.getResource("/outcrop/ui/theme/base.css"))
                .toExternalForm());
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    scene.snapshot(null);
    stage.hide();
    return true;
  }

  private static final class Complaints extends Handler {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord complaint) {
      messages.add(complaint.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
