package outcrop.analysis.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ChartQueries;
import outcrop.analysis.query.PointGrid;
import outcrop.analysis.query.QueryEngine;
import outcrop.analysis.query.ViewData.MapData;
import outcrop.analysis.render.MapMarks.PlacedLabel;
import outcrop.analysis.spec.MapSpec;
import outcrop.analysis.spec.MapSpec.Shown;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;

/// A map shows each row where it is, says which row is under a pixel, and speaks where there is
/// nothing to show.
class MapLayoutTest {
  private static final MapSpec SPEC = MapSpec.of("m", "east", "north");
  private static final int ROWS = 5000;

  @Test
  void everySizeAndZoomIsDrawnWithoutFailing() {
    ColumnStore columns = MapSamples.towns(ROWS);
    MapData data = data(SPEC.withColour("hill"), columns, RowSet.all(ROWS));
    for (double[] size : new double[][] {{1, 1}, {60, 40}, {260, 160}, {1600, 900}}) {
      for (double zoom : new double[] {0.5, 1, 30, 20_000}) {
        MapSpec spec = SPEC.withColour("hill").withWindow(SPEC.window().at(0.4, 0.6, zoom));
        Drawing drawing = ChartLayout.layout(spec, data, size[0], size[1], Theme.LIGHT);
        assertFalse(
            drawing.title().isEmpty(), () -> "size " + Arrays.toString(size) + " × " + zoom);
      }
    }
  }

  @Test
  void rowsWithoutAnyPlaceAreSpokenOf() {
    NumberColumn nowhere =
        NumberColumn.ofDoubles(
            RelationSamples.number("east"), new double[] {Double.NaN, 1}, RowSet.of(2, 1));
    NumberColumn north = NumberColumn.ofLongs(RelationSamples.number("north"), new long[2], null);
    ColumnStore columns = ColumnStore.of(List.of(nowhere, north));
    Drawing drawing =
        ChartLayout.layout(SPEC, data(SPEC, columns, RowSet.all(2)), 400, 300, Theme.LIGHT);
    assertTrue(
        drawing.description().contains("None of the 2 rows has a value"), drawing.description());
  }

  @Test
  void rowsThatAreAllAtOnePlaceStandInTheMiddle() {
    NumberColumn east =
        NumberColumn.ofLongs(RelationSamples.number("east"), new long[] {7, 7, 7}, null);
    NumberColumn north =
        NumberColumn.ofLongs(RelationSamples.number("north"), new long[] {7, 7, 7}, null);
    MapMarks marks = marks(SPEC, ColumnStore.of(List.of(east, north)), RowSet.all(3));
    Bounds plot = marks.place().plot();
    assertEquals(0, marks.place().nearest(plot.centreX(), plot.centreY(), 2, _ -> true));
  }

  @Test
  void theNearestPointIsTheOneThatASearchThroughAllFinds() {
    MapMarks marks = marks(SPEC, MapSamples.towns(ROWS), RowSet.all(ROWS));
    MapPlace place = marks.place();
    PointGrid points = place.points();
    Random random = new Random(3);
    double steps = PointGrid.SPAN - 1;
    for (int i = 0; i < 300; i++) {
      double x = place.plot().x() + random.nextDouble() * place.plot().width();
      double y = place.plot().y() + random.nextDouble() * place.plot().height();
      double best = 12;
      for (int point = 0; point < points.size(); point++) {
        best =
            Math.min(
                best,
                Math.hypot(
                    place.pixelX(points.xs()[point] / steps) - x,
                    place.pixelY(points.ys()[point] / steps) - y));
      }
      int found = place.nearest(x, y, 12, _ -> true);
      double distance =
          found < 0
              ? 12
              : Math.hypot(
                  place.pixelX(points.xs()[found] / steps) - x,
                  place.pixelY(points.ys()[found] / steps) - y);
      assertEquals(best, distance, 1e-6, "at " + x + ", " + y);
    }
  }

  @Test
  void hiddenAndFilteredPointsAreNotPointedAt() {
    MapSpec spec = SPEC.withColour("hill").withShown(new Shown(List.of("hill 3"), List.of()));
    RowSet even =
        RowSet.of(ROWS, java.util.stream.IntStream.range(0, ROWS / 2).map(i -> 2 * i).toArray());
    MapMarks marks = marks(spec, MapSamples.towns(ROWS), even);
    MapData data = data(spec, MapSamples.towns(ROWS), even);
    for (int point = 0; point < data.points().size(); point++) {
      int code = data.colours().orElseThrow().codes()[point];
      boolean shown =
          data.colours().get().names().get(code).equals("hill 3")
              && data.points().rows()[point] % 2 == 0;
      assertEquals(shown, marks.isShown(point));
    }
  }

  @Test
  void anotherFrameShowsWhatOneThreadAndTwoShow() {
    ColumnStore columns = MapSamples.towns(ROWS * 4);
    MapSpec spec = SPEC.withColour("hill");
    RowSet all = RowSet.all(ROWS * 4);
    try (PooledTaskRunner pooled = new PooledTaskRunner()) {
      MapData two = (MapData) new QueryEngine(columns, pooled).answer(ChartQueries.of(spec), all);
      assertEquals(
          SvgPainter.paint(
              ChartLayout.layout(spec, data(spec, columns, all), 300, 200, Theme.LIGHT)),
          SvgPainter.paint(ChartLayout.layout(spec, two, 300, 200, Theme.LIGHT)),
          "The picture must not depend on how many threads made it.");
    }
  }

  @Test
  void comingCloserKeepsThePlaceUnderThePointer() {
    MapPlace place = marks(SPEC, MapSamples.towns(ROWS), RowSet.all(ROWS)).place();
    MapPlace closer = place.in(place.zoomed(3, 123, 145));
    assertEquals(place.valueX(123), closer.valueX(123), 1e-9);
    assertEquals(place.valueY(145), closer.valueY(145), 1e-9);
  }

  @Test
  void namesDoNotCoverEachOther() {
    MapSpec spec = SPEC.withLabels(SPEC.labels().withFields(List.of("hill")));
    ColumnStore columns = MapSamples.towns(ROWS);
    Drawing drawing =
        ChartLayout.layout(spec, data(spec, columns, RowSet.all(ROWS)), 500, 300, Theme.LIGHT);
    List<HitRegion> names =
        drawing.regions().stream().filter(r -> r.target() instanceof Target.Item).toList();
    List<PlacedLabel> labels = assertInstanceOf(MapMarks.class, drawing.facts()).labels();
    assertEquals(labels.size(), names.size());
    assertTrue(labels.size() >= 4, "Six hills are far enough from each other: " + labels);
    for (HitRegion one : names) {
      for (HitRegion other : names) {
        assertTrue(one == other || !one.bounds().overlaps(other.bounds()));
      }
    }
  }

  private static MapData data(MapSpec spec, ColumnStore columns, RowSet rows) {
    return (MapData)
        new QueryEngine(columns, new DirectTaskRunner()).answer(ChartQueries.of(spec), rows);
  }

  private static MapMarks marks(MapSpec spec, ColumnStore columns, RowSet rows) {
    return (MapMarks)
        ChartLayout.layout(spec, data(spec, columns, rows), 500, 300, Theme.LIGHT).facts();
  }
}
