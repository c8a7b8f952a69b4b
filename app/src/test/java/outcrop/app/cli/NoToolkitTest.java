package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line where the jars of the window are not on the class path.
class NoToolkitTest {
  @TempDir Path folder;

  /// Ends with 0 where the toolkit cannot be loaded.
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      try {
        Class.forName("javafx.application.Platform");
        System.exit(1);
      } catch (ClassNotFoundException absent) {
        System.exit(0);
      }
    }
  }

  @Test
  void everyCommandWorksWithoutTheToolkit() throws IOException, InterruptedException {
    assertEquals(
        0,
        ChildProgram.start(Probe.class, false, folder).waitFor(),
        "take all JavaFX jars off the class path of the child");
    Path project = folder.resolve("p.outcrop");
    Path picture = folder.resolve("p.svg");
    run("import", InlineTables.reviews(folder), "--project", project);
    CommandLineRun found = run("search", project, "text:good AND rating:[4 TO 5]", "--json");
    assertEquals(3, found.json().path("total").asInt(), "search words and numbers");
    run("distribution", project, "-f", "rating", "--by", "category", "--plot", picture);
    assertTrue(Files.readString(picture).contains("<svg"), "draw without a display");
    run("plot", project, "distribution-1", "-o", folder.resolve("p.png"));
    run("profile", project);
    run("export", project, "-o", folder.resolve("p.parquet"));
    run("samples");
    run("--help");
  }

  private CommandLineRun run(Object... arguments) throws IOException, InterruptedException {
    return ChildProgram.run(false, folder, arguments).done();
  }
}
