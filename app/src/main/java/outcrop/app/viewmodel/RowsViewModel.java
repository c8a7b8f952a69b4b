package outcrop.app.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData.RowsData;

/// A view that shows the filtered rows one by one. Focus and selection are [ChosenRows].
public sealed interface RowsViewModel extends ViewModel
    permits TableViewModel, GalleryViewModel, ReaderViewModel {
  /// The rows in their order, null until the first answer.
  ReadOnlyObjectProperty<@Nullable RowsData> rowsProperty();

  /// Why there are no rows to show, in one sentence; empty where there are.
  ReadOnlyStringProperty problemProperty();
}
