package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import outcrop.analysis.task.UserFailure;

class CocoTest {
  private static final String FILE =
      """
      {"info": {"year": 2024},
       "images": [
         {"id": 7, "file_name": "a.png", "width": 30, "height": 20, "license": 1},
         {"id": 8, "file_name": "b.png", "width": 30, "height": 20}],
       "annotations": [
         {"id": 1, "image_id": 7, "category_id": 2, "bbox": [1, 2.5, 10, 5], "area": 50,
          "iscrowd": 0, "segmentation": [[1, 2, 3, 4]]},
         {"id": 2, "image_id": 7, "category_id": 1, "bbox": [0, 0, 4, 4], "area": 16, "iscrowd": 1},
         {"id": 3, "image_id": 7, "category_id": 9, "iscrowd": 0},
         {"id": 4, "image_id": 99, "category_id": 1, "bbox": [0, 0, 1, 1]}],
       "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}]}
      """;

  @TempDir Path disk;

  private ImportedTable imported(String text) {
    return ImportedTable.of(disk, "annotations.json", text);
  }

  @Test
  void aRowIsAnImageWithItsAnnotations() {
    try (ImportedTable table = imported(FILE)) {
      assertEquals(List.of("7", "8"), table.texts("id"));
      assertEquals(List.of("a.png", "b.png"), table.texts("file_name"));
      assertEquals(List.of("3", "0"), table.texts("objects"));
      assertEquals(List.of("[\"dog\",\"cat\",\"9\"]", "[]"), table.texts("categories"));
      assertEquals(List.of("[1,0,null]", "[]"), table.texts("boxes.x"));
      assertEquals(List.of("[2.5,0,null]", "[]"), table.texts("boxes.y"));
      assertEquals(List.of("[10,4,null]", "[]"), table.texts("boxes.width"));
      assertEquals(List.of("[50,16,null]", "[]"), table.texts("areas"));
      assertEquals(List.of("1", "0"), table.texts("crowds"));
      assertEquals(FieldType.IMAGE, table.type("file_name"));
      assertEquals(FieldRole.IMAGE, table.field("file_name").role());
      assertEquals(FieldRole.ID, table.field("id").role());
      assertEquals(FieldType.LIST, table.type("categories"));
      assertEquals(FieldType.LIST, table.type("boxes.x"));
    }
  }

  @Test
  void referencesThatLeadNowhereAreCounted() throws IOException {
    Files.write(disk.resolve("a.png"), Pictures.png(30, 20));
    Files.write(disk.resolve("b.png"), Pictures.png(30, 20));
    try (ImportedTable table = imported(FILE)) {
      assertEquals(
          List.of(
              "1 annotation belongs to no image of the file and is left out.",
              "1 category has no name in the file and is shown by number."),
          table.report().warnings());
    }
  }

  @Test
  void listsMayComeInAnyOrder() {
    String text =
        """
        {"categories": [{"id": 1, "name": "cat"}],
         "annotations": [{"image_id": "x1", "category_id": 1, "bbox": [0, 0, 4, 4]}],
         "images": [{"id": "x1", "file_name": "a.png"}]}
        """;
    try (ImportedTable table = imported(text)) {
      assertEquals(List.of("[\"cat\"]"), table.texts("categories"));
    }
  }

  @Test
  void imagesAreFoundInTheFoldersThatPeopleUse() throws IOException {
    Files.createDirectories(disk.resolve("images"));
    Files.createDirectories(disk.resolve("annotations"));
    Files.write(disk.resolve("images/a.png"), Pictures.png(30, 20));
    Path file = disk.resolve("annotations/instances.json");
    Files.writeString(file, FILE);
    try (ImportedTable table = ImportedTable.of(file)) {
      assertEquals(
          "../images",
          table.preview().spec().sources().getFirst().options().get(ImageReferences.IMAGE_ROOT));
      assertTrue(
          table.preview().warnings().stream()
              .anyMatch(w -> w.startsWith("1 of the first 2 images of file_name cannot be had: ")),
          table.preview().warnings().toString());
    }
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    String cut = FILE.substring(0, FILE.indexOf("\"categories\"") - 10);
    UserFailure failure = assertThrows(UserFailure.class, () -> imported(cut).close());
    assertTrue(
        failure.getMessage().startsWith("annotations.json holds broken JSON at line "),
        failure.getMessage());
  }

  @Test
  void aFileWithoutImagesIsRefused() {
    String text = "{\"images\": [], \"annotations\": [], \"note\": {\"file_name\": 1}}";
    UserFailure failure = assertThrows(UserFailure.class, () -> imported(text).close());
    assertEquals(
        "annotations.json lists no images; import it as JSON by choosing the format jsonl.",
        failure.getMessage());
  }
}
