package outcrop.analysis.overview;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outcrop.analysis.stats.Association;

/// How much some fields say about each other, pair by pair.
///
/// @param fields the fields that take part, most interesting first
/// @param pairs every pair of them of which something can be said, strongest first; `a` stands
///   before `b` in `fields`
/// @param left fields that take no part, with the reason
/// @param rows rows that were asked about
/// @param sampled rows that were looked at
/// @param seed of the sample
public record FieldAssociations(
    List<String> fields, List<Pair> pairs, List<Left> left, long rows, int sampled, long seed) {
  public FieldAssociations {
    fields = List.copyOf(fields);
    pairs = List.copyOf(pairs);
    left = List.copyOf(left);
  }

  /// Two fields and what they say about each other.
  ///
  /// @param q the share of false alarms among all pairs that are at least as clear (Benjamini and
  ///   Hochberg), NaN where there was no test
  public record Pair(String a, String b, Association association, double q) {
    static final Comparator<Pair> STRONGEST_FIRST =
        Comparator.comparingDouble((Pair pair) -> -pair.association().strength());

    /// The other field of the pair.
    public String other(String field) {
      return field.equals(a) ? b : a;
    }
  }

  /// A field that takes no part.
  public record Left(String field, Reason reason) {}

  /// Why a field takes no part.
  public enum Reason {
    /// It has one value, or none.
    CONSTANT,
    /// It names the rows.
    NAMES_ROWS,
    /// A category with more than 1,000 values, or with fewer than five rows for each.
    TOO_MANY_VALUES,
    /// Texts, lists, images and vectors have no single values to compare.
    OF_TYPE,
    /// There are more interesting fields than were asked for.
    NOT_ASKED
  }

  /// Whether not all rows were looked at.
  public boolean isSampled() {
    return sampled < rows;
  }

  /// What two fields say about each other, in either order; empty where nothing can be said.
  public Optional<Pair> between(String one, String other) {
    return pairs.stream()
        .filter(
            pair ->
                pair.a().equals(one) && pair.b().equals(other)
                    || pair.a().equals(other) && pair.b().equals(one))
        .findFirst();
  }

  /// The pairs of one field, strongest first.
  public List<Pair> of(String field) {
    return pairs.stream().filter(pair -> pair.a().equals(field) || pair.b().equals(field)).toList();
  }

  /// The fields in an order in which those that say much about each other are neighbours: starting
  /// with the strongest pair, each next field is the one that is closest to one of the two ends.
  public List<String> neighbours() {
    if (pairs.isEmpty()) {
      return fields;
    }
    ArrayDeque<String> chain = new ArrayDeque<>();
    chain.add(pairs.getFirst().a());
    chain.add(pairs.getFirst().b());
    Set<String> placed = new HashSet<>(chain);
    Optional<Pair> next = nextTo(chain, placed);
    while (next.isPresent()) {
      Pair pair = next.get();
      boolean atEnd = pair.a().equals(chain.getLast()) || pair.b().equals(chain.getLast());
      String added = pair.other(atEnd ? chain.getLast() : chain.getFirst());
      placed.add(added);
      if (atEnd) {
        chain.addLast(added);
      } else {
        chain.addFirst(added);
      }
      next = nextTo(chain, placed);
    }
    List<String> order = new ArrayList<>(chain);
    fields.stream().filter(field -> !placed.contains(field)).forEach(order::add);
    return order;
  }

  /// The strongest pair of an end of the chain and a field that has no place yet.
  private Optional<Pair> nextTo(ArrayDeque<String> chain, Set<String> placed) {
    for (Pair pair : pairs) {
      boolean a = placed.contains(pair.a());
      if (a != placed.contains(pair.b())) {
        String known = a ? pair.a() : pair.b();
        if (known.equals(chain.getFirst()) || known.equals(chain.getLast())) {
          return Optional.of(pair);
        }
      }
    }
    return Optional.empty();
  }
}
