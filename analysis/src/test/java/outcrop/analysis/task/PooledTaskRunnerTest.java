package outcrop.analysis.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PooledTaskRunnerTest {
  @Test
  void partsAreDoneEvenWhileAllThreadsAreBusyWithOtherWork() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    CountDownLatch release = new CountDownLatch(1);
    try (PooledTaskRunner runner = new PooledTaskRunner()) {
      for (int job = 0; job < 2; job++) {
        runner.start(
            "Long work",
            _ -> {
              runner.forEachPart(
                  2 * cores,
                  _ -> {
                    await(release);
                  });
              return true;
            });
      }
      AtomicInteger done = new AtomicInteger();
      runner
          .start(
              "Short work",
              _ -> {
                runner.forEachPart(4, _ -> runner.forEachPart(4, _ -> done.incrementAndGet()));
                return true;
              })
          .outcome()
          .get();
      assertEquals(16, done.get(), "short work must not wait for the threads of long work");
      release.countDown();
    }
  }

  @Test
  void theFirstFailureOfAPartIsThrownAndTheOthersEnd() {
    try (PooledTaskRunner runner = new PooledTaskRunner()) {
      UserFailure failure =
          assertThrows(
              UserFailure.class,
              () ->
                  runner.forEachPart(
                      100,
                      part -> {
                        throw new UserFailure("Part failed.");
                      }));
      assertEquals("Part failed.", failure.getMessage(), "the cause must come through as it is");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
