package outcrop.analysis.model;

import java.util.Arrays;
import java.util.List;

/// A finished map.
///
/// @param coordinates x and y of each line; shared, not to be written
/// @param neighbours how many neighbours of each line were used; 0 where the method asks for none
/// @param recall share of the true neighbours that the method knew, 1 where it knew all
/// @param pieces parts of the neighbour graph that nothing ties together: how such parts lie to
///   each other on the map means little; 1 where the method asks for no neighbours
/// @param notes what the user should know, one sentence each
public record Projection(
    ProjectionSpec spec,
    float[] coordinates,
    int neighbours,
    double recall,
    int pieces,
    List<String> notes) {
  public Projection {
    notes = List.copyOf(notes);
  }

  public int lines() {
    return coordinates.length / 2;
  }

  /// The map as vectors of two dimensions.
  public Vectors vectors() {
    return new Vectors(lines(), 2, coordinates);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Projection that
        && spec.equals(that.spec)
        && Arrays.equals(coordinates, that.coordinates)
        && neighbours == that.neighbours
        && recall == that.recall
        && pieces == that.pieces
        && notes.equals(that.notes);
  }

  @Override
  public int hashCode() {
    return 31 * spec.hashCode() + Arrays.hashCode(coordinates);
  }
}
