package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewData.RelationData;
import outcrop.analysis.query.ViewQuery.FacetQuery;
import outcrop.analysis.query.ViewQuery.RelationQuery;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.Measure;
import outcrop.analysis.spec.RelationSpec.Bins;
import outcrop.analysis.spec.RelationSpec.Shape;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.testing.GeneratedTable;

class RelationTest {
  private static RelationQuery heatMap(String x, String y) {
    return new RelationQuery(
        "v", Shape.HEAT_MAP, List.of(x, y), "", Bins.DEFAULT, Scale.LINEAR, Scale.LINEAR);
  }

  @Test
  void countsOfTwoCategoriesAreThoseOfDuckDb() throws SQLException {
    GeneratedTable table = new GeneratedTable(7, 3_000);
    ColumnStore columns = table.columns();
    QueryEngine engine = new QueryEngine(columns, new DirectTaskRunner());
    RelationData data =
        (RelationData) engine.answer(heatMap("kind", "name"), RowSet.all(columns.rowCount()));
    Map<String, Integer> ours = new HashMap<>();
    for (int cell = 0; cell < data.cells(); cell++) {
      ours.put(name(data, 0, cell) + "|" + name(data, 1, cell), data.counts()[cell]);
    }
    Map<String, Integer> theirs = new HashMap<>();
    try (Connection duckdb = table.duckdb();
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery("select kind, name, count(*) from t group by kind, name")) {
      while (rows.next()) {
        theirs.put(rows.getString(1) + "|" + rows.getString(2), rows.getInt(3));
      }
    }
    assertEquals(theirs, ours, "Every pair of values has as many rows as in SQL.");
  }

  private static String name(RelationData data, int field, int cell) {
    FieldSlots slots = data.fields().get(field);
    int slot = data.places()[field][cell];
    return slot == slots.missing() ? "null" : ((BinAxis.Values) slots.axis()).values().get(slot);
  }

  @Test
  void tenThousandTimesTenThousandValuesKeepTheLargestAndCountTheRestTogether() {
    int rows = 20_000;
    String[] values =
        IntStream.range(0, rows).mapToObj(i -> "v" + i % 10_000).toArray(String[]::new);
    QueryEngine engine =
        engine(
            CategoryColumn.of(new Field("a", FieldType.CATEGORY), values),
            CategoryColumn.of(new Field("b", FieldType.CATEGORY), values));
    RelationData data = (RelationData) engine.answer(heatMap("a", "b"), RowSet.all(rows));
    assertEquals(40, data.fields().get(0).axis().size(), "As many are named as can be told apart.");
    assertEquals(9_960, data.fields().get(0).otherValues(), "The rest is said.");
    assertEquals(rows, IntStream.of(data.counts()).sum(), "No row is lost.");
  }

  @Test
  void valuesThatAreNoNumbersHaveAPlaceApart() {
    QueryEngine engine =
        engine(
            NumberColumn.ofDoubles(
                new Field("x", FieldType.NUMBER),
                new double[] {1, 2, Double.NaN, Double.POSITIVE_INFINITY, 0},
                RowSet.of(5, 4)),
            NumberColumn.ofDoubles(
                new Field("y", FieldType.NUMBER), new double[] {1, 2, 3, 4, 5}, null));
    RelationData data = (RelationData) engine.answer(heatMap("x", "y"), RowSet.all(5));
    FieldSlots x = data.fields().get(0);
    int[] byPlace = new int[x.size()];
    for (int cell = 0; cell < data.cells(); cell++) {
      byPlace[data.places()[0][cell]] += data.counts()[cell];
    }
    assertEquals(1, byPlace[x.missing()], "A missing value is missing.");
    assertEquals(2, byPlace[x.offScale()], "NaN and infinity are off the scale.");
  }

  @Test
  void panelsOfSmallMultiplesAddUpToTheWhole() {
    QueryEngine engine =
        engine(
            CategoryColumn.of(new Field("a", FieldType.CATEGORY), "x", "y", "x", null),
            CategoryColumn.of(new Field("b", FieldType.CATEGORY), "p", "p", "q", "q"));
    FacetData data =
        (FacetData) engine.answer(new FacetQuery(heatMap("a", "b"), "b"), RowSet.of(4, 0, 2, 3));
    assertEquals(
        3,
        data.panels().stream().mapToInt(panel -> panel.data().selected()).sum(),
        "Every selected row is in one panel.");
    assertTrue(
        data.panels().stream().allMatch(panel -> panel.data().total() == 2),
        "A panel speaks of the rows of its value.");
  }

