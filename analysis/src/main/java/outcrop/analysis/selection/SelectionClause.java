package outcrop.analysis.selection;

/// One filter that the user set, in one place of the window.
///
/// @param id view id and channel, `view:channel`; a new clause with the id replaces the old one
/// @param viewId the view that set it and is not narrowed by it; empty where no view did
/// @param predicate the rows it keeps, before inversion
/// @param enabled a disabled clause stays visible and narrows nothing
/// @param inverted keeps the other rows
public record SelectionClause(
    String id, String viewId, Predicate predicate, boolean enabled, boolean inverted) {
  public static SelectionClause of(String viewId, String channel, Predicate predicate) {
    return new SelectionClause(viewId + ":" + channel, viewId, predicate, true, false);
  }

  public SelectionClause withEnabled(boolean value) {
    return new SelectionClause(id, viewId, predicate, value, inverted);
  }

  public SelectionClause withInverted(boolean value) {
    return new SelectionClause(id, viewId, predicate, enabled, value);
  }

  /// The rows that the clause keeps, as one predicate; disabled clauses keep all.
  public Predicate effective() {
    if (!enabled) {
      return new Predicate.All();
    }
    return inverted ? new Predicate.Not(predicate) : predicate;
  }
}
