package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.UserFailure;

/// NumPy arrays come in with the values that NumPy stored, and nothing in them is ever run.
final class NpyImportTest {
  @TempDir Path directory;

  /// An array of version 1.
  private static byte[] npy(String descr, String order, String shape, byte[] values) {
    return npy(
        1,
        "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }",
        values);
  }

  private static byte[] npy(int version, String header, byte[] values) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer file =
        ByteBuffer.allocate(8 + lengthBytes + text.length + values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    return file.put(text).put(values).array();
  }

  private static ByteBuffer bytes(int size, ByteOrder order) {
    return ByteBuffer.allocate(size).order(order);
  }

  private ImportedTable read(String name, byte[] content) {
    try {
      return ImportedTable.of(Files.write(directory.resolve(name), content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertReads(List<String> texts, byte[] content) {
    try (ImportedTable table = read("x.npy", content)) {
      assertEquals(texts, table.texts("x"), "the values as NumPy has them");
    }
  }

  private void assertRefused(byte[] content, String... words) {
    UserFailure failure =
        assertThrows(UserFailure.class, () -> read("x.npy", content).close(), "must be refused");
    for (String word : words) {
      assertTrue(
          failure.getMessage().contains(word),
          "the sentence must say \"" + word + "\": " + failure.getMessage());
    }
    assertFalse(failure.getMessage().contains("Exception"), failure.getMessage());
  }

  @Test
  void numbersOfEachSizeAndByteOrderAreExact() {
    byte[] signed = {-1, 2};
    assertReads(List.of("-1", "2"), npy("'|i1'", "False", "(2,)", signed));
    assertReads(List.of("255", "2"), npy("'|u1'", "False", "(2,)", signed));
    assertReads(List.of("true", "false"), npy("'|b1'", "False", "(2,)", new byte[] {1, 0}));
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      String sign = order == ByteOrder.BIG_ENDIAN ? ">" : "<";
      assertReads(
          List.of("-2"),
          npy("'" + sign + "i2'", "False", "(1,)", bytes(2, order).putShort((short) -2).array()));
      assertReads(
          List.of("4294967294"),
          npy("'" + sign + "u4'", "False", "(1,)", bytes(4, order).putInt(-2).array()));
      assertReads(
          List.of("18446744073709551614"),
          npy("'" + sign + "u8'", "False", "(1,)", bytes(8, order).putLong(-2).array()));
      assertReads(
          List.of("0.1"),
          npy("'" + sign + "f8'", "False", "(1,)", bytes(8, order).putDouble(0.1).array()));
      assertReads(
          List.of("0.5"),
          npy("'" + sign + "f4'", "False", "(1,)", bytes(4, order).putFloat(0.5f).array()));
      assertReads(
          List.of("1.5"),
          npy(
              "'" + sign + "f2'",
              "False",
              "(1,)",
              bytes(2, order).putShort((short) 0x3E00).array()));
    }
  }

  @Test
  void textLosesItsPaddingOnly() {
    ByteBuffer wide = bytes(24, ByteOrder.LITTLE_ENDIAN);
    wide.putInt('a').putInt(0x1F600).putInt(0).putInt(' ').putInt('b').putInt('c');
    assertReads(List.of("a\uD83D\uDE00", " bc"), npy("'<U3'", "False", "(2,)", wide.array()));
    assertReads(
        List.of("ab", "é"), npy("'|S2'", "False", "(2,)", "abé".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void timesAreIsoAndNoTimeIsMissing() {
    ByteBuffer days = bytes(16, ByteOrder.LITTLE_ENDIAN).putLong(19_873).putLong(Long.MIN_VALUE);
    try (ImportedTable table = read("x.npy", npy("'<M8[D]'", "False", "(2,)", days.array()))) {
      assertEquals(Arrays.asList("2024-05-30", null), table.texts("x"), "a day and NaT");
      assertEquals(FieldType.TIME, table.type("x"), "a time");
    }
  }

  @Test
  void aSingleValueIsOneRow() {
    assertReads(List.of("7"), npy("'|u1'", "False", "()", new byte[] {7}));
  }

  @Test
  void versionsTwoAndThreeAreRead() {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}";
    assertReads(List.of("7"), npy(2, header, new byte[] {7}));
    assertReads(List.of("7"), npy(3, header, new byte[] {7}));
    assertRefused(npy(4, header, new byte[] {7}), "version 4");
  }

  @Test
  void matricesAreVectorsInEitherOrder() {
    byte[] rows = {1, 2, 3, 4, 5, 6};
    byte[] columns = {1, 4, 2, 5, 3, 6};
    try (ImportedTable c = read("c.npy", npy("'|u1'", "False", "(2, 3)", rows));
        ImportedTable f = read("f.npy", npy("'|u1'", "True", "(2, 3)", columns))) {
      assertEquals(2, c.report().rows(), "the first dimension are the rows");
      assertEquals(c.texts("c"), f.texts("f"), "the order of the bytes changes no value");
    }
  }

  @Test
  void moreDimensionsAreFlattenedWithAWarning() {
    byte[] c = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    // The same array of shape 2 × 2 × 3 with the first dimension moving fastest.
    byte[] f = {0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11};
    try (ImportedTable table = read("x.npy", npy("'|u1'", "False", "(2, 2, 3)", c));
        ImportedTable turned = read("x.npy", npy("'|u1'", "True", "(2, 2, 3)", f))) {
      assertEquals(table.texts("x"), turned.texts("x"), "the order of the bytes changes no value");
      assertTrue(
          table.preview().warnings().toString().contains("one vector of 6 numbers"),
          "the flattening is said: " + table.preview().warnings());
    }
  }

  @Test
  void structuresAreOneFieldEach() {
    ByteBuffer values = bytes(12, ByteOrder.LITTLE_ENDIAN);
    values.put((byte) 1).put((byte) 'a').putFloat(0.5f);
    values.put((byte) 2).put((byte) 'b').putFloat(1.5f);
    String descr = "[('n', '|u1'), ('c', '|S1'), ('v', '<f4')]";
    try (ImportedTable table = read("x.npy", npy(descr, "False", "(2,)", values.array()))) {
      assertEquals(List.of("1", "2"), table.texts("n"), "the first field");
      assertEquals(List.of("a", "b"), table.texts("c"), "the second");
      assertEquals(List.of("0.5", "1.5"), table.texts("v"), "the third");
    }
  }

  @Test
  void anArrayNamedLabelsIsTheLabel() {
    try (ImportedTable table =
        read("labels.npy", npy("'|u1'", "False", "(2,)", new byte[] {1, 2}))) {
      assertEquals(FieldRole.LABEL, table.field("labels").role(), "the file names the field");
    }
  }

  @Test
  void objectsAreRefusedWithTheRemedy() {
    assertRefused(
        npy("'|O'", "False", "(1,)", new byte[] {(byte) 0x80, 4, '.'}), "allow_pickle=False");
    assertRefused(npy("[('a', '|O')]", "False", "(1,)", new byte[8]), "allow_pickle=False");
    assertRefused(npy("'<c16'", "False", "(1,)", new byte[16]), "<c16", "astype");
  }

  @Test
  void headersThatPromiseTooMuchAreRefusedBeforeAnythingIsAllocated() {
    assertRefused(npy("'<f8'", "False", "(1000000000000,)", new byte[8]), "breaks off");
    assertRefused(npy("'<f8'", "False", "(4611686018427387904,)", new byte[8]), "NumPy");
    assertRefused(npy("'<f8'", "False", "(2, 4611686018427387904)", new byte[8]), "NumPy");
    assertRefused(npy("'<U999999999'", "False", "(1,)", new byte[8]), "NumPy type");
    assertRefused(npy("'<f8'", "False", "(1, 100000000)", new byte[8]), "reshape");
    assertRefused(npy("__import__('os')", "False", "(1,)", new byte[8]), "header");
    assertRefused(npy(1, "{'descr': '<f8'}", new byte[8]), "header");
  }

  @Test
  void anyHeaderGivesRowsOrASentence() {
    byte[] good = npy("[('a', '<f4'), ('b', '|S2')]", "False", "(2,)", new byte[12]);
    long seed = 20_240_531;
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i <= round % 4; i++) {
        bad[6 + random.nextInt(bad.length - 18)] = (byte) random.nextInt(256);
      }
      try (ImportedTable table = read("x.npy", bad)) {
        assertTrue(table.report().rows() >= 0, "seed " + seed + ", round " + round);
      } catch (UserFailure sentence) {
        assertTrue(sentence.getMessage().endsWith("."), sentence.getMessage());
      }
    }
  }

  private ImportedTable readArchive(Map<String, byte[]> arrays) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> array : new TreeMap<>(arrays).entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        zip.write(array.getValue());
      }
    }
    return read("x.npz", packed.toByteArray());
  }

  @Test
  void arraysOfOneLengthInAnArchiveAreFieldsOfOneDataset() throws IOException {
    try (ImportedTable table =
        readArchive(
            Map.of(
                "ids", npy("'|u1'", "False", "(2,)", new byte[] {1, 2}),
                "names", npy("'|S1'", "False", "(2,)", new byte[] {'a', 'b'}),
                "mean", npy("'|u1'", "False", "(1,)", new byte[] {1}),
                "evil", npy("'|O'", "False", "(2,)", new byte[] {'.'})))) {
      assertEquals(List.of("1", "2"), table.texts("ids"), "one array");
      assertEquals(List.of("a", "b"), table.texts("names"), "beside the other");
      String warnings = table.preview().warnings().toString();
      assertTrue(warnings.contains("the array mean of x.npz has 1 rows"), warnings);
      assertTrue(warnings.contains("x.npz: evil holds Python objects"), warnings);
    }
  }
}
