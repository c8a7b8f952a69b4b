package outcrop.analysis.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.ValueFormat;
import outcrop.analysis.task.UserFailure;

final class StoredColumnsTest {
  @TempDir Path directory;

  private static void add(ColumnBuilder.Categories column, String text) {
    column.add(text.toCharArray(), 0, text.length());
  }

  /// A store with one category field of the given role; the texts are the content too.
  private boolean write(FieldRole role, String... texts) throws IOException {
    StoreWriter writer = new StoreWriter(directory, 1);
    ColumnBuilder.Categories names = writer.categories();
    for (String text : texts) {
      if (text == null) {
        names.addMissing();
      } else {
        add(names, text);
      }
      RowHash hash = RowHash.ofText(String.valueOf(text));
      writer.addRowHash(hash.high(), hash.low());
    }
    Field field = new Field("name", FieldType.CATEGORY, role, ValueFormat.PLAIN);
    return writer.finish(List.of(field), List.of(names));
  }

  @Test
  void repeatedRowsAreNumberedInFileOrder() throws IOException {
    write(FieldRole.NONE, "a", "b", "a", "a", "c", "b");
    try (StoredColumns store = StoredColumns.open(directory)) {
      String a = store.key(0).text();
      String b = store.key(1).text();
      assertTrue(a.matches("row:[0-9a-f]{32}"), "a key is the content's hash: " + a);
      assertEquals(a + "#2", store.key(2).text(), "the second a");
      assertEquals(a + "#3", store.key(3).text(), "the third a");
      assertEquals(b + "#2", store.key(5).text(), "the second b");
      for (int row = 0; row < store.rowCount(); row++) {
        assertEquals(row, store.find(store.key(row)).orElse(-1), "every key finds its row");
      }
      for (String none :
          List.of(a + "#4", a + "#0", a + "#x", "row:12", "id:a", "", "row:" + "g".repeat(32))) {
        assertTrue(store.find(new RowKey(none)).isEmpty(), none + " names no row");
      }
    }
  }

  @Test
  void uniqueIdsNameRows() throws IOException {
    assertTrue(write(FieldRole.ID, "x1", "x2", "x3"), "unique values name rows");
    try (StoredColumns store = StoredColumns.open(directory)) {
      assertEquals("id:x2", store.key(1).text(), "the key is the value");
      assertEquals(2, store.find(new RowKey("id:x3")).orElse(-1), "and finds its row");
      assertTrue(store.find(new RowKey("id:x4")).isEmpty(), "an unknown value finds none");
    }
  }

  @Test
  void idsThatRepeatOrAreMissingDoNotNameRows() throws IOException {
    assertFalse(write(FieldRole.ID, "x1", "x1"), "x1 repeats");
    try (StoredColumns store = StoredColumns.open(directory)) {
      assertTrue(store.key(1).text().endsWith("#2"), "content names the rows");
    }
    Path other = Files.createDirectory(directory.resolve("other"));
    StoreWriter writer = new StoreWriter(other, 1);
    ColumnBuilder.Categories names = writer.categories();
    names.addMissing();
    writer.addRowHash(1, 2);
    Field field = new Field("name", FieldType.CATEGORY, FieldRole.ID, ValueFormat.PLAIN);
    assertFalse(writer.finish(List.of(field), List.of(names)), "a missing value names nothing");
  }

