package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageRoots;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;

/// Copies of public photographs are each other's nearest.
@Tag("realdata")
class ImageSpaceRealDataTest {
  @Test
  void theResizedCopyIsTheNearestOfItsOriginal() throws IOException {
    Path folder =
        Path.of(System.getProperty("outcrop.root", ""), "..", "shared", "data", "imagededup");
    assumeTrue(Files.exists(folder), "Skipped: put the dataset at " + folder + " to run this test");
    List<String> names;
    try (Stream<Path> files = Files.walk(folder)) {
      names =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(name -> name.startsWith("base_images/") || name.startsWith("mixed_images/"))
              .sorted()
              .toList();
    }
    try (TaskRunner tasks = new PooledTaskRunner()) {
      ModelInput input =
          new ModelInput(
              ColumnStore.of(
                  List.of(
                      CategoryColumn.of(
                          new Field("image", FieldType.IMAGE), names.toArray(new String[0])))),
              new ModelFiles(null, new ImageRoots(List.of(folder))::find),
              tasks,
              TaskContext.NONE);
      ModelResult result = Models.run(new SpaceSpec.Image("image", 1), input);
      VectorColumn space = (VectorColumn) result.columns().getFirst();

      assertTrue(space.isMissing(names.indexOf("mixed_images/ukbench09268_corrupt.jpg")));
      int original = names.indexOf("base_images/ukbench00120.jpg");
      int resized = names.indexOf("mixed_images/ukbench00120_resize.jpg");
      assertTrue(cosine(space, original, resized) > 0.95, "a resized copy");
      for (int row = 0; row < names.size(); row++) {
        boolean copy = names.get(row).matches(".*ukbench00120(_resize)?\\.jpg");
        if (!copy && !space.isMissing(row)) {
          assertTrue(
              cosine(space, original, row) < cosine(space, original, resized),
              names.get(row) + " is nearer to the original than its copy");
        }
      }
      assertEquals(1, ((ModelFacts.Space) result.facts()).missing());
    }
  }

  private static double cosine(VectorColumn space, int a, int b) {
    double sum = 0;
    for (int i = 0; i < space.dimensions(); i++) {
      sum += space.at(a, i) * space.at(b, i);
    }
    return sum;
  }
}
