package outcrop.app.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import outcrop.analysis.selection.Selection;
import outcrop.analysis.spec.ViewSpec;

/// One open view.
public sealed interface ViewModel permits TableViewModel, DistributionViewModel, UnknownViewModel {
  /// What the view shows and how.
  ReadOnlyObjectProperty<? extends ViewSpec> specProperty();

  /// Told the spec and the filters in force after every change of the project.
  void update(ViewSpec spec, Selection selection);

  /// The view was closed: it asks nothing any more.
  void close();
}
