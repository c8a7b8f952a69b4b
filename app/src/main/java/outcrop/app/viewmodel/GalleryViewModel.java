package outcrop.app.viewmodel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import outcrop.analysis.dataset.Field;
import outcrop.analysis.dataset.FieldType;
import outcrop.analysis.project.ProjectState;
import outcrop.analysis.spec.GallerySpec;
import outcrop.analysis.spec.TableSpec.SortKey;
import outcrop.analysis.spec.ViewSpec;

/// A gallery over the filtered rows.
public final class GalleryViewModel extends RowsViewModel {
  private final ReadOnlyObjectWrapper<GallerySpec> spec;

  GalleryViewModel(WorkspaceViewModel project, GallerySpec spec) {
    super(project, spec.id());
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  @Override
  public ReadOnlyObjectProperty<GallerySpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  @Override
  public void update(ViewSpec newSpec, ProjectState state) {
    if (newSpec instanceof GallerySpec gallery) {
      spec.set(gallery);
      ask(gallery.sort().isEmpty() ? RowsAnswer.orderOf(state) : gallery.sort());
    }
  }

  /// What can stand on the cards: images first, then texts; other fields where there is neither.
  public List<Field> showable() {
    List<Field> fields = project().workspace().schema().fields();
    List<Field> readable = ReaderViewModel.readable(fields);
    List<Field> worth =
        Stream.of(FieldType.IMAGE, FieldType.TEXT)
            .flatMap(
                type ->
                    (type == FieldType.IMAGE ? fields : readable)
                        .stream().filter(field -> field.type() == type))
            .toList();
    return worth.isEmpty() ? readable : worth;
  }

  /// What stands on the cards, empty where the dataset has neither images nor texts.
  public Optional<Field> shown() {
    List<Field> fields = showable();
    return fields.stream()
        .filter(field -> field.name().equals(spec.get().field()))
        .findFirst()
        .or(() -> fields.stream().findFirst());
  }

  /// Shows another field on the cards.
  public void setField(String field) {
    edit(spec.get().withField(field), "");
  }

  /// Sizes the cards; one step of the history while the user is at it.
  public void setSize(double size) {
    edit(spec.get().withSize(size), "size");
  }

  public void setCaptions(List<String> fields) {
    edit(spec.get().withCaptions(fields), "captions");
  }

  /// Orders the cards by themselves, as the table where the keys are empty.
  public void setSort(List<SortKey> sort) {
    edit(spec.get().withSort(sort), "");
  }
}
