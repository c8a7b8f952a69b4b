package outcrop.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.app.viewmodel.ApplicationViewModel.Screen;
import outcrop.app.viewmodel.ImportViewModel.Phase;

class NamesInTheWindowTest {
  @TempDir Path home;

  @Test
  void underscoresOfNamesAreShown() throws IOException {
    Path data = Files.writeString(home.resolve("a.csv"), "first_name,age\nAda,36\nBob,7\n");
    try (OpenWindow window = OpenWindow.open(home, 1200, 800)) {
      OpenWindow.doFx(() -> window.application.importFiles(List.of(data)));
      OpenWindow.await(
          "the preview is there",
          () -> window.application.importing().phaseProperty().get() == Phase.READY);
      OpenWindow.doFx(
          () -> {
            String target = home.resolve("athletes_csv.outcrop").toString();
            window.application.importing().folderProperty().set(target);
            window.application.importing().importAll();
          });
      OpenWindow.await(
          "the project is open", () -> window.application.screenProperty().get() == Screen.PROJECT);
      OpenWindow.pause(200);
      assertEquals(
          "athletes_csv",
          OpenWindow.onFx(() -> ((Text) window.node("#project-menu .text")).getText()),
          "The name of the project has its underscore.");

      window.action("export");
      assertEquals(
          List.of(),
          OpenWindow.onFx(
              () ->
                  window.scene.getRoot().lookupAll(".export .button, .export .check-box").stream()
                      .map(ButtonBase.class::cast)
                      .filter(ButtonBase::isMnemonicParsing)
                      .map(ButtonBase::getText)
                      .toList()),
          "Make these controls with Nodes.plain, or underscores of names are lost.");
    }
  }
}
