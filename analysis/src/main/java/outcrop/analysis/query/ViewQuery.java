package outcrop.analysis.query;

import java.util.List;
import outcrop.analysis.spec.DistributionSpec.Bins;
import outcrop.analysis.spec.DistributionSpec.Scale;
import outcrop.analysis.spec.TableSpec.SortKey;

/// What a view asks of the data.
public sealed interface ViewQuery {
  /// The view that asks; its own clauses do not narrow the answer.
  String viewId();

  /// Counts of one field in bins or by value, split by a second field where `by` is not empty.
  record DistributionQuery(String viewId, String field, String by, Bins bins, Scale x)
      implements ViewQuery {}

  /// The filtered rows in an order. The answer pages itself.
  record RowsQuery(String viewId, List<SortKey> sort) implements ViewQuery {}
}
