package outcrop.analysis.discovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A multinomial logistic regression over a vector field, as numbers.
///
/// @param space the vector field; its vectors are brought to length one
/// @param classes in the order of the weights
/// @param weights of each class: one for each dimension of the space and the bias behind them
/// @param agreement the share of held-out rows for which it says what they are labelled; null where
///   there were too few to hold any out
/// @param heldOut how many rows were held out
public record SpaceClassifier(
    String space,
    List<String> classes,
    List<List<Double>> weights,
    @Nullable Double agreement,
    int heldOut) {
  /// A row belongs to a class only where it is at least so probable.
  public static final double LEAST = 0.6;

  /// @throws IllegalArgumentException where there is not one weight list for each class, all of one
  ///   length
  public SpaceClassifier {
    classes = List.copyOf(classes);
    weights = weights.stream().map(List::copyOf).toList();
    if (classes.isEmpty()
        || classes.size() != weights.size()
        || weights.stream().mapToInt(List::size).distinct().count() != 1) {
      throw new IllegalArgumentException("A classifier needs weights for each class");
    }
  }

  int dimensions() {
    return weights.getFirst().size() - 1;
  }
}
