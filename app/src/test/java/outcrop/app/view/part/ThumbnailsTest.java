package outcrop.app.view.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;
import outcrop.app.view.part.Thumbnails.Thumbnail;

class ThumbnailsTest {
  /// Runs jobs when the test says so.
  private static final class Later implements TaskRunner {
    private final DirectTaskRunner direct = new DirectTaskRunner();
    private final Deque<Runnable> jobs = new ArrayDeque<>();

    @Override
    public <T> TaskHandle<T> start(String title, BackgroundTask<T> work) {
      jobs.add(() -> direct.start(title, work));
      return direct.start(title, _ -> null);
    }

    @Override
    public List<TaskHandle<?>> running() {
      return List.of();
    }

    @Override
    public void forEachPart(int parts, IntConsumer part) {
      direct.forEachPart(parts, part);
    }

    @Override
    public void close() {}
  }

  private final List<Integer> made = new ArrayList<>();

  private Thumbnails thumbnails(TaskRunner runner, long room) {
    Thumbnails thumbnails = new Thumbnails(runner, Runnable::run, () -> {}, "making", room);
    thumbnails.setSize(16);
    thumbnails.setSource(
        (row, width, height, _) -> {
          made.add(row);
          if (row == 13) {
            throw new UserFailure("13.png is damaged.");
          }
          return row == 14 ? Optional.empty() : Optional.of(new WritableImage(width, height));
        });
    return thumbnails;
  }

  @Test
  void whatWasScrolledAwayIsNeverMade() {
    Later runner = new Later();
    Thumbnails thumbnails = thumbnails(runner, 1 << 20);
    thumbnails.want(List.of(1, 2, 3));
    thumbnails.want(List.of(100, 101));
    while (!runner.jobs.isEmpty()) {
      runner.jobs.poll().run();
    }
    assertEquals(List.of(100, 101), made, "Rows 1 to 3 were out of view before their turn came.");
    assertNull(thumbnails.get(1), "Nothing is known of a row that was not made.");
  }

  @Test
  void noMoreThanTwoJobsAreStarted() {
    Later runner = new Later();
    Thumbnails thumbnails = thumbnails(runner, 1 << 20);
    for (int i = 0; i < 10; i++) {
      thumbnails.want(List.of(i, i + 1, i + 2));
    }
    assertEquals(2, runner.jobs.size(), "Two jobs make all pictures.");
  }

  @Test
  void brokenAndAbsentPicturesAreKeptAsWhatTheyAre() {
    Thumbnails thumbnails = thumbnails(new DirectTaskRunner(), 1 << 20);
    thumbnails.want(List.of(12, 13, 14));
    assertInstanceOf(Thumbnail.Ready.class, thumbnails.get(12));
    assertEquals(new Thumbnail.Broken("13.png is damaged."), thumbnails.get(13));
    assertEquals(new Thumbnail.None(), thumbnails.get(14));
    assertTrue(!thumbnails.isDue(13), "A broken picture is not tried again and again.");
  }

  @Test
  void theMemoryIsBoundedAndThePicturesSeenLastStay() {
    Thumbnails thumbnails = thumbnails(new DirectTaskRunner(), 20_000);
    for (int row = 100; row < 300; row++) {
      thumbnails.want(List.of(row));
    }
    assertTrue(thumbnails.bytes() <= 20_000, "It takes " + thumbnails.bytes() + " bytes.");
    assertNull(thumbnails.get(100), "The first is long gone.");
    assertInstanceOf(Thumbnail.Ready.class, thumbnails.get(299));
  }

  @Test
  void anotherSizeIsMadeAnewAndTheOldPictureShownMeanwhile() {
    Thumbnails thumbnails = thumbnails(new DirectTaskRunner(), 1 << 20);
    thumbnails.want(List.of(1));
    thumbnails.setSize(32);
    assertTrue(thumbnails.isDue(1), "The picture is too small now.");
    assertInstanceOf(Thumbnail.Ready.class, thumbnails.get(1), "The small one stays until then.");
  }
}
