package outcrop.analysis.discovery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.dataset.RowKey;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.TaskContext;
import outcrop.analysis.task.TaskRunner;
import outcrop.analysis.task.UserFailure;

/// Which attribute of a dimension each row of a dataset has, and how sure that is.
///
/// The rule with the best score wins. Where several certain rules hold, the first one does and the
/// confidence is one divided by their number; where several rules by degree fit best equally, none
/// does. Else the confidence is the margin to the second best as a share of the best, and of a
/// learned attribute its probability. What a person said of a row holds before all rules.
///
/// @param attributes by row the place of its attribute, [#UNASSIGNED] or [#OUTSIDE]
/// @param confidences by row, 0…1; 0 for rows without an attribute
public record Assignment(Dimension dimension, int[] attributes, float[] confidences) {
  /// Rows that have no attribute of the dimension.
  public static final int UNASSIGNED = -1;

  /// Rows of other classes, of which the dimension does not speak.
  public static final int OUTSIDE = -2;

  private static final int PART = 1 << 11;

  /// @param rows evaluates predicates over the columns
  /// @throws UserFailure where a rule names a field that the dataset does not have
  public static Assignment of(
      Dimension dimension,
      ColumnStore columns,
      Function<Predicate, RowSet> rows,
      TaskRunner tasks,
      TaskContext context) {
    int count = columns.rowCount();
    RowSet scope =
        dimension.classField().isEmpty() || dimension.classValue().isEmpty()
            ? RowSet.all(count)
            : rows.apply(ofClass(dimension, columns));
    RuleScores scores = new RuleScores(dimension, columns, rows);
    Assignment result = new Assignment(dimension, new int[count], new float[count]);
    Arrays.fill(result.attributes, OUTSIDE);
    int parts = Math.ceilDiv(count, PART);
    AtomicInteger done = new AtomicInteger();
    tasks.forEachPart(
        parts,
        part -> {
          context.checkCancelled();
          RuleScores.RowView view = scores.view();
          int end = Math.min(count, (part + 1) * PART);
          for (int row = scope.next(part * PART);
              row >= 0 && row < end;
              row = scope.next(row + 1)) {
            result.assign(row, scores, view.at(row));
          }
          context.progress(done.incrementAndGet(), parts);
        });
    result.reassign(columns, scope);
    return result;
  }

  private static Predicate ofClass(Dimension dimension, ColumnStore columns) {
    if (columns.schema().find(dimension.classField()).isEmpty()) {
      throw new UserFailure(
          "“"
              + dimension.label()
              + "” speaks of a class of the field “"
              + dimension.classField()
              + "”, which this dataset does not have.");
    }
    return new Predicate.In(dimension.classField(), java.util.List.of(dimension.classValue()));
  }

  private void assign(int row, RuleScores scores, RuleScores.RowView view) {
    float best = 0;
    float second = 0;
    int place = UNASSIGNED;
    int equal = 0;
    for (int attribute = 0; attribute < scores.size(); attribute++) {
      float score = scores.score(attribute, view);
      if (score > best) {
        second = best;
        best = score;
        place = attribute;
        equal = 1;
      } else if (score > 0) {
        equal += score == best ? 1 : 0;
        second = Math.max(second, score);
      }
    }
    attributes[row] = best < RuleScores.CERTAIN && equal > 1 ? UNASSIGNED : place;
    if (attributes[row] >= 0) {
      confidences[row] = confidence(place, best, second, equal);
    }
  }

  private float confidence(int place, float best, float second, int equal) {
    if (best >= RuleScores.CERTAIN) {
      return 1f / equal;
    }
    if (dimension.attributes().get(place).rule() instanceof AttributeRule.Learned) {
      return Math.min(1, best);
    }
    float level = best >= RuleScores.LIKE ? RuleScores.LIKE : 0;
    return second < level ? 1 : (best - second) / (best - level);
  }

  private void reassign(ColumnStore columns, RowSet scope) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < dimension.attributes().size(); i++) {
      places.put(dimension.attributes().get(i).name(), i);
    }
    dimension
        .reassigned()
        .forEach(
            (key, attribute) -> {
              OptionalInt row = columns.find(new RowKey(key));
              if (row.isPresent() && scope.contains(row.getAsInt())) {
                int place = places.getOrDefault(attribute, UNASSIGNED);
                attributes[row.getAsInt()] = place;
                confidences[row.getAsInt()] = place < 0 ? 0 : 1;
              }
            });
  }

  /// How many rows each attribute has.
  public int[] sizes() {
    int[] sizes = new int[dimension.attributes().size()];
    for (int attribute : attributes) {
      if (attribute >= 0) {
        sizes[attribute]++;
      }
    }
    return sizes;
  }

  /// Rows that have none of the attributes.
  public int unassigned() {
    int count = 0;
    for (int attribute : attributes) {
      count += attribute == UNASSIGNED ? 1 : 0;
    }
    return count;
  }

  /// Rows of which the dimension speaks.
  public int inScope() {
    int count = 0;
    for (int attribute : attributes) {
      count += attribute == OUTSIDE ? 0 : 1;
    }
    return count;
  }

  /// The mean confidence of the rows that have an attribute; NaN where none has.
  public double confidence() {
    double sum = 0;
    int count = 0;
    for (int row = 0; row < attributes.length; row++) {
      if (attributes[row] >= 0) {
        sum += confidences[row];
        count++;
      }
    }
    return sum / count;
  }
}
