package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.spec.ChartStyle.AxisSide;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.app.viewmodel.AxisTraits.Kind;

/// Relations of the people of [OpenProject], without a toolkit.
class RelationViewModelTest {
  @TempDir Path folder;

  private static RelationViewModel relation(
      WorkspaceViewModel project, Shape shape, String... fields) {
    project.edits().showRelation(shape, List.of(fields));
    return (RelationViewModel) project.focusedChart().orElseThrow();
  }

  private static int shown(WorkspaceViewModel project) {
    return project.countProperty().get().selected();
  }

  @Test
  void axesMeasureWhatTheirFieldsAre() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      RelationViewModel model = relation(project, Shape.HEAT_MAP, "city", "age");
      assertEquals(Kind.NAMES, model.axis(AxisSide.X).kind(), "Cities are names.");
      assertEquals(Kind.NUMBERS, model.axis(AxisSide.Y).kind(), "Ages are numbers.");
      model.setShape(Shape.TREEMAP);
      assertFalse(model.hasAxes(), "A treemap has no axes.");
    }
  }

  @Test
  void aPlaceOfMergedValuesFiltersAllOfThem() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      RelationViewModel model = relation(project, Shape.HEAT_MAP, "city", "sex");
      project.displays().merge("city", List.of("New York", "Princeton"), "America");
      int america = model.values(0).indexOf("America");
      model.toggle(List.of(new Place(0, america, america)), false);
      assertEquals(2, shown(project), "One lives in New York and one in Princeton.");
    }
  }

  @Test
  void aValueThatIsMovedStandsThereUntilUndo() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      RelationViewModel model = relation(project, Shape.HEAT_MAP, "city", "sex");
      List<String> before = model.values(0);
      model.moveValue(0, 2, 0);
      assertEquals(before.get(2), model.values(0).getFirst(), "It was put first.");
      assertEquals(Order.OWN, model.specProperty().get().bins().order(), "The order is its own.");
      project.undo();
      assertEquals(before, model.values(0), "Undo is one step.");
    }
  }

  @Test
  void smallMultiplesLeaveTheProgramAsSuch() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      RelationViewModel model = relation(project, Shape.HEAT_MAP, "city", "age");
      model.edit(spec -> spec.withFacet("sex"), "");
      Optional<Class<?>> data =
          model.export(ViewExportOptions.DEFAULT).map(export -> export.data().getClass());
      assertEquals(Optional.of(FacetData.class), data, "All panels are exported.");
    }
  }
}
