package outcrop.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outcrop.analysis.task.TaskHandle;
import outcrop.analysis.task.TaskProgress;

/// Waits for work and says on a terminal, after half a second, how far it is.
final class ProgressLine {
  private static final long SILENT_MILLIS = 500;
  private static final long STEP_MILLIS = 100;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final Terminal terminal;

  ProgressLine(PrintStream err, Terminal terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /// The result of the work.
  ///
  /// @throws CancellationException when the work was cancelled
  <T> T await(TaskHandle<T> work) {
    boolean shown = false;
    try {
      while (true) {
        try {
          return work.outcome().get(STEP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
          TaskProgress progress = work.progress();
          if (terminal.err() && progress.elapsed().toMillis() >= SILENT_MILLIS) {
            err.print(ERASE_LINE + text(progress, terminal.width() - 1));
            err.flush();
            shown = true;
          }
        }
      }
    } catch (ExecutionException failure) {
      throw asUnchecked(failure.getCause() == null ? failure : failure.getCause());
    } catch (InterruptedException stop) {
      work.cancel();
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    } finally {
      if (shown) {
        err.print(ERASE_LINE);
        err.flush();
      }
    }
  }

  private static RuntimeException asUnchecked(Throwable cause) {
    return switch (cause) {
      case RuntimeException known -> known;
      case Error error -> throw error;
      default -> new IllegalStateException(cause);
    };
  }

  /// One line such as `Importing: Reading a.csv 42 % 1.2 M/s 0:12 left`.
  static String text(TaskProgress progress, int width) {
    StringBuilder line = new StringBuilder(progress.title());
    if (!progress.stage().isEmpty()) {
      line.append(": ").append(progress.stage());
    }
    StringBuilder figures = new StringBuilder();
    progress
        .fraction()
        .ifPresent(f -> figures.append("  ").append((int) Math.floor(f * 100)).append(" %"));
    double seconds = progress.stageElapsed().toMillis() / 1000.0;
    if (progress.done() > 0 && seconds > 0) {
      figures.append("  ").append(rate(progress.done() / seconds));
    }
    progress.timeLeft().ifPresent(left -> figures.append("  ").append(clock(left)).append(" left"));
    String words = CellText.harmless(line.toString());
    int room = Math.max(0, width - figures.length());
    return words.substring(0, CellText.end(words, 0, room)) + figures;
  }

  private static String rate(double perSecond) {
    if (perSecond >= 1e6) {
      return String.format(Locale.ROOT, "%.1f M/s", perSecond / 1e6);
    }
    return perSecond >= 1e3
        ? String.format(Locale.ROOT, "%.1f k/s", perSecond / 1e3)
        : String.format(Locale.ROOT, "%.0f /s", perSecond);
  }

  private static String clock(Duration time) {
    long seconds = time.toSeconds();
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
