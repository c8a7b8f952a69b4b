package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.app.viewmodel.ApplicationViewModel.Screen;

class ApplicationViewModelTest {
  @TempDir Path folder;

  @Test
  void whatIsDroppedOnTheWindowIsOpenedWhenItIsAProjectAndImportedOtherwise() throws IOException {
    OpenProject.in(folder).close();
    Path other = Files.writeString(folder.resolve("more.csv"), OpenProject.TABLE);
    UserPreferences preferences = new UserPreferences(folder.resolve("preferences.json"));
    try (ApplicationViewModel application =
        new ApplicationViewModel(OpenProject.WORK, preferences)) {
      application.open(List.of());
      assertEquals(Screen.START, screen(application), "Nothing was dropped.");
      application.open(List.of(folder.resolve("people.csv"), other));
      assertEquals(Screen.IMPORT, screen(application), "Data files are shown before import.");
      assertEquals(
          ImportViewModel.Phase.READY,
          application.importing().phaseProperty().get(),
          "Both files are one preview.");
      application.open(List.of(folder.resolve("people.outcrop")));
      assertEquals(Screen.PROJECT, screen(application), "A folder of a project is opened.");
      application.toStart();
      application.open(List.of(folder.resolve("people.outcrop").resolve("project.json")));
      assertEquals(Screen.PROJECT, screen(application), "Its file stands for the project.");
      assertNotNull(application.projectProperty().get());
    }
  }

  @Test
  void sourcesThatGrewAreReadAgainAndTheProjectShowsWhatCameOfIt() throws IOException {
    OpenProject.in(folder).close();
    UserPreferences preferences = new UserPreferences(folder.resolve("preferences.json"));
    try (ApplicationViewModel application =
        new ApplicationViewModel(OpenProject.WORK, preferences)) {
      application.open(List.of(folder.resolve("people.outcrop")));
      application.readSourcesAgain();
      assertEquals(0, application.changeProperty().get().added(), "Nothing has changed yet.");
      Files.writeString(
          folder.resolve("people.csv"), OpenProject.TABLE + "Ida,f,44,Berlin,measures\n");
      application.readSourcesAgain();
      assertEquals("", application.problemProperty().get(), "The sources can be read.");
      assertEquals(1, application.changeProperty().get().added(), "One row is new.");
      assertEquals(
          6,
          application.projectProperty().get().columns().rowCount(),
          "The project that is open has the new row.");
      application.projectProperty().get().undo();
      assertEquals(
          5,
          application.projectProperty().get().columns().rowCount(),
          "Undo opens the rows of before.");
    }
  }

  private static Screen screen(ApplicationViewModel application) {
    return application.screenProperty().get();
  }
}
