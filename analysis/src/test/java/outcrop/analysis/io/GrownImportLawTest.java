package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.io.ImportSpec.FieldSpec;
import outcrop.analysis.io.ImportSpec.SourceSpec;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.WholeFile;

/// Law: however sources grow and change, taking rows over from the read of before gives the same
/// files, byte by byte, as reading everything: cells, keys, report, quarantine.
final class GrownImportLawTest {
  private static final int STEPS = 5;

  @TempDir Path folder;
  private final Importer importer = new Importer(new DirectTaskRunner());

  /// Notes what is being done.
  private static final class Stages implements TaskContext {
    private final List<String> names = new ArrayList<>();

    @Override
    public void stage(String name) {
      names.add(name);
    }

    @Override
    public void progress(long done, long total) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }

  /// A dataset that was read, as a project knows it.
  private record Read(ImportSpec spec, Path store) {}

  private Read read(ImportSpec spec, Optional<Read> before, String name, TaskContext context) {
    Path store = folder.resolve(name);
    Optional<Importer.Earlier> earlier =
        before.map(old -> new Importer.Earlier(old.store, importer.contents(spec, folder)));
    ReadReport report = importer.read(spec, List.of(), earlier, folder, store, context);
    List<FieldSpec> typed =
        spec.fields().stream()
            .map(f -> report.schema().find(f.field().name()).map(f::withField).orElse(f))
            .toList();
    importer.seal(spec.withFields(typed), folder, store);
    return new Read(spec.withFields(typed), store);
  }

