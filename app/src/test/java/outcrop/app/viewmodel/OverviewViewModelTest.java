package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.io.ImportSpec;
import outcrop.analysis.io.Importer;
import outcrop.analysis.overview.FieldWarning;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.spec.OverviewSpec;
import outcrop.analysis.spec.RelationSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.workspace.Workspace;
import outcrop.app.viewmodel.OverviewViewModel.Item;

class OverviewViewModelTest {
  private static final DirectTaskRunner RUNNER = new DirectTaskRunner();

  @TempDir Path folder;

  /// Ten times six rows: 999 among the ages, a name for each code, two spellings of one state.
  private WorkspaceViewModel suspects() throws IOException {
    String rows =
        """
        1,one,31,Open
        2,two,999,open
        1,one,28,Open
        2,two,999,closed
        1,one,45,open
        2,two,17,closed
        """;
    Path file =
        Files.writeString(
            folder.resolve("suspects.csv"), "code,name,age,state\n" + rows.repeat(10));
    ImportSpec spec = new Importer(RUNNER).preview(List.of(file), TaskContext.NONE).spec();
    Path project = folder.resolve("suspects.outcrop");
    Workspace.importInto(project, spec, folder, RUNNER, TaskContext.NONE);
    return new WorkspaceViewModel(
        Workspace.open(project, false, RUNNER), OpenProject.WORK, OpenProject.WORDS);
  }

  private static OverviewViewModel overview(WorkspaceViewModel project) {
    return (OverviewViewModel)
        project.views().values().stream()
            .filter(OverviewViewModel.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  private static List<String> names(OverviewViewModel model) {
    return model.itemsProperty().get().stream().map(item -> item.field().name()).toList();
  }

  private static FieldWarning warning(OverviewViewModel model, String field, Kind kind) {
    for (Item item : model.itemsProperty().get()) {
      if (item.field().name().equals(field) && item.card() != null) {
        for (FieldWarning warning : item.card().warnings()) {
          if (warning.kind() == kind) {
            return warning;
          }
        }
      }
    }
    throw new AssertionError("No " + kind + " on the card of " + field);
  }

  @Test
  void aNewDatasetOpensWithTheOverviewInFrontAndNothingIsWorkedOutBeforeItIsSeen()
      throws IOException {
    try (WorkspaceViewModel project = suspects()) {
      OverviewViewModel model = overview(project);
      assertEquals(
          model.specProperty().get().id(),
          project.focusedViewProperty().get(),
          "The overview is the view in front.");
      assertEquals(List.of(), model.itemsProperty().get(), "Nobody has seen it.");
      model.look();
      assertTrue(model.progressProperty().get().isDone(), "Every field has its card.");
      assertEquals(
          List.of("age", "code", "name", "state"),
          names(model),
          "999, then the code and its name, then the spellings.");
      assertNotNull(model.associationsProperty().get(), "The fields are compared.");
    }
  }

  @Test
  void orderSearchAndHiddenFieldsAreStepsThatCanBeUndone() throws IOException {
    try (WorkspaceViewModel project = suspects()) {
      OverviewViewModel model = overview(project);
      model.look();
      model.setOrder(OverviewSpec.Order.DATASET);
      assertEquals(List.of("code", "name", "age", "state"), names(model), "as in the file");
      model.setOrder(OverviewSpec.Order.NAME);
      assertEquals(List.of("age", "code", "name", "state"), names(model), "by name");
      model.setFilter("o");
      model.setFilter("one-to");
      assertEquals(List.of("code", "name"), names(model), "warnings are found as well");
      project.undo();
      assertEquals(4, names(model).size(), "typing is one step");
      model.toggleHidden("code");
      assertEquals(List.of("age", "name", "state"), names(model), "hidden");
      assertEquals(
          "Overview: fields shown",
          new CommandWords(OpenProject.WORDS).of(project.historyProperty().get()).getLast(),
          "The history names the step.");
      model.showAll();
      assertEquals(4, names(model).size(), "all again");
    }
  }

  @Test
  void aWarningShowsItsRowsInTheTable() throws IOException {
    try (WorkspaceViewModel project = suspects()) {
      OverviewViewModel model = overview(project);
      model.look();
      FieldWarning nines = warning(model, "age", Kind.SUSPICIOUS_DEFAULT);
      assertTrue(model.sentence(nines).contains("20 of 60 values"), model.sentence(nines));
      model.showRows(nines);
      assertEquals(20, project.countProperty().get().selected(), "the rows with 999");
      assertEquals("table", project.focusedViewProperty().get(), "and there they are");
      assertNotNull(model.shownRowsProperty().get(), "the page knows its filter");
      project.undo();
      assertEquals(60, project.countProperty().get().selected(), "one step back");
      assertNull(model.shownRowsProperty().get(), "no filter any more");
    }
  }

  @Test
  void aPairOpensAsOneChartAndOnlyOnce() throws IOException {
    try (WorkspaceViewModel project = suspects()) {
      OverviewViewModel model = overview(project);
      model.look();
      int before = project.state().views().size();
      model.openPair("state", "age");
      RelationSpec opened =
          (RelationSpec) project.state().view(project.focusedViewProperty().get()).orElseThrow();
      assertEquals(List.of("age", "state"), opened.crossed(), "the measure lies across");
      assertEquals(RelationSpec.Shape.HEAT_MAP, opened.shape(), "a category is not a measure");
      model.openPair("age", "state");
      assertEquals(before + 1, project.state().views().size(), "the same chart again");
    }
  }

  @Test
  void cardsAndTheListOfFieldsShareOneFilterPerField() throws IOException {
    try (WorkspaceViewModel project = suspects()) {
      OverviewViewModel model = overview(project);
      model.look();
      var state = project.columns().schema().find("state").orElseThrow();
      project.fields().show(List.of(state));
      model.show(List.of(state));
      model.toggleValue(state, "closed", false);
      assertEquals(20, project.countProperty().get().selected(), "closed");
      assertEquals(1, project.state().selection().clauses().size(), "one clause for both");
      assertEquals(
          new Predicate.In("state", List.of("closed")),
          project.state().selection().clauses().getFirst().predicate(),
          "by value");
      model.show(List.of());
      assertNotNull(
          project.fields().model(state).dataProperty().get(),
          "what the list still shows is still counted");
    }
  }
}
