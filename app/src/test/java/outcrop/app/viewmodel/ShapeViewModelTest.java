package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;

class ShapeViewModelTest {
  @TempDir Path folder;
  private WorkspaceViewModel project;
  private ShapeViewModel shape;

  @BeforeEach
  void open() throws IOException {
    project = OpenProject.in(folder);
    shape = shapeOf("sex");
  }

  private ShapeViewModel shapeOf(String field) {
    project.edits().showDistribution(field);
    return project.focusedDistribution().orElseThrow().shape();
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Forecast forecast() {
    Forecast forecast = shape.forecastProperty().get();
    assertNotNull(forecast, "There is no forecast: " + shape.problemProperty().get());
    return forecast;
  }

  @Test
  void aNewTargetChangesNothingYet() {
    shape.start();
    assertTrue(shape.isOn());
    assertEquals(5, forecast().shapes().getFirst().rowsAfter());
  }

  @Test
  void aDragIsADraftUntilTheHandLetsGo() {
    shape.start();
    int steps = project.historyProperty().get().steps().size();
    // Women are the larger bar, 3 of 5.
    shape.drag(0, 2.2, false);
    shape.drag(0, 1.4, false);
    assertEquals(3, forecast().shapes().getFirst().rowsAfter(), "1 woman and 2 men.");
    assertEquals(steps, project.historyProperty().get().steps().size());
    shape.drag(0, 1.4, true);
    assertEquals(steps + 1, project.historyProperty().get().steps().size());
    project.undo();
    assertEquals(5, forecast().shapes().getFirst().rowsAfter(), "Undo takes the drag back.");
  }

  @Test
  void aSecondDragKeepsTheFirst() {
    shape.start();
    shape.drag(0, 1, true);
    shape.drag(1, 1, true);
    assertEquals(
        new ShapeTarget.Rows(List.of(new ClassAmount("f", 1), new ClassAmount("m", 1))),
        shape.shownProperty().get().target());
  }

  @Test
  void aShapeLikeOtherRowsTakesTheirShares() {
    shape.start();
    shape.like("city:London");
    assertTrue(shape.shownProperty().get().target() instanceof ShapeTarget.Like);
    assertEquals(
        4, forecast().shapes().getFirst().rowsAfter(), "In London they are half and half.");
    shape.like("city:nowhere");
    assertTrue(shape.problemProperty().get().contains("city:nowhere"));
  }

  @Test
  void appliedItIsAnOperationWithAFieldAndOneStepOfTheHistory() {
    shape.start();
    shape.cap(2, true);
    int steps = project.historyProperty().get().steps().size();
    shape.apply();
    assertFalse(shape.isOn(), "The target goes when it is applied.");
    Operation operation = project.state().recipe().operations().getFirst();
    assertEquals("kept", operation.output());
    assertTrue(project.schemaProperty().get().find("kept").isPresent());
    assertEquals(steps + 1, project.historyProperty().get().steps().size());
    project.recipe().filter(operation);
    assertEquals(4, project.countProperty().get().selected());
    project.recipe().toggle(operation);
    assertTrue(project.schemaProperty().get().find("kept").isEmpty(), "Switched off, it is gone.");
    project.recipe().remove(operation);
    assertEquals(List.of(), project.state().recipe().operations());
  }

  @Test
  void anEditedOperationIsReplaced() {
    shape.start();
    shape.cap(2, true);
    shape.apply();
    Operation first = project.state().recipe().operations().getFirst();
    project.recipe().edit(first);
    assertEquals(new ShapeTarget.Cap(2), shape.shownProperty().get().target());
    shape.cap(1, true);
    shape.apply();
    assertEquals(1, project.state().recipe().operations().size());
    Operation changed = project.state().recipe().operations().getFirst();
    assertEquals(first.id(), changed.id());
    assertEquals(new ShapeTarget.Cap(1), changed.shaping().targets().getFirst().target());
  }

  @Test
  void twoViewsAreShapedTogether() {
    shape.start();
    shape.change(new ShapeTarget.Uniform(), true);
    ShapeViewModel city = shapeOf("city");
    city.start();
    assertNotNull(city.forecastProperty().get());
    assertEquals(2, city.forecastProperty().get().shapes().size());
    assertNotNull(city.forecastProperty().get().fit());
    city.apply();
    assertEquals(2, project.state().recipe().operations().getFirst().shaping().targets().size());
    assertFalse(shape.isOn(), "Both targets go into the one operation.");
  }

  @Test
  void cancelledItLeavesNothingBehind() {
    shape.start();
    shape.drag(0, 1, false);
    shape.cancel();
    assertNull(shape.shownProperty().get());
    assertTrue(
        project.state().views().stream()
            .filter(DistributionSpec.class::isInstance)
            .allMatch(view -> ((DistributionSpec) view).target() == null));
  }
}
