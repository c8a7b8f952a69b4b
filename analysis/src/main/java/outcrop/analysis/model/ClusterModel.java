package outcrop.analysis.model;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outcrop.analysis.column.CategoryColumn;
import outcrop.analysis.column.Dictionary;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.dataset.RowSet;

/// Makes a category of clusters: “1” for the largest, “2” for the next, “unclustered” for rows in
/// none; missing for rows without a usable vector.
final class ClusterModel {
  private ClusterModel() {}

  static ModelResult run(ClusterSpec spec, ModelInput input) {
    VectorColumn space = input.vectors(spec.space());
    RowSet usable = Vectors.usable(space);
    Vectors vectors = Vectors.of(space, usable);
    ClusterResult found = Clusterer.run(vectors, spec, input.tasks(), input.context());
    int rows = space.rowCount();
    int[] ordinals = new int[rows];
    Arrays.fill(ordinals, -1);
    int line = 0;
    for (int row = usable.next(0); row >= 0; row = usable.next(row + 1)) {
      int label = found.labels()[line++];
      ordinals[row] = label == ClusterResult.UNCLUSTERED ? found.k() : label;
    }
    Dictionary.Builder names = new Dictionary.Builder();
    for (int cluster = 1; cluster <= found.k(); cluster++) {
      names.add(String.valueOf(cluster));
    }
    if (found.unclustered() > 0) {
      names.add(ClusterSpec.UNCLUSTERED);
    }
    CategoryColumn column =
        new CategoryColumn(
            new Field(ClusterSpec.CLUSTER, FieldType.CATEGORY),
            rows,
            MemorySegment.ofArray(ordinals),
            names.build(),
            usable.isAll() ? null : usable.not());
    return new ModelResult(List.of(column), facts(space, vectors.lines(), found));
  }

  private static ModelFacts facts(VectorColumn space, int lines, ClusterResult found) {
    int without = space.missingCount();
    int notFinite = space.rowCount() - without - lines;
    List<String> notes = new ArrayList<>(found.notes());
    if (without > 0) {
      notes.add(rows(without) + " without a vector: in no cluster.");
    }
    if (notFinite > 0) {
      notes.add(
          rows(notFinite) + " with numbers in the vector that are not finite: in no cluster.");
    }
    return new ModelFacts.Clusters(
        lines,
        without + notFinite,
        Arrays.stream(found.sizes()).boxed().toList(),
        found.unclustered(),
        found.quality(),
        notes);
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }
}
