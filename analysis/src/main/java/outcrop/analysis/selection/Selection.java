package outcrop.analysis.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clauses in force, in the order in which the user set them. Rows must satisfy all enabled
/// ones.
public record Selection(List<SelectionClause> clauses) {
  public static final Selection EMPTY = new Selection(List.of());

  public Selection {
    clauses = List.copyOf(clauses);
  }

  public Optional<SelectionClause> find(String id) {
    return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
  }

  /// With the clause in the place of the one with its id, or at the end.
  public Selection with(SelectionClause clause) {
    List<SelectionClause> result = new ArrayList<>(clauses);
    for (int i = 0; i < result.size(); i++) {
      if (result.get(i).id().equals(clause.id())) {
        result.set(i, clause);
        return new Selection(result);
      }
    }
    result.add(clause);
    return new Selection(result);
  }

  public Selection without(String id) {
    return new Selection(clauses.stream().filter(clause -> !clause.id().equals(id)).toList());
  }

  /// The whole filter as one predicate.
  public Predicate effective() {
    return new Predicate.And(clauses.stream().map(SelectionClause::effective).toList());
  }
}
