package outcrop.analysis.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Short names of groups of rows, each another: from their phrases where they have texts, else from
/// the values that tell them apart, else a number.
public final class ClusterNames {
  private static final int PHRASES = 3;
  private static final int VALUES = 2;

  private ClusterNames() {}

  /// @param phrases of each group, empty lists where there are no texts
  /// @param values of each group, empty lists where none tells it apart
  /// @param unnamed what a group without either is called, followed by its number from 1
  public static List<String> of(
      List<List<Phrase>> phrases, List<List<DistinguishingValue>> values, String unnamed) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int group = 0; group < phrases.size(); group++) {
      List<String> parts =
          phrases.get(group).isEmpty()
              ? values.get(group).stream().map(ClusterNames::text).toList()
              : phrases.get(group).stream().map(Phrase::text).toList();
      int few = Math.min(parts.size(), phrases.get(group).isEmpty() ? VALUES : PHRASES);
      int number = group + 1;
      String name =
          Stream.concat(
                  Stream.iterate(Math.max(1, few), n -> n <= parts.size(), n -> n + 1)
                      .map(n -> String.join(", ", parts.subList(0, n))),
                  Stream.of(
                      parts.isEmpty()
                          ? unnamed + " " + number
                          : String.join(", ", parts) + " (" + number + ")"))
              .filter(candidate -> !candidate.isEmpty() && !taken.contains(candidate))
              .findFirst()
              .orElse(unnamed + " " + number);
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  private static String text(DistinguishingValue value) {
    return value.field() + " " + value.text();
  }
}
