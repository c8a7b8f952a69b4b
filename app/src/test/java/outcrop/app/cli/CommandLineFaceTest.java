package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineFaceTest {
  private static final List<String> COMMANDS =
      List.of("import", "profile", "search", "distribution", "plot", "export", "open", "samples");

  @TempDir Path folder;

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (String command : COMMANDS) {
      String help = CommandLineRun.in(folder, command, "--help").done().out();
      assertTrue(help.startsWith("Usage: outcrop " + command), "say how to call it: " + help);
      assertTrue(help.contains("Example"), command + " --help needs an example");
      assertTrue(
          help.contains("  outcrop " + command + (command.equals("samples") ? " " : " ")),
          "the example must call " + command + ": " + help);
    }
  }

  @Test
  void theProgramSaysItsVersionAndItsCommands() {
    assertTrue(
        CommandLineRun.in(folder, "--version").done().out().startsWith("outcrop "),
        "print the name and the version");
    String help = CommandLineRun.in(folder, "--help").done().out();
    for (String command : COMMANDS) {
      assertTrue(help.contains("  " + command + " "), "--help must list " + command);
    }
  }

  @Test
  void badUsageIsOneSentenceAndTheWayToHelp() {
    String failure = CommandLineRun.in(folder, "serch", "p", "q").failure(2);
    assertTrue(failure.contains("search"), "suggest the command that was meant: " + failure);
    failure = CommandLineRun.in(folder, "search", "p", "q", "--limt", "3").failure(2);
    assertTrue(failure.contains("--limit"), "suggest the option that was meant: " + failure);
    failure = CommandLineRun.in(folder, "search").failure(2);
    assertTrue(failure.contains("outcrop search --help"), "show the way to help: " + failure);
    CommandLineRun.in(folder, "search", "p", "q", "--limit", "many").failure(2);
    CommandLineRun.in(folder, "search", "p", "q", "--limit", "-1").failure(2);
  }

  @Test
  void withJsonAFailureIsADocumentToo() {
    CommandLineRun run = CommandLineRun.in(folder, "search", "absent.csv", "*:*", "--json");
    assertEquals(1, run.exit(), "a missing file is a failure");
    assertEquals(
        run.err().strip(),
        run.json().path("error").path("message").asString(),
        "the document says what the sentence says");
    run = CommandLineRun.in(folder, "serch", "--json");
    assertEquals(2, run.exit(), "an unknown command is bad usage");
    assertFalse(run.json().path("error").path("message").asString().isBlank(), "say why");
  }

  @Test
  void openHandsThePlaceToTheWindow() throws IOException {
    Path source = InlineTables.reviews(folder);
    List<Optional<Path>> opened = new ArrayList<>();
    Surroundings surroundings =
        new Surroundings(
            Terminal.NONE,
            folder.resolve("caches"),
            false,
            place -> {
              opened.add(place);
              return 0;
            });
    CommandLineRun.with(surroundings, "open", source).done();
    CommandLineRun.with(surroundings, "open").done();
    CommandLineRun.with(surroundings).done();
    assertEquals(
        List.of(Optional.of(source), Optional.empty(), Optional.empty()),
        opened,
        "open the window, without arguments too");
    assertEquals(
        1, CommandLineRun.with(surroundings, "open", "absent").exit(), "the place must exist");
  }

  @Test
  void withoutAWindowOpenSaysSo() {
    String failure = CommandLineRun.in(folder, "open").failure(1);
    assertTrue(failure.contains("window"), "say that there is no window: " + failure);
  }

  @Test
  void aDefectIsOneSentenceAndALogFile() throws IOException {
    Surroundings surroundings =
        new Surroundings(
            Terminal.NONE,
            folder.resolve("caches"),
            false,
            _ -> {
              throw new IllegalStateException("a defect");
            });
    CommandLineRun run = CommandLineRun.with(surroundings, "open");
    assertEquals(1, run.exit(), "a defect is a failure");
    assertEquals(1, run.err().lines().count(), "one sentence: " + run.err());
    try (var logs = Files.list(folder.resolve("caches").resolve("logs"))) {
      Path log = logs.findFirst().orElseThrow();
      assertTrue(run.err().contains(log.toString()), "say where the log is: " + run.err());
      assertTrue(
          Files.readString(log).contains("CommandLineFaceTest"), "the log has the stack trace");
    }
    CommandLineRun debugged =
        CommandLineRun.with(
            new Surroundings(Terminal.NONE, folder.resolve("caches"), true, surroundings.window()),
            "open");
    assertTrue(debugged.err().contains("    at "), "OUTCROP_DEBUG=1 prints the stack trace");
  }

  @Test
  void aDataFileIsImportedOnce() throws IOException {
    Path source = InlineTables.reviews(folder);
    CommandLineRun.in(folder, "profile", source).done();
    List<Path> first = cached();
    CommandLineRun.in(folder, "search", source, "rating:5").done();
    assertEquals(first, cached(), "the second call finds what the first one imported");
    assertEquals(1, first.size(), "one file is one import");
    InlineTables.write(
        folder, "reviews.csv", InlineTables.REVIEWS + "r9,New,books,1,1,2024-05-01\n");
    CommandLineRun run = CommandLineRun.in(folder, "search", source, "*:*", "--json").done();
    assertEquals(9, run.json().path("total").asInt(), "a changed file is read again");
  }

  @Test
  void samplesAreListedAndWritten() throws IOException {
    String list = CommandLineRun.in(folder, "samples").done().out();
    assertTrue(list.contains("reviews") && list.contains("20,000"), "list all: " + list);
    String failure = CommandLineRun.in(folder, "samples", "reviws").failure(2);
    assertTrue(failure.contains("\"reviews\""), "suggest the name that was meant: " + failure);
    CommandLineRun run =
        CommandLineRun.in(folder, "samples", "reviews", "--to", folder.resolve("to"), "--json")
            .done();
    Path data = Path.of(run.json().path("data").asString());
    assertTrue(Files.exists(data), "write the data");
    assertTrue(Files.exists(Path.of(run.json().path("truth").asString())), "write the truth");
    assertEquals(
        run.json().path("rows").asInt(),
        CommandLineRun.in(folder, "search", data, "*:*", "--limit", 1, "--json")
            .done()
            .json()
            .path("total")
            .asInt(),
        "the sample can be read");
  }

  private List<Path> cached() throws IOException {
    try (var files = Files.list(folder.resolve("caches"))) {
      return files.filter(file -> file.toString().endsWith(".outcrop")).sorted().toList();
    }
  }
}
