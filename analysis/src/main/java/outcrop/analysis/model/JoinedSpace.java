package outcrop.analysis.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.UserFailure;

/// Puts spaces side by side.
final class JoinedSpace {
  private JoinedSpace() {}

  static ModelResult run(SpaceSpec.Joined spec, ModelInput input) {
    List<VectorColumn> parts = new ArrayList<>();
    RowSet usable = RowSet.all(input.columns().rowCount());
    int dimensions = 0;
    for (String space : spec.spaces()) {
      VectorColumn part = input.vectors(space);
      parts.add(part);
      usable = usable.and(Vectors.usable(part));
      dimensions += part.dimensions();
    }
    int rows = usable.rowCount();
    if ((long) rows * dimensions > Vectors.MOST_NUMBERS) {
      throw new UserFailure(
          "The spaces together have more numbers than fit; join spaces with fewer dimensions.");
    }
    float[] joined = new float[rows * dimensions];
    int offset = 0;
    for (int p = 0; p < parts.size(); p++) {
      float weight = (float) Math.sqrt(spec.weights().get(p));
      copy(parts.get(p), weight, usable, joined, dimensions, offset, input);
      offset += parts.get(p).dimensions();
      input.context().progress(p + 1, parts.size());
    }
    Field field = new Field(SpaceSpec.VECTOR, FieldType.VECTOR);
    @Nullable RowSet missing = usable.isAll() ? null : usable.not();
    VectorColumn column =
        new VectorColumn(
            field, rows, dimensions, java.lang.foreign.MemorySegment.ofArray(joined), missing);
    int present = usable.cardinality();
    return new ModelResult(
        List.of(column), new ModelFacts.Space(present, rows - present, dimensions, List.of()));
  }

  private static void copy(
      VectorColumn part,
      float weight,
      RowSet usable,
      float[] joined,
      int dimensions,
      int offset,
      ModelInput input) {
    float[] vector = new float[part.dimensions()];
    for (int row = usable.next(0); row >= 0; row = usable.next(row + 1)) {
      if ((row & 0xfff) == 0) {
        input.context().checkCancelled();
      }
      part.copy(row, vector);
      double square = 0;
      for (float number : vector) {
        square += (double) number * number;
      }
      float scale = square == 0 ? 0 : (float) (weight / Math.sqrt(square));
      for (int i = 0; i < vector.length; i++) {
        joined[row * dimensions + offset + i] = vector[i] * scale;
      }
    }
  }
}
