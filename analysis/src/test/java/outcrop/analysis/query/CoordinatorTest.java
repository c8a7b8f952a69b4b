package outcrop.analysis.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.query.ViewData.DistributionData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewQuery.RowsQuery;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.testing.Tables;

class CoordinatorTest {
  private static final ColumnStore TABLE =
      Tables.of(
          """
          city:cat | n:int | text:text
          Rome     | 1     | a
          Rome     | 2     | b
          Oslo     | 2     | c
          Oslo     | 3     | d
          Bern     | -     | -
          """);

  private final Map<String, List<String>> shown = new HashMap<>();
  private final List<String> heard = new ArrayList<>();

  private Coordinator coordinator(TaskRunner runner, Executor face) {
    Coordinator coordinator =
        new Coordinator(
            new QueryEngine(TABLE, new DirectTaskRunner()),
            new PredicateEvaluator(TABLE, Optional::empty),
            runner,
            face);
    coordinator.listen(
        new SelectionListener() {
          @Override
          public void counted(int selected, int total) {
            heard.add(selected + " of " + total);
          }

          @Override
          public void failed(String viewId, Throwable failure) {
            heard.add(viewId + ": " + failure.getMessage());
          }
        });
    return coordinator;
  }

  private ViewSink sink(String viewId) {
    List<String> list = shown.computeIfAbsent(viewId, _ -> new ArrayList<>());
    return new ViewSink() {
      @Override
      public void show(ViewData data) {
        list.add(
            data instanceof DistributionData distribution
                ? distribution.axis() instanceof BinAxis.Values(var values)
                    ? values + "=" + Arrays.toString(distribution.counts()[0])
                    : Arrays.toString(distribution.counts()[0])
                : data.selected() + " rows");
      }

      @Override
      public void fail(Throwable failure) {
        list.add("failed");
      }
    };
  }

  private static ViewQuery cities(String id) {
    return new DistributionQuery(id, "city", "", Bins.DEFAULT, Scale.LINEAR);
  }

  private static SelectionClause city(String viewId, String city) {
    return SelectionClause.of(viewId, "bars", new Predicate.In("city", List.of(city)));
  }

  private static SelectionClause atLeast(String viewId, int n) {
    return SelectionClause.of(viewId, "brush", Predicate.Range.halfOpen("n", "" + n, null));
  }

  private String last(String viewId) {
    return shown.get(viewId).getLast();
  }

  @Test
  void everyViewShowsTheRowsOfAllClausesButItsOwn() {
    Coordinator coordinator = coordinator(new DirectTaskRunner(), Runnable::run);
    coordinator.register(cities("a"), sink("a"));
    coordinator.register(cities("b"), sink("b"));
    coordinator.register(new RowsQuery("table", List.of()), sink("table"));
    assertEquals("[Oslo, Rome, Bern]=[2, 2, 1]", last("a"), "a view is answered when it comes");

    coordinator.select(Selection.EMPTY.with(city("a", "Rome")).with(atLeast("x", 2)));

    assertEquals("[Oslo, Rome, Bern]=[2, 1, 0]", last("a"), "its own clause must not narrow a");
    assertEquals("[Oslo, Rome, Bern]=[0, 1, 0]", last("b"), "both clauses must narrow b");
    assertEquals("1 rows", last("table"), "both clauses must narrow the table");
    assertEquals(List.of("1 of 5"), heard, "k of n counts all clauses");
  }

  @Test
  void disabledClausesNarrowNothingAndInvertedOnesKeepTheOthers() {
    Coordinator coordinator = coordinator(new DirectTaskRunner(), Runnable::run);
    coordinator.register(cities("b"), sink("b"));
    coordinator.select(Selection.EMPTY.with(city("a", "Rome").withEnabled(false)));
    assertEquals("[Oslo, Rome, Bern]=[2, 2, 1]", last("b"), "a disabled clause must keep all");
    coordinator.select(Selection.EMPTY.with(city("a", "Rome").withInverted(true)));
    assertEquals("[Oslo, Rome, Bern]=[2, 0, 1]", last("b"), "an inverted one keeps the others");
  }

