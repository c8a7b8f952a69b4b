package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The command line in a virtual machine of its own, for tests that kill it or take libraries from
/// it.
final class ChildProgram {
  private static final String TOOLKIT = "javafx|controlsfx|atlantafx|ikonli|testfx|monocle";

  private ChildProgram() {}

  /// The entry point of the child.
  public static void main(String[] arguments) {
    System.exit(CommandLineFace.run(arguments, System.out, System.err));
  }

  /// Starts a class of the tests with its output in `folder/out.txt` and `folder/err.txt`.
  ///
  /// @param withToolkit whether the jars of the window are on its class path
  static Process start(Class<?> main, boolean withToolkit, Path folder, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-Djava.awt.headless=true",
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(withToolkit),
            main.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("caches").toString());
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    builder.redirectError(folder.resolve("err.txt").toFile());
    return builder.start();
  }

  /// Runs the command line to its end and gives what it printed.
  static CommandLineRun run(boolean withToolkit, Path folder, Object... arguments)
      throws IOException, InterruptedException {
    Process process = start(ChildProgram.class, withToolkit, folder, arguments);
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the program must come to an end");
    return new CommandLineRun(
        process.exitValue(),
        Files.readString(folder.resolve("out.txt")),
        Files.readString(folder.resolve("err.txt")));
  }

  private static String classPath(boolean withToolkit) {
    String all = System.getProperty("java.class.path");
    if (withToolkit) {
      return all;
    }
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().matches("(" + TOOLKIT + ").*"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
