package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.column.ColumnStore;
import outcrop.analysis.column.VectorColumn;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.task.UserFailure;

/// How well rows satisfy the rules of a dimension: everything that can be worked out before the
/// first row is asked.
///
/// A score is 0 for a row that does not satisfy a rule. Above [#CERTAIN] it is certain, above
/// [#LIKE] it is by likeness to examples, and below that the weight of terms or a probability, so
/// that the best of several parts is the greatest and the worst the least.
///
/// Safe for several threads, which each bring a [RowView] of their own.
final class RuleScores {
  static final float CERTAIN = 2000;
  static final float LIKE = 1000;

  private final ColumnStore columns;
  private final Function<Predicate, RowSet> rows;
  private final @Nullable SpaceClassifier classifier;
  private final List<RowScore> scores;
  private final Map<List<String>, RowTexts> texts = new HashMap<>();
  private final Map<String, VectorColumn> spaces = new HashMap<>();

  /// The score of a row under one rule.
  @FunctionalInterface
  interface RowScore {
    float of(RowView row);
  }

  /// @throws UserFailure for a field that the dataset does not have or that is of another kind
  RuleScores(Dimension dimension, ColumnStore columns, Function<Predicate, RowSet> rows) {
    this.columns = columns;
    this.rows = rows;
    this.classifier = dimension.classifier();
    this.scores =
        dimension.attributes().stream().map(attribute -> score(attribute.rule())).toList();
  }

  int size() {
    return scores.size();
  }

  float score(int attribute, RowView row) {
    return scores.get(attribute).of(row);
  }

  /// A reader of rows for one thread.
  RowView view() {
    return new RowView();
  }

  private RowScore score(AttributeRule rule) {
    return switch (rule) {
      case AttributeRule.Where(var predicate) -> certain(rows.apply(predicate));
      case AttributeRule.Rows(var keys) -> certain(rows.apply(new Predicate.Keys(keys)));
      case AttributeRule.Terms(var fields, var terms) -> {
        texts.computeIfAbsent(fields, names -> new RowTexts(columns, names));
        Map<String, Float> weights = new HashMap<>();
        terms.forEach(term -> weights.merge(term.term(), (float) term.weight(), Math::max));
        yield row -> row.weight(fields, weights);
      }
      case AttributeRule.Like like -> {
        double[] centre = like.centre().stream().mapToDouble(Double::doubleValue).toArray();
        space(like.space(), centre.length);
        // What the examples themselves have must not be lost to rounding.
        double least = like.least() - 1e-6;
        yield row -> {
          double cosine = row.cosine(like.space(), centre);
          return cosine >= least ? LIKE + 1 + (float) cosine : 0;
        };
      }
      case AttributeRule.Learned(var classes) -> learned(classes);
      case AttributeRule.AnyOf(var parts) -> {
        List<RowScore> each = parts.stream().map(this::score).toList();
        yield row -> {
          float best = 0;
          for (RowScore part : each) {
            best = Math.max(best, part.of(row));
          }
          return best;
        };
      }
      case AttributeRule.AllOf(var parts) -> {
        List<RowScore> each = parts.stream().map(this::score).toList();
        yield row -> {
          float worst = Float.MAX_VALUE;
          for (RowScore part : each) {
            worst = Math.min(worst, part.of(row));
          }
          return each.isEmpty() ? 0 : worst;
        };
      }
    };
  }

  private static RowScore certain(RowSet inside) {
    return row -> inside.contains(row.row) ? CERTAIN : 0;
  }

  private RowScore learned(List<String> classes) {
    if (classifier == null) {
      throw new UserFailure("The structure has lost its classifier; make the dimension anew.");
    }
    space(classifier.space(), classifier.dimensions());
    boolean[] ours = new boolean[classifier.classes().size()];
    for (int i = 0; i < ours.length; i++) {
      ours[i] = classes.contains(classifier.classes().get(i));
    }
    return row -> {
      double[] probabilities = row.probabilities();
      double sum = 0;
      for (int i = 0; i < ours.length; i++) {
        sum += ours[i] ? probabilities[i] : 0;
      }
      return sum >= SpaceClassifier.LEAST ? (float) sum : 0;
    };
  }

