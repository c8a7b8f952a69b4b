package outcrop.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whatever a user may point Outcrop at: one clear sentence or a list of refused rows, and no half-made project.
class BadInputTest {
  @TempDir Path folder;

  @Test
  void aMissingFile() {
    refused(folder.resolve("absent.csv"));
  }

  @Test
  void anEmptyFile() throws IOException {
    refused(InlineTables.write(folder, "empty.csv", ""));
  }

  @Test
  void aDirectoryWhereAFileIsMeant() throws IOException {
    refused(Files.createDirectory(folder.resolve("folder.csv")));
  }

  @Test
  void aFileWithoutTheRightToReadIt() throws IOException {
    Path file = InlineTables.reviews(folder);
    assumeFalse(
        System.getProperty("os.name").startsWith("Windows"), "needs POSIX permissions");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(file), "the superuser may read everything");
    refused(file);
  }

  @Test
  void aWrongExtension() throws IOException {
    Path image = folder.resolve("picture.csv");
    Files.write(image, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    refused(image);
    Path text = InlineTables.write(folder, "table.parquet", "a,b\n1,2\n");
    CommandLineRun run = importing(text);
    if (run.exit() != 0) {
      refused(text);
    }
  }

  @Test
  void aParquetFileCutInHalf() throws IOException {
    Path whole = folder.resolve("whole.parquet");
    CommandLineRun.in(folder, "export", InlineTables.reviews(folder), "-o", whole).done();
    byte[] bytes = Files.readAllBytes(whole);
    Path half = folder.resolve("half.parquet");
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
    refused(half);
  }

  @Test
  void aTruncatedGzip() throws IOException {
    byte[] bytes = InlineTables.gzip(InlineTables.REVIEWS.repeat(50));
    Path file = folder.resolve("cut.csv.gz");
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    refused(file);
  }

  @Test
  void aLargeGzipThatEndsTooEarly() throws IOException {
    StringBuilder csv = new StringBuilder("n,m\n");
    for (int i = 0; i < 400_000; i++) {
      csv.append(i).append(',').append(i * 7919L % 100_003).append('\n');
    }
    byte[] bytes = InlineTables.gzip(csv.toString());
    Path file = folder.resolve("large.csv.gz");
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 3 / 4));
    refused(file);
  }

  @Test
  void aZipThatExpandsWithoutEnd() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("bomb.csv"));
      out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
      byte[] zeros = "0,0\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 150; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    refused(file);
  }

  @Test
  void raggedRowsAreRefusedWithFileLineAndReason() throws IOException {
    JsonNode json = accepted(InlineTables.write(folder, "r.csv", "a,b\n1,2\n3\n4,5,6\n7,8\n"));
    assertEquals(2, json.path("rows").asInt(), "the other rows are read");
    assertEquals(2, json.path("quarantined").size(), "both ragged rows are listed");
    JsonNode first = json.path("quarantined").path(0);
    assertTrue(first.path("file").asString().endsWith("r.csv"), "name the file");
    assertEquals(3, first.path("line").asInt(), "name the line");
    assertFalse(first.path("reason").asString().isBlank(), "give a reason");
  }

  @Test
  void aBrokenQuoteCostsNoMoreThanItsRows() throws IOException {
    CommandLineRun run =
        importing(InlineTables.write(folder, "q.csv", "a,b\n1,x\n2,\"never closed\n3,y\n4,z\n"));
    if (run.exit() == 0) {
      JsonNode json = run.json();
      assertTrue(
          json.path("quarantined").size() + json.path("warnings").size() > 0,
          "say that something is wrong: " + json);
    } else {
      run.failure(1);
    }
  }

  @Test
  void mixedEncodingsAreSaid() throws IOException {
    Path file = folder.resolve("mixed.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("name,n\nMüller,1\n".getBytes(StandardCharsets.UTF_8));
      out.write("Jäger,2\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write("Groß,3\n".getBytes(StandardCharsets.UTF_8));
    }
    CommandLineRun run = importing(file);
    if (run.exit() == 0) {
      assertTrue(
          run.json().path("quarantined").size() + run.json().path("warnings").size() > 0,
          "say that something is wrong: " + run.out());
    } else {
      run.failure(1);
    }
  }

  @Test
  void jsonLinesWithOneBadLine() throws IOException {
    JsonNode json =
        accepted(
            InlineTables.write(
                folder, "b.jsonl", "{\"a\": 1}\n{\"a\": \n{\"a\": 3}\n{\"a\": 4}\n"));
    assertEquals(3, json.path("rows").asInt(), "the other lines are read");
    assertEquals(2, json.path("quarantined").path(0).path("line").asInt(), "name the line");
  }

  @Test
  void oneTextAmongNumbersLosesNoValue() throws IOException {
    StringBuilder csv = new StringBuilder("id,v\n");
    for (int i = 0; i < 30_000; i++) {
      csv.append(i).append(',').append(i == 25_000 ? "about ten" : Integer.toString(i % 7));
      csv.append('\n');
    }
    JsonNode json = accepted(InlineTables.write(folder, "t.csv", csv.toString()));
    assertEquals(
        30_000,
        json.path("rows").asInt() + json.path("quarantinedCount").asInt(),
        "every row is read or refused");
    assertTrue(
        json.path("warnings").size() + json.path("quarantinedCount").asInt() > 0,
        "say what became of the field: " + json.path("fields"));
  }

  @Test
  void duplicateAndEmptyColumnNamesBecomeNames() throws IOException {
    JsonNode json = accepted(InlineTables.write(folder, "d.csv", "a,a,,\n1,2,3,4\n5,6,7,8\n"));
    List<String> names = names(json);
    assertEquals(4, Set.copyOf(names).size(), "every field has a name of its own: " + names);
    assertFalse(names.contains(""), "no name is empty: " + names);
    assertTrue(json.path("warnings").size() > 0, "say that names were changed");
  }

  @Test
  void aNameWithALineBreakKeepsTablesWhole() throws IOException {
    Path file = InlineTables.write(folder, "n.csv", "\"first\nname\",n\nx,1\ny,2\n");
    JsonNode json = accepted(file);
    assertEquals("first\nname", names(json).getFirst(), "keep the name as it is");
    String table = CommandLineRun.in(folder, "search", file, "*:*").done().out();
    assertEquals(5, table.lines().count(), "a name takes one line: " + table);
  }

  @Test
  void fiveThousandColumns() throws IOException {
    String head =
        IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String row =
        IntStream.range(0, 5000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    Path file = InlineTables.write(folder, "wide.csv", head + "\n" + row + "\n" + row + "\n");
    JsonNode json = accepted(file);
    assertEquals(5000, json.path("fields").size(), "keep every field");
    CommandLineRun.in(
            folder, "search", folder.resolve("p.outcrop"), "c4999:4999", "--fields", "c4999")
        .done();
  }

  @Test
  void aCellOfFiftyMegabytes() throws IOException {
    Path file = folder.resolve("big.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("id,text\n1,short words\n2,\"".getBytes(StandardCharsets.UTF_8));
      byte[] part = "lorem ipsum dolor ".repeat(60_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 49; i++) {
        out.write(part);
      }
      out.write("\"\n3,more words\n".getBytes(StandardCharsets.UTF_8));
    }
    CommandLineRun run = importing(file);
    if (run.exit() == 0) {
      assertEquals(
          3,
          run.json().path("rows").asInt() + run.json().path("quarantinedCount").asInt(),
          "every row is read or refused");
    } else {
      run.failure(1);
    }
  }

  @Test
  void namesThatLookLikeValuesStayText() throws IOException {
    Path file =
        InlineTables.write(
            folder, "names.csv", "name,n\nNA,1\nNan,2\nTrue,3\nInfinity,4\nAnna,5\nnull,6\n");
    accepted(file);
    JsonNode rows =
        CommandLineRun.in(folder, "search", file, "*:*", "--json").done().json().path("rows");
    assertEquals(
        List.of("NA", "Nan", "True", "Infinity", "Anna", "null"),
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> row.path("name").asString())
            .toList(),
        "names are names");
  }

  @Test
  void rightToLeftAndComplexScriptsAreKeptAndFound() throws IOException {
    Path file =
        InlineTables.write(
            folder,
            "scripts.csv",
            "lang,text\nar,هذا الكتاب جيد جدا لكل من يحب القراءة كل يوم\n"
                + "he,הספר הזה טוב מאוד לכל מי שאוהב לקרוא כל יום בבית\n"
                + "hi,यह किताब बहुत अच्छी है और सबको इसे पढ़ना चाहिए हर दिन\n"
                + "th,หนังสือ เล่มนี้ ดี มาก สำหรับ ทุกคน ที่ ชอบ อ่าน ทุก วัน\n"
                + "en,A smile 😀 and a family 👨‍👩‍👧 in one sentence about this book\n");
    assertEquals(1, total(file, "text:الكتاب"), "find an Arabic word");
    assertEquals(1, total(file, "text:הספר"), "find a Hebrew word");
    assertEquals(1, total(file, "text:किताब"), "find a Hindi word");
    String out = CommandLineRun.in(folder, "search", file, "lang:en").done().out();
    assertTrue(out.contains("😀"), "print emoji as they are: " + out);
  }

  @Test
  void aPlaceThatIsNoProjectAndNoDataSaysSo() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("nothing"));
    for (String command : List.of("profile", "search", "open")) {
      Object[] arguments =
          command.equals("search")
              ? new Object[] {command, folder.resolve("absent"), "*:*"}
              : new Object[] {command, folder.resolve("absent")};
      String failure = CommandLineRun.in(folder, arguments).failure(1);
      assertTrue(failure.contains("absent"), "name the place: " + failure);
    }
    CommandLineRun.in(folder, "profile", empty).failure(1);
    Path damaged = Files.createDirectory(folder.resolve("damaged.outcrop"));
    InlineTables.write(damaged, "project.json", "{ \"format\": ");
    String failure = CommandLineRun.in(folder, "profile", damaged).failure(1);
    assertTrue(failure.contains("project.json"), "name the damaged file: " + failure);
  }

  @Test
  void aProjectCannotBePutWhereSomethingElseIs() throws IOException {
    Path source = InlineTables.reviews(folder);
    Path taken = InlineTables.write(folder, "taken", "precious");
    CommandLineRun.in(folder, "import", source, "--project", taken).failure(1);
    CommandLineRun.in(folder, "import", source, "--project", taken, "--replace").failure(1);
    assertEquals("precious", Files.readString(taken), "leave alone what is no project");
  }

  /// The one sentence with which an import of the file fails; the project must not be there afterwards.
  private void refused(Path file) {
    String failure = importing(file).failure(1);
    assertTrue(
        failure.contains(file.getFileName().toString()), "name the file: " + failure);
    String second = CommandLineRun.in(folder, "profile", file).failure(1);
    assertTrue(second.contains(file.getFileName().toString()), "name the file: " + second);
  }

  private JsonNode accepted(Path file) {
    return importing(file).done().json();
  }

  private CommandLineRun importing(Path file) {
    Path project = folder.resolve("p.outcrop");
    CommandLineRun run =
        CommandLineRun.in(folder, "import", file, "--project", project, "--json");
    assertEquals(run.exit() == 0, Files.exists(project), "a project is there whole or not");
    if (run.exit() != 0) {
      assertFalse(
          run.json().path("error").path("message").asString().isBlank(),
          "with --json the output is one document, also of a failure");
      try (var files = Files.list(folder)) {
        assertEquals(
            List.of(),
            files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith(".")).toList(),
            "nothing half-made is left");
      } catch (IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }
    return run;
  }

  private int total(Path file, String query) {
    return CommandLineRun.in(folder, "search", file, query, "--json")
        .done()
        .json()
        .path("total")
        .asInt();
  }

  private static List<String> names(JsonNode json) {
    return StreamSupport.stream(json.path("fields").spliterator(), false)
        .map(field -> field.path("name").asString())
        .toList();
  }
}
