package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// A folder, a pattern or several files become one dataset, and what is left out is named.
final class SourceFinderTest {
  @TempDir Path directory;

  private void file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ImportedTable folder() {
    return ImportedTable.of(directory);
  }

  private static String warnings(ImportedTable table) {
    return String.join("\n", table.preview().warnings());
  }

  private static void assertSays(ImportedTable table, String... words) {
    for (String word : words) {
      assertTrue(
          warnings(table).contains(word),
          "the warnings must say \"" + word + "\", but are:\n" + warnings(table));
    }
  }

  @Test
  void aPatternReadsAllFilesThatItMatchesInTheOrderOfTheirPaths() {
    file("b/2.csv", "a,b\n3,z\n");
    file("b/10.csv", "a,b\n2,y\n");
    file("1.csv", "a,b\n1,x\n");
    file("1.txt", "other\nno\n");
    try (ImportedTable table = ImportedTable.of(directory.resolve("**/*.csv"))) {
      assertEquals(List.of("1", "2", "3"), table.texts("a"), "rows follow the paths");
      assertEquals(
          List.of("1.csv", "b/10.csv", "b/2.csv"),
          table.texts("source"),
          "each row says which file it came from");
      assertEquals(FieldRole.SOURCE, table.field("source").role(), "the role of the file name");
    }
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() {
    UserFailure failure =
        assertThrows(UserFailure.class, () -> ImportedTable.of(directory.resolve("*.csv")).close());
    assertTrue(failure.getMessage().contains("*.csv matches no file"), failure.getMessage());
  }

  @Test
  void aFileWhoseNameLooksLikeAPatternIsItself() {
    file("x[1].csv", "a\n7\n");
    file("x1.csv", "a\n8\n");
    try (ImportedTable table = ImportedTable.of(directory.resolve("x[1].csv"))) {
      assertEquals(List.of("7"), table.texts("a"), "the named file is read, not what it matches");
    }
  }

  @Test
  void keysOfAPartitionBecomeFields() {
    file("year=2023/month=12/x.csv", "v\n1.5\n");
    file("year=2024/month=01/x.csv", "v\n2.5\n");
    file("year=2024/month=__HIVE_DEFAULT_PARTITION__/x.csv", "v\n3.5\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("2023", "2024", "2024"), table.texts("year"), "a key is a field");
      assertEquals(FieldType.NUMBER, table.type("year"), "whose type is guessed like any other");
      assertEquals(Arrays.asList("12", "01", null), table.texts("month"), "no key is missing");
      assertEquals(FieldType.CATEGORY, table.type("month"), "01 is a name");
    }
  }

  @Test
  void aFieldThatTheFileHoldsItselfKeepsItsOwnValues() {
    file("year=2023/x.csv", "year,v\n1999,1\n");
    file("year=2024/x.csv", "v\n2\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("1999", "2024"), table.texts("year"), "nothing is overwritten");
    }
  }

  @Test
  void splitsComeFromTheNamesOfFilesWhereAllHaveOne() {
    file("test.csv", "text,label\nc,1\n");
    file("train-00000-of-00002.csv", "text,label\na,1\n");
    file("train-00001-of-00002.csv", "text,label\nb,2\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("test", "train", "train"), table.texts("split"), "one split per file");
      assertEquals(FieldRole.SPLIT, table.field("split").role(), "it has the role");
    }
  }

  @Test
  void aFolderThatNobodyPreparedGivesItsLargestGroupAndAReport() throws IOException {
    file("part-1.csv", "id,name,score\n1,anna,2\n2,ben,3\n");
    file("part-2.csv", "id,name,score,late\n3,carl,4,x\n");
    file("twin.jsonl", "{\"id\":1,\"name\":\"a\",\"score\":2}\n");
    file("other.csv", "colour\nred\n");
    file("README.md", "# Data\n");
    file("LICENSE", "Free.\n");
    file(".hidden.csv", "id,name,score\n9,no,9\n");
    file("__MACOSX/part-1.csv", "id,name,score\n9,no,9\n");
    Files.write(directory.resolve("model.pkl"), new byte[] {(byte) 0x80, 4, (byte) 0x95, 1, 2});
    Files.write(directory.resolve("empty.csv"), new byte[0]);
    try (ImportedTable table = folder()) {
      assertEquals(List.of("1", "2", "3"), table.texts("id"), "the largest group is read");
      assertEquals(Arrays.asList(null, null, "x"), table.texts("late"), "a late column is kept");
      assertSays(
          table,
          "other.csv is left out: its fields (colour) are not those of the 2 files",
          "twin.jsonl is left out: ",
          "model.pkl is left out: model.pkl is a Python pickle",
          "empty.csv is left out: ",
          "2 files are left out because each is a document or a program, not data: LICENSE,"
              + " README.md.",
          "2 files are left out because each is hidden or temporary: .hidden.csv, __MACOSX.");
    }
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path outside = Files.createTempFile("outcrop", ".csv");
    Files.writeString(outside, "a\nsecret\n");
    file("data/in.csv", "a\nopen\n");
    Files.createSymbolicLink(directory.resolve("data/out.csv"), outside);
    Files.createSymbolicLink(directory.resolve("data/z.csv"), Path.of("in.csv"));
    try (ImportedTable table = ImportedTable.of(directory.resolve("data"))) {
      assertEquals(List.of("open", "open"), table.texts("a"), "links inside are followed");
      assertSays(table, "out.csv is left out because it is a link that leads out of the folder.");
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void filesOfOneNameAreToldApartByTheirFolders() {
    file("a/x.csv", "v\n1\n");
    file("b/x.csv", "v\n2\n");
    try (ImportedTable table =
        ImportedTable.of(directory.resolve("a/x.csv"), directory.resolve("b/x.csv"))) {
      assertEquals(List.of("a/x.csv", "b/x.csv"), table.texts("source"), "the folder is named");
    }
  }

  @Test
  void aFileInAnotherDialectIsGuessedByItself() {
    file("1.csv", "a,b\n1,x\n");
    file("2.csv", "a;b\n2;y\n");
    file("3.csv", "a,b\n3,z\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("1", "2", "3"), table.texts("a"), "each file has its own delimiter");
      assertEquals(List.of("x", "y", "z"), table.texts("b"), "and all fields come together");
    }
  }

  @Test
  void aFileWithAHeaderAmongFilesWithoutIsSeen() {
    file("1.csv", "1,2\n3,4\n");
    file("2.csv", "a,b\n5,6\n");
    ImportPreview preview =
        new Importer(new outcrop.analysis.task.DirectTaskRunner())
            .previewNamed(List.of(directory.resolve("*.csv").toString()), TaskContext.NONE);
    List<String> headers =
        preview.spec().sources().stream().map(source -> source.options().get("header")).toList();
    assertEquals(List.of("false", "true"), headers, "the header of each file is looked at");
  }

  @Test
  void twoThousandSmallFilesAreOneDataset() {
    for (int i = 0; i < 2000; i++) {
      file("%04d.csv".formatted(i), "n,word\n" + i + ",w" + i % 7 + "\n");
    }
    try (ImportedTable table = folder()) {
      assertEquals(2000, table.report().rows(), "each file gives its row");
      assertEquals("1999", table.texts("n").getLast(), "in the order of the names");
      assertEquals(2000, table.preview().spec().sources().size(), "one source per file");
    }
  }
}
