package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.Pictures;

class ImageListTest {
  @TempDir Path disk;

  @Test
  void aFieldWhoseValuesNameImagesIsOne() throws IOException {
    Files.write(disk.resolve("a.png"), Pictures.png(3, 3));
    String text = "file,label\na.png,x\n./a.png,y\n";
    try (ImportedTable table = ImportedTable.of(disk, "list.csv", text)) {
      assertEquals(FieldType.IMAGE, table.type("file"));
      assertEquals(FieldRole.IMAGE, table.field("file").role());
      assertEquals(List.of(), table.preview().warnings());
    }
  }

  @Test
  void aFieldWithAFewNamesOfImagesIsNone() {
    String text = "what\na.png\nhello\nworld\n";
    try (ImportedTable table = ImportedTable.of(disk, "list.csv", text)) {
      assertEquals(FieldType.CATEGORY, table.type("what"));
    }
  }

  @Test
  void imagesThatCannotBeHadAreCounted() throws IOException {
    Files.write(disk.resolve("a.png"), Pictures.png(3, 3));
    String text = "file\na.png\nb.png\nhttps://example.org/c.png\n../d.png\n";
    try (ImportedTable table = ImportedTable.of(disk, "list.csv", text)) {
      String warning = table.preview().warnings().getFirst();
      assertTrue(
          warning.startsWith("3 of the first 4 images of file cannot be had: b.png is not in "),
          warning);
    }
  }
}
