package outcrop.app.view.part;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Small pictures of the rows in view, made off the screen's thread and kept as long as there is
/// room.
///
/// What is wanted is said anew with every paint: a picture that has scrolled away before its turn
/// is never made. Two jobs at most make pictures, each for a fraction of a second at a time, so
/// that neither the list of running jobs nor other work notices them.
final class Thumbnails {
  /// What there is to show for a row.
  sealed interface Thumbnail {
    /// @param size the side of the square that it was made for
    record Ready(Image image, int size) implements Thumbnail {}

    /// @param reason one sentence
    record Broken(String reason) implements Thumbnail {}

    /// The row has no picture.
    record None() implements Thumbnail {}
  }

  private static final int JOBS = 2;
  private static final long SLICE_NANOS = 250_000_000;
  private static final int BYTES_PER_PIXEL = 4;

  /// What a picture costs besides its pixels.
  private static final long OVERHEAD = 400;

  private final TaskRunner runner;
  private final Executor delivery;
  private final Runnable arrived;
  private final String title;
  private final long room;
  private final Map<Integer, Thumbnail> kept = new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  private final Object lock = new Object();
  private final Deque<Integer> wanted = new ArrayDeque<>();
  private final Set<Integer> making = new HashSet<>();
  private @Nullable RowPictures source;
  private int size;
  private int jobs;

  /// Counts the sources: what an older one gave is not kept.
  private int generation;

  /// @param delivery runs what has arrived on the screen's thread, where all methods are called
  /// @param arrived called after a picture has come
  /// @param title what the jobs are called
  /// @param room how many bytes the pictures may take together
  Thumbnails(TaskRunner runner, Executor delivery, Runnable arrived, String title, long room) {
    this.runner = runner;
    this.delivery = delivery;
    this.arrived = arrived;
    this.title = title;
    this.room = room;
  }

  /// A share of the memory that there is: a few thousand pictures of usual size.
  static long usualRoom() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / 8, 48L << 20, 256L << 20);
  }

  /// Takes pictures from another source, from none where it is null; what is kept is forgotten.
  void setSource(@Nullable RowPictures newSource) {
    synchronized (lock) {
      source = newSource;
      wanted.clear();
      making.clear();
      generation++;
    }
    kept.clear();
    bytes = 0;
  }

  /// The side of the square that pictures are made for, in pixels of the screen. Those made for
  /// another are shown until their turn comes.
  void setSize(int newSize) {
    synchronized (lock) {
      size = newSize;
    }
  }

  /// What is known of a row, null where nothing is yet.
  @Nullable Thumbnail get(int row) {
    return kept.get(row);
  }

  /// Whether a row needs to be made, again where it was made for another size.
  boolean isDue(int row) {
    Thumbnail known = kept.get(row);
    return known == null || known instanceof Thumbnail.Ready ready && ready.size() != size;
  }

  /// Makes these next and nothing else: what was wanted before and is not among them was scrolled
  /// away.
  void want(List<Integer> rows) {
    int start;
    synchronized (lock) {
      wanted.clear();
      for (int row : rows) {
        if (!making.contains(row)) {
          wanted.add(row);
        }
      }
      start = source == null || size < 1 ? 0 : Math.min(JOBS - jobs, wanted.size());
      jobs += start;
    }
    for (int i = 0; i < start; i++) {
      start();
    }
  }

  private void start() {
    runner.start(title, this::work);
  }

  private Boolean work(TaskContext context) {
    Thread thread = Thread.currentThread();
    int priority = thread.getPriority();
    thread.setPriority(Thread.MIN_PRIORITY);
    boolean more = true;
    try {
      long end = System.nanoTime() + SLICE_NANOS;
      while (more && System.nanoTime() < end) {
        more = makeNext(context);
      }
    } finally {
      thread.setPriority(priority);
      synchronized (lock) {
        more = more && !wanted.isEmpty() && !context.isCancelled();
        jobs -= more ? 0 : 1;
      }
    }
    if (more) {
      start();
    }
    return true;
  }

  /// @return whether there was one to make
  private boolean makeNext(TaskContext context) {
    RowPictures from;
    Integer row;
    int side;
    int asked;
    synchronized (lock) {
      from = source;
      row = wanted.poll();
      side = size;
      asked = generation;
      if (from == null || row == null) {
        return false;
      }
      making.add(row);
    }
    int made = row;
    @Nullable Thumbnail thumbnail = null;
    try {
      thumbnail = make(from, made, side, context);
    } finally {
      @Nullable Thumbnail arrived = thumbnail;
      delivery.execute(() -> keep(made, arrived, asked));
    }
    return true;
  }

  private static @Nullable Thumbnail make(
      RowPictures from, int row, int side, TaskContext context) {
    try {
      Optional<Image> image = from.picture(row, side, side, context);
      return image.isPresent() ? new Thumbnail.Ready(image.get(), side) : new Thumbnail.None();
    } catch (UserFailure broken) {
      return new Thumbnail.Broken(String.valueOf(broken.getMessage()));
    } catch (CancellationException closing) {
      return null;
    }
  }

  private void keep(int row, @Nullable Thumbnail made, int asked) {
    synchronized (lock) {
      if (asked != generation) {
        return;
      }
      making.remove(row);
    }
    if (made == null) {
      return;
    }
    Thumbnail old = kept.put(row, made);
    bytes += cost(made) - (old == null ? 0 : cost(old));
    var eldest = kept.entrySet().iterator();
    while (bytes > room && kept.size() > 1) {
      bytes -= cost(eldest.next().getValue());
      eldest.remove();
    }
    arrived.run();
  }

  private static long cost(Thumbnail thumbnail) {
    return OVERHEAD
        + switch (thumbnail) {
          case Thumbnail.Ready ready ->
              (long) ready.image().getWidth() * (long) ready.image().getHeight() * BYTES_PER_PIXEL;
          case Thumbnail.Broken broken -> 2L * broken.reason().length();
          case Thumbnail.None _ -> 0;
        };
  }

  /// How many pictures are kept.
  int count() {
    return kept.size();
  }

  long bytes() {
    return bytes;
  }
}
