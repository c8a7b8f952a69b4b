package outcrop.app.viewmodel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.UnknownSpec;
import outcrop.analysis.spec.ViewSpec;

/// A view that a newer version made: kept, and shown as a placeholder.
public final class UnknownViewModel implements ViewModel {
  private final ReadOnlyObjectWrapper<UnknownSpec> spec;

  UnknownViewModel(UnknownSpec spec) {
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<UnknownSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof UnknownSpec unknown) {
      spec.set(unknown);
    }
  }

  @Override
  public void close() {}
}
