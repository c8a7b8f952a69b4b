package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.TextColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class SpaceFileTest {
  @TempDir Path folder;

  private static final ModelInput INPUT =
      new ModelInput(
          ColumnStore.of(
              List.of(
                  TextColumn.of(
                      new Field("text", FieldType.TEXT),
                      "red apples and pears",
                      "green apples and plums",
                      "fast cars and planes",
                      "slow cars and trains"),
                  NumberColumn.ofLongs(
                      new Field("price", FieldType.NUMBER), new long[] {1, 2, 30, 40}, null),
                  CategoryColumn.of(
                      new Field("kind", FieldType.CATEGORY), "fruit", "fruit", "ride", null))),
          new DirectTaskRunner(),
          TaskContext.NONE);

  private static SpaceFile text() {
    SpaceSpec.Text spec = new SpaceSpec.Text(List.of("text"), 3, 1);
    return new SpaceFile(spec, TextSpace.fit(spec, INPUT), List.of("A note."));
  }

  private static byte[] vectors(SpaceFile file, String... fields) {
    return file.space()
        .place(List.of(fields), INPUT)
        .vectors()
        .floats()
        .toArray(ValueLayout.JAVA_BYTE);
  }

  private Path written() {
    Path file = folder.resolve("a.space");
    text().write(file);
    return file;
  }

  private static String failure(Path file) {
    return String.valueOf(assertThrows(UserFailure.class, () -> SpaceFile.read(file)).getMessage());
  }

  @Test
  void aTextSpaceThatWasReadPlacesRowsWhereTheWrittenOneDid() {
    SpaceFile written = text();
    Path file = written();
    SpaceFile read = SpaceFile.read(file);

    assertEquals(written.spec(), read.spec());
    assertEquals(written.notes(), read.notes());
    assertArrayEquals(vectors(written, "text"), vectors(read, "text"));
  }

  @Test
  void aTableSpaceThatWasReadPlacesRowsWhereTheWrittenOneDid() {
    List<String> fields = List.of("price", "kind");
    SpaceFile written =
        new SpaceFile(
            new SpaceSpec.Table(fields),
            TableSpace.fit(fields, INPUT, new java.util.ArrayList<>()),
            List.of());
    written.write(folder.resolve("t.space"));
    SpaceFile read = SpaceFile.read(folder.resolve("t.space"));

    assertEquals(written, read);
    assertArrayEquals(vectors(written, "price", "kind"), vectors(read, "price", "kind"));
  }

  @Test
  void equalSpacesHaveEqualHashes() {
    assertEquals(text().write(folder.resolve("a.space")), text().write(folder.resolve("b.space")));
  }

  @Test
  void aFileThatIsNoneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.space"), "x".repeat(100));

    assertEquals(file + " is no saved space; name a file that was saved as one.", failure(file));
    Path gone = folder.resolve("gone.space");
    assertEquals(gone + " is not there; name a file of a saved space.", failure(gone));
  }

  @Test
  void anyChangedOrMissingByteIsNoticed() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    String damaged = file + " is damaged and cannot be used as a space; save the space again.";
    for (int at : new int[] {12, 20, 200, bytes.length / 2, bytes.length - 1}) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertEquals(damaged, failure(file), "byte " + at);
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
    assertEquals(damaged, failure(file));
  }

  @Test
  void aNewerVersionIsNamed() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 9;
    Files.write(file, bytes);

    assertEquals(
        file + " is a saved space of version 9, which this Outcrop cannot read.", failure(file));
  }

  @Test
  void theHeadIsReadableJson() throws IOException {
    String all = new String(Files.readAllBytes(written()), StandardCharsets.ISO_8859_1);

    assertTrue(all.contains("\"fields\":[\"text\"]"), all.substring(0, 400));
  }
}
