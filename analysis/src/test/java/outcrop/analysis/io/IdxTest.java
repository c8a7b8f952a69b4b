package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageDecoder;
import outcrop.analysis.image.ImageLimits;
import outcrop.analysis.image.Pixels;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

class IdxTest {
  @TempDir Path disk;

  private static byte[] idx(int type, int[] dimensions, int... bytes) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * dimensions.length + bytes.length);
    out.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
    Arrays.stream(dimensions).forEach(out::putInt);
    Arrays.stream(bytes).forEach(value -> out.put((byte) value));
    return out.array();
  }

  private static byte[] images() {
    return idx(8, new int[] {2, 1, 2}, 0, 255, 100, 7);
  }

  private Path put(String name, byte[] bytes) throws IOException {
    if (!name.endsWith(".gz")) {
      return Files.write(disk.resolve(name), bytes);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return Files.write(disk.resolve(name), packed.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".gz"})
  void imagesComeWithTheLabelsBesideThem(String ending) throws IOException {
    Path file = put("train-images-idx3-ubyte" + ending, images());
    put("train-labels-idx1-ubyte" + ending, idx(8, new int[] {2}, 5, 0));
    try (ImportedTable table = ImportedTable.of(file)) {
      String name = "train-images-idx3-ubyte" + ending;
      assertEquals(List.of(name + "#0", name + "#1"), table.texts("image"));
      assertEquals(List.of("5", "0"), table.texts("label"));
      assertEquals(List.of("train", "train"), table.texts("split"));
      assertEquals(FieldType.IMAGE, table.type("image"));
      assertEquals(FieldRole.LABEL, table.field("label").role());
      assertEquals(List.of(), table.preview().warnings());
      try (ImageReferences images = ImageReferences.of(table.preview().spec().sources())) {
        Pixels pixels =
            new ImageDecoder(ImageLimits.DEFAULT)
                .decode(images.find(name + "#1"), 9, 9, TaskContext.NONE);
        assertEquals(2, pixels.width());
        assertEquals(0xFF646464, pixels.at(0, 0));
        assertEquals(0xFF070707, pixels.at(1, 0));
      }
    }
  }

  @Test
  void trainAndTestFilesMakeOneDataset() throws IOException {
    Path train = put("train-images-idx3-ubyte", images());
    Path test = put("t10k-images-idx3-ubyte", images());
    try (ImportedTable table = ImportedTable.of(train, test)) {
      assertEquals(List.of("train", "train", "test", "test"), table.texts("split"));
    }
  }

  @Test
  void labelsOfAnotherNumberAreNotTaken() throws IOException {
    Path file = put("a-images-idx3-ubyte", images());
    put("a-labels-idx1-ubyte", idx(8, new int[] {3}, 5, 0, 1));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(
          List.of("a-labels-idx1-ubyte holds 3 labels for 2 images and is not read."),
          table.report().warnings());
    }
  }

  @Test
  void aListOfNumbersIsAField() throws IOException {
    Path file = put("weights.idx1", idx(0x0B, new int[] {2}, 1, 0, 0xFF, 0xFE));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(List.of("256", "-2"), table.texts("value"));
    }
  }

  @Test
  void otherArraysAreVectors() throws IOException {
    Path file = put("a.idx2", idx(9, new int[] {2, 3}, 1, 2, 3, 4, 5, 0xFF));
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(FieldType.VECTOR, table.type("values"));
      assertEquals(2, table.report().rows());
    }
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    Path file = put("a-images-idx3-ubyte", Arrays.copyOf(images(), 18));
    UserFailure failure = assertThrows(UserFailure.class, () -> ImportedTable.of(file).close());
    assertEquals(
        "a-images-idx3-ubyte has 18 bytes where its head says 20; fetch it again.",
        failure.getMessage());
  }

  @Test
  void aPackedListThatIsCutOffIsRefused() throws IOException {
    Path file = put("a.idx1.gz", idx(8, new int[] {1000}, 1, 2, 3));
    UserFailure failure = assertThrows(UserFailure.class, () -> ImportedTable.of(file).close());
    assertEquals("a.idx1.gz ends before its last row; fetch it again.", failure.getMessage());
  }

  /// Whatever the bytes are, the answer is a head or none.
  @Test
  void damagedHeadsNeverCrashTheReader() {
    for (int seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] bytes = Arrays.copyOf(images(), random.nextInt(40));
      for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      IdxHeader header = IdxHeader.read(bytes);
      if (header != null) {
        header.isImages();
        assertEquals(
            header.fileBytes(),
            header.headBytes() + header.rows() * header.rowBytes(),
            "seed " + seed);
      }
    }
  }
}
