package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewData.FacetData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.FacetQuery;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.DistributionSpec.Shape;
import outcrop.analysis.spec.DistributionSpec.Step;
import outcrop.analysis.stats.SortedValues;
import outcrop.analysis.stats.Spread;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.UserFailure;

/// How values are spread, for shapes that are not made of bins.
class SpreadQueryTest {
  private static Column numbers(double... values) {
    return NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), values, null);
  }

  private static Column kinds(String... values) {
    return CategoryColumn.of(new Field("kind", FieldType.CATEGORY), values);
  }

  private static DistributionData answer(
      Shape shape, Scale scale, Bins bins, RowSet selected, Column... columns) {
    String by = columns.length > 1 ? columns[1].field().name() : "";
    DistributionQuery query =
        new DistributionQuery("v", columns[0].field().name(), by, bins, scale, shape);
    return (DistributionData)
        new QueryEngine(ColumnStore.of(List.of(columns)), new DirectTaskRunner())
            .answer(query, selected);
  }

  private static DistributionData answer(Shape shape, RowSet selected, Column... columns) {
    return answer(shape, Scale.LINEAR, Bins.DEFAULT, selected, columns);
  }

  private static Spread only(DistributionData data) {
    return data.spread().orElseThrow().selected().getFirst();
  }

  @Test
  void aPanelOfSmallMultiplesStandsBeforeItsOwnRows() {
    QueryEngine engine =
        new QueryEngine(
            ColumnStore.of(List.of(numbers(1, 2, 3, 4, 5), kinds("a", "a", "a", "b", "b"))),
            new DirectTaskRunner());
    DistributionQuery query =
        new DistributionQuery("v", "x", "", Bins.DEFAULT, Scale.LINEAR, Shape.ECDF);
    FacetData data =
        (FacetData) engine.answer(new FacetQuery(query, "kind"), RowSet.of(5, 0, 2, 3));
    DistributionData first = (DistributionData) data.panels().getFirst().data();
    assertEquals(3, first.spread().orElseThrow().context().getFirst().n(), "Three rows are a.");
    assertEquals(2, only(first).n(), "The filter leaves two of them.");
  }

  @Test
  void valuesWithoutAPlaceAreCountedApartAndLeftOut() {
    double[] values = {3, Double.NaN, 1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, 9};
    RowSet missing = RowSet.of(7, 6);
    Column column = NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), values, missing);
    DistributionData data = answer(Shape.ECDF, RowSet.all(7), column);
    Spread spread = only(data);
    assertEquals(3, spread.n());
    assertEquals(2, spread.mean());
    assertArrayEquals(new double[] {1, 2, 3}, spread.steps().values());
    assertEquals(1, data.apart().missing()[0]);
    assertEquals(3, data.apart().offScale()[0]);
  }

  @Test
  void onALogarithmicScaleOnlyPositiveValuesHaveAPlace() {
    DistributionData data =
        answer(
            Shape.DENSITY,
            Scale.LOG,
            Bins.DEFAULT,
            RowSet.all(12),
            numbers(0, 1, 3, 5, 8, 10, 10, 12, 20, 40, 100, -4));
    assertEquals(10, only(data).n());
    assertEquals(20.9, only(data).mean(), 1e-9, "the mean is of values, not of logarithms");
    double middle = only(data).density().orElseThrow().at(1);
    assertTrue(middle > 0.5, "the density is over the logarithm, with its middle at 10: " + middle);
  }

  @Test
  void everyGroupUnderEveryFilterHasTheEstimatesOfItsOwnRows() {
    Random random = new Random(4);
    int n = 900;
    double[] values = random.doubles(n).map(_ -> random.nextInt(60) / 4.0).toArray();
    List<String> kinds = IntStream.range(0, n).mapToObj(_ -> "k" + random.nextInt(3)).toList();
    Column by = kinds(kinds.toArray(String[]::new));
    for (int round = 0; round < 10; round++) {
      int modulus = 1 + random.nextInt(5);
      int[] rows = IntStream.range(0, n).filter(row -> row % modulus == 0).toArray();
      DistributionData data = answer(Shape.BOX, RowSet.of(n, rows), numbers(values), by);
      for (int group = 0; group < data.groups().size(); group++) {
        String name = data.groups().get(group);
        double[] own =
            Arrays.stream(rows)
                .filter(row -> kinds.get(row).equals(name))
                .mapToDouble(row -> values[row])
                .sorted()
                .toArray();
        Spread spread = data.spread().orElseThrow().selected().get(group);
        assertEquals(own.length, spread.n());
        assertEquals(SortedValues.of(own).mean(), spread.mean(), 1e-9);
        assertEquals(SortedValues.of(own).quantile(0.75), spread.quantile(0.75));
      }
    }
  }

  @Test
  void anEmptySelectionHasNoEstimatesButAContext() {
    DistributionData data = answer(Shape.DENSITY, RowSet.none(4), numbers(1, 2, 3, 4));
    assertEquals(0, only(data).n());
    assertTrue(only(data).density().isEmpty() && only(data).tukey().isEmpty());
    assertEquals(4, data.spread().orElseThrow().context().getFirst().n());
  }

  @Test
  void allMissingAndOneValueHaveNoDensity() {
    Column missing =
        NumberColumn.ofDoubles(new Field("x", FieldType.NUMBER), new double[2], RowSet.all(2));
    assertEquals(0, only(answer(Shape.DENSITY, RowSet.all(2), missing)).n());
    Spread same = only(answer(Shape.DENSITY, RowSet.all(3), numbers(5, 5, 5)));
    assertTrue(same.density().isEmpty());
    assertEquals(5, same.median());
  }

  @Test
  void twoGroupsAreComparedAndOfMoreThoseAskedFor() {
    Column by = kinds("a", "a", "a", "b", "b", "c", "c", "c", "c");
    Column values = numbers(1, 2, 3, 10, 12, 0, 0, 1, 1);
    assertTrue(
        answer(Shape.ECDF, RowSet.all(9), values, by).spread().orElseThrow().compared().isEmpty(),
        "of three groups none are two");
    DistributionData data =
        answer(
            Shape.ECDF,
            Scale.LINEAR,
            Bins.DEFAULT.withGroups(List.of("b", "a")),
            RowSet.all(9),
            values,
            by);
    assertEquals(List.of("b", "a", "c"), data.groups(), "those asked for come first");
    assertEquals(
        9, data.spread().orElseThrow().compared().orElseThrow().difference().mean(), "11 − 2");
  }

  @Test
  void aGroupAskedForStandsApartFromTheRestHoweverSmall() {
    List<String> kinds =
        IntStream.range(0, 400).mapToObj(i -> i == 399 ? "rare" : "k" + i % 57).toList();
    Column by = kinds(kinds.toArray(String[]::new));
    Column values = numbers(IntStream.range(0, 400).asDoubleStream().toArray());
    assertTrue(
        !answer(Shape.BARS, RowSet.all(400), values, by).groups().contains("rare"),
        "in the group of all others");
    DistributionData asked =
        answer(
            Shape.BARS,
            Scale.LINEAR,
            Bins.DEFAULT.withGroups(List.of("rare")),
            RowSet.all(400),
            values,
            by);
    assertEquals("rare", asked.groups().getFirst());
    assertEquals(DistributionData.MAX_GROUPS, asked.groups().size());
    assertEquals(399, asked.groups().stream().skip(1).mapToLong(g -> sum(asked, g)).sum());
  }

  private static long sum(DistributionData data, String group) {
    return Arrays.stream(data.counts()[data.groups().indexOf(group)]).sum();
  }

  private static Column days(String... days) {
    long[] micros =
        Arrays.stream(days)
            .mapToLong(
                day ->
                    LocalDate.parse(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000L)
            .toArray();
    return TimeColumn.ofMicros(
        new Field("day", FieldType.TIME, FieldRole.NONE, ValueFormat.DATE), micros, null);
  }

  @Test
  void stepsOfTheCalendarStandBefore1970AsAfter() {
    Column days = days("1899-12-31", "1900-01-01", "1900-03-31", "1969-12-31", "1970-01-01");
    DistributionData data =
        answer(Shape.LINE, Scale.LINEAR, Bins.DEFAULT.withStep(Step.QUARTER), RowSet.all(5), days);
    BinAxis.Times axis = (BinAxis.Times) data.axis();
    assertEquals("QUARTER", axis.unit());
    assertEquals(282, axis.size(), "from the last of 1899 to the first of 1970");
    assertEquals(1, data.counts()[0][0]);
    assertEquals(2, data.counts()[0][1]);
    assertEquals(1, data.counts()[0][280]);
    assertEquals(1, data.counts()[0][281]);
    assertEquals("1900-01-01", TimeColumn.textOf(axis.edges()[1], ValueFormat.DATE));
  }

  @Test
  void spreadOfDatesBefore1970IsInMicroseconds() {
    Spread spread =
        only(answer(Shape.ECDF, RowSet.all(3), days("1899-12-30", "1900-01-01", "1900-01-03")));
    assertEquals("1900-01-01", TimeColumn.textOf(Math.round(spread.mean()), ValueFormat.DATE));
  }

  @Test
  void aStepTooShortForTheSpanIsRefusedWithTheRemedy() {
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                answer(
                    Shape.LINE,
                    Scale.LINEAR,
                    Bins.DEFAULT.withStep(Step.DAY),
                    RowSet.all(2),
                    days("1000-01-01", "2024-01-01")));
    assertTrue(failure.getMessage().contains("choose a longer step"), failure.getMessage());
  }

  @Test
  void categoriesHaveNoShapeButBars() {
    Column by = kinds("a", "b");
    UserFailure failure =
        assertThrows(UserFailure.class, () -> answer(Shape.ECDF, RowSet.all(2), by));
    assertTrue(failure.getMessage().contains("show it as bars"), failure.getMessage());
  }

  @Test
  void pointsOfManyRowsAreTheSameRowsUnderEveryFilterThatLeavesThem() {
    int n = 20_000;
    Column values = numbers(IntStream.range(0, n).asDoubleStream().toArray());
    double[] all = only(answer(Shape.STRIP, RowSet.all(n), values)).points();
    int[] half = IntStream.range(0, n / 2).toArray();
    double[] some = only(answer(Shape.STRIP, RowSet.of(n, half), values)).points();
    assertTrue(all.length > 800 && all.length < 1200, all.length + " points");
    assertTrue(
        Arrays.stream(all)
            .filter(value -> value < n / 2.0)
            .allMatch(value -> Arrays.binarySearch(some, value) >= 0),
        "what is drawn of all rows is drawn of half of them");
  }
}
