package outcrop.analysis.model;

import java.util.Arrays;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// For each line the lines nearest to it. The same vectors and parameters give the same graph on
/// any number of threads.
///
/// Up to [NeighbourParameters#exactUpTo] lines every pair is compared. Above, candidates come from
/// a forest of random cuts and from neighbours of neighbours ([NeighbourSearch]), and `recall` says
/// how many of the true neighbours were found, measured against a comparison with all lines for a
/// sample of them.
///
/// @param lines how many vectors there are
/// @param k neighbours of each line; fewer than were wanted where there are no more other lines
/// @param parameters as they were given
/// @param ids `k` lines for each line, nearest first; shared, not to be written
/// @param distances their [NeighbourParameters#distance]s
/// @param recall share of the true neighbours found, 1 where every pair was compared
/// @param recallLines lines on which the recall was measured; 0 where every pair was compared
public record NeighbourGraph(
    int lines,
    int k,
    NeighbourParameters parameters,
    int[] ids,
    float[] distances,
    double recall,
    int recallLines) {

  /// @throws IllegalArgumentException where the sizes do not belong together
  public NeighbourGraph {
    if ((long) lines * k != ids.length || ids.length != distances.length) {
      throw new IllegalArgumentException(
          lines + " × " + k + " neighbours are not " + ids.length + " and " + distances.length);
    }
  }

  /// Finds the neighbours.
  ///
  /// @throws UserFailure where there are fewer than two lines
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static NeighbourGraph of(
      Vectors vectors, NeighbourParameters parameters, TaskRunner tasks, TaskContext context) {
    if (vectors.lines() < 2) {
      throw new UserFailure(
          vectors.lines() == 0
              ? "No row has a vector, so there are no neighbours; choose other rows or another"
                  + " space."
              : "Only one row has a vector, so it has no neighbours; choose more rows.");
    }
    int k = Math.min(parameters.k(), vectors.lines() - 1);
    Vectors comparable = parameters.distance().comparable(vectors);
    context.stage("Finding neighbours");
    if (vectors.lines() <= parameters.exactUpTo()) {
      NearestLists lists = new NearestScan(comparable).ofThemselves(k, tasks, context);
      return of(comparable, parameters, lists, 1, 0);
    }
    NeighbourSearch.Found found =
        new NeighbourSearch(comparable, k, parameters.seed(), tasks, context).run();
    return of(comparable, parameters, found.lists(), found.recall(), found.recallLines());
  }

  private static NeighbourGraph of(
      Vectors vectors,
      NeighbourParameters parameters,
      NearestLists lists,
      double recall,
      int recallLines) {
    float[] distances = lists.keys;
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (float) parameters.distance().ofSquare(distances[i]);
    }
    return new NeighbourGraph(
        vectors.lines(), lists.k, parameters, lists.ids, distances, recall, recallLines);
  }

  /// Whether every pair was compared.
  public boolean exact() {
    return recallLines == 0;
  }

  /// A neighbour of a line.
  ///
  /// @param place 0…k−1, nearest first
  public int neighbour(int line, int place) {
    return ids[line * k + place];
  }

  /// How far that neighbour is.
  public float distance(int line, int place) {
    return distances[line * k + place];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NeighbourGraph that
        && lines == that.lines
        && k == that.k
        && parameters.equals(that.parameters)
        && Arrays.equals(ids, that.ids)
        && Arrays.equals(distances, that.distances)
        && recall == that.recall
        && recallLines == that.recallLines;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.hashCode(distances);
  }
}
