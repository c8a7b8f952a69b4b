package outcrop.analysis.derive;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import outcrop.analysis.task.TaskContext;

/// Works each thing out once for all who ask for it, also at the same time, and keeps it. Who fails
/// or gives up leaves the turn to the next. Safe for several threads.
final class OnceEach<K, V> {
  private static final long LOOK_MILLIS = 50;

  private final Map<K, CompletableFuture<V>> kept = new HashMap<>();

  /// The value of a key: kept, awaited from who works it out already, or worked out now.
  ///
  /// @param context stops the waiting
  V get(K key, TaskContext context, Supplier<V> work) {
    while (true) {
      CompletableFuture<V> mine = new CompletableFuture<>();
      CompletableFuture<V> known;
      synchronized (kept) {
        known = kept.putIfAbsent(key, mine);
      }
      if (known == null) {
        return finish(key, mine, work);
      }
      try {
        return await(known, context);
      } catch (ExecutionException othersFailed) {
        // Who worked it out gave up or failed: then it is this thread's turn to try.
        context.checkCancelled();
      }
    }
  }

  private V await(CompletableFuture<V> known, TaskContext context) throws ExecutionException {
    while (true) {
      try {
        return known.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillAtWork) {
        context.checkCancelled();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted.");
      }
    }
  }

  private V finish(K key, CompletableFuture<V> mine, Supplier<V> work) {
    try {
      V value = work.get();
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error failure) {
      synchronized (kept) {
        kept.remove(key, mine);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  /// How many are kept or being worked out.
  int size() {
    synchronized (kept) {
      return kept.size();
    }
  }

  /// Forgets every other key.
  void keepOnly(Collection<K> wanted) {
    synchronized (kept) {
      kept.keySet().retainAll(wanted);
    }
  }
}
