package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.List;
import outcrop.analysis.column.VectorColumn;

/// Learns spaces and gives rows their places in them.
public final class Spaces {
  private Spaces() {}

  /// Whether something is learnt from rows, which then can be kept for other rows.
  public static boolean isLearnt(SpaceSpec spec) {
    return switch (spec) {
      case SpaceSpec.Text _, SpaceSpec.Table _, SpaceSpec.Image _ -> true;
      case SpaceSpec.Joined _, SpaceSpec.Saved _ -> false;
    };
  }

  /// Learns a space.
  ///
  /// @param spec of a kind that [#isLearnt]
  /// @throws outcrop.analysis.task.UserFailure where the fields are not there or make no space
  /// @throws java.util.concurrent.CancellationException when cancelled
  public static SpaceFile fit(SpaceSpec spec, ModelInput input) {
    return switch (spec) {
      case SpaceSpec.Text text -> new SpaceFile(text, TextSpace.fit(text, input), List.of());
      case SpaceSpec.Table table -> {
        List<String> notes = new ArrayList<>();
        TableSpace space = TableSpace.fit(table.fields(), input, notes);
        yield new SpaceFile(table, space, notes);
      }
      case SpaceSpec.Image image -> ImageSpace.fit(image, input);
      case SpaceSpec.Joined _, SpaceSpec.Saved _ ->
          throw new IllegalArgumentException("Nothing is learnt for such a space");
    };
  }

  /// The vectors of all rows.
  ///
  /// @param spec names the fields that are read
  static ModelResult place(SpaceFile file, SpaceSpec spec, ModelInput input) {
    FittedSpace.Placed placed = file.space().place(spec.sources(), input);
    List<String> notes = new ArrayList<>(file.notes());
    notes.addAll(placed.notes());
    return result(placed.vectors(), notes);
  }

  static ModelResult result(VectorColumn vectors, List<String> notes) {
    int missing = vectors.missingCount();
    return new ModelResult(
        List.of(vectors),
        new ModelFacts.Space(vectors.rowCount() - missing, missing, vectors.dimensions(), notes));
  }
}
