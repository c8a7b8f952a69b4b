package outcrop.analysis.project;

import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.ViewSpec;

/// A view that was put into the project's report, as it was then.
///
/// @param id unique in the report
/// @param view the view as it was when it was added; changes of the open view do not reach it
/// @param note what the user says of it, in Markdown; empty for nothing
/// @param filter the filter in force when it was added
/// @param rows that the view spoke of when it was added
/// @param total rows of the dataset then
/// @param added the day on which it was added, `2024-05-31`
public record ReportItem(
    String id, ViewSpec view, String note, Selection filter, int rows, int total, String added) {
  public ReportItem withNote(String value) {
    return new ReportItem(id, view, value, filter, rows, total, added);
  }

  public ReportItem withView(ViewSpec value) {
    return new ReportItem(id, value, note, filter, rows, total, added);
  }
}