  @Test
  void onlyTheNewestSelectionIsAnsweredAndTheOvertakenOneIsNotShown() {
    HandDrivenRunner runner = new HandDrivenRunner();
    Coordinator coordinator = coordinator(runner, Runnable::run);
    coordinator.register(cities("b"), sink("b"));
    runner.runOne();
    shown.get("b").clear();

    coordinator.select(Selection.EMPTY.with(city("a", "Rome")));
    coordinator.select(Selection.EMPTY.with(city("a", "Oslo")));
    coordinator.select(Selection.EMPTY.with(city("a", "Bern")));
    assertEquals(1, runner.waiting(), "requests must be put together while a round runs");
    runner.runOne();
    assertEquals(List.of(), shown.get("b"), "the answer for Rome was overtaken");
    runner.runOne();
    assertEquals(
        List.of("[Oslo, Rome, Bern]=[0, 0, 1]"),
        shown.get("b"),
        "Oslo must never be asked, Bern shown");
    assertEquals(0, runner.waiting(), "nothing is left to ask");
    assertEquals(List.of("1 of 5"), heard, "only the newest count is told");
  }

  @Test
  void answersThatWaitForTheFaceAreDroppedWhenANewerSelectionComes() {
    Deque<Runnable> faceWork = new ArrayDeque<>();
    Coordinator coordinator = coordinator(new DirectTaskRunner(), faceWork::add);
    coordinator.register(cities("b"), sink("b"));
    coordinator.select(Selection.EMPTY.with(city("a", "Rome")));
    coordinator.select(Selection.EMPTY.with(city("a", "Oslo")));
    while (!faceWork.isEmpty()) {
      faceWork.remove().run();
    }
    assertEquals(
        List.of("[Oslo, Rome, Bern]=[2, 0, 0]"),
        shown.get("b"),
        "answers already on the way to the face are stale too");
  }

  @Test
  void previewsOfADragAreShownOneAfterTheOtherAndSkippedWhereTheyComeTooFast() {
    HandDrivenRunner runner = new HandDrivenRunner();
    Coordinator coordinator = coordinator(runner, Runnable::run);
    coordinator.register(cities("b"), sink("b"));
    runner.runOne();
    shown.get("b").clear();

    coordinator.preview(atLeast("x", 1));
    coordinator.preview(atLeast("x", 2));
    coordinator.preview(atLeast("x", 3));
    runner.runOne();
    runner.runOne();
    assertEquals(
        List.of("[Oslo, Rome, Bern]=[2, 2, 0]", "[Oslo, Rome, Bern]=[1, 0, 0]"),
        shown.get("b"),
        "the first preview is shown, the second skipped, the newest shown");

    coordinator.select(Selection.EMPTY);
    runner.runOne();
    assertEquals("[Oslo, Rome, Bern]=[2, 2, 1]", last("b"), "a selection ends the preview");
  }

  @Test
  void aRoundThatIsOvertakenInTheMiddleStops() {
    HandDrivenRunner runner = new HandDrivenRunner();
    Coordinator coordinator = coordinator(runner, Runnable::run);
    coordinator.register(cities("a"), sink("a"));
    coordinator.register(cities("b"), sink("b"));
    runner.runOne();
    runner.runOne();
    shown.values().forEach(List::clear);

    coordinator.select(Selection.EMPTY.with(city("x", "Rome")));
    runner.betweenParts =
        () -> {
          runner.betweenParts = () -> {};
          coordinator.select(Selection.EMPTY.with(city("x", "Oslo")));
        };
    runner.runOne();
    assertEquals(1, shown.get("a").size(), "the first view was answered before the change");
    assertEquals(0, shown.get("b").size(), "the second must not be asked for nothing");
    runner.runOne();
    assertEquals("[Oslo, Rome, Bern]=[2, 0, 0]", last("a"), "both end with the newest");
    assertEquals("[Oslo, Rome, Bern]=[2, 0, 0]", last("b"), "both end with the newest");
  }

