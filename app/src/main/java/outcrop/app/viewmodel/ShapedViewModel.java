package outcrop.app.viewmodel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.query.ViewData;
import outcrop.analysis.spec.ShapedSpec;

/// A chart whose classes can be shaped.
///
/// @param <S> the kind of spec
/// @param <D> the kind of data that answers it
public abstract sealed class ShapedViewModel<S extends ShapedSpec, D extends ViewData>
    extends ChartViewModel<S, D> permits DistributionViewModel, TailViewModel {
  private @Nullable ShapeViewModel shape;
  private @Nullable Known known;

  private record Known(ViewData data, Optional<ShownClasses> classes) {}

  ShapedViewModel(WorkspaceViewModel project, S spec, Class<S> specKind, Class<D> dataKind) {
    super(project, spec, specKind, dataKind);
  }

  /// The sizes that the user wants the classes to have.
  public ShapeViewModel shape() {
    ShapeViewModel made = shape;
    if (made == null) {
      made = new ShapeViewModel(project(), this);
      shape = made;
    }
    return made;
  }

  /// Whether rows can be chosen by what the chart counts.
  public abstract boolean canBeShaped();

  /// The spec in the form over which a target is drawn.
  abstract S ready();

  /// The classes of an answer; empty where they cannot be shaped.
  abstract Optional<ShownClasses> classes(D data);

  /// The classes that are shown now, the same ones while the same answer is shown.
  Optional<ShownClasses> shownClasses() {
    D data = dataProperty().get();
    if (data == null) {
      return Optional.empty();
    }
    Known now = known;
    if (now == null || now.data != data) {
      now = new Known(data, classes(data));
      known = now;
    }
    return now.classes;
  }
}
