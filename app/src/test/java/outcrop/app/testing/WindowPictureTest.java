package outcrop.app.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WindowPictureTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theHeadlessScreenHoldsAWindowOfFullSize() throws Exception {
    var bounds = onFxThread(() -> Screen.getPrimary().getBounds());

    assertEquals(
        "1600 x 1000",
        "%.0f x %.0f".formatted(bounds.getWidth(), bounds.getHeight()),
        "Let the build run HeadlessScreenSize, and see headless.screen.width in app/pom.xml.");
  }

  @Test
  void showsThePopupsOverTheWindow(@TempDir Path folder) throws Exception {
    Stage stage = onFxThread(WindowPictureTest::windowWithPopup);
    WaitForAsyncUtils.waitForFxEvents();
    try {
      WritableImage picture = onFxThread(() -> WindowPicture.of(stage, 2));
      Path file = folder.resolve("shots/window.png");
      onFxThread(
          () -> {
            WindowPicture.save(stage, 1, file);
            return file;
          });

      assertEquals(2400, picture.getWidth(), "The picture is the scene's width times the scale.");
      assertEquals(
          Color.RED,
          picture.getPixelReader().getColor(2 * 1110, 2 * 710),
          "The popup belongs to the picture, where it is shown.");
      assertEquals(
          Color.BLUE,
          picture.getPixelReader().getColor(20, 20),
          "Beside the popup the picture shows the window.");
      assertEquals(true, Files.size(file) > 0, "The file holds the picture.");
    } finally {
      onFxThread(
          () -> {
            stage.hide();
            return stage;
          });
    }
  }

  private static Stage windowWithPopup() {
    var stage = new Stage();
    var background = new Pane();
    background.setStyle("-fx-background-color: blue");
    stage.setScene(new Scene(background, 1200, 900));
    stage.setX(300);
    stage.setY(50);
    stage.show();
    var marker = new Region();
    marker.setPrefSize(40, 40);
    marker.setStyle("-fx-background-color: red");
    var popup = new Popup();
    popup.getContent().add(marker);
    popup.show(
        stage,
        stage.getX() + stage.getScene().getX() + 1100,
        stage.getY() + stage.getScene().getY() + 700);
    return stage;
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    return WaitForAsyncUtils.asyncFx(work).get(1, TimeUnit.MINUTES);
  }
}