  @Test
  void aChangedQueryAsksItsViewAlone() {
    HandDrivenRunner runner = new HandDrivenRunner();
    Coordinator coordinator = coordinator(runner, Runnable::run);
    coordinator.register(cities("a"), sink("a"));
    runner.runOne();
    coordinator.register(cities("b"), sink("b"));
    runner.runOne();
    shown.values().forEach(List::clear);

    coordinator.changed("a", new DistributionQuery("a", "n", "", Bins.DEFAULT, Scale.LINEAR));
    runner.runOne();
    assertEquals(List.of("[1, 2, 1]"), shown.get("a"), "a shows the new question");
    assertEquals(List.of(), shown.get("b"), "b was not asked");

    coordinator.changed("a", cities("a"));
    coordinator.changed("a", new DistributionQuery("a", "n", "", Bins.DEFAULT, Scale.LINEAR));
    runner.runOne();
    runner.runOne();
    assertEquals(
        List.of("[1, 2, 1]", "[1, 2, 1]"), shown.get("a"), "the answer to the old one is dropped");
    coordinator.changed("gone", cities("gone"));
    assertEquals(0, runner.waiting(), "a view that is gone asks nothing");
  }

  @Test
  void aViewThatWasTakenOutHearsNothing() {
    HandDrivenRunner runner = new HandDrivenRunner();
    Coordinator coordinator = coordinator(runner, Runnable::run);
    coordinator.register(cities("a"), sink("a"));
    coordinator.unregister("a");
    runner.runOne();
    assertEquals(List.of(), shown.get("a"), "its sink may be gone already");
  }

  @Test
  void failuresReachTheViewAndTheListenerAndTheOtherViewsLive() {
    Coordinator coordinator = coordinator(new DirectTaskRunner(), Runnable::run);
    coordinator.register(cities("a"), sink("a"));
    coordinator.register(
        new DistributionQuery("bad", "town", "", Bins.DEFAULT, Scale.LINEAR), sink("bad"));
    assertEquals(List.of("failed"), shown.get("bad"), "a view with an unknown field fails");
    assertEquals(
        List.of(
            "bad: There is no field “town” in this dataset; choose another field for the view."),
        heard,
        "the listener hears the sentence");
    assertEquals("[Oslo, Rome, Bern]=[2, 2, 1]", last("a"), "other views go on");
  }

  @Test
  void aBadQueryFailsEveryViewButItsOwn() {
    Coordinator coordinator = coordinator(new DirectTaskRunner(), Runnable::run);
    coordinator.register(cities("a"), sink("a"));
    coordinator.register(cities("own"), sink("own"));
    coordinator.select(
        Selection.EMPTY.with(
            SelectionClause.of("own", "q", new Predicate.Query("city:Rome AND (n:1"))));
    assertEquals("failed", last("a"), "rows for a are not known");
    assertEquals("[Oslo, Rome, Bern]=[2, 2, 1]", last("own"), "its own clause does not matter");
    assertTrue(
        heard.contains(": The “(” at character 15 is not closed."), "the filter's failure is told");

    coordinator.select(
        Selection.EMPTY.with(SelectionClause.of("", "search", new Predicate.Query("text:a"))));
    assertTrue(
        heard
            .getLast()
            .endsWith(
                "The text index is not ready yet: 0 of 5 rows are indexed; search by other fields,"
                    + " or wait."),
        "a text index that is not ready is said in words: " + heard);
  }

  @Test
  void allButMineIsTheIntersectionOfTheOthers() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> owners = List.of("", "a", "b", "c", "d");
      Selection selection = Selection.EMPTY;
      Map<String, RowSet> sets = new HashMap<>();
      for (int n = random.nextInt(8); n > 0; n--) {
        String owner = owners.get(random.nextInt(owners.size()));
        SelectionClause clause =
            SelectionClause.of(owner, "c" + n, new Predicate.Query("" + n))
                .withEnabled(random.nextInt(5) > 0);
        sets.put("" + n, RowSet.ofWords(new long[] {random.nextLong(), random.nextLong()}, 100));
        selection = selection.with(clause);
      }
      LinkedRows linked =
          new LinkedRows(selection, 100, p -> sets.get(((Predicate.Query) p).text()));
      for (String view : owners) {
        RowSet expected = RowSet.all(100);
        for (SelectionClause clause : selection.clauses()) {
          boolean own = !view.isEmpty() && clause.viewId().equals(view);
          if (clause.enabled() && !own) {
            expected = expected.and(sets.get(((Predicate.Query) clause.predicate()).text()));
          }
        }
        assertEquals(expected, linked.forView(view), "rows of view " + view + ", seed " + seed);
      }
    }
  }
}
