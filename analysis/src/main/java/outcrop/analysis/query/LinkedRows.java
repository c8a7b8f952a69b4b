package outcrop.analysis.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.dataset.RowSet;
import outcrop.analysis.selection.Predicate;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;

/// The rows for every view of one selection: all clauses but the view's own.
///
/// With clauses of n views, the sets come from n prefix and n suffix intersections in place of n².
final class LinkedRows {
  private final RowSet everything;
  private final List<String> owners = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<RowSet> before = new ArrayList<>();
  private final List<RowSet> after = new ArrayList<>();

  /// What the clauses of one view keep, or why that is not known.
  private record Part(@Nullable RowSet rows, @Nullable RuntimeException failure) {
    Part and(Part other) {
      if (rows == null || other.rows == null) {
        return rows == null ? this : other;
      }
      return new Part(rows.and(other.rows), null);
    }
  }

  LinkedRows(Selection selection, int rowCount, Function<Predicate, RowSet> evaluator) {
    everything = RowSet.all(rowCount);
    Map<String, Part> byOwner = new LinkedHashMap<>();
    for (SelectionClause clause : selection.clauses()) {
      if (clause.enabled()) {
        byOwner.merge(clause.viewId(), evaluate(clause, evaluator), Part::and);
      }
    }
    owners.addAll(byOwner.keySet());
    parts.addAll(byOwner.values());
    intersect();
  }

  private static Part evaluate(SelectionClause clause, Function<Predicate, RowSet> evaluator) {
    try {
      return new Part(evaluator.apply(clause.effective()), null);
    } catch (RuntimeException failure) {
      return new Part(null, failure);
    }
  }

  private void intersect() {
    RowSet running = everything;
    for (Part part : parts) {
      before.add(running);
      running = part.rows == null ? running : running.and(part.rows);
    }
    before.add(running);
    running = everything;
    for (Part part : parts.reversed()) {
      after.addFirst(running);
      running = part.rows == null ? running : running.and(part.rows);
    }
  }

  /// Rows that satisfy all clauses whose rows are known.
  RowSet all() {
    return before.getLast();
  }

  /// Rows that satisfy all clauses but those of the view.
  RowSet forView(String viewId) {
    int own = viewId.isEmpty() ? -1 : owners.indexOf(viewId);
    return own < 0 ? all() : before.get(own).and(after.get(own));
  }

  /// Why the rows for the view are not known; empty where they are.
  Optional<RuntimeException> failure(String viewId) {
    for (int i = 0; i < parts.size(); i++) {
      RuntimeException failure = parts.get(i).failure;
      if (failure != null && (viewId.isEmpty() || !owners.get(i).equals(viewId))) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }
}
