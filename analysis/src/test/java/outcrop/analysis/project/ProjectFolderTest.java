package outcrop.analysis.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.curation.Recipe;
import outcrop.analysis.dataset.Fingerprint;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.task.UserFailure;

class ProjectFolderTest {
  @TempDir Path folder;

  private static ProjectState state(String name) {
    return new ProjectState(
        name,
        new ImportSpec(List.of(), List.of()),
        new Fingerprint("0123456789abcdef"),
        List.of(),
        LayoutSpec.EMPTY,
        Selection.EMPTY,
        Map.of("messages", "HOLOGRAM"),
        List.of(),
        Recipe.EMPTY,
        List.of(),
        Map.of("split", FieldDisplay.NONE.merged(List.of("train", "dev"), "learning")),
        List.of(),
        List.of(),
        Map.of("fromTheFuture", Map.of("a", 1)));
  }

  private void save(String name) {
    new ProjectFolder(folder).save(state(name), Json.MAPPER.createObjectNode());
  }

  @Test
  void aProjectReopensAsItWasSavedWithKeysOfANewerVersion() {
    save("first");
    assertEquals(state("first"), new ProjectFolder(folder).load().state());
  }

  @Test
  void aDamagedFileIsReplacedByItsBackup() throws IOException {
    save("first");
    save("second");
    Files.writeString(folder.resolve("project.json"), "{\"format\": \"outcrop-pro");
    ProjectDocument document = new ProjectFolder(folder).load();
    assertEquals("first", document.state().name(), "The save before must come back.");
    assertTrue(document.fromBackup(), "The user must be told that the backup was taken.");
  }

  @Test
  void aProjectWithNoReadableFileSaysWhatToDo() throws IOException {
    Files.writeString(folder.resolve("project.json"), "nonsense");
    UserFailure failure = assertThrows(UserFailure.class, () -> new ProjectFolder(folder).load());
    assertTrue(
        failure.getMessage().contains("project.json"),
        "The sentence must name the file: " + failure.getMessage());
  }

  @Test
  void aProjectOfANewerVersionIsRefusedAndLeftAlone() throws IOException {
    String text = "{\"format\": \"outcrop-project\", \"version\": 99, \"state\": {}}";
    Files.writeString(folder.resolve("project.json"), text);
    UserFailure failure = assertThrows(UserFailure.class, () -> new ProjectFolder(folder).load());
    assertTrue(failure.getMessage().contains("newer"), failure.getMessage());
    assertEquals(text, Files.readString(folder.resolve("project.json")));
  }

  @Test
  void aSecondHolderIsToldWhoHasTheProject() {
    try (ProjectLock lock = ProjectLock.take(folder).orElseThrow()) {
      assertEquals(Optional.empty(), ProjectLock.take(folder), "Two writers must not share it.");
      assertTrue(
          ProjectLock.holder(folder).contains(Long.toString(ProcessHandle.current().pid())),
          "The holder must be named: " + ProjectLock.holder(folder));
    }
    ProjectLock.take(folder).orElseThrow().close();
  }
}
