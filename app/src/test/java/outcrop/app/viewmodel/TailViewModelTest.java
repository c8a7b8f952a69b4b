package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.query.TailBands;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.query.TailStudy;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.Panel;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.spec.TailSpec.Shape;
import outcrop.analysis.stats.ClassCrossing;

/// The long tail of the people of [OpenProject], without a toolkit: two live in London, one each in
/// New York and Princeton, one nowhere.
class TailViewModelTest {
  @TempDir Path folder;

  private static TailViewModel tail(WorkspaceViewModel project, String field) {
    project.edits().showTail(field);
    return (TailViewModel) project.focusedChart().orElseThrow();
  }

  private static TailData data(TailViewModel model) {
    TailData data = model.dataProperty().get();
    if (data == null) {
      throw new AssertionError("The view has no answer: " + model.problemProperty().get());
    }
    return data;
  }

  private static int shown(WorkspaceViewModel project) {
    return project.countProperty().get().selected();
  }

  @Test
  void classesAreCountedAndStudiedBehindTheView() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      assertEquals("London", data(model).classes().name(0), "Two of five live in London.");
      assertEquals(1, data(model).apart().missing(), "Emmy lives nowhere, which is said.");
      assertTrue(data(model).study().isPresent(), "The study is there when its work is done.");
      assertFalse(model.studyingProperty().get(), "Nothing is under way any more.");
      project.edits().showTail("city");
      assertEquals(
          1,
          project.views().values().stream().filter(TailViewModel.class::isInstance).count(),
          "The open view comes to the front, not another one.");
    }
  }

  @Test
  void aClassIsChosenAndGivenUp() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      model.toggleClass(0, false);
      assertEquals(Set.of("London"), model.chosenClasses());
      assertEquals(2, shown(project), "Ada and Alan.");
      assertEquals(3, data(model).classes().count(), "A view is not narrowed by its own filter.");
      model.toggleClass(0, false);
      assertEquals(5, shown(project), "A second click gives the class up.");
    }
  }

  @Test
  void bandsFilterToExactlyTheirRows() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      model.edit(now -> now.withBands(Bands.own(2, 2)), "");
      model.filterTo(Part.TAIL);
      assertEquals(2, shown(project), "Grace and Kurt; Emmy, who has no city, is in no band.");
      model.filterTo(Part.HEAD);
      assertEquals(2, shown(project), "The other band takes its place.");
      model.setPreset(Preset.METACLIP);
      model.filterTo(Part.HEAD);
      assertTrue(
          model.refusalProperty().get().contains("no class"),
          "An empty band is refused in a sentence: " + model.refusalProperty().get());
    }
  }

  @Test
  void aDraggedBoundIsOneStepAndAnotherDragAnother() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      int steps = project.historyProperty().get().steps().size();
      model.moveBound(0, 5, 1);
      model.moveBound(0, 4, 1);
      model.moveBound(0, 3, 1);
      assertEquals(steps + 1, project.historyProperty().get().steps().size(), "One drag, one step");
      model.moveBound(1, 2, 2);
      assertEquals(steps + 2, project.historyProperty().get().steps().size(), "A second drag.");
      TailBands bands = model.bands().orElseThrow();
      assertEquals(3, bands.head());
      assertEquals(2, bands.body());
      model.moveBound(1, 7, 3);
      assertEquals(3, model.bands().orElseThrow().body(), "The body never begins above the head.");
      project.undo();
      assertEquals(2, model.bands().orElseThrow().body(), "Undo takes the drag back.");
    }
  }

  @Test
  void arrowKeysMoveABoundFromSizeToSize() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      model.edit(now -> now.withBands(Bands.own(2, 2)), "");
      model.nudgeBound(0, -1);
      assertEquals(1, model.bands().orElseThrow().head(), "The next smaller size is 1.");
      model.nudgeBound(0, 1);
      assertEquals(2, model.bands().orElseThrow().head(), "And back.");
    }
  }

  @Test
  void bandsBecomeAField() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      model.edit(now -> now.withBands(Bands.own(2, 2)), "");
      assertTrue(model.canAddField());
      model.addBandsAsField();
      var bands = project.columns().column("city band");
      assertEquals(
          java.util.Arrays.asList("head", "head", "tail", "tail", null),
          java.util.stream.IntStream.range(0, 5).mapToObj(bands::textAt).toList(),
          "London is the head, the others the tail, no city no band.");
    }
  }

  @Test
  void aSplitShowsWhichClassesLackRows() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      model.edit(now -> now.withBands(Bands.own(2, 2)), "");
      model.setOther("sex");
      ClassCrossing crossing = data(model).study().flatMap(TailStudy::crossing).orElseThrow();
      TailBands.Band tail = model.bands().orElseThrow().list().getLast();
      int women = crossing.name(0).equals("f") ? 0 : 1;
      assertEquals(1, crossing.without(women, tail.from(), tail.to()), "No woman in Princeton.");
      model.filterToLacking(women, Part.TAIL);
      assertEquals(Set.of("Princeton"), model.chosenClasses());
      assertEquals(1, shown(project), "Kurt.");
    }
  }

  @Test
  void smallMultiplesHaveATailEach() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      model.edit(now -> now.withFacet("sex"), "");
      FacetData facets = model.facetsProperty().get();
      assertNotNull(facets, "The answer is repeated by sex.");
      for (Panel panel : facets.panels()) {
        TailData one = (TailData) panel.data();
        assertTrue(one.study().isPresent(), "Each is studied: " + panel.name());
        assertEquals(one.total(), one.selected(), "Its rows are all there are of " + panel.name());
      }
      assertFalse(model.canAddField(), "Each has bands of its own, so that there is no one field.");
      model.edit(now -> now.withFacet(""), "");
      assertNull(model.facetsProperty().get());
    }
  }

  @Test
  void aFilterElsewhereCountsAnewAndStudiesAnew() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "city");
      project.search().textProperty().set("sex:m");
      project.search().apply();
      assertEquals(2, data(model).classes().count(), "London and Princeton.");
      assertEquals(3, data(model).context().count(), "All cities stay as context.");
      assertTrue(data(model).study().isPresent());
    }
  }

  @Test
  void valuesAreSizesWhereTheUserWantsIt() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      TailViewModel model = tail(project, "age");
      model.setCounted(Counted.VALUES);
      assertEquals(85, data(model).classes().size(0), "Grace is the oldest.");
      model.toggleClass(0, false);
      assertEquals(1, shown(project), "A value filters to itself.");
      model.setShape(Shape.BURSTINESS);
      assertEquals(
          List.of(),
          data(model).study().flatMap(TailStudy::burstiness).stream().toList(),
          "Values have no classes that could come in bursts.");
      model.testFit(10, 3);
      assertTrue(data(model).study().isPresent(), "Too little data is an answer.");
    }
  }
}
