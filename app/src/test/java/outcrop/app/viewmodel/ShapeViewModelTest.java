package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.curation.Operation;
import outcrop.analysis.curation.ShapeResult;
import outcrop.analysis.curation.ShapedRows.Forecast;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.ShapeTarget;
import outcrop.analysis.spec.ShapeTarget.ClassAmount;
import outcrop.analysis.spec.TargetSpec;

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

  private ShapeViewModel tailOf(String field) {
    project.edits().addTail(field, project.focusedViewProperty().get());
    return project.focusedShaped().orElseThrow().shape();
  }

  @Test
  void aLongTailHasATargetOfItsOwn() {
    ShapeViewModel tail = tailOf("city");
    tail.start();
    tail.cap(1, true);
    ShapeResult outcome = tail.outcome().orElseThrow();
    assertEquals("London", outcome.before().key(0), "The largest class is the first.");
    assertEquals(1, outcome.after()[0], "One row of London is left.");
    tail.apply();
    Operation operation = project.state().recipe().operations().getFirst();
    assertEquals("city", operation.shaping().targets().getFirst().field());
    assertNull(tail.shownProperty().get(), "The target became an operation.");
    project.undo();
    assertTrue(tail.isOn(), "Undo takes the operation back and shows the target again.");
  }

  @Test
  void twoTargetsShowWhatComesOfBothAndHaveOneMode() {
    ShapeViewModel tail = tailOf("city");
    shape.start();
    shape.change(new ShapeTarget.Uniform(), true);
    tail.start();
    tail.keep(TargetSpec.of(new ShapeTarget.Rows(List.of())).withMode(TargetSpec.Mode.WEIGHTS));
    assertEquals(
        TargetSpec.Mode.WEIGHTS, shape.shownProperty().get().mode(), "One choice of rows.");
    Forecast both = shape.forecastProperty().get();
    assertNotNull(both);
    assertEquals(2, both.shapes().size(), "Both fields are in one answer.");
    assertSame(both, tail.forecastProperty().get(), "Both charts show the same answer.");
    ShapeResult ofSex = shape.outcome().orElseThrow();
    ShapeResult ofCity = tail.outcome().orElseThrow();
    assertEquals("f", ofSex.before().key(0), "Each its own part of it.");
    assertEquals("London", ofCity.before().key(0), "Each its own part of it.");
  }

  @Test
  void valuesThatAreShownMergedAreShapedAsOne() {
    project.execute(
        new Command.SetDisplay(
            "city",
            FieldDisplay.NONE.merged(List.of("London", "Princeton"), "Old"),
            Command.DisplayChange.NAMES),
        "");
    ShapeViewModel cities = shapeOf("city");
    cities.start();
    int old = cities.result().orElseThrow().before().keys().indexOf("Old");
    cities.drag(old, 1, true);
    assertEquals("", cities.problemProperty().get());
    assertEquals(1, cities.outcome().orElseThrow().after()[old]);
    cities.apply();
    assertEquals(
        "Old",
        project
            .state()
            .recipe()
            .operations()
            .getFirst()
            .shaping()
            .targets()
            .getFirst()
            .names()
            .get("London"),
        "The operation means the same when the view is shown in another way.");
  }

  @Test
  void theHistorySaysWhatWasWanted() {
    shape.start();
    shape.cap(2, true);
    shape.change(new ShapeTarget.Temperature(0.5), true);
    List<String> said = new CommandWords(OpenProject.WORDS).of(project.historyProperty().get());
    assertEquals(
        List.of("sex: shaping", "sex: cap of 2 rows", "sex: temperature 0.50"),
        said.subList(said.size() - 3, said.size()));
  }
}
