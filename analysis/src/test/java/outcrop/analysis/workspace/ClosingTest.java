package outcrop.analysis.workspace;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.ColumnUse;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.io.Importer;
import outcrop.analysis.query.Coordinator;
import outcrop.analysis.query.SelectionListener;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewQuery.DistributionQuery;
import outcrop.analysis.query.ViewSink;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

final class ClosingTest {
  private static final int ROWS = 60_000;

  @TempDir Path folder;

  private Path project(TaskRunner runner) throws IOException {
    Path csv = folder.resolve("n.csv");
    StringBuilder text = new StringBuilder("n,kind,story\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(row * 7919L % 10_007).append(",k").append(row % 17);
      text.append(",\"a long story of number ").append(row).append(" that has many words\"\n");
    }
    Files.writeString(csv, text);
    Path project = folder.resolve("n.outcrop");
    var spec = new Importer(runner).preview(List.of(csv), TaskContext.NONE).spec();
    Workspace.importInto(project, spec, folder, runner, TaskContext.NONE);
    return project;
  }

  @Test
  void closingWaitsForTheQueryThatReadsTheColumns() throws Exception {
    try (TaskRunner runner = new PooledTaskRunner()) {
      Workspace workspace = Workspace.open(project(runner), false, runner);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      CompletableFuture<String> slow =
          runner
              .start(
                  "A slow query",
                  _ -> {
                    try (ColumnUse use = workspace.columns().use()) {
                      var column = workspace.columns().column("kind");
                      begun.countDown();
                      goOn.await();
                      assertThrows(
                          CancellationException.class,
                          use::checkWanted,
                          "Long work must hear that the dataset is being closed.");
                      return String.valueOf(column.textAt(ROWS - 1));
                    }
                  })
              .outcome();
      assertTrue(begun.await(30, TimeUnit.SECONDS), "The slow query did not begin.");
      CompletableFuture<Boolean> closed =
          runner
              .start(
                  "Closing",
                  _ -> {
                    workspace.close();
                    return true;
                  })
              .outcome();
      while (stillOpen(workspace)) {
        Thread.onSpinWait();
      }
      assertFalse(closed.isDone(), "The columns were unmapped under a reader.");
      goOn.countDown();
      assertEquals(
          "k" + (ROWS - 1) % 17, slow.get(30, TimeUnit.SECONDS), "The reader reads to its end.");
      closed.get(30, TimeUnit.SECONDS);
      assertThrows(
          CancellationException.class,
          () -> workspace.evaluator().evaluate(Predicate.Range.halfOpen("n", "1", "3")),
          "A query after the close must be cancelled, not fail.");
      assertDoesNotThrow(workspace::close, "Closing again must do nothing.");
    }
  }

  private static boolean stillOpen(Workspace workspace) {
    try {
      workspace.columns().use().close();
      return true;
    } catch (CancellationException closing) {
      return false;
    }
  }

  @Test
  void closingInTheMiddleOfQueriesBreaksNothing() throws Exception {
    ConcurrentLinkedQueue<Throwable> heard = new ConcurrentLinkedQueue<>();
    try (TaskRunner runner = new PooledTaskRunner()) {
      Path project = project(runner);
      for (int round = 0; round < 15; round++) {
        closeUnderLoad(Workspace.open(project, false, runner), runner, round, heard);
      }
    }
    assertEquals(List.of(), List.copyOf(heard), "Closing while views are counted was heard of.");
  }

  private static void closeUnderLoad(
      Workspace workspace, TaskRunner runner, int round, ConcurrentLinkedQueue<Throwable> heard) {
    Coordinator coordinator = workspace.coordinator(Runnable::run);
    CountDownLatch busy = new CountDownLatch(1 + round % 5);
    coordinator.listen(
        new SelectionListener() {
          @Override
          public void counted(int selected, int total) {
            busy.countDown();
          }

          @Override
          public void failed(String viewId, Throwable failure) {
            heard.add(failure);
          }
        });
    for (String field : List.of("n", "kind")) {
      coordinator.register(
          new DistributionQuery(field, field, "kind", Bins.DEFAULT, Scale.LINEAR), quiet(heard));
    }
    AtomicBoolean closed = new AtomicBoolean();
    CompletableFuture<Boolean> queries =
        runner
            .start(
                "Queries",
                _ -> {
                  for (int lo = 0; !closed.get(); lo++) {
                    Predicate range =
                        Predicate.Range.halfOpen("n", "" + lo % 9000, "" + (lo % 9000 + 500));
                    coordinator.select(
                        Selection.EMPTY.with(SelectionClause.of("n", "brush", range)));
                    RowSet rows = workspace.evaluator().evaluate(new Predicate.Not(range));
                    assertTrue(rows.cardinality() > 0, "Some rows lie outside of every range.");
                  }
                  return true;
                })
            .outcome();
    try {
      assertTrue(busy.await(30, TimeUnit.SECONDS), "No query was answered.");
      workspace.close();
      closed.set(true);
      queries.join();
    } catch (CancellationException asItShall) {
      assertTrue(queries.isDone(), "The queries ended because the dataset was closed.");
    } catch (CompletionException ended) {
      heard.add(ended.getCause());
    } catch (InterruptedException stopped) {
      throw new AssertionError("Stopped while waiting", stopped);
    }
  }

  private static ViewSink quiet(ConcurrentLinkedQueue<Throwable> heard) {
    return new ViewSink() {
      @Override
      public void show(ViewData data) {}

      @Override
      public void fail(Throwable failure) {
        heard.add(failure);
      }
    };
  }
}
