package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.LayoutSpec;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.app.viewmodel.WorkspaceViewModel.Count;

class WorkspaceViewModelTest {
  @TempDir Path folder;

  @Test
  void statisticsOfAColumnAreThoseOfTheRowsThatTheFilterLeaves() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.execute(
          new Command.SetClause(
              SelectionClause.of("", "cell:sex", new Predicate.In("sex", List.of("f")))),
          "");
      ColumnStatistics statistics = new ColumnStatistics(project, "age");
      var profile = statistics.profileProperty().get();
      assertEquals(3, profile.rows(), "Three rows pass: " + statistics.problemProperty().get());
      assertTrue(
          statistics.figures(profile).contains(new ColumnStatistics.Figure("Mean", "58")),
          "(36 + 85 + 53) / 3: " + statistics.figures(profile));
    }
  }

  @Test
  void aBrushPreviewsWhileItMovesAndIsOneStepOfTheHistoryWhenItIsLetGo() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      DistributionViewModel ages = distribution(project, "age");
      int steps = project.historyProperty().get().steps().size();
      ages.preview(30, 45, false);
      assertEquals(
          new Count(2, 5), project.countProperty().get(), "A preview counts Ada and Alan.");
      assertEquals(
          steps,
          project.historyProperty().get().steps().size(),
          "A preview is not a step of the history.");
      ages.brush(30, 60, false);
      assertEquals(new Count(3, 5), project.countProperty().get(), "30 to 60 has three people.");
      DistributionData own = data(ages);
      assertEquals(5, own.selected(), "A view is not narrowed by its own filter.");
      project.undo();
      assertEquals(new Count(5, 5), project.countProperty().get(), "Undo gives all rows back.");
      assertTrue(ages.ownProperty().get().clauses().isEmpty(), "Undo takes the brush away.");
    }
  }

  @Test
  void barsAreChosenOneByOneOrTogetherAndTheMissingBarIsOneOfThem() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      DistributionViewModel cities = distribution(project, "city");
      cities.toggleValue("London", false);
      assertEquals(2, project.countProperty().get().selected(), "Two people live in London.");
      cities.toggleMissing(true);
      assertEquals(3, project.countProperty().get().selected(), "Emmy has no city.");
      cities.toggleValue("London", true);
      assertEquals(1, project.countProperty().get().selected(), "Only the missing bar is left.");
      cities.toggleMissing(true);
      assertFalse(
          project.state().isFiltered(), "A filter that chooses nothing is removed, not empty.");
    }
  }

  @Test
  void clausesRestWakeAndTurnAround() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      distribution(project, "sex").toggleValue("f", false);
      String clause = project.state().selection().clauses().getFirst().id();
      project.invertClause(clause);
      assertEquals(2, project.countProperty().get().selected(), "Inverted: the two men.");
      project.toggleClause(clause);
      assertEquals(
          5, project.countProperty().get().selected(), "A resting clause filters nothing.");
      project.toggleClause(clause);
      project.clearClauses();
      assertEquals(5, project.countProperty().get().selected(), "Cleared.");
      assertEquals(
          List.of(
              "Opened sex",
              "Filter sex: f",
              "Filter inverted: sex: f",
              "Filter off: sex: f",
              "Filter on: sex: f",
              "All filters removed"),
          new CommandWords(OpenProject.WORDS)
              .of(project.historyProperty().get()).stream()
                  .filter(line -> !line.equals("Views arranged"))
                  .toList()
                  .reversed()
                  .stream()
                  .limit(6)
                  .toList()
                  .reversed(),
          "The history says in words what was done.");
    }
  }

  @Test
  void anotherFieldIsOneStepWithTheFiltersThatGoWithIt() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.edits().addDistribution("sex", "");
      DistributionViewModel chart = project.focusedDistribution().orElseThrow();
      chart.setBy("city");
      chart.toggleValue("f", false);
      chart.toggleGroup("London", true);
      assertEquals(2, project.state().selection().clauses().size(), "A bar and a group.");
      chart.setField("city");
      assertEquals(0, project.state().selection().clauses().size(), "Both filters are gone.");
      project.undo();
      assertEquals("sex", chart.specProperty().get().field(), "One undo gives the field back,");
      assertEquals(2, project.state().selection().clauses().size(), "and its filters.");
      chart.clear();
      assertEquals(0, project.state().selection().clauses().size(), "Both are given up.");
      project.undo();
      assertEquals(2, project.state().selection().clauses().size(), "One undo gives both back.");
    }
  }

  @Test
  void theSearchFiltersAndSaysWhatIsWrongAndFollowsUndo() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      SearchViewModel search = project.search();
      search.textProperty().set("sex:f AND age:[50 TO 90]");
      search.apply();
      assertEquals(2, project.countProperty().get().selected(), "Grace and Emmy.");
      search.textProperty().set("age:[50 TO");
      search.apply();
      assertNotNull(search.problemProperty().get(), "Half a query is a problem in words.");
      assertEquals(
          2,
          project.countProperty().get().selected(),
          "A query with a mistake leaves the filter as it was.");
      project.undo();
      assertEquals("", search.textProperty().get(), "Undo empties the field.");
      assertEquals(5, project.countProperty().get().selected(), "Undo removes the filter.");
    }
  }

  @Test
  void aFieldDroppedOnAnEdgeOpensInAPlaceOfItsOwnInOneStep() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      String table = table(project).specProperty().get().id();
      LayoutSpec before = project.state().layout();
      int steps = project.historyProperty().get().position();
      LayoutSpec wanted = before.split(project.edits().nextDistribution(), table, true, false);
      project.edits().addDistribution("age", wanted);
      assertEquals(wanted, project.state().layout(), "The view stands where it was dropped.");
      assertEquals(
          "age",
          project.focusedDistribution().orElseThrow().specProperty().get().field(),
          "It shows the field and has the focus.");
      assertEquals(
          "Opened age",
          new CommandWords(OpenProject.WORDS).of(project.historyProperty().get()).getLast(),
          "Where it stands is no step of its own.");
      assertEquals(steps + 1, project.historyProperty().get().position(), "One gesture, one step.");
      project.undo();
      assertEquals(before, project.state().layout(), "One undo takes it away.");
      assertFalse(project.isCountable("no such"), "Only fields of the dataset can be dropped.");
    }
  }

  @Test
  void aQueryThatIsKeptIsOneStepOfTheHistory() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.search().textProperty().set("sex:f");
      project.search().apply();
      int steps = project.historyProperty().get().position();
      project.search().keep();
      assertEquals(
          steps + 1,
          project.historyProperty().get().position(),
          "Keeping the query takes one clause away and sets another: one gesture, one step.");
      assertEquals(3, project.countProperty().get().selected(), "The kept query filters.");
      project.undo();
      assertEquals("sex:f", project.search().textProperty().get(), "Undo puts it back to edit.");
    }
  }

  @Test
  void anotherFieldTakesTheFiltersOfTheOldOneAlongInOneStep() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      DistributionViewModel view = distribution(project, "sex");
      view.toggleValue("f", false);
      view.setField("city");
      assertEquals(5, project.countProperty().get().selected(), "The filter on sex is gone.");
      String line =
          new CommandWords(OpenProject.WORDS).of(project.historyProperty().get()).getLast();
      assertTrue(
          line.startsWith("Filter removed: ") && line.endsWith(" · city: field"),
          "The history says both in one line: " + line);
      project.undo();
      assertEquals(3, project.countProperty().get().selected(), "One undo brings both back.");
      assertEquals("sex", view.specProperty().get().field());
    }
  }

  @Test
  void theSearchCompletesFieldsAndValues() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      SearchViewModel search = project.search();
      search.textProperty().set("age:[3 TO 5] AND ci");
      List<SearchViewModel.Completion> fields = search.completions(19);
      assertEquals("city:", fields.getFirst().text(), "The field that starts like the word.");
      assertEquals(22, search.complete(fields.getFirst(), 19), "The caret goes behind it.");
      List<SearchViewModel.Completion> values = search.completions(22);
      assertTrue(
          values.stream().anyMatch(value -> value.text().equals("\"New York\"")),
          "Values with a blank are quoted: " + values);
    }
  }

  @Test
  void typingATitleIsOneStepAndUndoTakesItBackWhole() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      DistributionViewModel ages = distribution(project, "age");
      int steps = project.historyProperty().get().position();
      for (String text : List.of("A", "Ag", "Age")) {
        ages.edit(spec -> spec.withTitle(text), "title");
      }
      assertEquals(
          steps + 1, project.historyProperty().get().position(), "Letters merge into one step.");
      project.undo();
      assertEquals("", ages.specProperty().get().title(), "Undo takes the whole title back.");
    }
  }

  @Test
  void aProjectOpensAgainAsItWas() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      distribution(project, "sex").toggleValue("m", false);
      table(project).sort(List.of(new SortKey("age", true)));
      project.undo();
      project.redo();
      project.search().textProperty().set("engines");
      project.search().apply();
      project.undo();
    }
    try (WorkspaceViewModel again = OpenProject.again(folder)) {
      assertEquals(new Count(2, 5), again.countProperty().get(), "The filter is as it was.");
      assertEquals(
          List.of(new SortKey("age", true)),
          table(again).specProperty().get().sort(),
          "The order is as it was.");
      assertTrue(again.canRedo().get(), "What was undone can still be redone.");
      again.redo();
      assertEquals("engines", again.search().textProperty().get(), "Redo brings the search back.");
    }
  }

  @Test
  void whatIsExportedIsWhatIsFilteredInTheOrderOfTheTable() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      distribution(project, "sex").toggleValue("f", false);
      table(project).sort(List.of(new SortKey("age", true)));
      ExportViewModel export = new ExportViewModel(project);
      export.fields().get("note").set(false);
      export.fields().get("city").set(false);
      Path file = folder.resolve("out.csv");
      export.exportRows(file);
      assertEquals("", export.problemProperty().get(), "The export has no problem.");
      assertEquals(
          "name,sex,age\nGrace,f,85\nEmmy,f,53\nAda,f,36\n",
          Files.readString(file),
          "The women, oldest first.");
      export.exportRows(folder.resolve("people.csv"));
      assertFalse(export.problemProperty().get().isEmpty(), "The source is never written.");
      assertEquals(
          OpenProject.TABLE,
          Files.readString(folder.resolve("people.csv")),
          "The source is as it was.");
    }
  }

  private static DistributionViewModel distribution(WorkspaceViewModel project, String field) {
    project.edits().addDistribution(field, "");
    String id = project.focusedViewProperty().get();
    assertEquals(
        field,
        ((DistributionSpec) project.state().view(id).orElseThrow()).field(),
        "The new view has the focus.");
    return project.focusedDistribution().orElseThrow();
  }

  private static DistributionData data(DistributionViewModel model) {
    DistributionData data = model.dataProperty().get();
    assertNotNull(data, "The view was answered.");
    return data;
  }

  private static TableViewModel table(WorkspaceViewModel project) {
    return project.views().values().stream()
        .filter(TableViewModel.class::isInstance)
        .map(TableViewModel.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
