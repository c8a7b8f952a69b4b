package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;
import outcrop.analysis.task.UserFailure;

/// Every compression is found by its first bytes and gives back what was packed, or one sentence.
final class CompressionTest {
  private static final String ROWS =
      IntStream.range(0, 50_000)
          .mapToObj(i -> i + "," + i * 7919L % 10007 + "\n")
          .collect(Collectors.joining());

  @TempDir Path directory;

  private static byte[] packed(Compression how, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (how) {
          case GZIP -> new GZIPOutputStream(bytes);
          case BZIP2 -> new BZip2CompressorOutputStream(bytes);
          case XZ -> new XZOutputStream(bytes, new LZMA2Options());
          case LZMA -> new LZMAOutputStream(bytes, new LZMA2Options(), -1);
          case ZSTD -> new ZstdOutputStreamNoFinalizer(bytes).setChecksum(true);
          case NONE, ZIP, COMPRESS -> bytes;
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private ImportedTable table(byte[] content) throws IOException {
    return ImportedTable.of(Files.write(directory.resolve("table"), content));
  }

  private String refusal(byte[] content) throws IOException {
    Path file = Files.write(directory.resolve("table"), content);
    return assertThrows(UserFailure.class, () -> ImportedTable.of(file).close()).getMessage();
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "LZMA", "ZSTD"})
  void aPackedTableIsReadWithoutItsNameSayingHow(Compression how) throws IOException {
    try (ImportedTable table = table(packed(how, "a,b\n1,x\n2,y\n"))) {
      assertEquals(List.of("x", "y"), table.texts("b"), how + " gives the rows");
      assertEquals(
          how.word(),
          table.preview().spec().sources().getFirst().options().get("compression"),
          "the guess is written down");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
  void streamsAfterEachOtherAreReadWhole(Compression how) throws IOException {
    try (ImportedTable table =
        table(joined(packed(how, "a,b\n1,x\n"), packed(how, "2,y\n3,z\n")))) {
      assertEquals(List.of("x", "y", "z"), table.texts("b"), how + " goes on with the next stream");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "LZMA", "ZSTD"})
  void aStreamThatIsCutOffIsRefused(Compression how) throws IOException {
    byte[] whole = packed(how, "a,b\n" + ROWS);
    String sentence = refusal(Arrays.copyOf(whole, whole.length / 2));
    assertTrue(sentence.contains("cut off or damaged"), how + ": " + sentence);
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
  void aDamagedStreamIsRefused(Compression how) throws IOException {
    byte[] damaged = packed(how, "a,b\n" + ROWS);
    Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 100, (byte) 0x55);
    assertTrue(refusal(damaged).contains("damaged"), how + " notices the damage");
  }

  @Test
  void aStreamThatExpandsWithoutEndIsRefused() throws IOException {
    String sentence = refusal(packed(Compression.ZSTD, "a,b\n".repeat(17 << 20)));
    assertTrue(sentence.contains("250 times"), "the guard stands behind decoders: " + sentence);
  }

  @Test
  void aDictionaryBeyondTheLimitIsNotAllocated() throws IOException {
    byte[] lzma = packed(Compression.LZMA, "a,b\n1,2\n");
    // The size of the dictionary, little endian: almost 2 GiB.
    lzma[4] = 0x7F;
    assertTrue(refusal(lzma).contains("memory"), "the memory is named as the reason");
  }

  @Test
  void skippableFramesOfZstdAreSkipped() throws IOException {
    byte[] skippable = {0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    try (ImportedTable table =
        table(joined(skippable, packed(Compression.ZSTD, "a,b\n1,x\n2,y\n")))) {
      assertEquals(2, table.report().rows(), "the frame is no data");
    }
  }

  @Test
  void aPackedTableInsideAZipIsRead() throws IOException {
    Path zip = directory.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("inner.csv.xz"));
      out.write(packed(Compression.XZ, "a,b\n1,x\n"));
      out.closeEntry();
      out.putNextEntry(new ZipEntry("readme.md"));
      out.write('x');
      out.closeEntry();
    }
    try (ImportedTable table = ImportedTable.of(zip)) {
      assertEquals(List.of("x"), table.texts("b"), "one compression inside is seen through");
    }
  }

  @Test
  void aTextThatBeginsLikeACompressionIsText() throws IOException {
    try (ImportedTable table = table("BZh,b\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8))) {
      assertEquals(List.of("1", "2"), table.texts("BZh"), "the letters BZh are no block");
    }
  }

  @Tag("realdata")
  @Test
  void onePersonsTableIsTheSameInEveryCompression() throws IOException {
    Path folder =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data", "openrefine/data");
    assumeTrue(Files.exists(folder), "Skipped: put the dataset at " + folder);
    byte[] plain = Files.readAllBytes(folder.resolve("persons.csv"));
    for (String ending : List.of("gz", "bz2", "xz", "lzma", "zst", "Z")) {
      SourceFile file = SourceFile.plain(folder.resolve("persons.csv." + ending));
      Compression how = Compression.of(file.head(Compression.HEAD));
      assertArrayEquals(
          plain, file.packed(how, null).head(1 << 20), ending + " unpacks to the same");
    }
  }
}
