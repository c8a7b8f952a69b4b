package outcrop.analysis.query;

/// Hears how many rows the whole filter keeps, and of everything that could not be answered.
public interface SelectionListener {
  /// Rows that satisfy all clauses, of how many.
  void counted(int selected, int total);

  /// @param viewId the view whose question failed; empty where the filter itself did
  void failed(String viewId, Throwable failure);
}
