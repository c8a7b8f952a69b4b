package outcrop.analysis.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.Column;
import outcrop.analysis.column.NumberColumn;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.stats.KeyedSample;

/// Makes the map of a dataset: a place for every row that has a vector, and what the map is worth.
final class MapMaker {
  private MapMaker() {}

  static ModelResult run(ProjectionSpec spec, ModelInput input) {
    VectorColumn column = input.vectors(spec.space());
    RowSet usable = Vectors.usable(column);
    Vectors vectors = Vectors.of(column, usable);
    Projection map =
        new Projector(MapPreview.NONE, input.files(), input.tasks(), input.context())
            .run(vectors, spec);
    Optional<MapQuality> quality = quality(vectors, map, usable, input);
    int rows = usable.rowCount();
    return new ModelResult(
        List.of(
            coordinate(ProjectionSpec.X, map, 0, usable),
            coordinate(ProjectionSpec.Y, map, 1, usable)),
        new ModelFacts.Map(
            map.lines(),
            rows - map.lines(),
            map.neighbours(),
            map.recall(),
            map.pieces(),
            quality.orElse(null),
            map.notes()));
  }

  private static Optional<MapQuality> quality(
      Vectors vectors, Projection map, RowSet usable, ModelInput input) {
    ProjectionSpec spec = map.spec();
    int[] rows =
        KeyedSample.rows(input.columns(), usable, MapQuality.sampleSize(map.lines()), spec.seed());
    int[] asked = new int[rows.length];
    int taken = 0;
    int line = 0;
    for (int row = usable.next(0); taken < rows.length; row = usable.next(row + 1)) {
      if (row == rows[taken]) {
        asked[taken++] = line;
      }
      line++;
    }
    return MapQuality.of(
        spec.distance().comparable(vectors),
        map.vectors(),
        asked,
        MapQuality.DEFAULT_K,
        spec.seed(),
        input.tasks(),
        input.context());
  }

  private static Column coordinate(String name, Projection map, int axis, RowSet usable) {
    double[] values = new double[usable.rowCount()];
    int line = 0;
    for (int row = usable.next(0); row >= 0; row = usable.next(row + 1)) {
      values[row] = map.coordinates()[2 * line++ + axis];
    }
    @Nullable RowSet missing = usable.isAll() ? null : usable.not();
    return NumberColumn.ofDoubles(new Field(name, FieldType.NUMBER), values, missing);
  }
}
