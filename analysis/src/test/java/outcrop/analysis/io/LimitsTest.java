package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.UserFailure;

/// The limits of `docs/limits.md`: each ends in one sentence, or costs one row, never the memory.
final class LimitsTest {
  @TempDir Path folder;

  private static void assertRefused(Path file, String... words) {
    String said = assertThrows(UserFailure.class, () -> ImportedTable.of(file)).getMessage();
    for (String word : words) {
      assertTrue(said.contains(word), "The sentence must say \"" + word + "\": " + said);
    }
    assertTrue(said.endsWith(".") && !said.contains("\n"), "one sentence: " + said);
  }

  @Test
  void aTableOfAMillionColumnsIsRefused() {
    String line = "1,".repeat(999_999) + "1\n";
    Path file = ImportedTable.write(folder, "wide.csv", line + line);
    assertRefused(file, "wide.csv has ", " fields, and a dataset holds at most 50,000");
  }

  @Test
  void anObjectOfAHundredThousandMembersIsRefused() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 100_000; i++) {
      json.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
    }
    Path file = ImportedTable.write(folder, "wide.jsonl", json + "}\n");
    assertRefused(file, "wide.jsonl has 100,000 fields");
  }

  @Test
  void jsonOfAHundredThousandBracketsCostsItsRow() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    try (ImportedTable table =
        ImportedTable.of(
            folder, "deep.jsonl", "{\"a\":1}\n{\"a\":" + deep + "}\n{\"a\":3}\n{\"a\":4}\n")) {
      assertEquals(3, table.report().rows(), "the rows beside it are read");
      assertEquals(2, table.report().quarantined().getFirst().line(), "its line is named");
      String reason = table.report().quarantined().getFirst().reason();
      assertTrue(reason.contains("500 levels"), "the limit is named: " + reason);
    }
  }

  @Test
  void aListOfAHundredThousandBracketsIsRefused() {
    Path file = ImportedTable.write(folder, "deep.json", "[".repeat(100_000));
    assertRefused(file, "deep.json");
  }

  @Test
  void aNumberOfAHundredThousandDigitsIsText() {
    String digits = "9".repeat(100_000);
    try (ImportedTable table =
        ImportedTable.of(folder, "long.csv", "n,m\n" + digits + ",1\n2,2\n")) {
      assertEquals(List.of(digits, "2"), table.texts("n"), "every digit is kept");
      assertFalse(table.type("n") == FieldType.NUMBER, "as text, because no number holds it");
    }
  }

  @Test
  void aNumberOfAHundredThousandDigitsInJsonCostsItsRow() {
    String row = "{\"n\":" + "9".repeat(100_000) + "}\n";
    try (ImportedTable table = ImportedTable.of(folder, "long.jsonl", "{\"n\":1}\n" + row)) {
      assertEquals(1, table.report().rows(), "the row beside it is read");
      assertEquals(1, table.report().quarantinedCount(), "1,000 digits are the limit");
    }
  }

  private Path zip(String name, int entries, String entryName) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(entries == 1 ? entryName : i + entryName));
        zip.write("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void aZipOfTooManyFilesIsRefused() throws IOException {
    assertRefused(zip("many.zip", 100_001, ".csv"), "many.zip holds 100,001 files", "100,000");
  }

  @Test
  void aZipWritesNothingWhereverItsNamesPoint() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path file = Files.move(zip("z.zip", 1, "../outside.csv"), inner.resolve("z.zip"));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(1, table.report().rows(), "an entry is read as a stream, under any name");
    }
    assertFalse(Files.exists(folder.resolve("outside.csv")), "nothing is unpacked to its name");
  }
}