  @Test
  void manyKeysFindTheirRows() throws IOException {
    Random random = new Random(7);
    String[] texts = new String[20_000];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Integer.toString(random.nextInt(15_000));
    }
    write(FieldRole.NONE, texts);
    try (StoredColumns store = StoredColumns.open(directory)) {
      for (int row = 0; row < texts.length; row++) {
        assertEquals(row, store.find(store.key(row)).orElse(-1), "row " + row + " must be found");
      }
    }
  }

  @Test
  void aDictionaryGivesAndFindsValuesOfEveryLength() throws IOException {
    List<String> values = new ArrayList<>(List.of("", "\0", "\0\0", "a", "a\0"));
    for (int i = 0; i < 5000; i++) {
      values.add("v".repeat(i % 23) + i);
    }
    values.add("漢字".repeat(300));
    String[] rows = new String[values.size() * 2];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = values.get(i % values.size());
    }
    write(FieldRole.NONE, rows);
    try (StoredColumns store = StoredColumns.open(directory)) {
      CategoryColumn column = (CategoryColumn) store.column("name");
      assertEquals(values, List.copyOf(column.dictionary().values()), "in order of appearance");
      for (int i = 0; i < values.size(); i++) {
        assertEquals(i, column.dictionary().find(values.get(i)), "value " + i + " must be found");
      }
      assertEquals(-1, column.dictionary().find("none"), "an unknown value has no ordinal");
      assertEquals(-1, column.dictionary().find("\0\0\0"), "zeros count");
      assertEquals(values.get(17), column.textAt(values.size() + 17), "rows repeat values");
    }
  }

  @Test
  void thousandsOfColumnsAreAHandfulOfFiles() throws IOException {
    int columns = 3000;
    int rows = 700;
    StoreWriter writer = new StoreWriter(directory, columns);
    List<ColumnBuilder> builders = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      FieldType type = List.of(FieldType.NUMBER, FieldType.CATEGORY, FieldType.TEXT).get(c % 3);
      fields.add(new Field("f" + c, type, FieldRole.NONE, ValueFormat.INTEGER));
      builders.add(
          switch (type) {
            case NUMBER -> writer.words(type, ValueFormat.INTEGER);
            case CATEGORY -> writer.categories();
            default -> writer.texts();
          });
    }
    for (int row = 0; row < rows; row++) {
      for (int c = 0; c < columns; c++) {
        char[] text = (c % 100 + ":" + row % 50).toCharArray();
        boolean missing = (row + c) % 31 == 0;
        switch (builders.get(c)) {
          case ColumnBuilder column when missing -> column.addMissing();
          case ColumnBuilder.Words words -> words.addLong(row * 10_000L + c);
          case ColumnBuilder.Categories categories -> categories.add(text, 0, text.length);
          case ColumnBuilder.Texts texts -> texts.add(text, 0, text.length);
          case ColumnBuilder other -> throw new AssertionError(other + " is not made here");
        }
      }
      writer.addRowHash(row, row);
    }
    writer.finish(fields, builders);
    try (var files = Files.list(directory)) {
      assertEquals(
          List.of("columns.data", "columns.json", "keys.hashes", "keys.order", "keys.repeats"),
          files.map(file -> file.getFileName().toString()).sorted().toList(),
          "however many columns, the files stay few and nothing is left behind");
    }
    try (StoredColumns store = StoredColumns.open(directory)) {
      for (int c = 0; c < columns; c += 37) {
        Column column = store.column("f" + c);
        for (int row = 0; row < rows; row++) {
          String wanted =
              (row + c) % 31 == 0
                  ? null
                  : c % 3 == 0 ? "" + (row * 10_000L + c) : c % 100 + ":" + row % 50;
          assertEquals(wanted, column.textAt(row), "column " + c + ", row " + row);
        }
      }
    }
  }

  @Test
  void missingIsNeitherEmptyNorZero() throws IOException {
    write(FieldRole.NONE, "a", null, "");
    try (StoredColumns store = StoredColumns.open(directory)) {
      Column column = store.column("name");
      assertNull(column.textAt(1), "missing has no text");
      assertEquals("", column.textAt(2), "the empty text is a value");
      assertEquals(1, column.missingCount(), "one row is missing");
    }
  }

  @Test
  void aStoreThatIsNotThereOrDamagedIsOneSentence() throws IOException {
    assertThrows(
        UserFailure.class,
        () -> StoredColumns.open(directory.resolve("none")),
        "no directory, no store");
    write(FieldRole.NONE, "a", "b");
    Files.write(directory.resolve("columns.data"), new byte[3]);
    UserFailure failure =
        assertThrows(
            UserFailure.class, () -> StoredColumns.open(directory), "a short file is damaged");
    assertTrue(failure.getMessage().contains("import the dataset again"), failure.getMessage());
    Files.writeString(directory.resolve("columns.json"), "{\"version\": 99}");
    assertThrows(
        UserFailure.class, () -> StoredColumns.open(directory), "another version is built again");
  }
}
