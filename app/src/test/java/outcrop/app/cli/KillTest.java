package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.command.Command;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.SelectionClause;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.workspace.Workspace;

/// Programs killed at any moment: what was there before is there, and nothing is there by half.
///
/// Each test kills ten times; `.ci/soak` does it fifty times each, with a seed that it prints.
class KillTest {
  private static final int KILLS = Integer.getInteger("outcrop.kills", 10);
  private static final int ROWS = 100_000;
  private static final long SEED = Long.getLong("outcrop.seed", 4711);

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void writeTable() throws IOException {
    StringBuilder csv = new StringBuilder("n,group,text\n");
    Random random = new Random(SEED);
    for (int i = 0; i < ROWS; i++) {
      csv.append(i).append(",g").append(random.nextInt(50)).append(",some words about thing ");
      csv.append(random.nextInt(100_000)).append(" and why it was said again\n");
    }
    source = InlineTables.write(folder, "large.csv", csv.toString());
  }

  @Test
  void aKilledImportLeavesNoProjectOrAWholeOne() throws IOException, InterruptedException {
    Path project = folder.resolve("p.outcrop");
    Random random = new Random(SEED);
    long span = spanOf("import", source, "--project", project);
    int absent = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      ProjectPlace.delete(project);
      killDuring(random, span, "import", source, "--project", project);
      if (Files.exists(project)) {
        assertEquals(ROWS, total(project), "seed " + SEED + ": a project that is there is whole");
      } else {
        absent++;
      }
    }
    assertTrue(absent > 0, "kill earlier: every import was killed after its end");
    ProjectPlace.delete(project);
    CommandLineRun.in(folder, "import", source, "--project", project).done();
    assertEquals(List.of(), hidden(), "the next import removes what killed ones left");
  }

  @Test
  void anInterruptedImportTidiesUp() throws IOException, InterruptedException {
    Path project = folder.resolve("p.outcrop");
    Random random = new Random(SEED);
    long span = spanOf("import", source, "--project", project);
    for (int stop = 0; stop < 3; stop++) {
      ProjectPlace.delete(project);
      Process process = startAndAwaitWork("import", source, "-p", project);
      process.waitFor(random.nextLong(span / 2 + 1), TimeUnit.MILLISECONDS);
      process.destroy();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "an interrupted import ends by itself");
      assertEquals(List.of(), hidden(), "seed " + SEED + ": nothing half-made is left");
      if (Files.exists(project)) {
        assertEquals(ROWS, total(project), "seed " + SEED + ": a project that is there is whole");
      }
    }
  }

  @Test
  void aKilledReplacementLeavesTheOldProjectOrTheNew() throws IOException, InterruptedException {
    Path project = folder.resolve("p.outcrop");
    Path old = InlineTables.reviews(folder);
    CommandLineRun.in(folder, "import", old, "--project", project).done();
    Random random = new Random(SEED);
    long span = spanOf("import", source, "--project", project, "--replace");
    for (int kill = 0; kill < KILLS; kill++) {
      CommandLineRun.in(folder, "import", old, "--project", project, "--replace").done();
      killDuring(random, span, "import", source, "--project", project, "--replace");
      int rows = total(project);
      assertTrue(rows == 8 || rows == ROWS, "seed " + SEED + ": old or new, not " + rows);
    }
  }

  @Test
  void aKilledExportLeavesTheOldFileOrAWholeOne() throws IOException, InterruptedException {
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", source, "--project", project).done();
    Path file = folder.resolve("out.csv");
    Random random = new Random(SEED);
    long span = spanOf("export", project, "-o", file);
    byte[] complete = Files.readAllBytes(file);
    byte[] before = "what was there before\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int kill = 0; kill < KILLS; kill++) {
      Files.write(file, before);
      killDuring(random, span, "export", project, "-o", file);
      byte[] after = Files.readAllBytes(file);
      assertArrayEquals(
          after.length == before.length ? before : complete,
          after,
          "seed " + SEED + ": an export is whole, or the old file is there");
    }
    assertEquals(ROWS, total(project), "a killed export does not harm the project");
    CommandLineRun.in(folder, "export", project, "-o", file).done();
    assertEquals(List.of(), hidden(), "the next export removes what killed ones left");
  }

  /// Changes and saves a project for ever, and says which changes are on the disk.
  static final class Saver {
    private Saver() {}

    public static void main(String[] arguments) {
      Workspace workspace = Workspace.open(Path.of(arguments[0]), false, new PooledTaskRunner());
      for (int i = 1; ; i++) {
        workspace.commands().execute(change(i));
        workspace.save();
        System.out.println(i);
        System.out.flush();
      }
    }

    static Command change(int number) {
      return new Command.SetClause(
          SelectionClause.of(
              "view", "x", Predicate.Range.halfOpen("n", Integer.toString(number), null)));
    }
  }

  @Test
  void aKilledSaveLosesNothingThatWasSaved() throws IOException, InterruptedException {
    Path small = InlineTables.write(folder, "small.csv", "n,m\n1,2\n3,4\n5,6\n");
    Path project = folder.resolve("p.outcrop");
    CommandLineRun.in(folder, "import", small, "--project", project).done();
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = ChildProgram.start(Saver.class, true, folder, project);
      awaitFirstLine(process);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
      process.destroyForcibly().waitFor();
      List<String> lines = Files.readAllLines(folder.resolve("out.txt"));
      int saved = Integer.parseInt(lines.getLast());
      try (PooledTaskRunner runner = new PooledTaskRunner();
          Workspace workspace = Workspace.open(project, false, runner)) {
        Predicate found = workspace.state().selection().clauses().getFirst().predicate();
        int number = Integer.parseInt(String.valueOf(((Predicate.Range) found).lo()));
        assertTrue(
            number == saved || number == saved + 1,
            "seed " + SEED + ": change " + saved + " was saved, but " + number + " is there");
        assertTrue(workspace.warnings().isEmpty(), "no damage: " + workspace.warnings());
        try (var files = Files.list(project)) {
          assertEquals(
              List.of(),
              files.map(Path::toString).filter(name -> name.endsWith(".part")).toList(),
              "seed " + SEED + ": the next start removes what killed saves left");
        }
      }
    }
    assertFalse(
        Files.exists(project.resolve(".project.json.part"))
            && Files.size(project.resolve("project.json")) == 0,
        "the project file is never empty");
  }

  private List<String> hidden() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  private void awaitFirstLine(Process process) throws IOException, InterruptedException {
    while (process.isAlive() && Files.size(folder.resolve("out.txt")) < 2) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertTrue(process.isAlive(), Files.readString(folder.resolve("err.txt")));
  }

  /// How long a command works after its first temporary file appeared.
  private long spanOf(Object... arguments) throws IOException, InterruptedException {
    Process process = startAndAwaitWork(arguments);
    long start = System.nanoTime();
    process.waitFor();
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err.txt")));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /// Kills a command at a random moment of its work, more often early than late.
  private void killDuring(Random random, long span, Object... arguments)
      throws IOException, InterruptedException {
    Process process = startAndAwaitWork(arguments);
    double share = random.nextDouble();
    process.waitFor(Math.round(span * share * share), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  /// Starts a command and returns when it has begun to write: the start of a virtual machine takes
  /// any time.
  private Process startAndAwaitWork(Object... arguments) throws IOException, InterruptedException {
    List<String> before = hidden();
    Process process = ChildProgram.start(ChildProgram.class, true, folder, arguments);
    while (process.isAlive() && before.containsAll(hidden())) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return process;
  }

  private int total(Path project) {
    return CommandLineRun.in(folder, "search", project, "*:*", "--limit", 1, "--json")
        .done()
        .json()
        .path("total")
        .asInt();
  }
}
