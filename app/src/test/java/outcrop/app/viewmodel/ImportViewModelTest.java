package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.workspace.Workspace;
import outcrop.app.viewmodel.ImportViewModel.Phase;

class ImportViewModelTest {
  @TempDir Path folder;
  private final AtomicReference<Workspace> imported = new AtomicReference<>();
  private ImportViewModel model = OpenProject.importing(imported);

  @BeforeEach
  void start() {
    model = OpenProject.importing(imported);
  }

  @Test
  void whatTheUserChangedIsWhatIsImported() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x,y,z\n1,2,3\n4,5,6\n");
    model.choose(List.of(file));
    assertEquals(Phase.READY, model.phaseProperty().get(), model.problemProperty().get());
    model.fields().get(0).typeProperty().set(FieldType.CATEGORY);
    model.fields().get(1).nameProperty().set("second");
    model.fields().get(2).keptProperty().set(false);
    model.folderProperty().set(folder.resolve("a.outcrop").toString());
    model.importAll();
    try (Workspace workspace = imported.get()) {
      assertEquals("", model.problemProperty().get(), "The import has no problem.");
      assertEquals(
          List.of("x CATEGORY", "second NUMBER"),
          workspace.columns().schema().fields().stream()
              .map(field -> field.name() + " " + field.type())
              .toList(),
          "Type, name and choice of fields are the user's.");
    }
  }

  @Test
  void anotherDelimiterShowsOtherFields() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x;y\n1,5;2\n4,5;3\n");
    model.choose(List.of(file));
    assertEquals(2, model.fields().size(), "The semicolon is found.");
    model.setOption("delimiter", ",");
    assertEquals(
        ",", model.option("delimiter"), "The setting is the user's: " + model.problemProperty());
  }

  @Test
  void twoFieldsOfOneNameAreToldBeforeAnythingIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
    model.choose(List.of(file));
    model.fields().get(1).nameProperty().set("x");
    model.importAll();
    assertTrue(
        model.problemProperty().get().contains("“x”"),
        "The sentence names the field: " + model.problemProperty().get());
    assertNull(imported.get(), "Nothing was imported.");
  }

  @Test
  void aFileThatIsNotThereIsOneSentence() {
    model.choose(List.of(folder.resolve("none.csv")));
    assertTrue(
        model.problemProperty().get().contains("none.csv"),
        "The sentence names the file: " + model.problemProperty().get());
    assertFalse(model.problemProperty().get().contains("Exception"), "No technical words.");
  }
}
