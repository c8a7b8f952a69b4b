package outcrop.app.viewmodel;

import java.util.function.Consumer;
import outcrop.analysis.query.Coordinator;
import outcrop.analysis.query.SelectionListener;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.query.ViewQuery;
import outcrop.analysis.query.ViewSink;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.selection.SelectionClause;

/// Keeps the views of one project in step: each asks its question once and hears an answer after
/// every change of the filters.
final class Links implements AutoCloseable {
  private final Coordinator coordinator;
  private Selection selection = Selection.EMPTY;

  Links(Coordinator coordinator) {
    this.coordinator = coordinator;
  }

  /// Asks, in the place of what the view asked before.
  ///
  /// @param failed told one sentence where there is no answer
  void ask(ViewQuery query, Consumer<ViewData> answer, Consumer<String> failed) {
    coordinator.register(
        query,
        new ViewSink() {
          @Override
          public void show(ViewData data) {
            answer.accept(data);
          }

          @Override
          public void fail(Throwable failure) {
            failed.accept(Work.sentence(failure));
          }
        });
  }

  /// Told how many rows every filter leaves.
  void listen(SelectionListener listener) {
    coordinator.listen(listener);
  }

  /// Asks nothing any more.
  void forget(String viewId) {
    coordinator.unregister(viewId);
  }

  /// The filters in force.
  void select(Selection newSelection) {
    selection = newSelection;
    coordinator.select(newSelection);
  }

  /// A filter under the pointer, in the place of the one with its id; nothing is kept.
  void preview(SelectionClause clause) {
    coordinator.preview(clause);
  }

  /// The filters in force count again.
  void endPreview() {
    coordinator.select(selection);
  }

  /// Answers everything again, because text can be searched now.
  void refresh() {
    coordinator.refresh();
  }

  @Override
  public void close() {
    coordinator.close();
  }
}
