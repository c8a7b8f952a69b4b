package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import outcrop.analysis.dataset.Json;
import tools.jackson.databind.JsonNode;

/// What one run of the command line printed and how it ended.
record CommandLineRun(int exit, String out, String err) {
  /// Runs with caches below `folder`, on no terminal.
  static CommandLineRun in(Path folder, Object... arguments) {
    return on(Terminal.NONE, folder, arguments);
  }

  static CommandLineRun on(Terminal terminal, Path folder, Object... arguments) {
    return with(new Surroundings(terminal, folder.resolve("caches"), false, null), arguments);
  }

  static CommandLineRun with(Surroundings surroundings, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int exit =
        CommandLineFace.run(
            texts,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            surroundings);
    return new CommandLineRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// This run, which must have ended well.
  CommandLineRun done() {
    assertEquals(0, exit, "the command must end with 0; it said: " + err);
    return this;
  }

  /// The one JSON document that was printed.
  JsonNode json() {
    return Json.MAPPER.readTree(out);
  }

  /// The one sentence with which the command failed.
  String failure(int expectedExit) {
    assertEquals(expectedExit, exit, "the exit code must be right; out: " + out + " err: " + err);
    assertFalse(err.contains("\tat ") || err.contains("    at "), "no stack trace: " + err);
    assertFalse(err.contains("Exception"), "no class names for a user's mistake: " + err);
    assertFalse(err.contains("defect"), "a mistake is no defect of the program: " + err);
    assertEquals(1, err.lines().count(), "a failure is one line, not: " + err);
    return err.strip();
  }
}
