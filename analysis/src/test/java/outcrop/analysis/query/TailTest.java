package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.TailBands.Part;
import outcrop.analysis.query.ViewData.TailApart;
import outcrop.analysis.query.ViewData.TailData;
import outcrop.analysis.query.ViewQuery.TailQuery;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.TailSpec.Bands;
import outcrop.analysis.spec.TailSpec.Counted;
import outcrop.analysis.spec.TailSpec.Preset;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.UserFailure;

/// Long tails are counted over any rows, and their bands become filters of exactly their rows.
class TailTest {
  private static final String[] LABELS = {
    "cat", "cat", "dog", "cat", null, "owl", "dog", "cat", "emu", "cat"
  };

  private static ColumnStore table(Column column) {
    return ColumnStore.of(List.of(column));
  }

  private static Column labels() {
    return CategoryColumn.of(new Field("label", FieldType.CATEGORY), LABELS);
  }

  private static TailData tail(Column column, Counted counted, RowSet rows) {
    TailQuery query = new TailQuery("v", column.field().name(), counted);
    return (TailData) new QueryEngine(table(column), new DirectTaskRunner()).answer(query, rows);
  }

  private static String said(TailClasses classes) {
    return IntStream.range(0, classes.count())
        .mapToObj(rank -> classes.name(rank) + " " + (int) classes.size(rank))
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  @Test
  void classesFallAndEqualOnesStandInTheOrderOfTheDataset() {
    TailData data = tail(labels(), Counted.CLASSES, RowSet.all(10));
    assertEquals("cat 5, dog 2, owl 1, emu 1", said(data.classes()));
    assertEquals(new TailApart(1, 0), data.apart(), "The row without a label is told apart.");
    assertEquals(OptionalInt.of(2), data.classes().rankOf("owl"), "A class is found by its name.");
    assertEquals(OptionalInt.empty(), data.classes().rankOf("yak"), "No row has this one.");
  }

  @Test
  void aFilterCountsItsRowsAndKeepsTheClassesOfAllAsContext() {
    TailData data = tail(labels(), Counted.CLASSES, RowSet.of(10, 2, 3, 4, 6));
    assertEquals("dog 2, cat 1", said(data.classes()), "Only classes with selected rows.");
    assertEquals("cat 5, dog 2, owl 1, emu 1", said(data.context()));
    assertEquals(1, data.apart().missing());
  }

  @Test
  void emptySelectionsAndFieldsWithoutValuesHaveNoClassesAndNoMeasures() {
    TailData none = tail(labels(), Counted.CLASSES, RowSet.none(10));
    assertEquals(0, none.classes().count());
    assertEquals(Optional.empty(), none.measures());
    Column missing = CategoryColumn.of(new Field("x", FieldType.CATEGORY), null, null, null);
    TailData all = tail(missing, Counted.CLASSES, RowSet.all(3));
    assertEquals(new TailApart(3, 0), all.apart());
    assertEquals(0, TailBands.of(Bands.DEFAULT, all).list().getFirst().classes());
  }

  @Test
  void aListCountsOncePerDifferentElementAndAnEmptyOneStandsApart() {
    Column lists =
        ListColumn.of(
            new Field("tags", FieldType.LIST),
            Arrays.asList(List.of("a", "a", "b"), List.of("a"), List.of(), null));
    TailData data = tail(lists, Counted.CLASSES, RowSet.all(4));
    assertEquals("a 2, b 1", said(data.classes()));
    assertEquals(new TailApart(1, 1), data.apart(), "One row is missing, one is empty.");
  }

  @Test
  void numbersAreClassesOrSizes() {
    Column numbers =
        NumberColumn.ofDoubles(
            new Field("n", FieldType.NUMBER),
            new double[] {7, 7, 2.5, -1, 0, Double.NaN, Double.POSITIVE_INFINITY, 0},
            RowSet.of(8, 7));
    assertEquals("7 7, 7 7, 2.5 2", said(tail(numbers, Counted.VALUES, RowSet.all(8)).classes()));
    assertEquals(
        new TailApart(1, 4),
        tail(numbers, Counted.VALUES, RowSet.all(8)).apart(),
        "Zero, negative and infinite values and NaN have no size, and are said.");
    assertEquals(
        2.0,
        tail(numbers, Counted.CLASSES, RowSet.all(8)).classes().size(0),
        "As a class, 7 has two rows.");
  }

  @Test
  void fieldsWithoutClassesAreRefusedInOneSentence() {
    Column label = labels();
    UserFailure failure =
        assertThrows(UserFailure.class, () -> tail(label, Counted.VALUES, RowSet.all(10)));
    assertTrue(failure.getMessage().contains("“label” holds no numbers"), failure.getMessage());
    Column prose = TextColumn.of(new Field("note", FieldType.TEXT), "a", "b");
    assertThrows(
        UserFailure.class,
        () -> tail(prose, Counted.CLASSES, RowSet.all(2)),
        "Without an index the terms of a text are not there yet.");
  }

  @Test
  void bandsBecomeFiltersOfExactlyTheirRows() {
    Column column = labels();
    TailData data = tail(column, Counted.CLASSES, RowSet.all(10));
    TailBands bands = TailBands.of(Bands.own(5, 2), data);
    assertEquals(List.of(1, 1, 2), bands.list().stream().map(TailBands.Band::classes).toList());
    assertEquals(rowsOf("cat"), filtered(bands, Part.HEAD, data, column));
    assertEquals(rowsOf("dog"), filtered(bands, Part.BODY, data, column));
    assertEquals(
        rowsOf("owl", "emu"),
        filtered(bands, Part.TAIL, data, column),
        "Rows without a label belong to no band.");
  }

  @Test
  void aBandOfMostClassesIsTheOthersLeftOut() {
    String[] many = new String[60];
    Arrays.setAll(many, i -> i < 20 ? "head" : i < 59 ? "rare " + i : null);
    Column column = CategoryColumn.of(new Field("label", FieldType.CATEGORY), many);
    TailData data = tail(column, Counted.CLASSES, RowSet.all(60));
    TailBands bands = TailBands.of(Bands.own(2, 2), data);
    assertEquals(39, filtered(bands, Part.TAIL, data, column).cardinality());
    assertTrue(
        bands.predicate(bands.list().getLast(), "label", data).toString().length() < 200,
        "One class is named, not 39.");
  }

  private static RowSet rowsOf(String... labels) {
    return RowSet.of(
        LABELS.length,
        IntStream.range(0, LABELS.length)
            .filter(row -> Arrays.asList(labels).contains(LABELS[row]))
            .toArray());
  }

  private static RowSet filtered(TailBands bands, Part part, TailData data, Column column) {
    return new PredicateEvaluator(table(column), Optional::empty, () -> 0)
        .evaluate(bands.predicate(bands.band(part).orElseThrow(), column.field().name(), data));
  }

  @Test
  void valuesAreFilteredByTheirRange() {
    Column numbers =
        NumberColumn.ofLongs(
            new Field("n", FieldType.NUMBER), new long[] {100, 50, 9, 3, 0, -4}, null);
    TailData data = tail(numbers, Counted.VALUES, RowSet.all(6));
    TailBands bands = TailBands.of(Bands.own(100, 9), data);
    assertEquals(RowSet.of(6, 0), filtered(bands, Part.HEAD, data, numbers));
    assertEquals(RowSet.of(6, 1, 2), filtered(bands, Part.BODY, data, numbers));
    assertEquals(RowSet.of(6, 3), filtered(bands, Part.TAIL, data, numbers), "Zero has no size.");
  }

  @Test
  void conventionsPartAtTheirBoundaries() {
    TailData data =
        tail(
            CategoryColumn.of(
                new Field("label", FieldType.CATEGORY),
                IntStream.of(101, 100, 21, 20, 19, 11, 10, 1)
                    .boxed()
                    .flatMap(size -> Collections.nCopies(size, "of " + size).stream())
                    .toArray(String[]::new)),
            Counted.CLASSES,
            RowSet.all(283));
    assertEquals("1 3 4", classes(Preset.OLTR, data), "Head > 100, body 20 to 100, tail < 20.");
    assertEquals("2 1 5", classes(Preset.OLTR_CODE, data), "Head ≥ 100, tail ≤ 20.");
    assertEquals("1 5 2", classes(Preset.LVIS, data), "Frequent > 100, rare ≤ 10.");
    assertEquals("0 8", classes(Preset.METACLIP, data), "Nothing has 20,000 rows.");
    assertEquals("2 3 3", classes(Preset.SHARES, data), "Half of the rows, 90 %, the rest.");
    assertFalse(
        classes(Preset.XMIN, data).isEmpty(), "Without a fit the bands are those of shares.");
  }

  private static String classes(Preset preset, TailData data) {
    return TailBands.of(Bands.of(preset), data).list().stream()
        .map(band -> String.valueOf(band.classes()))
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  @Test
  void aMillionClassesAreCountedAndBanded() {
    int rows = 1_200_000;
    long[] ids = new long[rows];
    Arrays.setAll(ids, row -> row < 200_000 ? row % 1000 : row);
    Column column = NumberColumn.ofLongs(new Field("user", FieldType.NUMBER), ids, null);
    TailData data = tail(column, Counted.CLASSES, RowSet.all(rows));
    assertEquals(1_001_000, data.classes().count());
    TailBands bands = TailBands.of(Bands.own(2, 2), data);
    assertEquals(1_000_000, bands.list().getLast().classes());
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () ->
                bands.predicate(
                    TailBands.of(Bands.own(1, 1), data).list().getFirst(),
                    "user",
                    new TailData(
                        data.total(),
                        data.rows(),
                        FieldType.LIST,
                        Counted.CLASSES,
                        data.context(),
                        data.classes(),
                        data.apart(),
                        data.measures(),
                        Optional.empty())));
    assertTrue(failure.getMessage().contains("too many to be named"), failure.getMessage());
  }
}
