package outcrop.app.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.export.ViewExportOptions;
import outcrop.analysis.query.BinAxis;
import outcrop.analysis.query.FieldSlots;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.render.RelationMarks.Place;
import outcrop.analysis.selection.Predicate;
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

  @Test
  void aFieldThatIsDroppedOnADistributionSplitsOrCrossesIt() throws IOException {
    try (WorkspaceViewModel project = OpenProject.in(folder)) {
      project.edits().showDistribution("city");
      DistributionViewModel city = project.focusedDistribution().orElseThrow();
      Field sex = project.columns().schema().find("sex").orElseThrow();
      assertEquals(
          List.of(FieldJoin.SPLIT, FieldJoin.CROSS, FieldJoin.FACET),
          city.joins(sex),
          "A category splits first of all.");
      city.join(FieldJoin.SPLIT, "sex");
      assertEquals("sex", city.specProperty().get().by(), "The bars are split.");
      city.join(FieldJoin.CROSS, "age");
      RelationViewModel both = (RelationViewModel) project.focusedChart().orElseThrow();
      assertEquals(
          List.of("city", "age"), both.specProperty().get().crossed(), "A view of both is open.");
      both.join(FieldJoin.ADD, "sex");
      RelationViewModel three = (RelationViewModel) project.focusedChart().orElseThrow();
      assertEquals(
          Shape.PARALLEL_SETS, three.specProperty().get().shape(), "A third field needs room.");
    }
  }

  @Test
  void otherValuesOfAListAreNamedOneByOne() {
    FieldSlots tags =
        new FieldSlots("tags", FieldType.LIST, new BinAxis.Values(List.of("a", "B")), 2);
    List<String> stored = List.of("a", "b", "c", "d");
    UnaryOperator<String> shown = value -> value.equals("b") ? "B" : value;
    assertEquals(
        Optional.of(new Predicate.In("tags", List.of("c", "d"))),
        SlotPredicate.ofList(tags, tags.other(), stored, shown),
        "A row with c may have a as well, so it is not “none of the named”.");
    assertEquals(
        Optional.of(
            new Predicate.And(
                List.of(
                    new Predicate.Not(new Predicate.In("tags", stored)),
                    new Predicate.Not(new Predicate.IsMissing("tags"))))),
        SlotPredicate.ofList(tags, tags.offScale(), stored, shown),
        "An empty list has none of all values, but is not missing.");
    assertEquals(
        Optional.empty(), SlotPredicate.ofList(tags, 0, stored, shown), "A named value is said.");
  }
}