  private static TreeMap<String, byte[]> files(Path store) throws IOException {
    TreeMap<String, byte[]> all = new TreeMap<>();
    try (var files = Files.list(store)) {
      for (Path file : files.toList()) {
        all.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return all;
  }

  /// Reads on from `before` and from nothing, and compares.
  private Read step(Read before, ImportSpec spec, String name, Stages stages) throws IOException {
    Read grown = read(spec, Optional.of(before), name, stages);
    Read whole = read(spec, Optional.empty(), name + "-whole", TaskContext.NONE);
    assertEquals(whole.spec, grown.spec, name + ": the fields come out the same");
    TreeMap<String, byte[]> expected = files(whole.store);
    TreeMap<String, byte[]> actual = files(grown.store);
    assertEquals(expected.keySet(), actual.keySet(), name + ": the same files are there");
    for (String file : List.of("report.json", "quarantine.jsonl", "sources.json")) {
      assertEquals(
          Files.readString(whole.store.resolve(file)),
          Files.readString(grown.store.resolve(file)),
          name + ": " + file);
    }
    expected.forEach(
        (file, bytes) -> assertArrayEquals(bytes, actual.get(file), name + ": " + file));
    WholeFile.deleteTree(whole.store);
    return grown;
  }

  private ImportSpec first(Path... sources) {
    return importer.preview(List.of(sources), TaskContext.NONE).spec();
  }

  private ImportSpec more(ImportSpec spec, Path file) {
    return importer.refound(spec, List.of(file.toString()), folder, TaskContext.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl"})
  void whatIsTakenOverIsWhatWouldBeRead(String format) throws IOException {
    int taken = 0;
    int all = 0;
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      Rows rows = new Rows(format, random);
      Path own = Files.createDirectories(folder.resolve(format + seed));
      int files = 0;
      Path file = Files.writeString(own.resolve("f" + files++), rows.some(Rows.Odd.NONE));
      ImportSpec spec = withRoles(first(file), random);
      Read read = read(spec, Optional.empty(), format + seed + "-0", TaskContext.NONE);
      for (int step = 1; step <= STEPS; step++) {
        Rows.Odd odd = Rows.Odd.values()[random.nextInt(Rows.Odd.values().length)];
        List<SourceSpec> sources = read.spec.sources();
        ImportSpec next = read.spec;
        switch (random.nextInt(5)) {
          case 0 ->
              Files.writeString(
                  folder.resolve(sources.get(sources.size() / 2).path()), rows.some(odd));
          case 1 -> {
            if (sources.size() > 2) {
              next = read.spec.withSources(sources.subList(0, sources.size() - 1));
            }
          }
          default -> {
            Path added = Files.writeString(own.resolve("f" + files++), rows.some(odd));
            next = more(next, added);
          }
        }
        Stages stages = new Stages();
        Read now = step(read, next, format + seed + "-" + step, stages);
        WholeFile.deleteTree(read.store);
        read = now;
        all++;
        if (!stages.names.contains("Reading f0")) {
          assertTrue(stages.names.contains(ImportPass.TAKING_OVER), "rows come from somewhere");
          taken++;
        }
      }
    }
    assertTrue(
        taken > all / 3 && taken < all,
        "the law is to be tried both where rows are taken over and where not: "
            + taken
            + "/"
            + all);
  }

  /// Rows are named by `id` or by their content; the type of one field may be the user's choice.
  private static ImportSpec withRoles(ImportSpec spec, Random random) {
    boolean byId = random.nextBoolean();
    boolean chosen = random.nextInt(3) == 0;
    return spec.withFields(
        spec.fields().stream()
            .map(
                f ->
                    switch (f.field().name()) {
                      case "id" ->
                          f.withField(f.field().withRole(byId ? FieldRole.ID : FieldRole.NONE));
                      case "n" -> new FieldSpec(f.source(), f.field(), f.pattern(), chosen);
                      default -> f;
                    })
            .toList());
  }

  @Test
  void onlyTheNewFileIsRead() throws IOException {
    Path one = Files.writeString(folder.resolve("1.csv"), "v,w\na,1\nb,2\n");
    Path two = Files.writeString(folder.resolve("2.csv"), "v,w\nc,3\n");
    Read before = read(first(one), Optional.empty(), "before", TaskContext.NONE);
    Stages stages = new Stages();
    step(before, more(before.spec, two), "after", stages);
    assertTrue(stages.names.contains("Reading 2.csv"), "the new file is read: " + stages.names);
    assertFalse(stages.names.contains("Reading 1.csv"), "the old one is not: " + stages.names);
  }

  @Test
  void everythingIsReadWhereATypeWidens() throws IOException {
    Path one = Files.writeString(folder.resolve("1.csv"), "v,w\na,1\nb,2\n");
    Path two = Files.writeString(folder.resolve("2.csv"), "v,w\nc,3.5\n");
    Read before = read(first(one), Optional.empty(), "before", TaskContext.NONE);
    Stages stages = new Stages();
    step(before, more(before.spec, two), "after", stages);
    assertTrue(stages.names.contains("Reading 1.csv"), "all is read: " + stages.names);
  }

  @Test
  void everythingIsReadWhereAnIdStopsToNameRows() throws IOException {
    Path one = Files.writeString(folder.resolve("1.csv"), "id,w\na1,1\na2,2\n");
    Path two = Files.writeString(folder.resolve("2.csv"), "id,w\na1,3\n");
    ImportSpec spec = first(one);
    FieldSpec id = spec.fields().getFirst();
    spec =
        spec.withFields(
            List.of(id.withField(id.field().withRole(FieldRole.ID)), spec.fields().getLast()));
    Read before = read(spec, Optional.empty(), "before", TaskContext.NONE);
    Stages stages = new Stages();
    step(before, more(before.spec, two), "after", stages);
    assertTrue(stages.names.contains("Reading 1.csv"), "all is read: " + stages.names);
  }

  @Test
  void everythingIsReadWhereTheStoreOfBeforeIsDamaged() throws IOException {
    Path one = Files.writeString(folder.resolve("1.csv"), "v,w\na,1\nb,2\n");
    Path two = Files.writeString(folder.resolve("2.csv"), "v,w\nc,3\n");
    Read before = read(first(one), Optional.empty(), "before", TaskContext.NONE);
    Files.writeString(before.store.resolve("keys.hashes"), "");
    step(before, more(before.spec, two), "keys", new Stages());
    Files.writeString(before.store.resolve("columns.data"), "");
    step(before, more(before.spec, two), "data", new Stages());
    Files.writeString(before.store.resolve("sources.json"), "{");
    step(before, more(before.spec, two), "trace", new Stages());
    WholeFile.deleteTree(before.store);
    step(before, more(before.spec, two), "gone", new Stages());
  }

  /// Makes files with all kinds of columns.
  private record Rows(String format, Random random) {
    /// What else a file holds.
    enum Odd {
      NONE,
      NEW_FIELD,
      DECIMAL,
      WORD,
      BROKEN_ROW,
      REPEATED_ID,
      OTHER_LENGTH
    }

    String some(Odd odd) {
      int rows = odd == Odd.WORD || random.nextInt(4) == 0 ? 1100 : 1 + random.nextInt(90);
      int strange = random.nextInt(rows);
      StringBuilder text = new StringBuilder(format.equals("csv") ? HEADER : "");
      if (odd == Odd.NEW_FIELD && format.equals("csv")) {
        text.insert(HEADER.length() - 1, ",extra");
      }
      for (int row = 0; row < rows; row++) {
        Odd here = row == strange ? odd : Odd.NONE;
        if (here == Odd.BROKEN_ROW) {
          text.append(format.equals("csv") ? "1,2,3,4,5,6,7,8,9,10,11\n" : "{\"id\": \n");
        }
        text.append(format.equals("csv") ? csv(here) : json(here)).append('\n');
      }
      return text.toString();
    }

    private static final String HEADER = "id,n,d,c,prose,day,flag,tags,vec\n";

    private String csv(Odd odd) {
      return String.join(
          ",",
          id(odd),
          number(odd),
          orMissing("", Double.toString(random.nextInt(1000) / 8.0)),
          orMissing("", word(30)),
          orMissing("", "\"" + prose() + "\""),
          orMissing("", day()),
          Boolean.toString(random.nextBoolean()),
          orMissing("", "\"" + list().replace("\"", "\"\"") + "\""),
          orMissing("", "\"" + vector(odd) + "\""));
    }

    private String json(Odd odd) {
      String number = number(odd);
      return "{\"id\": \"%s\", \"n\": %s, \"d\": %s, \"c\": %s, \"prose\": %s, \"day\": %s, \"flag\": %s, \"tags\": %s, \"vec\": %s%s}"
          .formatted(
              id(odd),
              number.isEmpty() ? "null" : number.matches("[-0-9.]+") ? number : quoted(number),
              orMissing("null", Double.toString(random.nextInt(1000) / 8.0)),
              orMissing("null", quoted(word(30))),
              orMissing("null", quoted(prose())),
              orMissing("null", quoted(day())),
              random.nextBoolean(),
              orMissing("null", list()),
              orMissing("null", vector(odd)),
              odd == Odd.NEW_FIELD ? ", \"extra\": 1" : "");
    }

    private String id(Odd odd) {
      return odd == Odd.REPEATED_ID ? "k0" : "k" + random.nextInt(1_000_000_000);
    }

    private String number(Odd odd) {
      return switch (odd) {
        case DECIMAL -> "2.5";
        case WORD -> "oops";
        case NONE, NEW_FIELD, BROKEN_ROW, REPEATED_ID, OTHER_LENGTH ->
            orMissing("", Integer.toString(random.nextInt(100)));
      };
    }

    private String vector(Odd odd) {
      return odd == Odd.OTHER_LENGTH ? "[1.5, 2]" : "[0.5, " + random.nextInt(9) + ".25, 7.125]";
    }

    private String orMissing(String missing, String value) {
      return random.nextInt(12) == 0 ? missing : value;
    }

    private static String quoted(String value) {
      return "\"" + value + "\"";
    }

    private String word(int different) {
      return "w" + random.nextInt(different);
    }

    private String prose() {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(25) + 5; i > 0; i--) {
        text.append(word(4000)).append(i % 7 == 0 ? ",  " : " ");
      }
      return text.append("fin.").toString();
    }

    private String day() {
      return "20%02d-0%d-1%d"
          .formatted(random.nextInt(24), 1 + random.nextInt(9), random.nextInt(9));
    }

    private String list() {
      List<String> items = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(quoted(word(12)));
      }
      return "[" + String.join(", ", items) + "]";
    }
  }
}
