package outcrop.analysis.query;

/// Where the answers for one view go. Called on the executor that the face gave to the
/// [Coordinator].
public interface ViewSink {
  void show(ViewData data);

  /// The question could not be answered; what was shown before is out of date. The failure is an
  /// [outcrop.analysis.task.UserFailure] where the user can mend it, such as a query with a mistake
  /// or a text index that is not ready yet.
  void fail(Throwable failure);
}
