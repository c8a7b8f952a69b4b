package outcrop.app.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.ViewSpec;

/// One open view.
public sealed interface ViewModel
    permits RowsViewModel, ChartViewModel, CompareViewModel, OverviewViewModel, UnknownViewModel {
  /// What the view shows and how.
  ReadOnlyObjectProperty<? extends ViewSpec> specProperty();

  /// Told the spec and the state that it is part of after every change of the project.
  void update(ViewSpec spec, ProjectState state);

  /// The view was closed: it asks nothing any more.
  void close();
}
