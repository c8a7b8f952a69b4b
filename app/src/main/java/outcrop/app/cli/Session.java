package outcrop.app.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outcrop.analysis.dataset.Json;
import outcrop.analysis.task.BackgroundTask;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.StopOnExit;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.workspace.Workspace;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// One run of the command line: where it prints, and the threads that it works on.
final class Session implements AutoCloseable {
  private static final long STEP_MILLIS = 50;

  private final PrintStream out;
  private final PrintStream err;
  private final Surroundings surroundings;
  private final TaskRunner runner = new PooledTaskRunner();
  private final StopOnExit stopOnExit = StopOnExit.over(runner);

  Session(PrintStream out, PrintStream err, Surroundings surroundings) {
    this.out = out;
    this.err = err;
    this.surroundings = surroundings;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Terminal terminal() {
    return surroundings.terminal();
  }

  TaskRunner runner() {
    return runner;
  }

  /// Does work off this thread, with progress on a terminal; Ctrl+C cancels it.
  <T> T work(String title, BackgroundTask<T> work) {
    return new ProgressLine(err, terminal()).await(runner.start(title, work));
  }

  /// Returns when text can be searched.
  void awaitText(Workspace workspace) {
    work("Indexing text", context -> awaitText(workspace, context));
  }

  private static boolean awaitText(Workspace workspace, TaskContext context) throws Exception {
    while (true) {
      try {
        workspace.textReady().get(STEP_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException notYet) {
        context.checkCancelled();
        context.progress(workspace.textRowsIndexed(), workspace.columns().rowCount());
      } catch (ExecutionException failure) {
        if (failure.getCause() instanceof Exception cause) {
          throw cause;
        }
        throw failure;
      }
    }
  }

  void print(String line) {
    out.println(line);
  }

  /// Prints a table in the width of the terminal, or in a generous one where nobody looks at one.
  void print(TextTable table) {
    List<String> lines = table.lines(terminal().out() ? terminal().width() : 200);
    lines.forEach(out::println);
  }

  /// Says something beside the result.
  void note(String sentence) {
    err.println(sentence);
  }

  boolean canPrintBlocks() {
    return Bar.isFine(out.charset());
  }

  /// Whether whoever reads the output has gone away, as `head` does.
  boolean isOutputClosed() {
    return out.checkError();
  }

  /// Prints one JSON document.
  void print(JsonNode document) {
    byte[] bytes = Json.MAPPER.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.println();
  }

  /// For a document that may be too large to be held; UTF-8, whatever the charset of the stream.
  /// Closing it leaves the stream open.
  JsonGenerator json() {
    return Json.MAPPER
        .writerWithDefaultPrettyPrinter()
        .without(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
        .createGenerator(out, JsonEncoding.UTF8);
  }

  @Override
  public void close() {
    out.flush();
    err.flush();
    stopOnExit.close();
    runner.close();
  }
}