  @Test
  void theOwnOrderOfAFieldIsTheOrderOfItsPlaces() {
    QueryEngine engine =
        engine(
            CategoryColumn.of(new Field("a", FieldType.CATEGORY), "x", "x", "y", "z"),
            CategoryColumn.of(new Field("b", FieldType.CATEGORY), "p", "p", "q", "q"));
    engine.show(Map.of("a", new FieldDisplay(Map.of(), Map.of("x", "ex"), List.of("z", "ex"))));
    RelationQuery query =
        new RelationQuery(
            "v",
            Shape.HEAT_MAP,
            List.of("a", "b"),
            "",
            Bins.DEFAULT.withOrder(Order.OWN),
            Scale.LINEAR,
            Scale.LINEAR);
    RelationData data = (RelationData) engine.answer(query, RowSet.all(4));
    assertEquals(
        List.of("z", "ex", "y"),
        ((BinAxis.Values) data.fields().get(0).axis()).values(),
        "What the project puts first stands first, under its new name; the rest follows by count.");
  }

  @Test
  void panelsStandInTheOwnOrderOfTheirFieldUnderItsNames() {
    QueryEngine engine =
        engine(
            CategoryColumn.of(new Field("a", FieldType.CATEGORY), "x", "y", "x", "y", "x"),
            NumberColumn.ofLongs(
                new Field("n", FieldType.NUMBER), new long[] {0, 0, 1, 1, 2}, null),
            CategoryColumn.of(new Field("b", FieldType.CATEGORY), "p", "p", "p", "q", "r"));
    engine.show(
        Map.of(
            "n", new FieldDisplay(Map.of(), Map.of("0", "no", "1", "yes", "2", "yes"), List.of()),
            "b", new FieldDisplay(Map.of(), Map.of(), List.of("r", "q"))));
    FacetData numbers =
        (FacetData) engine.answer(new FacetQuery(heatMap("a", "b"), "n"), RowSet.all(5));
    assertEquals(
        List.of("yes", "no"),
        numbers.panels().stream().map(ViewData.Panel::name).toList(),
        "Numbers under one name are one panel.");
    FacetData names =
        (FacetData) engine.answer(new FacetQuery(heatMap("a", "b"), "b"), RowSet.all(5));
    assertEquals(
        List.of("r", "q", "p"),
        names.panels().stream().map(ViewData.Panel::name).toList(),
        "What the project puts first stands first.");
  }

  @Test
  void twoFieldsSayHowMuchTheySayAboutEachOther() {
    int rows = 200;
    double[] x = IntStream.range(0, rows).asDoubleStream().toArray();
    double[] y = IntStream.range(0, rows).mapToDouble(i -> i % 40 == 0 ? 0 : i * i).toArray();
    QueryEngine engine =
        engine(
            NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), x, null),
            NumberColumn.ofDoubles(new Field("y", FieldType.NUMBER), y, null));
    RelationData all = (RelationData) engine.answer(heatMap("x", "y"), RowSet.all(rows));
    assertEquals(rows, all.besides().association().orElseThrow().n(), "All rows count.");
    RowSet half = RowSet.of(rows, IntStream.range(0, 100).toArray());
    RelationData some = (RelationData) engine.answer(heatMap("x", "y"), half);
    assertEquals(100, some.besides().association().orElseThrow().n(), "The filter counts.");
    assertEquals(
        Optional.empty(),
        ((RelationData) engine.answer(heatMap("x", "x"), half)).besides().association(),
        "A field says nothing about itself.");
  }

  @Test
  void linesOfBothAxesAreMeasured() {
    QueryEngine engine =
        engine(
            NumberColumn.ofDoubles(
                new Field("x", FieldType.NUMBER), new double[] {1, 2, 3, 10}, null),
            NumberColumn.ofDoubles(
                new Field("y", FieldType.NUMBER), new double[] {5, 6, 7, 8}, null));
    Measure median = Measure.of(Measure.Kind.MEDIAN);
    Measure mean = Measure.of(Measure.Kind.MEAN);
    RelationQuery query =
        new RelationQuery(
            "v",
            Shape.SCATTER,
            List.of("x", "y"),
            "",
            Bins.DEFAULT,
            Scale.LINEAR,
            Scale.LINEAR,
            List.of(List.of(median), List.of(mean)));
    RelationData data = (RelationData) engine.answer(query, RowSet.all(4));
    assertEquals(2.5, data.besides().measure(0, median).orElseThrow(), "Of the first field.");
    assertEquals(6.5, data.besides().measure(1, mean).orElseThrow(), "Of the second field.");
    assertTrue(data.besides().measure(0, mean).isEmpty(), "Nobody asked for it.");
  }

  @Test
  void aShapeRefusesFieldsThatItCannotShow() {
    QueryEngine engine = engine(CategoryColumn.of(new Field("a", FieldType.CATEGORY), "x"));
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                engine.answer(
                    new RelationQuery(
                        "v",
                        Shape.SCATTER,
                        List.of("a", "a"),
                        "",
                        Bins.DEFAULT,
                        Scale.LINEAR,
                        Scale.LINEAR),
                    RowSet.all(1)));
    assertTrue(failure.getMessage().contains("heat map"), "Say what to do instead.");
  }

  private static QueryEngine engine(Column... columns) {
    return new QueryEngine(ColumnStore.of(List.of(columns)), new DirectTaskRunner());
  }
}
