package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Bad files give one sentence or a quarantine list, never a stack trace and never half a dataset.
final class BadInputTest {
  @TempDir Path directory;

  private ImportedTable csv(String text) {
    return ImportedTable.of(directory, "t.csv", text);
  }

  private static List<String> list(String... values) {
    return Arrays.asList(values);
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static void assertRefused(Path file, String... words) {
    UserFailure failure =
        assertThrows(
            UserFailure.class,
            () -> ImportedTable.of(file).close(),
            file + " must be refused with a sentence");
    String sentence = failure.getMessage();
    for (String word : words) {
      assertTrue(sentence.contains(word), "the sentence must say \"" + word + "\": " + sentence);
    }
    assertFalse(sentence.contains("Exception"), "no technical words for the user: " + sentence);
    assertTrue(sentence.endsWith("."), "a sentence ends with a full stop: " + sentence);
  }

  @Test
  void filesThatCannotBeReadAreRefusedByName() throws IOException {
    assertRefused(directory.resolve("none.csv"), "none.csv", "does not exist");
    assertRefused(directory, "holds no file that can be read");
    assertRefused(bytes("empty.csv", new byte[0]), "empty.csv", "is empty");
    assertRefused(bytes("packed.csv.gz", gzip(new byte[0])), "is empty");
  }

  @Test
  void filesOfAnotherKindAreRefusedByTheirContent() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    assertRefused(bytes("picture.csv", png), "picture.csv", "PNG image");
    assertRefused(bytes("object.csv", new byte[] {(byte) 0x80, 4, (byte) 0x95, 1, 2}), "pickle");
    assertRefused(bytes("zeros.csv", new byte[] {'a', 0, 0, 0, 'b', 0}), "binary");
    assertRefused(bytes("fake.parquet", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)), "Parquet");
  }

  @Test
  void raggedRowsAreRefusedWithTheirLines() {
    try (ImportedTable table = csv("a,b\n1,x\n2\n3,y,z\n\"4\n\",w\n5,v,\n6,u\n")) {
      assertEquals(list("x", "w", "u"), table.texts("b"), "whole rows load");
      assertEquals(
          List.of(3L, 4L, 7L),
          table.report().quarantined().stream().map(ReadReport.QuarantinedRow::line).toList(),
          "physical lines, also after a value with a line break");
      assertEquals(
          "1 fields where 2 are expected.",
          table.report().quarantined().getFirst().reason(),
          "the reason counts fields");
    }
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() {
    String rows = IntStream.range(0, 3000).mapToObj(i -> i + ",x\n").collect(Collectors.joining());
    try (ImportedTable table = csv("n,s\n" + rows + "7,\"open\n" + rows)) {
      assertEquals(6000, table.report().rows(), "the rows after the quote load");
      assertEquals(1, table.report().quarantinedCount(), "only the broken row is refused");
      assertEquals(3002, table.report().quarantined().getFirst().line(), "where the quote opened");
    }
  }

  @Test
  void aQuoteThatClosesInAnotherRowCostsOneRow() {
    try (ImportedTable table =
        csv("n,s\r\n1,\"open\r\n2,\"fine\"\r\n3,\"also, fine\"\r\n4,\"bad\"tail\r\n5,x\r\n")) {
      assertEquals(list("fine", "also, fine", "x"), table.texts("s"), "good rows load");
      assertEquals(
          List.of(2L, 5L),
          table.report().quarantined().stream().map(ReadReport.QuarantinedRow::line).toList(),
          "broken rows are named: " + table.report().quarantined());
    }
  }

  @Test
  void quotesThatMeanNothingAreText() {
    try (ImportedTable table = csv("a\tb\n\"x\t1\ny\t\"2\n\"\"z\t3\n")) {
      assertEquals(list("\"x", "y", "\"\"z"), table.texts("a"), "nothing may be cut or joined");
      assertEquals(3, table.report().rows(), "no row is lost");
    }
  }

  @Test
  void aTableOfBadRowsOnlyIsRefused() {
    assertRefused(
        ImportedTable.write(directory, "t.csv", "a,b,c\n1,2\n3\n4,5,6,7\n"),
        "t.csv",
        "None of the 3");
  }

  @Test
  void bytesThatAreNotInTheEncodingCostTheirRow() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes("n,s\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 200_000; i++) {
      mixed.writeBytes((i + ",ä\n").getBytes(StandardCharsets.UTF_8));
    }
    mixed.writeBytes("7,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    mixed.writeBytes("8,ü\n".getBytes(StandardCharsets.UTF_8));
    try (ImportedTable table = ImportedTable.of(bytes("mixed.csv", mixed.toByteArray()))) {
      assertEquals(200_001, table.report().rows(), "all other rows load");
      ReadReport.QuarantinedRow row = table.report().quarantined().getFirst();
      assertEquals(200_002, row.line(), "the row is named");
      assertTrue(row.reason().contains("encoding"), row.reason());
      assertEquals("ü", table.columns().textAt("s", 200_000), "the next row is right");
    }
  }

  @Test
  void encodingsAreFoundByMarkElseGuessed() throws IOException {
    String text = "name,x\nBéjaïa,1\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      try (ImportedTable table =
          ImportedTable.of(bytes("t.csv", ("\uFEFF" + text).getBytes(charset)))) {
        assertEquals(list("Béjaïa"), table.texts("name"), charset + " with a mark");
      }
    }
    try (ImportedTable table =
        ImportedTable.of(bytes("t.csv", text.getBytes(StandardCharsets.ISO_8859_1)))) {
      assertEquals(list("Béjaïa"), table.texts("name"), "Latin-1 is guessed");
      assertTrue(
          table.preview().warnings().getFirst().contains("windows-1252"), "the guess is told");
    }
  }

  @Test
  void gzipAndZipAreSeenThrough() throws IOException {
    byte[] text = "a,b\n1,x\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream twoMembers = new ByteArrayOutputStream();
    twoMembers.writeBytes(gzip(text));
    twoMembers.writeBytes(gzip("2,y\n".getBytes(StandardCharsets.UTF_8)));
    try (ImportedTable table = ImportedTable.of(bytes("t.csv.gz", twoMembers.toByteArray()))) {
      assertEquals(list("1", "2"), table.texts("a"), "all members of a gzip file are read");
    }
    Path zip = directory.resolve("t.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("readme.md", "small.csv", "large.csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(text);
        if (name.startsWith("large")) {
          out.write("2,y\n".getBytes(StandardCharsets.UTF_8));
        }
        out.closeEntry();
      }
    }
    try (ImportedTable table = ImportedTable.of(zip)) {
      assertEquals(list("1", "2"), table.texts("a"), "the largest table is taken");
      assertTrue(
          table.preview().warnings().getFirst().contains("small.csv"), "the others are named");
    }
  }

  @Test
  void aTruncatedGzipIsRefused() throws IOException {
    String rows =
        IntStream.range(0, 100_000)
            .mapToObj(i -> i + "," + i * 7919L % 10007 + "\n")
            .collect(Collectors.joining());
    byte[] packed = gzip(("a,b\n" + rows).getBytes(StandardCharsets.UTF_8));
    assertRefused(
        bytes("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2)), "cut off", "again");
    byte[] damaged = packed.clone();
    Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 100, (byte) 0x55);
    assertRefused(bytes("bad.csv.gz", damaged), "damaged");
  }

  @Test
  void aZipThatExpandsWithoutEndIsRefused() throws IOException {
    Path zip = directory.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.csv"));
      byte[] line = "a,b\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(line);
      }
      out.closeEntry();
    }
    assertRefused(zip, "bomb.zip", "250 times");
  }

  @Test
  void fiveThousandColumnsAreFine() {
    String header =
        IntStream.range(0, 5000).mapToObj(i -> "f" + i).collect(Collectors.joining(","));
    String row =
        IntStream.range(0, 5000)
            .mapToObj(i -> i % 2 == 0 ? "" + i : "x")
            .collect(Collectors.joining(","));
    try (ImportedTable table = csv(header + "\n" + (row + "\n").repeat(300))) {
      assertEquals(5000, table.report().schema().fields().size(), "all fields come in");
      assertEquals("4998", table.columns().textAt("f4998", 299), "to the last");
    }
  }

  @Test
  void aCellOfFiftyMegabytesIsText() {
    String large = "word ".repeat(10 << 20);
    try (ImportedTable table = csv("a,b\n1,\"" + large + "\"\n2,short\n")) {
      assertEquals(large.length(), table.columns().textAt("b", 0).length(), "nothing is cut");
      assertEquals("short", table.columns().textAt("b", 1), "the next row is right");
    }
  }

  @Test
  void aCellBeyondTheLimitCostsItsRow() throws IOException {
    Path file = directory.resolve("endless.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("a,b\n1,x\n".getBytes(StandardCharsets.UTF_8));
      byte[] part = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 70; i++) {
        out.write(part);
      }
      out.write(",z\n3,w\n".getBytes(StandardCharsets.UTF_8));
    }
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(list("x", "w"), table.texts("b"), "the other rows load");
      ReadReport.QuarantinedRow row = table.report().quarantined().getFirst();
      assertEquals(3, row.line(), "the row is named");
      assertTrue(row.reason().contains("64 million"), row.reason());
    }
  }

  @Test
  void nothingIsLeftWhenAnImportFailsOrIsCancelled() throws IOException {
    Path file =
        ImportedTable.write(
            directory,
            "t.csv",
            "a,b\n"
                + IntStream.range(0, 100_000)
                    .mapToObj(i -> i + ",x\n")
                    .collect(Collectors.joining()));
    Path store = Files.createDirectory(directory.resolve("cache")).resolve("store");
    Importer importer = new Importer(new DirectTaskRunner());
    ImportPreview preview = importer.preview(List.of(file), TaskContext.NONE);
    for (RuntimeException stop :
        List.of(new CancellationException("stop"), new IllegalStateException("kill"))) {
      assertThrows(
          stop.getClass(),
          () -> importer.read(preview.spec(), Path.of(""), store, new Stopping(stop)),
          "the reason must come through");
      try (var left = Files.list(store.getParent())) {
        assertEquals(List.of(), left.toList(), "nothing half-made may stay behind");
      }
    }
  }

  @Test
  void whatAKilledImportLeftIsDeletedByTheNext() throws IOException {
    Path file = ImportedTable.write(directory, "t.csv", "a\n1\n");
    Path store = Files.createDirectory(directory.resolve("cache")).resolve("store");
    Path stale = Files.createDirectory(store.resolveSibling(".store.writing-999999999-1"));
    Files.writeString(stale.resolve("c0.values"), "half");
    Importer importer = new Importer(new DirectTaskRunner());
    ImportPreview preview = importer.preview(List.of(file), TaskContext.NONE);
    importer.read(preview.spec(), Path.of(""), store, TaskContext.NONE);
    importer.read(preview.spec(), Path.of(""), store, TaskContext.NONE);
    try (var left = Files.list(store.getParent())) {
      assertEquals(List.of(store), left.toList(), "one whole store, nothing else");
    }
    assertEquals(1, Importer.report(store).rows(), "the report can be read again");
  }

  /// Throws when the import is half way.
  private record Stopping(RuntimeException stop) implements TaskContext {
    @Override
    public void stage(String name) {}

    @Override
    public void progress(long done, long total) {
      if (done > 0) {
        throw stop;
      }
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
