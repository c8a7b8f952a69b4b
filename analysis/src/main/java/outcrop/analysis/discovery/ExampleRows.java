package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.UserFailure;

/// Makes an attribute from rows that a person chose as examples.
public final class ExampleRows {
  private static final int MOST_TERMS = 10;

  private ExampleRows() {}

  /// Rows as near to the examples as these are to their mean.
  ///
  /// @param space a vector field
  /// @throws UserFailure where none of the examples has a vector there
  public static Attribute like(
      String name, ColumnStore columns, String space, List<RowKey> examples) {
    if (columns.schema().find(space).isEmpty()
        || !(columns.column(space) instanceof VectorColumn vectors)) {
      throw new UserFailure("“" + space + "” holds no vectors; choose a vector field.");
    }
    List<double[]> found = new ArrayList<>();
    for (RowKey key : examples) {
      OptionalInt row = columns.find(key);
      if (row.isPresent() && !vectors.isMissing(row.getAsInt())) {
        double[] vector = unit(vectors, row.getAsInt());
        if (vector.length > 0) {
          found.add(vector);
        }
      }
    }
    double[] mean = new double[vectors.dimensions()];
    found.forEach(vector -> IntStream.range(0, mean.length).forEach(d -> mean[d] += vector[d]));
    double length = Math.sqrt(product(mean, mean));
    if (!(length > 0)) {
      throw new UserFailure(
          "None of the chosen rows has a direction in “" + space + "”; choose other examples.");
    }
    double least =
        found.stream().mapToDouble(vector -> product(vector, mean) / length).min().orElseThrow();
    List<Double> centre = IntStream.range(0, mean.length).mapToObj(d -> mean[d] / length).toList();
    return new Attribute(name, new AttributeRule.Like(space, examples, centre, least));
  }

  /// Rows that have the words that tell the examples from the other rows.
  ///
  /// @param rows the rows to compare with, those of the examples among them
  /// @throws UserFailure where no word does
  public static Attribute words(
      String name, RowTexts texts, int[] rows, RowSet examples, TaskContext context) {
    int[] groups = IntStream.of(rows).map(row -> examples.contains(row) ? 0 : 1).toArray();
    List<AttributeRule.WeightedTerm> terms =
        ClusterPhrases.of(texts, rows, groups, 2, MOST_TERMS, context).getFirst().stream()
            .sorted(Comparator.comparingDouble(Phrase::weight).reversed())
            .map(phrase -> new AttributeRule.WeightedTerm(phrase.text(), phrase.weight()))
            .toList();
    if (terms.isEmpty()) {
      throw new UserFailure(
          "No word tells the chosen rows from the others; choose more rows or describe them by a"
              + " query.");
    }
    return new Attribute(name, new AttributeRule.Terms(texts.fields(), terms));
  }

  private static double[] unit(VectorColumn column, int row) {
    double[] vector = new double[column.dimensions()];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = column.floats().getAtIndex(VectorColumn.FLOAT, (long) row * vector.length + d);
    }
    double length = Math.sqrt(product(vector, vector));
    if (!(length > 0) || !Double.isFinite(length)) {
      return new double[0];
    }
    return IntStream.range(0, vector.length).mapToDouble(d -> vector[d] / length).toArray();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
