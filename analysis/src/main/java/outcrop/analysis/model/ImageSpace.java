package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.KeyedSample;
import outcrop.analysis.task.UserFailure;

/// A fitted space of images: pictures of the same colours, layout and texture lie near each other.
/// Not of the same subject; good for finding sources, screenshots, scans, day and night, and
/// copies.
///
/// Each block of an [ImageDescriptor] is brought to the same total variance, gradients and textures
/// by their first 64 components; the 128 first components of all are brought to variance one
/// (whitened), and vectors to length one. With fewer than ten images per component there is too
/// little to tell variances by: components then keep theirs.
///
/// @param maps one per block, and the last from all blocks to the space
record ImageSpace(List<LinearMap> maps) implements FittedSpace {
  /// Images that the space is learnt from.
  static final int MOST_ROWS = 4_000;

  private static final int DIMENSIONS = 128;
  private static final int IMAGES_PER_COMPONENT = 10;

  /// @throws IllegalArgumentException for maps that do not follow each other
  ImageSpace {
    maps = List.copyOf(maps);
    int blocks = ImageDescriptor.BLOCKS.size();
    boolean fits = maps.size() == blocks + 1;
    int width = 0;
    for (int i = 0; fits && i < blocks; i++) {
      fits = maps.get(i).inputs() == ImageDescriptor.BLOCKS.get(i).size();
      width += maps.get(i).outputs();
    }
    if (!fits || maps.getLast().inputs() != width || maps.getLast().outputs() < 1) {
      throw new IllegalArgumentException("The maps of a space of images do not fit");
    }
  }

  @Override
  public int dimensions() {
    return maps.getLast().outputs();
  }

  /// Learns what is usual among the images.
  ///
  /// @throws UserFailure where fewer than two images can be read, or they are all the same
  static SpaceFile fit(SpaceSpec.Image spec, ModelInput input) {
    Column column = column(spec.field(), input);
    RowSet missing = column.missing();
    RowSet present = missing == null ? RowSet.all(column.rowCount()) : missing.not();
    int[] rows = KeyedSample.rows(input.columns(), present, MOST_ROWS, spec.seed());
    input.context().stage("Looking at images");
    RowPixels pixels = new RowPixels(column, input, ImageDescriptor.LONGEST_SIDE);
    float[] @Nullable [] seen = new float[rows.length][];
    AtomicInteger done = new AtomicInteger();
    input
        .tasks()
        .forEachPart(
            rows.length,
            i -> {
              input.context().checkCancelled();
              seen[i] = pixels.read(rows[i]).map(ImageDescriptor::of).orElse(null);
              input.context().progress(done.incrementAndGet(), rows.length);
            });
    List<float[]> descriptors = new ArrayList<>();
    for (float[] descriptor : seen) {
      if (descriptor != null) {
        descriptors.add(descriptor);
      }
    }
    if (descriptors.size() < 2) {
      throw new UserFailure(
          "“"
              + spec.field()
              + "” has fewer than two images that can be read, which is too few for a space"
              + pixels.firstFailure().map(reason -> ": " + reason).orElse("."));
    }
    input.context().stage("Comparing images");
    return new SpaceFile(spec, learn(descriptors, spec, input), List.of());
  }

  private static Column column(String field, ModelInput input) {
    Column column = input.column(field);
    if (column.field().type() != FieldType.IMAGE) {
      throw new UserFailure(
          "“" + field + "” does not name images; choose a field that does, or import it as one.");
    }
    return column;
  }

  private static ImageSpace learn(
      List<float[]> descriptors, SpaceSpec.Image spec, ModelInput input) {
    List<LinearMap> maps = new ArrayList<>();
    for (ImageDescriptor.Block block : ImageDescriptor.BLOCKS) {
      maps.add(map(block, block(descriptors, block), spec, input));
    }
    Vectors joined = joined(descriptors, maps);
    Pca components = Pca.fit(joined, DIMENSIONS, spec.seed(), input.tasks(), input.context());
    if (components.components() == 0) {
      throw new UserFailure(
          "The images of “" + spec.field() + "” all look the same; choose another field.");
    }
    boolean enough = descriptors.size() >= IMAGES_PER_COMPONENT * components.components();
    maps.add(LinearMap.of(enough ? components.whitened() : components, 1));
    return new ImageSpace(maps);
  }

  private static Vectors block(List<float[]> descriptors, ImageDescriptor.Block block) {
    float[] values = new float[descriptors.size() * block.size()];
    for (int i = 0; i < descriptors.size(); i++) {
      System.arraycopy(descriptors.get(i), block.from(), values, i * block.size(), block.size());
    }
    return new Vectors(descriptors.size(), block.size(), values);
  }

  private static LinearMap map(
      ImageDescriptor.Block block, Vectors values, SpaceSpec.Image spec, ModelInput input) {
    if (block.components() > 0) {
      Pca components =
          Pca.fit(values, block.components(), spec.seed(), input.tasks(), input.context());
      double variance = Arrays.stream(components.variances()).sum();
      return LinearMap.of(components, variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0);
    }
    Moments moments = Moments.of(values, input.tasks(), input.context());
    double[] variances = variances(values, moments.centre());
    double all = Arrays.stream(variances).sum();
    float[] scales = new float[block.size()];
    for (int i = 0; i < scales.length; i++) {
      double variance = block.standardised() ? variances[i] * block.size() : all;
      scales[i] = variance > 1e-12 ? (float) (1 / Math.sqrt(variance)) : 0;
    }
    return LinearMap.scaling(moments.centre(), scales);
  }

  private static double[] variances(Vectors values, float[] centre) {
    double[] variances = new double[values.dimensions()];
    for (int line = 0; line < values.lines(); line++) {
      for (int i = 0; i < variances.length; i++) {
        double difference = values.values()[values.start(line) + i] - centre[i];
        variances[i] += difference * difference / values.lines();
      }
    }
    return variances;
  }

  private static Vectors joined(List<float[]> descriptors, List<LinearMap> maps) {
    int width = maps.stream().mapToInt(LinearMap::outputs).sum();
    float[] values = new float[descriptors.size() * width];
    for (int i = 0; i < descriptors.size(); i++) {
      joined(descriptors.get(i), maps, values, i * width);
    }
    return new Vectors(descriptors.size(), width, values);
  }

  private static void joined(float[] descriptor, List<LinearMap> maps, float[] target, int at) {
    int next = at;
    for (int i = 0; i < ImageDescriptor.BLOCKS.size(); i++) {
      maps.get(i).apply(descriptor, ImageDescriptor.BLOCKS.get(i).from(), target, next);
      next += maps.get(i).outputs();
    }
  }

  /// The vectors of all rows; missing where the image cannot be read.
  @Override
  public Placed place(List<String> fields, ModelInput input) {
    Column column = column(fields.getFirst(), input);
    RowPixels pixels = new RowPixels(column, input, ImageDescriptor.LONGEST_SIDE);
    int width = IntStream.range(0, maps.size() - 1).map(i -> maps.get(i).outputs()).sum();
    input.context().stage("Looking at images");
    RowVectors.Maker maker =
        (row, vector) -> {
          float[] descriptor = pixels.read(row).map(ImageDescriptor::of).orElse(null);
          if (descriptor == null) {
            return false;
          }
          float[] joined = new float[width];
          joined(descriptor, maps, joined, 0);
          maps.getLast().apply(joined, 0, vector, 0);
          return true;
        };
    VectorColumn vectors = RowVectors.unit(dimensions(), input, () -> maker);
    return new Placed(vectors, pixels.notes());
  }
}
