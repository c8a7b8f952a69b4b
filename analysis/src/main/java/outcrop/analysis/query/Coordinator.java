package outcrop.analysis.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.selection.PredicateEvaluator;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;

/// Keeps linked views in step with the filter: every view shows the rows of all clauses but its
/// own.
///
/// Every request has a generation number. One round of answers runs at a time; requests that come
/// meanwhile are put together and only the newest state is answered next, so a drag never queues
/// up. A round that a newer [#select] has overtaken is broken off and nothing of it is shown.
/// Previews of a drag do not break off each other, or a slow dataset would show nothing until the
/// mouse rests; but no view ever goes back to an older answer.
///
/// Requests return at once and may come from any thread. Sinks and listeners are called on the
/// face's executor.
public final class Coordinator implements AutoCloseable {
  private final QueryEngine engine;
  private final PredicateEvaluator evaluator;
  private final TaskRunner runner;
  private final Executor face;
  private final List<SelectionListener> listeners = new CopyOnWriteArrayList<>();

  private final Object lock = new Object();
  private final Map<String, View> views = new LinkedHashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private Selection selection = Selection.EMPTY;
  private @Nullable SelectionClause preview;
  private @Nullable TaskHandle<?> newest;
  private boolean countsWaiting;
  private boolean running;
  private boolean closed;
  private long generation;
  private long floor;
  private long countsShown;

  /// A view and the generations that matter to it; the fields are guarded by the lock.
  private static final class View {
    private final ViewSink sink;
    private ViewQuery query;
    private long floor;
    private long shown;

    View(ViewQuery query, ViewSink sink) {
      this.query = query;
      this.sink = sink;
    }
  }

  /// What one round answers: a consistent picture of all that was asked.
  private record Round(
      long generation, Selection selection, List<ViewQuery> queries, boolean counts) {}

  /// @param face where sinks and listeners are called, such as the thread of the window
  public Coordinator(
      QueryEngine engine, PredicateEvaluator evaluator, TaskRunner runner, Executor face) {
    this.engine = engine;
    this.evaluator = evaluator;
    this.runner = runner;
    this.face = face;
  }

  public void listen(SelectionListener listener) {
    listeners.add(listener);
  }

  /// Takes in a view, or replaces the one of its id, and answers it.
  public void register(ViewQuery query, ViewSink sink) {
    synchronized (lock) {
      View view = new View(query, sink);
      view.floor = ++generation;
      views.put(query.viewId(), view);
      waiting.add(query.viewId());
    }
    next();
  }

  /// Lets a view go; nothing reaches its sink any more.
  public void unregister(String viewId) {
    synchronized (lock) {
      views.remove(viewId);
      waiting.remove(viewId);
    }
  }

  /// A view asks something else; only this view is answered. Unknown views are ignored: they may
  /// have been closed meanwhile.
  public void changed(String viewId, ViewQuery query) {
    synchronized (lock) {
      View view = views.get(viewId);
      if (view == null) {
        return;
      }
      view.query = query;
      view.floor = ++generation;
      waiting.add(viewId);
    }
    next();
  }

  /// The filter is now this; ends a preview.
  public void select(Selection newSelection) {
    synchronized (lock) {
      selection = newSelection;
      preview = null;
      floor = ++generation;
      waitForAll();
    }
    next();
  }

  /// Shows the filter as it would be with the clause, until the next [#select].
  public void preview(SelectionClause clause) {
    synchronized (lock) {
      preview = clause;
      generation++;
      waitForAll();
    }
    next();
  }

  /// Answers everything again, because something else than the filter changed, such as a text index
  /// that got ready.
  public void refresh() {
    synchronized (lock) {
      generation++;
      waitForAll();
    }
    next();
  }

  private void waitForAll() {
    waiting.addAll(views.keySet());
    countsWaiting = true;
  }

  /// Starts a round if none runs and something waits.
  private void next() {
    Optional<Round> round = takeRound();
    if (round.isPresent()) {
      TaskHandle<?> work = runner.start("Updating views", context -> finish(round.get(), context));
      synchronized (lock) {
        newest = work;
        if (closed) {
          work.cancel();
        }
      }
    }
  }

  private Optional<Round> takeRound() {
    synchronized (lock) {
      if (running || closed || (waiting.isEmpty() && !countsWaiting)) {
        return Optional.empty();
      }
      List<ViewQuery> queries =
          views.entrySet().stream()
              .filter(view -> waiting.contains(view.getKey()))
              .map(view -> view.getValue().query)
              .toList();
      Round round =
          new Round(
              generation,
              preview == null ? selection : selection.with(preview),
              queries,
              countsWaiting);
      waiting.clear();
      countsWaiting = false;
      running = true;
      return Optional.of(round);
    }
  }

  private Boolean finish(Round round, TaskContext context) {
    try {
      answer(round, context);
      return true;
    } catch (RuntimeException | Error failure) {
      tell(round, "", failure);
      throw failure;
    } finally {
      synchronized (lock) {
        running = false;
      }
      next();
    }
  }

  private void answer(Round round, TaskContext context) {
    LinkedRows rows = new LinkedRows(round.selection, evaluator.rowCount(), evaluator::evaluate);
    if (round.counts) {
      Optional<RuntimeException> failure = rows.failure("");
      if (failure.isPresent()) {
        tell(round, "", failure.get());
      } else {
        count(round, rows.all().cardinality(), rows.all().rowCount());
      }
    }
    runner.forEachPart(
        round.queries.size(),
        part -> {
          if (!context.isCancelled() && !isOvertaken(round)) {
            answer(round, round.queries.get(part), rows);
          }
        });
  }

  private void answer(Round round, ViewQuery query, LinkedRows rows) {
    Optional<RuntimeException> unknown = rows.failure(query.viewId());
    if (unknown.isPresent()) {
      fail(round, query, unknown.get());
      return;
    }
    try {
      ViewData data = engine.answer(query, rows.forView(query.viewId()));
      face.execute(() -> current(round, query).ifPresent(sink -> sink.show(data)));
    } catch (RuntimeException failure) {
      fail(round, query, failure);
    }
  }

  private void fail(Round round, ViewQuery query, RuntimeException failure) {
    face.execute(() -> current(round, query).ifPresent(sink -> sink.fail(failure)));
    tell(round, query.viewId(), failure);
  }

  private void tell(Round round, String viewId, Throwable failure) {
    face.execute(
        () -> {
          if (!isOvertaken(round)) {
            listeners.forEach(listener -> listener.failed(viewId, failure));
          }
        });
  }

  private void count(Round round, int selected, int total) {
    face.execute(
        () -> {
          synchronized (lock) {
            if (round.generation < floor || round.generation < countsShown) {
              return;
            }
            countsShown = round.generation;
          }
          listeners.forEach(listener -> listener.counted(selected, total));
        });
  }

  private boolean isOvertaken(Round round) {
    synchronized (lock) {
      return closed || round.generation < floor;
    }
  }

  /// The sink for an answer, if no newer one has been shown or asked for by another question.
  private Optional<ViewSink> current(Round round, ViewQuery query) {
    synchronized (lock) {
      View view = views.get(query.viewId());
      boolean stale =
          closed
              || view == null
              || round.generation < floor
              || round.generation < view.floor
              || round.generation < view.shown;
      if (view == null || stale) {
        return Optional.empty();
      }
      view.shown = round.generation;
      return Optional.of(view.sink);
    }
  }

  /// Nothing is delivered after this, and a round under way is cancelled.
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (newest != null) {
        newest.cancel();
      }
    }
  }
}
