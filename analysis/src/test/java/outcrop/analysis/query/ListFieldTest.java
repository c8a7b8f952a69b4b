package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnProfile;
import outcrop.analysis.column.ColumnProfiler;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.ListColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.spec.DistributionSpec;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.UserFailure;

/// Fields with several values per row, as views, filters and profiles see them.
final class ListFieldTest {
  private static final DirectTaskRunner RUNNER = new DirectTaskRunner();

  private static ColumnStore tags(List<List<String>> rows) {
    return ColumnStore.of(List.of(ListColumn.of(new Field("tags", FieldType.LIST), rows)));
  }

  private static DistributionData distribution(ColumnStore store, RowSet selected) {
    DistributionSpec spec = DistributionSpec.of("view", "tags");
    return (DistributionData)
        new QueryEngine(store, RUNNER)
            .answer(
                new DistributionQuery("view", "tags", "", spec.bins(), spec.axes().x()), selected);
  }

  private static RowSet rows(ColumnStore store, Predicate predicate) {
    return new PredicateEvaluator(store, Optional::empty).evaluate(predicate);
  }

  @Test
  void aRowCountsOnceForEachOfItsValues() {
    ColumnStore store =
        tags(
            Arrays.asList(
                List.of("a", "b", "a"), List.of("b"), List.of(), null, List.of("b", "c")));
    DistributionData data = distribution(store, RowSet.of(5, 0, 2, 3));
    assertEquals(
        List.of("b", "a", "c"), ((BinAxis.Values) data.axis()).values(), "most rows first");
    assertArrayEquals(new long[] {3, 1, 1}, data.context()[0], "a twice in a row counts once");
    assertArrayEquals(new long[] {1, 1, 0}, data.counts()[0], "of the selected rows");
    assertEquals(1, data.apart().missing()[0], "a row without a list is missing");
    assertEquals(1, data.apart().offScale()[0], "an empty list has no place on the axis");
  }

  @Test
  void countsAreThoseOfUnnestedRowsUnderAnyFilter() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<List<String>> rows = new ArrayList<>();
      for (int row = 0; row < 500; row++) {
        List<String> list = new ArrayList<>();
        for (int n = random.nextInt(40); n > 0; n--) {
          list.add("t" + random.nextInt(30));
        }
        rows.add(random.nextInt(10) == 0 ? null : list);
      }
      long[] words = {random.nextLong(), 0, random.nextLong(), -1, -1, random.nextLong(), 7, 9};
      RowSet selected = RowSet.ofWords(words, 500);
      Map<String, Long> wanted = new TreeMap<>();
      selected.forEach(
          row -> {
            if (rows.get(row) != null) {
              new TreeSet<>(rows.get(row)).forEach(tag -> wanted.merge(tag, 1L, Long::sum));
            }
          });
      DistributionData data = distribution(tags(rows), selected);
      List<String> values = ((BinAxis.Values) data.axis()).values();
      for (int bin = 0; bin < values.size(); bin++) {
        assertEquals(
            wanted.getOrDefault(values.get(bin), 0L),
            data.counts()[0][bin],
            "seed " + seed + ": rows with " + values.get(bin));
      }
    }
  }

  @Test
  void aFilterKeepsRowsThatHaveTheValueInTheirList() {
    ColumnStore store = tags(Arrays.asList(List.of("a", "b"), List.of(), null, List.of("B c")));
    assertEquals(RowSet.of(4, 0), rows(store, new Predicate.In("tags", List.of("b"))), "in");
    assertEquals(RowSet.of(4, 0, 3), rows(store, new Predicate.Query("tags:(b OR \"B c\")")), "");
    assertEquals(RowSet.of(4, 3), rows(store, new Predicate.Query("c")), "a word of any field");
    assertEquals(
        RowSet.of(4, 2), rows(store, new Predicate.IsMissing("tags")), "[] is not missing");
    assertEquals(RowSet.of(4, 1, 2, 3), rows(store, new Predicate.Query("NOT tags:a")), "not");
  }

  @Test
  void numbersInListsCompareAsNumbers() {
    Field field = new Field("n", FieldType.LIST, FieldRole.NONE, ValueFormat.DECIMAL);
    ColumnStore store =
        ColumnStore.of(
            List.of(ListColumn.of(field, List.of(List.of("1", "20"), List.of("3.5"), List.of()))));
    assertEquals(RowSet.of(3, 1), rows(store, new Predicate.Query("n:[2 TO 10]")), "no text order");
    assertEquals(RowSet.of(3, 0), rows(store, new Predicate.In("n", List.of("1.0"))), "1.0 is 1");
    assertThrows(
        UserFailure.class,
        () -> rows(store, new Predicate.Query("n:[a TO b]")),
        "a bound that is no number must be refused");
  }

  @Test
  void listsStandInTheOrderOfTheirElements() {
    ColumnStore store =
        tags(
            Arrays.asList(
                List.of("b"), List.of("a", "z"), null, List.of("a"), List.of(), List.of("a", "b")));
    assertArrayEquals(
        new int[] {4, 3, 5, 1, 0, 2},
        new RowSorter(store, RUNNER).order(List.of(new SortKey("tags", false))),
        "the empty list first, missing last");
  }

  @Test
  void aProfileCountsElementsAndLengths() {
    ColumnStore store = tags(Arrays.asList(List.of("a", "a", "b"), List.of(), null, List.of("b")));
    ColumnProfile profile = ColumnProfiler.profile(store.column("tags"), RowSet.all(4));
    assertEquals(2, profile.distinct(), "different elements");
    assertEquals(1, profile.missing(), "rows without a list");
    assertEquals(
        List.of(new ColumnProfile.ValueCount("b", 2), new ColumnProfile.ValueCount("a", 1)),
        profile.top(),
        "rows that have the element");
    assertEquals("3", profile.lengths().max(), "lengths in elements");
    assertEquals(3, profile.lengths().n(), "of the rows with a list");
  }

  @Test
  void vectorsAreCountedButHaveNoDistribution() {
    ColumnStore store =
        ColumnStore.of(
            List.of(
                VectorColumn.of(
                    new Field("tags", FieldType.VECTOR),
                    Arrays.asList(
                        new float[] {1, 2}, null, new float[] {1, 2}, new float[] {0, 3}))));
    ColumnProfile profile = ColumnProfiler.profile(store.column("tags"), RowSet.all(4));
    assertEquals(2, profile.distinct(), "two different vectors");
    UserFailure refused =
        assertThrows(
            UserFailure.class,
            () -> distribution(store, RowSet.all(4)),
            "vectors cannot be put into bins");
    assertEquals(
        "“tags” holds vectors, which have no distribution; choose another field.",
        refused.getMessage(),
        "say why and what to do");
  }
}
