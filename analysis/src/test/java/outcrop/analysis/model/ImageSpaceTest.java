package outcrop.analysis.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.image.ImageSource;
import outcrop.analysis.task.DirectTaskRunner;
import outcrop.analysis.task.PooledTaskRunner;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

class ImageSpaceTest {
  @TempDir Path folder;

  /// Names such as `3/64`: the third picture, 64 pixels wide; `copy` and other words cannot be had.
  private static ImageSource image(String name) {
    String[] parts = name.split("/");
    if (parts.length != 2) {
      return new ImageSource.Unavailable(name, name + " is not there; put it back.");
    }
    int picture = Integer.parseInt(parts[0]);
    int width = Integer.parseInt(parts[1]);
    int height = width * 3 / 4;
    byte[] samples = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (double) x / width;
        double v = (double) y / height;
        int at = (y * width + x) * 3;
        double wave = Math.sin((picture + 2) * 3 * (u * Math.cos(picture) + v * Math.sin(picture)));
        samples[at] = (byte) (int) (127 + 120 * wave);
        samples[at + 1] = (byte) (int) (255 * u * (picture % 3) / 2);
        samples[at + 2] = (byte) (int) (255 * v * (picture % 4) / 3);
      }
    }
    return new ImageSource.OfSamples(
        name, width, height, 3, () -> new java.io.ByteArrayInputStream(samples));
  }

  private static ModelInput input(TaskRunner tasks, String... names) {
    ColumnStore columns =
        ColumnStore.of(List.of(CategoryColumn.of(new Field("image", FieldType.IMAGE), names)));
    Function<String, ImageSource> images = ImageSpaceTest::image;
    return new ModelInput(columns, new ModelFiles(null, images), tasks, TaskContext.NONE);
  }

  private static ModelResult space(TaskRunner tasks, String... names) {
    return Models.run(new SpaceSpec.Image("image", 1), input(tasks, names));
  }

  private static int nearest(VectorColumn space, int row) {
    int best = -1;
    double most = -2;
    for (int other = 0; other < space.rowCount(); other++) {
      double cosine = 0;
      for (int i = 0; i < space.dimensions(); i++) {
        cosine += space.at(row, i) * space.at(other, i);
      }
      if (other != row && cosine > most) {
        most = cosine;
        best = other;
      }
    }
    return best;
  }

  @Test
  void aSmallerCopyIsTheNearestImage() {
    String[] names =
        IntStream.range(0, 24)
            .mapToObj(i -> i / 2 + (i % 2 == 0 ? "/160" : "/96"))
            .toArray(String[]::new);
    VectorColumn space = (VectorColumn) space(new DirectTaskRunner(), names).columns().getFirst();

    for (int row = 0; row < names.length; row++) {
      assertEquals(row ^ 1, nearest(space, row), "the nearest image of " + names[row]);
    }
  }

  @Test
  void imagesThatCannotBeReadHaveNoVectorAndAreCounted() {
    ModelResult space = space(new DirectTaskRunner(), "1/64", "gone", "2/64", null, "lost");

    assertTrue(space.columns().getFirst().isMissing(1));
    assertTrue(space.columns().getFirst().isMissing(3));
    ModelFacts.Space facts = (ModelFacts.Space) space.facts();
    assertEquals(2, facts.rows());
    assertEquals(3, facts.missing());
    assertEquals(
        List.of("2 images could not be read and have no vector: gone is not there; put it back."),
        facts.notes());
  }

  @Test
  void theSameOnOneThreadAndOnSeveralAndAfterSaving() {
    String[] names = IntStream.range(0, 30).mapToObj(i -> i + "/48").toArray(String[]::new);
    try (TaskRunner pool = new PooledTaskRunner()) {
      byte[] one = floats(space(new DirectTaskRunner(), names).columns().getFirst());
      assertArrayEquals(one, floats(space(pool, names).columns().getFirst()));
      ModelInput input = input(pool, names);
      Path file = folder.resolve("images.space");
      Spaces.fit(new SpaceSpec.Image("image", 1), input).write(file);
      SpaceFile read = SpaceFile.read(file);
      assertArrayEquals(one, floats(Spaces.place(read, read.spec(), input).columns().getFirst()));
    }
  }

  private static byte[] floats(outcrop.analysis.column.Column column) {
    return ((VectorColumn) column).floats().toArray(ValueLayout.JAVA_BYTE);
  }

  @Test
  void whatMakesNoSpaceIsRefusedInOneSentence() {
    assertEquals(
        "“image” has fewer than two images that can be read, which is too few for a space: gone"
            + " is not there; put it back.",
        failure("1/64", "gone"));
    assertEquals(
        "The images of “image” all look the same; choose another field.",
        failure("1/64", "1/64", "1/64"));
  }

  private static String failure(String... names) {
    return String.valueOf(
        assertThrows(UserFailure.class, () -> space(new DirectTaskRunner(), names)).getMessage());
  }

  @Test
  void colorsOfKnownPlacesInLab() {
    float[] lab = new float[3];
    ColourDescriptor.lab(255, 255, 255, lab);
    assertArrayEquals(new float[] {100, 0, 0}, lab, 0.02f);
    ColourDescriptor.lab(255, 0, 0, lab);
    assertArrayEquals(new float[] {53.24f, 80.09f, 67.20f}, lab, 0.05f);
    ColourDescriptor.lab(0, 0, 255, lab);
    assertArrayEquals(new float[] {32.30f, 79.19f, -107.86f}, lab, 0.05f);
  }

  @Test
  void gradientsOfVerticalEdgesLieInTheFirstAndLastDirection() {
    int side = GradientDescriptor.SIDE;
    float[] stripes = new float[side * side];
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = i % side / 4 % 2 * 200;
    }
    float[] vector = new float[GradientDescriptor.SIZE];
    GradientDescriptor.write(stripes, vector, 0);

    for (int direction = 0; direction < 9; direction++) {
      boolean across = direction == 0 || direction == 8;
      assertEquals(across ? 0.35 : 0, vector[direction], 0.02, "direction " + direction);
    }
  }

  @Test
  void aTransformThatIsTakenBackIsWhatItWas() {
    float[] real = new float[64];
    float[] imaginary = new float[64];
    byte[] text =
        "Any sixty-four numbers will do, as long as they are not all one."
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 64; i++) {
      real[i] = text[i];
    }
    float[] before = real.clone();
    Fourier fourier = new Fourier(8);
    fourier.forward(real, imaginary);
    assertEquals(IntStream.range(0, 64).map(i -> text[i]).sum(), real[0], 1e-2);
    fourier.back(real, imaginary);

    assertArrayEquals(before, real, 1e-3f);
  }
}
