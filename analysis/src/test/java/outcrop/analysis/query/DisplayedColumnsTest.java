package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Order;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.FieldDisplay;
import outcrop.analysis.spec.Measure;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.UserFailure;

/// What the user says of a field and its bins, as counting follows it.
class DisplayedColumnsTest {
  private static final int ROWS = 700;

  /// A generated table with what it holds as plain lists.
  private record Table(
      ColumnStore columns, List<String> kinds, List<List<String>> tags, List<Integer> stars) {
    static Table of(Random random) {
      List<String> kinds = new ArrayList<>();
      List<List<String>> tags = new ArrayList<>();
      List<Integer> stars = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        kinds.add(random.nextInt(9) == 0 ? null : "k" + random.nextInt(12));
        List<String> list = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
          list.add("t" + random.nextInt(10));
        }
        tags.add(random.nextInt(12) == 0 ? null : list);
        stars.add(1 + random.nextInt(5));
      }
      ColumnStore columns =
          ColumnStore.of(
              List.of(
                  CategoryColumn.of(
                      new Field("kind", FieldType.CATEGORY), kinds.toArray(String[]::new)),
                  ListColumn.of(new Field("tags", FieldType.LIST), tags),
                  NumberColumn.ofLongs(
                      new Field("stars", FieldType.NUMBER),
                      stars.stream().mapToLong(n -> n).toArray(),
                      null)));
      return new Table(columns, kinds, tags, stars);
    }
  }

  private static FieldDisplay renamed(Random random, String prefix, int values) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < values; i++) {
      if (random.nextInt(3) > 0) {
        // Some names are values themselves, some are shared, some are new.
        names.put(prefix + i, random.nextBoolean() ? prefix + random.nextInt(values) : "group");
      }
    }
    return new FieldDisplay(Map.of(), names, List.of());
  }

  private static RowSet some(Random random) {
    long[] words = new long[RowSet.wordCount(ROWS)];
    for (int row = 0; row < ROWS; row++) {
      words[row >>> 6] |= random.nextInt(3) == 0 ? 1L << row : 0;
    }
    return RowSet.ofWords(words, ROWS);
  }

  private static Map<String, Long> counted(DistributionData data) {
    Map<String, Long> counted = new TreeMap<>();
    List<String> values = ((BinAxis.Values) data.axis()).values();
    for (int group = 0; group < data.groups().size(); group++) {
      for (int bin = 0; bin < values.size(); bin++) {
        long count = data.counts()[group][bin];
        if (count > 0) {
          counted.put(data.groups().get(group) + "/" + values.get(bin), count);
        }
      }
    }
    return counted;
  }

  private static DistributionData answer(
      QueryEngine engine, String field, String by, RowSet selected) {
    return (DistributionData)
        engine.answer(new DistributionQuery("v", field, by, Bins.DEFAULT, Scale.LINEAR), selected);
  }

  @Test
  void mergedValuesAreCountedAsIfTheDataHadOneName() {
    for (int seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      Table table = Table.of(random);
      FieldDisplay kinds = renamed(random, "k", 12);
      FieldDisplay stars = renamed(random, "", 6);
      QueryEngine engine = new QueryEngine(table.columns, new DirectTaskRunner());
      engine.show(Map.of("kind", kinds, "stars", stars));
      RowSet selected = some(random);
      Map<String, Long> expected = new TreeMap<>();
      for (int row = 0; row < ROWS; row++) {
        String kind = table.kinds.get(row);
        if (selected.contains(row) && kind != null) {
          String star = stars.name(Integer.toString(table.stars.get(row)));
          expected.merge(star + "/" + kinds.name(kind), 1L, Long::sum);
        }
      }
      assertEquals(
          expected,
          counted(answer(engine, "kind", "stars", selected)),
          "Merged bars and groups must hold exactly the rows of their values, seed " + seed);
    }
  }

  @Test
  void aRowOfAListCountsOnceForValuesShownUnderOneName() {
    for (int seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      Table table = Table.of(random);
      FieldDisplay tags = renamed(random, "t", 10);
      QueryEngine engine = new QueryEngine(table.columns, new DirectTaskRunner());
      engine.show(Map.of("tags", tags));
      RowSet selected = some(random);
      Map<String, Long> expected = new TreeMap<>();
      for (int row = 0; row < ROWS; row++) {
        List<String> list = table.tags.get(row);
        if (selected.contains(row) && list != null) {
          Set<String> shown = new HashSet<>();
          list.forEach(tag -> shown.add(tags.name(tag)));
          shown.forEach(name -> expected.merge("/" + name, 1L, Long::sum));
        }
      }
      assertEquals(expected, counted(answer(engine, "tags", "", selected)), "seed " + seed);
    }
  }

  @Test
  void filteringTheValuesOfAMergedBarKeepsExactlyItsRows() {
    for (int seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Table table = Table.of(random);
      FieldDisplay kinds = renamed(random, "k", 12);
      QueryEngine engine = new QueryEngine(table.columns, new DirectTaskRunner());
      engine.show(Map.of("kind", kinds));
      DistributionData data = answer(engine, "kind", "", RowSet.all(ROWS));
      List<String> shown = ((BinAxis.Values) data.axis()).values();
      for (int bin = 0; bin < shown.size(); bin++) {
        Predicate ofBar = new Predicate.In("kind", kinds.values(shown.get(bin)));
        RowSet rows =
            new PredicateEvaluator(table.columns, java.util.Optional::empty).evaluate(ofBar);
        assertEquals(
            data.context()[0][bin],
            rows.cardinality(),
            "A click on " + shown.get(bin) + " must filter the rows of its bar, seed " + seed);
      }
    }
  }

  @Test
  void coloursAloneDoNotCountAnythingAnew() {
    DisplayedColumns columns = new DisplayedColumns(Table.of(new Random(3)).columns);
    columns.show(Map.of("kind", FieldDisplay.NONE.merged(List.of("k1", "k2"), "low")));
    var counted = columns.column("kind");
    long version = columns.version();
    columns.show(
        Map.of(
            "kind",
            FieldDisplay.NONE.merged(List.of("k1", "k2"), "low").withColour("low", "#102030")));
    assertSame(counted, columns.column("kind"), "A colour is no reason to count again.");
    assertEquals(version, columns.version());
    columns.show(Map.of());
    assertNotSame(counted, columns.column("kind"));
    assertTrue(columns.version() > version, "Kept answers must go with the names.");
  }

  @Test
  void groupsAndBarsFollowTheOwnOrderOfTheField() {
    Table table = Table.of(new Random(5));
    QueryEngine engine = new QueryEngine(table.columns, new DirectTaskRunner());
    engine.show(Map.of("stars", FieldDisplay.NONE.withOrder(List.of("3", "1", "nowhere"))));
    List<String> groups = answer(engine, "kind", "stars", RowSet.all(ROWS)).groups();
    assertEquals(List.of("3", "1"), groups.subList(0, 2), "the order of the field comes first");
    engine.show(Map.of("kind", FieldDisplay.NONE.withOrder(List.of("k7", "k2"))));
    Bins own = Bins.DEFAULT.withOrder(Order.OWN);
    assertEquals(List.of("k7", "k2"), firstBars(engine, own), "the order of the field");
    assertEquals(
        List.of("k4", "k5"),
        firstBars(engine, own.withOwn(List.of("k4", "k5"))),
        "the order of the view counts before that of the field");
  }

  private static List<String> firstBars(QueryEngine engine, Bins bins) {
    ViewQuery query = new DistributionQuery("v", "kind", "", bins, Scale.LINEAR);
    DistributionData data = (DistributionData) engine.answer(query, RowSet.all(ROWS));
    return ((BinAxis.Values) data.axis()).values().subList(0, 2);
  }

  @Test
  void ownEdgesPutEachRowWhereTheUserSaysAndTheOthersOffTheScale() {
    DistributionData data = ofStars(List.of("2", "3", "5"));
    long[] expected = new long[2];
    long beyond = 0;
    Table table = Table.of(new Random(8));
    for (int star : table.stars) {
      if (star < 2) {
        beyond++;
      } else {
        expected[star < 3 ? 0 : 1]++;
      }
    }
    assertEquals(
        Arrays.toString(expected),
        Arrays.toString(data.context()[0]),
        "Bins are half-open, the last one closed.");
    assertEquals(beyond, data.apart().contextOffScale()[0], "Rows beyond the edges are not lost.");
    assertEquals(BinRule.OWN_EDGES, data.axis().rule());
  }

  @Test
  void edgesThatDoNotRiseOrAreNoNumbersAreRefusedInWords() {
    String falls = assertThrows(UserFailure.class, () -> ofStars(List.of("3", "2"))).getMessage();
    assertTrue(falls.contains("3 comes before 2"), falls);
    String wrong =
        assertThrows(UserFailure.class, () -> ofStars(List.of("1", "many"))).getMessage();
    assertTrue(wrong.contains("“many”") && wrong.contains("stars"), wrong);
  }

  private static DistributionData ofStars(List<String> edges) {
    QueryEngine engine = new QueryEngine(Table.of(new Random(8)).columns, new DirectTaskRunner());
    Bins bins = Bins.DEFAULT.withEdges(edges);
    return (DistributionData)
        engine.answer(
            new DistributionQuery("v", "stars", "", bins, Scale.LINEAR), RowSet.all(ROWS));
  }

  @Test
  void measuresAreThoseOfTheRowsThatTheyName() {
    Random random = new Random(13);
    Table table = Table.of(random);
    RowSet selected = some(random);
    Measure all = Measure.of(Measure.Kind.MEAN).withRows(Measure.Rows.ALL);
    Measure among = Measure.of(Measure.Kind.MEAN).among("kind", "k3");
    Measure nobody = Measure.of(Measure.Kind.MEDIAN).among("kind", "no such kind");
    Measure quantile = Measure.quantile(0.25);
    QueryEngine engine = new QueryEngine(table.columns, new DirectTaskRunner());
    Map<Measure, Double> found =
        ((DistributionData)
                engine.answer(
                    new DistributionQuery(
                        "v",
                        "stars",
                        "",
                        Bins.DEFAULT,
                        Scale.LINEAR,
                        Shape.BARS,
                        List.of(all, among, nobody, quantile)),
                    selected))
            .measures();
    assertEquals(
        table.stars.stream().mapToInt(n -> n).average().orElseThrow(),
        found.get(all),
        1e-12,
        "the mean of all rows");
    double sum = 0;
    int n = 0;
    List<Integer> chosen = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      if (selected.contains(row)) {
        chosen.add(table.stars.get(row));
        if ("k3".equals(table.kinds.get(row))) {
          sum += table.stars.get(row);
          n++;
        }
      }
    }
    assertEquals(sum / n, found.get(among), 1e-12, "the mean of the selected rows of one kind");
    assertTrue(!found.containsKey(nobody), "Rows that nobody is among have no median.");
    chosen.sort(null);
    double place = 0.25 * (chosen.size() - 1);
    double low = chosen.get((int) place);
    double high = chosen.get((int) place + 1);
    assertEquals(low + (place - (int) place) * (high - low), found.get(quantile), 1e-12);
  }
}
