package outcrop.analysis.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.Seeds;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// A finished map with the vectors that lie on it, so that rows that come later, or from another
/// dataset, get places on the same map.
///
/// @param made how the map was made
/// @param vectors [VectorDistance#comparable] vectors of the rows of then, or of a sample of them
/// @param coordinates x and y of each
public record FittedMap(ProjectionSpec made, Vectors vectors, float[] coordinates) {
  /// The ending of the name of such a file.
  public static final String ENDING = ".map";

  private static final ArrayFile<Head> FORMAT = new ArrayFile<>("OUTCROPM", 1, "map", Head.class);

  /// So many rows of then place others as well as all of them would.
  private static final int MOST_LINES = 100_000;

  /// @throws IllegalArgumentException where there are no lines or the sizes do not belong together
  public FittedMap {
    if (vectors.lines() == 0 || coordinates.length != 2 * vectors.lines()) {
      throw new IllegalArgumentException("A map has x and y of each line, and at least one line");
    }
  }

  private record Head(ProjectionSpec made, int dimensions) {}

  /// Keeps what is needed of a map, of very many rows a sample.
  ///
  /// @param vectors of the rows, as they are in the space
  static FittedMap of(ProjectionSpec made, Vectors vectors, float[] coordinates) {
    int[] lines =
        LineSample.of(vectors.lines(), MOST_LINES, Seeds.generator(made.seed(), MOST_LINES));
    float[] places = new float[2 * lines.length];
    for (int i = 0; i < lines.length; i++) {
      places[2 * i] = coordinates[2 * lines[i]];
      places[2 * i + 1] = coordinates[2 * lines[i] + 1];
    }
    return new FittedMap(made, made.distance().comparable(vectors.choose(lines)), places);
  }

  /// Keeps what is needed of a map whose places are columns.
  ///
  /// @param space the vectors that were mapped
  /// @param x missing where the vector is
  public static FittedMap of(
      ProjectionSpec made, VectorColumn space, NumberColumn x, NumberColumn y) {
    RowSet usable = Vectors.usable(space);
    float[] places = new float[2 * usable.cardinality()];
    int at = 0;
    for (int row = usable.next(0); row >= 0; row = usable.next(row + 1)) {
      places[at++] = (float) x.at(row);
      places[at++] = (float) y.at(row);
    }
    return of(made, Vectors.of(space, usable), places);
  }

  /// Places rows: each in the middle of the rows of then that are nearest to it, the nearer the
  /// heavier. A row that was there then lies where it lay.
  ///
  /// @param space what the field of the vectors is called
  /// @return x and y of each line
  /// @throws UserFailure where the vectors are of another space
  float[] place(Vectors added, String space, TaskRunner tasks, TaskContext context) {
    if (added.dimensions() != vectors.dimensions()) {
      throw new UserFailure(
          "“"
              + space
              + "” has "
              + added.dimensions()
              + " numbers per row, but the map was made of "
              + vectors.dimensions()
              + "; name the space that it was made of.");
    }
    context.stage("Placing rows on the map");
    int k = neighbours();
    NearestLists nearest =
        new NearestScan(vectors).of(made.distance().comparable(added), k, tasks, context);
    for (int at = 0; at < nearest.keys.length; at++) {
      nearest.keys[at] = (float) Math.sqrt(nearest.keys[at]);
    }
    float[] places = new float[2 * added.lines()];
    float[] weights = new float[nearest.keys.length];
    for (int line = 0; line < added.lines(); line++) {
      weigh(nearest.keys, line * k, k, weights);
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int at = line * k; at < line * k + k; at++) {
        sum += weights[at];
        x += weights[at] * coordinates[2 * nearest.ids[at]];
        y += weights[at] * coordinates[2 * nearest.ids[at] + 1];
      }
      places[2 * line] = (float) (x / sum);
      places[2 * line + 1] = (float) (y / sum);
    }
    return places;
  }

  /// How many rows of then decide about the place of another.
  int neighbours() {
    return Math.min(NeighbourParameters.DEFAULT_K, vectors.lines());
  }

  private static void weigh(float[] distances, int first, int k, float[] weights) {
    if (distances[first] > 0) {
      FuzzyTies.strengths(distances, first, k, 0, weights);
      return;
    }
    for (int at = first; at < first + k; at++) {
      weights[at] = distances[at] == 0 ? 1 : 0;
    }
  }

  /// Writes the file.
  ///
  /// @return the hash of what it holds, in hexadecimal
  /// @throws UserFailure where it cannot be written
  public String write(Path file) {
    Head head = new Head(made, vectors.dimensions());
    return FORMAT.write(file, head, List.of(vectors.values(), coordinates));
  }

  /// Reads a file that may come from anywhere.
  ///
  /// @throws UserFailure where it cannot be read, is none of these files, is of a newer version, or
  ///   is not as it was written
  public static FittedMap read(Path file) {
    return FORMAT.read(file, FittedMap::whole);
  }

  private static FittedMap whole(Head head, List<float[]> arrays) {
    if (arrays.size() != 2 || head.dimensions() < 1) {
      throw new IllegalArgumentException("A map has vectors and places");
    }
    int lines = arrays.getLast().length / 2;
    return new FittedMap(
        head.made(), new Vectors(lines, head.dimensions(), arrays.getFirst()), arrays.getLast());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FittedMap that
        && made.equals(that.made)
        && vectors.equals(that.vectors)
        && Arrays.equals(coordinates, that.coordinates);
  }

  @Override
  public int hashCode() {
    return 31 * vectors.hashCode() + Arrays.hashCode(coordinates);
  }
}
