package outcrop.analysis.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
  @Test
  void aCancelledJobEndsWithCancellation() throws InterruptedException {
    try (TaskRunner runner = new PooledTaskRunner()) {
      CountDownLatch started = new CountDownLatch(1);
      TaskHandle<Integer> job =
          runner.start(
              "spin",
              context -> {
                started.countDown();
                while (true) {
                  context.checkCancelled();
                  Thread.onSpinWait();
                }
              });
      started.await();
      job.cancel();
      Exception failure =
          assertThrows(
              Exception.class,
              () -> job.outcome().join(),
              "A cancelled job must not give a result.");
      Throwable cause =
          failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
      assertInstanceOf(CancellationException.class, cause);
    }
  }

  @Test
  void everyPartRunsOnceAlsoWhenPartsAskForParts() {
    try (TaskRunner runner = new PooledTaskRunner()) {
      AtomicIntegerArray runs = new AtomicIntegerArray(64);
      runner.forEachPart(
          8, outer -> runner.forEachPart(8, inner -> runs.incrementAndGet(outer * 8 + inner)));
      for (int i = 0; i < runs.length(); i++) {
        assertEquals(1, runs.get(i), "Part " + i + " must run exactly once.");
      }
    }
  }

  @Test
  void theFailureOfAPartReachesTheCaller() {
    try (TaskRunner runner = new PooledTaskRunner()) {
      UserFailure failure =
          assertThrows(
              UserFailure.class,
              () ->
                  runner.forEachPart(
                      4,
                      part -> {
                        if (part == 3) {
                          throw new UserFailure("part 3");
                        }
                      }));
      assertTrue(failure.getMessage().contains("3"));
    }
  }
}