  private void space(String name, int dimensions) {
    if (columns.schema().find(name).isEmpty()
        || !(columns.column(name) instanceof VectorColumn vectors)
        || vectors.dimensions() != dimensions) {
      throw new UserFailure(
          "The structure needs a vector field “"
              + name
              + "” of "
              + dimensions
              + " numbers, which this dataset does not have.");
    }
    spaces.put(name, vectors);
  }

  /// One row, whose words and vectors are read when a rule first asks and then kept for the others.
  final class RowView {
    private final Map<List<String>, Set<String>> terms = new HashMap<>();
    private final Map<String, double[]> vectors = new HashMap<>();
    private double @Nullable [] probabilities;
    private int row;

    RowView at(int ordinal) {
      row = ordinal;
      terms.clear();
      vectors.clear();
      probabilities = null;
      return this;
    }

    private float weight(List<String> fields, Map<String, Float> weights) {
      float sum = 0;
      for (String term : terms.computeIfAbsent(fields, this::termsOf)) {
        sum += weights.getOrDefault(term, 0f);
      }
      return sum;
    }

    private Set<String> termsOf(List<String> fields) {
      RowTexts text = texts.get(fields);
      List<String> words = text == null ? List.of() : WordRows.words(text, row);
      Set<String> found = new HashSet<>(words);
      for (int i = 1; i < words.size(); i++) {
        found.add(words.get(i - 1) + " " + words.get(i));
      }
      return found;
    }

    /// The vector at length one; empty where the row has none or one without a direction.
    private double[] vector(String space) {
      return vectors.computeIfAbsent(
          space,
          name -> {
            VectorColumn column = spaces.get(name);
            if (column == null || column.isMissing(row)) {
              return new double[0];
            }
            int dimensions = column.dimensions();
            double[] vector = new double[dimensions];
            double square = 0;
            for (int d = 0; d < dimensions; d++) {
              vector[d] =
                  column.floats().getAtIndex(VectorColumn.FLOAT, (long) row * dimensions + d);
              square += vector[d] * vector[d];
            }
            if (!(square > 0) || !Double.isFinite(square)) {
              return new double[0];
            }
            for (int d = 0; d < dimensions; d++) {
              vector[d] /= Math.sqrt(square);
            }
            return vector;
          });
    }

    private double cosine(String space, double[] centre) {
      double[] vector = vector(space);
      double product = 0;
      double square = 0;
      for (int d = 0; d < vector.length; d++) {
        product += vector[d] * centre[d];
        square += centre[d] * centre[d];
      }
      return square > 0 && vector.length > 0 ? product / Math.sqrt(square) : -1;
    }

    private double[] probabilities() {
      double[] known = probabilities;
      if (known == null) {
        known = computed();
        probabilities = known;
      }
      return known;
    }

    private double[] computed() {
      SpaceClassifier how = classifier;
      if (how == null) {
        return new double[0];
      }
      double[] vector = vector(how.space());
      double[] result = new double[how.classes().size()];
      if (vector.length == 0) {
        return result;
      }
      List<Double> logits = new ArrayList<>();
      double top = Double.NEGATIVE_INFINITY;
      for (List<Double> weights : how.weights()) {
        double logit = weights.get(vector.length);
        for (int d = 0; d < vector.length; d++) {
          logit += weights.get(d) * vector[d];
        }
        logits.add(logit);
        top = Math.max(top, logit);
      }
      double sum = 0;
      for (int i = 0; i < result.length; i++) {
        result[i] = Math.exp(logits.get(i) - top);
        sum += result[i];
      }
      for (int i = 0; i < result.length; i++) {
        result[i] /= sum;
      }
      return result;
    }
  }
}
