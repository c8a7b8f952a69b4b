package outcrop.analysis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.dataset.FieldRole;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.task.UserFailure;

/// Folders with a description beside the data are read as it says, and it never reaches beyond.
final class DescribedFolderTest {
  @TempDir Path directory;

  private void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private ImportedTable folder() {
    return ImportedTable.of(directory);
  }

  private void assertRefused(String words) {
    UserFailure failure = assertThrows(UserFailure.class, () -> folder().close(), words);
    assertTrue(
        failure.getMessage().contains(words),
        "the sentence must say \"" + words + "\": " + failure.getMessage());
  }

  @Test
  void theHeadOfAReadmeSaysSplitsAndFeatures() throws IOException {
    file(
        "README.md",
        """
        ---
        license: mit
        configs:
        - config_name: default
          data_files:
          - split: train
            path: "data/a-*.csv"
          - split: held_out
            path:
            - data/b.csv
        dataset_info:
          features:
          - name: code
            dtype: string
          - name: y
            dtype:
              class_label:
                names:
                  '0': bad
                  '1': good
        ---
        # Words
        """);
    file("data/a-1.csv", "code,y\n11,0\n12,1\n");
    file("data/b.csv", "code,y\n13,1\n");
    file("data/other.csv", "code,y\n99,1\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("11", "12", "13"), table.texts("code"), "the named files are read");
      assertEquals(List.of("train", "train", "held_out"), table.texts("split"), "the splits");
      assertEquals(FieldType.CATEGORY, table.type("code"), "a string is no number");
      assertEquals(FieldRole.LABEL, table.field("y").role(), "a class label is the label");
      assertTrue(
          table.preview().warnings().toString().contains("0 is bad, 1 is good"),
          "the names of the classes are said: " + table.preview().warnings());
    }
  }

  @Test
  void aReadmeThatNamesFilesOutsideIsRefused() throws IOException {
    file("README.md", "---\nconfigs:\n- config_name: a\n  data_files: ../secret.csv\n---\n");
    file("a.csv", "a\n1\n");
    assertRefused("lies outside its folder");
  }

  @Test
  void aHeadWithoutFilesLeavesTheFolderToBeFound() throws IOException {
    file("README.md", "---\ndataset_info:\n  features:\n  - name: id\n    dtype: string\n---\n");
    file("train.csv", "id,v\n1,a\n");
    file("test.csv", "id,v\n2,b\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("test", "train"), table.texts("split"), "splits come from the names");
      assertEquals(FieldType.CATEGORY, table.type("id"), "and types from the head");
    }
  }

  @Test
  void frontMatterIsReadAsTextAndNothingElse() {
    Map<?, ?> head =
        FrontMatter.of(
            "---\na: !!java.net.URL [http://x]\nb: [1, 'two']\nc:\n  - d: e # no\n---\n");
    assertEquals("!!java.net.URL [http://x]", head.get("a"), "a tag makes no object");
    assertEquals(List.of("1", "two"), head.get("b"), "a list in brackets");
    assertEquals(List.of(Map.of("d", "e")), head.get("c"), "a list of mappings");
    assertEquals(Map.of(), FrontMatter.of("no head"), "no head, no description");
    assertEquals(Map.of(), FrontMatter.of("---\na: b\n"), "a head that never ends is none");
  }

  private static String croissant(String url) {
    return """
    {"@context": {"cr": "http://mlcommons.org/croissant/"},
     "distribution": [
       {"@type": "cr:FileObject", "@id": "main", "contentUrl": "URL"},
       {"@type": "cr:FileObject", "@id": "small", "contentUrl": "small.csv"}],
     "recordSet": [
       {"@id": "labels", "name": "labels", "field": [
         {"@id": "labels/l", "dataType": "sc:Text",
          "source": {"fileObject": {"@id": "small"}, "extract": {"column": "l"}}}]},
       {"@id": "rows", "name": "rows", "key": {"@id": "rows/code"}, "field": [
         {"@id": "rows/code", "dataType": "sc:Text",
          "source": {"fileObject": {"@id": "main"}, "extract": {"column": "code"}}},
         {"@id": "rows/part", "dataType": ["sc:Text", "cr:Split"],
          "source": {"fileObject": {"@id": "main"}, "extract": {"column": "part"}}}]}]}
    """
        .replace("URL", url);
  }

  @Test
  void croissantSaysWhichFileIsTheTableAndWhatItsFieldsMean() throws IOException {
    file("croissant.json", croissant("https://example.org/get/main.csv?x=1"));
    file("main.csv", "code,part\n11,x\n12,y\n13,y\n");
    file("small.csv", "l\na\n");
    try (ImportedTable table = folder()) {
      assertEquals(List.of("11", "12", "13"), table.texts("code"), "the largest record set");
      assertEquals(FieldRole.ID, table.field("code").role(), "its key is the id");
      assertEquals(FieldType.CATEGORY, table.type("code"), "text is no number");
      assertEquals(FieldRole.SPLIT, table.field("part").role(), "a split is the split");
      assertTrue(
          table.preview().warnings().toString().contains("rows is read, and labels is not."),
          "the other one is named: " + table.preview().warnings());
    }
  }

  @Test
  void croissantThatNamesFilesOutsideOrMissingIsRefused() throws IOException {
    file("croissant.json", croissant("../main.csv"));
    assertRefused("lies outside its folder");
    file("croissant.json", croissant("main.csv").replace("small.csv", "gone.csv"));
    assertRefused("describes no data that is in this folder");
  }
}
