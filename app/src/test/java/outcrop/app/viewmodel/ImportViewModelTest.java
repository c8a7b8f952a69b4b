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
import outcrop.analysis.io.FirstRows;
import outcrop.analysis.io.ImportPreview;
import outcrop.analysis.io.ReaderOption;
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
  void theFirstRowsOfALargeFileCanBeLookedAtWhileTheRestIsRead() throws IOException {
    StringBuilder text = new StringBuilder("n,word\n");
    for (int i = 0; i < 4 * ImportViewModel.FIRST_ROWS; i++) {
      text.append(i).append(",word ").append(i % 7).append('\n');
    }
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    AtomicReference<FirstRows> shown = new AtomicReference<>();
    model.choose(List.of(file));
    model.folderProperty().set(folder.resolve("a.outcrop").toString());
    model
        .firstRowsProperty()
        .subscribe(
            first -> {
              if (first != null) {
                shown.set(first);
                assertEquals("17", first.columns().textAt("n", 17), "Rows stand as in the file.");
                assertTrue(
                    first.columns().rowCount() < 2 * ImportViewModel.FIRST_ROWS,
                    "Only the first rows are there.");
              }
            });
    model.importAll();
    try (Workspace workspace = imported.get()) {
      assertEquals(4 * ImportViewModel.FIRST_ROWS, workspace.columns().rowCount());
    }
    assertNull(model.firstRowsProperty().get(), "The first rows give place to all of them.");
    assertFalse(Files.exists(shown.get().folder()), "Nothing temporary is left.");
  }

  @Test
  void fieldsOfAnotherFileAreJoinedByKeyAndLeftOutAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "id,word\nr1,x\nr2,y\n");
    Path scores = Files.writeString(folder.resolve("s.csv"), "key,score\nr2,0.5\nr1,0.25\n");
    model.choose(List.of(file));
    model.fields().get(1).nameProperty().set("text");
    model.join(List.of(scores), "id", "key");
    assertEquals("", model.problemProperty().get(), "The files can be joined.");
    assertEquals(
        List.of("id", "text", "score"),
        model.fields().stream().map(field -> field.nameProperty().get()).toList(),
        "The fields of both files are there, and what was changed stays.");
    model.removeJoin(model.joins().getFirst());
    assertEquals(2, model.fields().size(), "Without the join its fields are gone.");
  }

  @Test
  void everySettingOfTheReaderIsOffered() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n4,5\n");
    model.choose(List.of(file));
    List<String> offered = model.options().stream().map(ReaderOption::name).toList();
    assertTrue(
        offered.containsAll(List.of("delimiter", "quote", "header", "encoding", "compression")),
        "Settings of the format and of its compression are offered: " + offered);
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
  void whatTheUserChangedIsKeptUnderAnotherDialect() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x;y;z\n1;2;3\n4;5;6\n");
    model.choose(List.of(file));
    model.fields().get(0).typeProperty().set(FieldType.CATEGORY);
    model.fields().get(1).nameProperty().set("second");
    model.fields().get(2).keptProperty().set(false);
    model.setOption("delimiter", ",");
    assertEquals(
        List.of("x;y;z"),
        model.fields().stream().map(field -> field.nameProperty().get()).toList(),
        "With commas there is one field.");
    model.setOption("delimiter", ";");
    assertEquals(
        List.of("x CATEGORY true", "second NUMBER true", "z NUMBER false"),
        model.fields().stream()
            .map(
                field ->
                    field.nameProperty().get()
                        + " "
                        + field.typeProperty().get()
                        + " "
                        + field.keptProperty().get())
            .toList(),
        "The fields that are there again are as the user left them.");
  }

  @Test
  void theReportHasTheWarningsOfThePreview() throws IOException {
    String rows = "1\n".repeat(30) + "many\n" + "2\n".repeat(2);
    Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n" + rows.replace("\n", ",1\n"));
    model.choose(List.of(file));
    ImportPreview preview = model.previewProperty().get();
    assertTrue(preview.exact(), "All rows were looked at, so their number is no estimate.");
    assertEquals(33, preview.estimatedRows(), "It is the number of rows.");
    assertEquals(1, preview.warnings().size(), "x is nearly a number: " + preview.warnings());
    model.folderProperty().set(folder.resolve("a.outcrop").toString());
    model.importAll();
    try (Workspace workspace = imported.get()) {
      assertEquals(
          preview.warnings(), workspace.report().warnings(), "The report repeats the warning.");
    }
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
