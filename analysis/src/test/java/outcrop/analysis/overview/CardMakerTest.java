package outcrop.analysis.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.column.TimeColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.overview.FieldWarning.Kind;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.task.DirectTaskRunner;

class CardMakerTest {
  private static final Field NUMBER = new Field("x", FieldType.NUMBER);
  private static final Field CATEGORY = new Field("x", FieldType.CATEGORY);
  private static final Field TEXT = new Field("x", FieldType.TEXT);

  private static FieldCard card(Column column) {
    return new CardMaker(ColumnStore.of(List.of(column)), new DirectTaskRunner())
        .card(column.field(), RowSet.all(column.rowCount()));
  }

  private static Column category(String... values) {
    String[] cells =
        Arrays.stream(values).map(value -> value.equals("∅") ? null : value).toArray(String[]::new);
    return CategoryColumn.of(CATEGORY, cells);
  }

  private static Column number(double... values) {
    return NumberColumn.ofDoubles(NUMBER, values, null);
  }

  private static Column longs(long... values) {
    return NumberColumn.ofLongs(NUMBER, values, null);
  }

  private static List<Kind> kinds(Column column) {
    return card(column).warnings().stream().map(FieldWarning::kind).toList();
  }

  private static FieldWarning warning(Column column, Kind kind) {
    return card(column).warnings().stream()
        .filter(warning -> warning.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + kind + " in " + card(column).warnings()));
  }

  /// The rows that a warning links to.
  private static List<Integer> rows(Column column, Kind kind) {
    RowSet rows =
        new PredicateEvaluator(ColumnStore.of(List.of(column)), Optional::empty)
            .evaluate(warning(column, kind).rows().orElseThrow());
    return IntStream.range(0, column.rowCount()).filter(rows::contains).boxed().toList();
  }

  private static String said(Column column, Kind kind) {
    FieldWarning warning = warning(column, kind);
    return warning.count() + " of " + warning.of() + ": " + warning.value();
  }

  @Test
  void ordinaryFieldsGiveNoWarning() {
    assertEquals(List.of(), kinds(category("a", "b", "a", "c", "b", "∅")), "a category");
    assertEquals(List.of(), kinds(number(1.5, 2.5, 3.25, 2.5, 4)), "a measure");
    assertEquals(List.of(), kinds(longs(1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0)), "0 and 1 are a flag");
    assertEquals(
        List.of(), kinds(TextColumn.of(TEXT, "one thing", "another", "a third")), "texts differ");
  }

  @Test
  void oneValueIsConstantAndNoneIsEmpty() {
    Column constant = category("a", "∅", "a", "a");
    assertEquals("3 of 4: a", said(constant, Kind.CONSTANT), "rows with the value, of all");
    assertEquals(List.of(0, 2, 3), rows(constant, Kind.CONSTANT), "the rows that have it");
    assertEquals(List.of(Kind.CONSTANT), kinds(longs(7, 7, 7)), "numbers too");
    assertEquals(List.of(Kind.EMPTY), kinds(category("∅", "∅")), "nothing but missing");
  }

  @Test
  void aValueWithNinetyNineOfAHundredRowsLeavesTheOthersToBeLookedAt() {
    String[] values = new String[200];
    Arrays.fill(values, "yes");
    values[17] = "no";
    values[93] = "∅";
    assertEquals("198 of 200: yes", said(category(values), Kind.NEARLY_CONSTANT), "99 %");
    assertEquals(List.of(17, 93), rows(category(values), Kind.NEARLY_CONSTANT), "the others");
    values[94] = "no";
    assertEquals(List.of(), kinds(category(values)), "197 of 200 are fewer than 99 %");
  }

  @Test
  void moreThanHalfMissingIsMostlyMissing() {
    assertEquals("3 of 5: ", said(category("a", "∅", "∅", "b", "∅"), Kind.MOSTLY_MISSING), "60 %");
    assertEquals(List.of(), kinds(category("a", "∅", "b", "∅")), "half is not most");
  }

  @Test
  void differentWholeNumbersAndNamesLookLikeAnId() {
    long[] ids = IntStream.range(0, 12).mapToLong(i -> 100 + i).toArray();
    assertEquals("12 of 12: ", said(longs(ids), Kind.ALL_DISTINCT), "each row has its own");
    double[] measures = IntStream.range(0, 12).mapToDouble(i -> i + 0.5).toArray();
    assertEquals(List.of(), kinds(number(measures)), "measures differ of themselves");
    assertEquals(List.of(), kinds(longs(4, 8, 15)), "three rows say nothing");
  }

  @Test
  void wordsForNothingAreSuspiciousInEverySpelling() {
    Column column = category("red", "Unknown", "blue", "N/A", "unknown ", "n/a", "N/A", "Unknown");
    assertEquals(
        "4 of 8: Unknown / N/A", said(column, Kind.SUSPICIOUS_DEFAULT), "those of two rows");
    assertEquals(List.of(1, 3, 6, 7), rows(column, Kind.SUSPICIOUS_DEFAULT), "their rows");
  }

  @Test
  void aNumberThatStandsFarFromAllOthersIsSuspicious() {
    Column ages = longs(31, 45, 28, 999, 52, 39, 999, 17, 0);
    assertEquals("2 of 9: 999", said(ages, Kind.SUSPICIOUS_DEFAULT), "999 is no age");
    assertEquals(List.of(3, 6), rows(ages, Kind.SUSPICIOUS_DEFAULT), "its rows");
    assertEquals(
        List.of(), kinds(longs(990, 1_005, 999, 980, 999, 1_010)), "999 among its neighbours");
  }

  @Test
  void minusOneIsSuspiciousWhereNothingElseIsNegative() {
    assertEquals(
        "2 of 6: -1", said(longs(3, -1, 0, 5, -1, 2), Kind.SUSPICIOUS_DEFAULT), "no other");
    assertEquals(List.of(), kinds(longs(3, -1, 0, -2, -1, 2)), "one number among others");
  }

  @Test
  void zeroIsSuspiciousWhereItsShareSticksOut() {
    long[] values = new long[60];
    for (int i = 0; i < 30; i++) {
      values[2 * i] = 100 + 3L * i;
    }
    assertEquals("30 of 60: 0", said(longs(values), Kind.SUSPICIOUS_DEFAULT), "30 against 1");
    long[] counts = new long[60];
    for (int i = 0; i < 60; i++) {
      counts[i] = i % 12;
    }
    assertEquals(List.of(), kinds(longs(counts)), "as many zeros as ones");
  }

  @Test
  void theFirstMomentOfTheClockIsSuspicious() {
    long day = TimeColumn.MICROS_PER_DAY;
    Field field = new Field("x", FieldType.TIME, FieldRole.NONE, ValueFormat.DATE);
    Column column = TimeColumn.ofMicros(field, new long[] {0, 19_000 * day, 0, 19_001 * day}, null);
    assertEquals("2 of 4: 1970-01-01", said(column, Kind.SUSPICIOUS_DEFAULT), "the Unix epoch");
    assertEquals(List.of(0, 2), rows(column, Kind.SUSPICIOUS_DEFAULT), "its rows");
  }

  @Test
  void numbersWithSomeWordsAreMixed() {
    Column column = category("12", "7.5", "3", "many", "1,200", "12", "few");
    assertEquals("2 of 7: many", said(column, Kind.MIXED_TYPES), "the few are shown");
    assertEquals(List.of(3, 6), rows(column, Kind.MIXED_TYPES), "their rows");
    Column dates = category("2024-01-03", "2024-02-01", "soon", "2024-02-09", "2024-03-01");
    assertEquals("1 of 5: soon", said(dates, Kind.MIXED_TYPES), "dates too");
    assertEquals(List.of(), kinds(category("1", "a", "b", "c", "2")), "words with some numbers");
  }

  @Test
  void blanksAndCapitalsMakeTwoValuesOfOne() {
    Column column =
        category("Berlin", "berlin", " Rome", "Paris", "Berlin", "New  York", "new york");
    assertEquals("1 of 7:  Rome", said(column, Kind.BLANKS), "it begins with a blank");
    assertEquals(List.of(2), rows(column, Kind.BLANKS), "its row");
    FieldWarning variants = warning(column, Kind.CASE_VARIANTS);
    assertEquals(2, variants.amount(), "two groups: Berlin and New York");
    assertEquals("5 of 7: Berlin / berlin", said(column, Kind.CASE_VARIANTS), "the first of them");
    assertEquals(List.of(0, 1, 4, 5, 6), rows(column, Kind.CASE_VARIANTS), "all their rows");
  }

  @Test
  void numbersThatAreNoNumbersAreShown() {
    Column column = number(1, Double.NaN, 2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertEquals(
        List.of("1 of 5: NaN", "2 of 5: Infinity"),
        card(column).warnings().stream()
            .filter(warning -> warning.kind() == Kind.NOT_FINITE)
            .map(warning -> warning.count() + " of " + warning.of() + ": " + warning.value())
            .toList(),
        "each kind by itself");
    assertEquals(List.of(1), rows(column, Kind.NOT_FINITE), "the row with NaN");
  }

  @Test
  void fewValuesFarOutAreOutliersAndManyMakeTheFieldSkewed() {
    double[] values = IntStream.range(0, 400).mapToDouble(i -> 10 + i % 21).toArray();
    values[123] = 400;
    assertEquals("1 of 400: ", said(number(values), Kind.OUTLIERS), "beyond three ranges");
    assertEquals(List.of(123), rows(number(values), Kind.OUTLIERS), "its row");
    assertTrue(warning(number(values), Kind.SKEWED).amount() > 3, "it pulls the skewness");
    double[] flat = IntStream.range(0, 400).mapToDouble(i -> i + 0.5).toArray();
    assertEquals(List.of(), kinds(number(flat)), "an even spread has neither");
  }

  @Test
  void theSkewnessIsTheThirdStandardisedMoment() {
    // Two values, one with the share p = 1/12: (1 − 2p) / √(p (1 − p)).
    double[] values = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 100};
    assertEquals(
        3.0151134457776365, warning(number(values), Kind.SKEWED).amount(), 1e-9, "11 to 1");
  }

  @Test
  void textsThatComeAgainAreCountedAndShownWithTheFirst() {
    Column column = TextColumn.of(TEXT, "a text", "another", "a text", " third", null, "a text");
    assertEquals("2 of 5: ", said(column, Kind.REPEATS), "two of the three repeat");
    assertEquals(List.of(0, 2, 5), rows(column, Kind.REPEATS), "the first is shown with them");
    assertEquals(List.of(3), rows(column, Kind.BLANKS), "the one with the blank");
  }

  @Test
  void warningsAndLabelsComeFirstAndEvenFieldsBeforeLopsidedOnes() {
    Field label = new Field("label", FieldType.CATEGORY).withRole(FieldRole.LABEL);
    FieldCard labelled = card(CategoryColumn.of(label, "a", "b", "a", "b"));
    FieldCard even = card(category("a", "b", "a", "b"));
    FieldCard lopsided = card(category("a", "a", "a", "a", "a", "a", "a", "b"));
    FieldCard constant = card(category("a", "a", "a", "a"));
    assertEquals(
        List.of(labelled, constant, even, lopsided),
        Stream.of(lopsided, even, constant, labelled).sorted(FieldCard.BY_INTEREST).toList(),
        "label 3 + 1, constant 3, even 1, lopsided 0.54");
    assertEquals(1, even.spread(), 1e-12, "half and half is as even as two values can be");
  }
}
