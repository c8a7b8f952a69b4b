package outcrop.analysis.query;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import outcrop.analysis.model.ClassVariation;
import outcrop.analysis.stats.ColumnEvents;

/// How different the rows of the classes of a tail are.
///
/// @param found by number of the class
/// @param counts rows of each class, with and without a vector
/// @param names the class of a number
/// @param told the numbers of the classes that have enough rows, the largest first
public record TailVariation(
    ClassVariation found, long[] counts, IntFunction<String> names, List<Integer> told) {
  public TailVariation {
    told = List.copyOf(told);
  }

  public static TailVariation of(ClassVariation found, ColumnEvents events) {
    return new TailVariation(
        found,
        events.events().counts(),
        events.names(),
        IntStream.of(events.events().byFrequency())
            .filter(each -> !Double.isNaN(found.classes().get(each).distance()))
            .boxed()
            .toList());
  }
}
